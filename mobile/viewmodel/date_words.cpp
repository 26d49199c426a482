// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/date_words.h"

#include <QCoreApplication>
#include <QDateTime>

namespace liaison {

namespace {

struct Said {
    Q_DECLARE_TR_FUNCTIONS(DateWords)
};

}  // namespace

DateWords::DateWords(const Clock& clock, const QString& language)
    : clock_(clock), zone_("Europe/Paris")
{
    setLanguage(language);
}

void DateWords::setLanguage(const QString& language)
{
    locale_ = language == QLatin1String("en") ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                                              : QLocale(QLocale::French, QLocale::France);
    locale_.setNumberOptions(QLocale::OmitGroupSeparator);
}

QDate DateWords::today() const
{
    return dayOf(clock_.now());
}

QDate DateWords::dayOf(Instant instant) const
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), zone_).date();
}

Instant DateWords::startOf(const QDate& day) const
{
    return Instant(std::chrono::milliseconds(day.startOfDay(zone_).toMSecsSinceEpoch()));
}

Instant DateWords::endOf(const QDate& day) const
{
    return startOf(day.addDays(1));
}

Instant DateWords::at(const QDate& day, const QTime& time) const
{
    return Instant(std::chrono::milliseconds(QDateTime(day, time, zone_).toMSecsSinceEpoch()));
}

QString DateWords::hour(Instant instant) const
{
    const auto moment = QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), zone_);
    return moment.toString(QStringLiteral("HH:mm"));
}

QString DateWords::day(const QDate& day) const
{
    const qint64 ahead = today().daysTo(day);
    if (ahead == 0) return Said::tr("aujourd’hui");
    if (ahead == -1) return Said::tr("hier");
    if (ahead == 1) return Said::tr("demain");
    const bool isThisYear = day.year() == today().year();
    return locale_.toString(
        day, isThisYear ? QStringLiteral("ddd d MMM") : QStringLiteral("d MMM yyyy"));
}

QString DateWords::longDay(const QDate& day) const
{
    return locale_.toString(day, QStringLiteral("dddd d MMMM"));
}

QString DateWords::moment(Instant instant) const
{
    return day(instant) + QLatin1Char(' ') + hour(instant);
}

QString DateWords::shortMoment(Instant instant) const
{
    return dayOf(instant) == today() ? hour(instant) : day(instant);
}

QString DateWords::marginDay(Instant instant) const
{
    const QDate day = dayOf(instant);
    const qint64 ago = day.daysTo(today());
    if (ago == 0) return Said::tr("auj.");
    if (ago == 1) return Said::tr("hier", "in the margin, in few letters");
    if (ago > 1 && ago < 7) return locale_.toString(day, QStringLiteral("ddd"));
    return locale_.toString(day, QStringLiteral("d MMM"));
}

QString DateWords::duration(std::chrono::minutes duration) const
{
    const auto minutes = duration.count();
    if (minutes < 60) return QStringLiteral("%1\u00a0min").arg(minutes);
    return QStringLiteral("%1\u00a0h\u00a0%2")
        .arg(minutes / 60)
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

std::optional<int> DateWords::age(int year, int month, int day) const
{
    if (year == 0) return std::nullopt;
    const QDate now = today();
    const bool isBefore = month != 0 && (now.month() < month ||
                                         (now.month() == month && day != 0 && now.day() < day));
    return now.year() - year - (isBefore ? 1 : 0);
}

QString DateWords::number(double value, int decimals) const
{
    QString text = locale_.toString(value, 'f', decimals);
    return text.replace(QLatin1Char('-'), QChar(0x2212));
}

}  // namespace liaison
