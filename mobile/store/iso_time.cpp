// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/store/iso_time.h"

#include <charconv>
#include <optional>

namespace liaison {

namespace {

/// Reads a text from its beginning, piece by piece; remembers when a piece was not there.
class Pieces {
public:
    explicit Pieces(std::string_view text) : rest_(text) {}

    bool take(char wanted)
    {
        if (rest_.empty() || rest_.front() != wanted) return false;
        rest_.remove_prefix(1);
        return true;
    }

    void expect(char wanted) { failed_ = !take(wanted) || failed_; }

    int number(std::size_t digits)
    {
        int value = 0;
        const bool whole = rest_.size() >= digits && rest_.front() != '-';
        if (whole) {
            const auto read = std::from_chars(rest_.data(), rest_.data() + digits, value);
            failed_ = failed_ || read.ptr != rest_.data() + digits;
            rest_.remove_prefix(digits);
        }
        failed_ = failed_ || !whole;
        return value;
    }

    std::chrono::milliseconds decimals()
    {
        int unit = 100;
        int sum = 0;
        while (unit > 0 && !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9') {
            sum += unit * (rest_.front() - '0');
            unit /= 10;
            rest_.remove_prefix(1);
        }
        failed_ = failed_ || unit == 100;
        return std::chrono::milliseconds(sum);
    }

    bool isWhole() const { return !failed_ && rest_.empty(); }

private:
    std::string_view rest_;
    bool failed_ = false;
};

std::chrono::minutes zone(Pieces& pieces)
{
    if (pieces.take('Z')) return std::chrono::minutes(0);
    const bool isWest = pieces.take('-');
    if (!isWest) pieces.expect('+');
    const int hours = pieces.number(2);
    pieces.expect(':');
    const std::chrono::minutes offset(hours * 60 + pieces.number(2));
    return isWest ? -offset : offset;
}

}  // namespace

Result<Instant> instantFromIso(std::string_view text)
{
    Pieces pieces(text);
    const int year = pieces.number(4);
    pieces.expect('-');
    const int month = pieces.number(2);
    pieces.expect('-');
    const int day = pieces.number(2);
    pieces.expect('T');
    const int hour = pieces.number(2);
    pieces.expect(':');
    const int minute = pieces.number(2);
    const int second = pieces.take(':') ? pieces.number(2) : 0;
    const auto fraction = pieces.take('.') ? pieces.decimals() : std::chrono::milliseconds(0);
    const std::chrono::minutes offset = zone(pieces);
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!pieces.isWhole() || !date.ok() || hour > 23 || minute > 59 || second > 59) {
        return Error{ErrorCode::wrongType, "not a moment with its zone: " + std::string(text)};
    }
    return Instant(std::chrono::sys_days(date)) + std::chrono::hours(hour) +
           std::chrono::minutes(minute) + std::chrono::seconds(second) + fraction - offset;
}

}  // namespace liaison
