# Findings as annotations of GitHub Actions, which stand beside the lines.
def escaped: gsub("%"; "%25") | gsub("\r"; "%0D") | gsub("\n"; "%0A");
{ error: "error", warning: "warning", info: "notice" }[.severity] as $kind
| "::\($kind) file=\(.file),line=\(.line),col=\(.column),title=\(.rule)::\(.message | escaped)"
