// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/changed_words.h"

#include <QStringList>
#include <algorithm>
#include <cstdint>
#include <vector>

namespace liaison {

namespace {

/// Beyond this many words the table would cost more than it says: everything is marked.
constexpr std::size_t kWordsMax = 3'000;

/// Words and what stands between them, alternately; joined they are the text again.
QStringList cut(const QString& text)
{
    QStringList words;
    qsizetype begin = 0;
    for (qsizetype end = 1; end <= text.size(); ++end) {
        const bool isBoundary =
            end == text.size() || text[end].isLetterOrNumber() != text[end - 1].isLetterOrNumber();
        if (!isBoundary) continue;
        words << text.mid(begin, end - begin);
        begin = end;
    }
    return words;
}

/// For each word of `mine`, whether it belongs to the longest common subsequence with `theirs`.
std::vector<bool> shared(const QStringList& mine, const QStringList& theirs)
{
    const auto rows = static_cast<std::size_t>(mine.size());
    const auto columns = static_cast<std::size_t>(theirs.size());
    std::vector<bool> isShared(rows, false);
    if (rows > kWordsMax || columns > kWordsMax) return isShared;
    std::vector<std::uint16_t> lengths((rows + 1) * (columns + 1), 0);
    const auto length = [&](std::size_t row, std::size_t column) -> std::uint16_t& {
        return lengths[row * (columns + 1) + column];
    };
    const auto same = [&](std::size_t row, std::size_t column) {
        return mine[static_cast<qsizetype>(row)] == theirs[static_cast<qsizetype>(column)];
    };
    for (std::size_t row = rows; row-- > 0;) {
        for (std::size_t column = columns; column-- > 0;) {
            length(row, column) = same(row, column)
                                      ? static_cast<std::uint16_t>(length(row + 1, column + 1) + 1)
                                      : std::max(length(row + 1, column), length(row, column + 1));
        }
    }
    for (std::size_t row = 0, column = 0; row < rows && column < columns;) {
        if (same(row, column)) {
            isShared[row] = true;
            ++row;
            ++column;
        } else if (length(row + 1, column) >= length(row, column + 1)) {
            ++row;
        } else {
            ++column;
        }
    }
    return isShared;
}

QString escaped(const QString& text)
{
    return text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"));
}

bool isWord(const QString& part)
{
    return !part.isEmpty() && part.front().isLetterOrNumber();
}

/// Punctuation and a space: what follows is another piece of the text.
bool endsARun(const QString& between)
{
    const auto isSpace = [](QChar one) { return one.isSpace(); };
    return std::any_of(between.begin(), between.end(), isSpace) &&
           !std::all_of(between.begin(), between.end(), isSpace);
}

}  // namespace

QString markedAgainst(const QString& text, const QString& other)
{
    const QStringList words = cut(text);
    const std::vector<bool> isShared = shared(words, cut(other));
    QString marked;
    qsizetype place = 0;
    while (place < words.size()) {
        if (isShared[static_cast<std::size_t>(place)] || !isWord(words[place])) {
            marked += escaped(words[place++]);
            continue;
        }
        // A space between two changed words is marked with them.
        qsizetype last = place;
        for (qsizetype next = place; next < words.size(); ++next) {
            const bool isKept = isShared[static_cast<std::size_t>(next)];
            if (isKept && (isWord(words[next]) || endsARun(words[next]))) break;
            if (isWord(words[next])) last = next;
        }
        QString run;
        while (place <= last)
            run += words[place++];
        marked += QStringLiteral("<b>") + escaped(run) + QStringLiteral("</b>");
    }
    return marked;
}

}  // namespace liaison
