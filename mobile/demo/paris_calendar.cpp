// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/demo/paris_calendar.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include "shared/base/ensure.h"

namespace liaison::demo {

namespace {

const QLocale kFrench(QLocale::French, QLocale::France);

const QTimeZone& paris()
{
    static const QTimeZone zone("Europe/Paris");
    ensure(zone.isValid(), "this machine does not know the time in France: package tzdata");
    return zone;
}

QDate dateOf(Day day)
{
    const std::chrono::year_month_day date(day);
    return QDate(int(date.year()), int(unsigned(date.month())), int(unsigned(date.day())));
}

QDateTime there(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), paris());
}

}  // namespace

Instant at(Day day, int minutes)
{
    const QDateTime moment(dateOf(day), QTime(0, 0).addSecs(minutes * 60), paris());
    return Instant(std::chrono::milliseconds(moment.toMSecsSinceEpoch()));
}

Day dayOf(Instant instant)
{
    const QDate date = there(instant).date();
    return Day(std::chrono::year(date.year()) / date.month() / date.day());
}

int minutesOf(Instant instant)
{
    return there(instant).time().msecsSinceStartOfDay() / 60'000;
}

std::string hourText(Instant instant)
{
    return there(instant).toString(QStringLiteral("HH:mm")).toStdString();
}

std::string dayText(Day day)
{
    return kFrench.toString(dateOf(day), QStringLiteral("dddd d MMMM yyyy")).toStdString();
}

std::string shortDayText(Day day)
{
    return kFrench.toString(dateOf(day), QStringLiteral("ddd d MMM")).toStdString();
}

unsigned weekdayOf(Day day)
{
    return std::chrono::weekday(day).iso_encoding() - 1;
}

}  // namespace liaison::demo
