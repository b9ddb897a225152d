/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How long one pair takes through the public interface, as a host that checks
 * while the translator types would call it: one engine, one report used again
 * and again.
 *
 *     bench_pair [--rounds N] [--json]
 */
#include "bilint/bilint.h"
#include "measure.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BUDGET_MICROS = 20 };

static const struct typical {
    const char *name;
    const char *source;
    const char *target;
} pairs[] = {
    { "button", "Save as...", "Lưu thành..." },
    { "message", "Could not open {file}: %d bytes were expected.",
      "Không thể mở {file}: cần có %d byte." },
    { "news",
      "Exports of coffee to Germany reached $1.25 billion in May 2024, up "
      "12.5 percent from one year before, the trade office in Buon Ma Thuot "
      "said on Tuesday.",
      "Xuất khẩu cà phê sang Đức đạt 1,25 tỷ USD trong tháng 5/2024, tăng "
      "12,5% so với một năm trước, văn phòng thương mại ở Buôn Ma Thuột cho "
      "biết hôm thứ Ba." },
    { "names",
      "Minister Tran Van Binh and Ambassador Clara Lindgren opened the new "
      "library in Hai Phong together with Professor Le Thi Hoa.",
      "Bộ trưởng Trần Văn Bình và Đại sứ Clara Lindgren cùng Giáo sư Lê Thị "
      "Hoa khai trương thư viện mới ở Hải Phòng." },
    { "mistakes",
      "From May 8 to 11, some 4,500 visitors came to the 3 museums of Hue.",
      "Từ ngày 8 đến 12 tháng 5, khoảng 5.400 du khách đã đến các các bảo "
      "tàng của Hwuế." },
    { "paragraph",
      "The new railway between Vinh and Da Nang is 398.5 km long and crosses "
      "27 rivers. Work began in March 2019 and cost 58,300 billion VND, of "
      "which the state paid 70 percent. Trains need 4 hours and 15 minutes "
      "instead of 9 hours, and two of them run at night. According to "
      "Director Pham Quoc Dat, about 12,000 passengers use the line every "
      "day; by 2030 there should be twice as many. The old stations were not "
      "torn down: one is a museum today, another a concert hall.",
      "Tuyến đường sắt mới giữa Vinh và Đà Nẵng dài 398,5 km và đi qua 27 con "
      "sông. Công trình khởi công vào tháng 3/2019 với chi phí 58.300 tỷ "
      "đồng, trong đó nhà nước chi 70%. Tàu cần 4 giờ 15 phút thay vì 9 giờ, "
      "và hai chuyến chạy ban đêm. Theo Giám đốc Phạm Quốc Đạt, khoảng 12.000 "
      "hành khách sử dụng tuyến này mỗi ngày; đến năm 2030 con số đó sẽ tăng "
      "gấp đôi. Các nhà ga cũ không bị phá bỏ: nay một nhà ga là bảo tàng, "
      "một nhà ga khác là phòng hòa nhạc." },
};

typedef struct bench {
    bilint_engine *engine;
    bilint_report *report;
    size_t rounds;
    double *times; /* microseconds, `rounds` of them */
    bool json;
} bench;

static void check(bench *b, const struct typical *typical, bool reuse)
{
    const bilint_pair pair = { .struct_size = sizeof(pair),
                               .source_lang = "en",
                               .target_lang = "vi",
                               .source = typical->source,
                               .source_size = strlen(typical->source),
                               .target = typical->target,
                               .target_size = strlen(typical->target) };
    bilint_error err = BILINT_ERROR_INIT;

    if (!reuse) {
        bilint_report_free(b->report);
        b->report = NULL;
    }
    if (bilint_check_pair(b->engine, &pair, &b->report, &err) != BILINT_OK)
        give_up("%s: %s", typical->name, err.message);
}

static double run(bench *b, const struct typical *typical, bool reuse,
                  double percent)
{
    const double cost = (double)clock_cost();

    for (size_t i = 0; i < b->rounds / 10 + 10; i++)
        check(b, typical, reuse);
    for (size_t i = 0; i < b->rounds; i++) {
        const uint64_t start = now();

        check(b, typical, reuse);
        b->times[i] = ((double)(now() - start) - cost) / 1000;
    }
    return percentile(b->times, b->rounds, percent);
}

static void report(const bench *b, const char *name, const char *what,
                   double value, double budget)
{
    result row = { .unit = "us", .value = value, .budget = budget };

    snprintf(row.name, sizeof(row.name), "pair.%s.%s", name, what);
    print_result(&row, b->json);
}

int main(int argc, char **argv)
{
    bilint_error err = BILINT_ERROR_INIT;
    bench b = { .json = has_option(argc, argv, "--json") };

    b.rounds = strtoul(option_value(argc, argv, "--rounds", "20000"), NULL, 10);
    if (b.rounds == 0)
        give_up("how many rounds?");
    b.times = need(malloc(b.rounds * sizeof(*b.times)));
    if (bilint_engine_new(BILINT_ABI, NULL, 0, NULL, &b.engine, &err) !=
        BILINT_OK)
        give_up("%s", err.message);
    print_head(b.json);
    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
        const char *name = pairs[i].name;
        const double budget =
            strcmp(name, "paragraph") == 0 ? 0 : BUDGET_MICROS;

        report(&b, name, "median", run(&b, &pairs[i], true, 50), budget);
        /* The times are still there, sorted. */
        report(&b, name, "p99", percentile(b.times, b.rounds, 99), 0);
        report(&b, name, "fresh", run(&b, &pairs[i], false, 50), 0);
    }
    bilint_report_free(b.report);
    bilint_engine_free(b.engine);
    free(b.times);
    return 0;
}
