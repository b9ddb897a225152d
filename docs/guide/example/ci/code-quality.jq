# Findings as a code quality report of GitLab, which a merge request shows.
map({
  description: .message,
  check_name: .rule,
  fingerprint: .fingerprint,
  severity: { error: "critical", warning: "minor", info: "info" }[.severity],
  location: { path: .file, lines: { begin: .line } }
})
