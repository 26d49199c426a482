// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/exchanges.h"

#include <QCoreApplication>
#include <algorithm>

#include "mobile/viewmodel/exchange_words.h"

namespace liaison {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t kWaitingMax = 200;
/// How far back the page looks, and how many rows it makes of it.
constexpr std::uint64_t kLogMax = 500;
constexpr std::uint64_t kOwnMax = 100;
constexpr std::size_t kLogBytesMax = 4 * 1024 * 1024;
constexpr std::size_t kRowsMax = 20;
/// What came within this time came together.
constexpr auto kTogether = 10min;

struct Exchanges {
    Q_DECLARE_TR_FUNCTIONS(Exchanges)
};

/// Entries that went or came together.
struct Exchange {
    bool isOwn = false;
    bool isCut = false;  ///< more came before than the page looks back
    Instant at{};
    std::vector<LedgerEntry> entries;
};

bool belongs(const Exchange& exchange, bool isOwn, Instant at, const DateWords& words)
{
    if (exchange.isOwn != isOwn) return false;
    if (!isOwn) return exchange.at <= at + kTogether && at <= exchange.at + kTogether;
    return words.dayOf(at) != words.today() && words.dayOf(exchange.at) == words.dayOf(at);
}

void add(std::vector<Exchange>& exchanges, const LedgerEntry& entry, bool isOwn, bool isCut,
         const DateWords& words)
{
    const Instant at = isOwn ? entry.verdict->receivedAt : entry.storedAt;
    const auto near = std::find_if(exchanges.rbegin(), exchanges.rend(), [&](const Exchange& one) {
        return belongs(one, isOwn, at, words);
    });
    if (near == exchanges.rend()) {
        exchanges.push_back({isOwn, isCut, at, {entry}});
        return;
    }
    near->at = std::max(near->at, at);
    near->isCut = near->isCut || isCut;
    near->entries.push_back(entry);
}

std::vector<Exchange> grouped(Workplace& workplace)
{
    std::vector<Exchange> exchanges;
    const DeviceStanding& self = workplace.device().standing();
    const std::uint64_t firstOwn = self.lastN > kOwnMax ? self.lastN - kOwnMax + 1 : 1;
    const auto own = workplace.ledger().editsOf(self.number, firstOwn, kOwnMax);
    for (const LedgerEntry& entry : own ? *own : std::vector<LedgerEntry>{}) {
        if (entry.verdict) add(exchanges, entry, true, false, workplace.words());
    }
    const auto head = workplace.ledger().head();
    const std::uint64_t after = head && *head > kLogMax ? *head - kLogMax : 0;
    const auto log = workplace.ledger().entriesAfter(after, kLogMax, kLogBytesMax);
    bool isCut = after > 0;
    for (const LedgerEntry& entry : log ? *log : std::vector<LedgerEntry>{}) {
        if (entry.edit.dot().device != self.number) {
            add(exchanges, entry, false, isCut, workplace.words());
            isCut = false;
        }
    }
    std::stable_sort(exchanges.begin(), exchanges.end(),
                     [](const Exchange& a, const Exchange& b) { return a.at > b.at; });
    if (exchanges.size() > kRowsMax) exchanges.resize(kRowsMax);
    return exchanges;
}

QVariantMap rowOf(const LedgerEntry& entry, const QString& hour, const QString& title)
{
    return {
        {"key", QString::fromStdString(entry.edit.dot().text())}, {"hour", hour}, {"title", title}};
}

QVariantMap rowOf(const Exchange& one, Workplace& workplace)
{
    const LedgerEntry& first = one.entries.front();
    const bool isSingle = one.entries.size() == 1;
    KindCounts counts;
    for (const LedgerEntry& entry : one.entries) {
        countKinds(counts, entry.edit);
    }
    const QString kinds = countWords(counts, workplace);
    const QString hour = workplace.words().shortMoment(one.at);
    if (!one.isOwn) {
        const auto count = static_cast<int>(one.entries.size());
        const QString title =
            one.isCut ? Exchanges::tr("%n nouveautés du centre, ou plus", nullptr, count)
                      : Exchanges::tr("%n nouveauté(s) du centre", nullptr, count);
        QVariantMap row = rowOf(first, hour, title);
        row["words"] = kinds;
        row["icon"] = QStringLiteral("arrow_downward");
        row["tone"] = QStringLiteral("calm");
        return row;
    }
    QVariantMap row = rowOf(first, hour, isSingle ? saveTitle(first.edit, workplace) : kinds);
    if (isSingle && first.verdict && !first.verdict->isApplied) {
        row["words"] = Exchanges::tr("Non retenu par le centre, votre texte est gardé ici");
        row["icon"] = QStringLiteral("block");
        row["tone"] = QStringLiteral("garance");
        return row;
    }
    row["words"] = isSingle ? Exchanges::tr("Reçu par le centre, %1").arg(kinds)
                            : Exchanges::tr("Reçus par le centre, le dernier à %1")
                                  .arg(workplace.words().hour(one.at));
    row["icon"] = QStringLiteral("done_all");
    row["tone"] = QStringLiteral("feuille");
    return row;
}

}  // namespace

std::vector<QVariantMap> waitingSaves(Workplace& workplace)
{
    const auto first = workplace.device().firstWaiting();
    if (!first || *first == 0) return {};
    const auto edits =
        workplace.ledger().editsOf(workplace.device().standing().number, *first, kWaitingMax);
    std::vector<QVariantMap> rows;
    for (const LedgerEntry& entry : edits ? *edits : std::vector<LedgerEntry>{}) {
        if (entry.verdict) continue;
        KindCounts counts;
        countKinds(counts, entry.edit);
        const bool isSent = entry.edit.dot().n <= workplace.engine().sentN();
        const QString words = countWords(counts, workplace);
        QVariantMap row = rowOf(entry, workplace.words().shortMoment(entry.edit.stamp().instant()),
                                saveTitle(entry.edit, workplace));
        row["words"] = isSent ? Exchanges::tr("Envoyé, %1").arg(words) : words;
        row["icon"] = isSent ? QStringLiteral("arrow_upward") : QStringLiteral("smartphone");
        row["tone"] = QStringLiteral("calm");
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<QVariantMap> lastExchanges(Workplace& workplace)
{
    std::vector<QVariantMap> rows;
    for (const Exchange& one : grouped(workplace)) {
        rows.push_back(rowOf(one, workplace));
    }
    return rows;
}

}  // namespace liaison
