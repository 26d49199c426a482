// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QLocale>
#include <QString>
#include <QTimeZone>
#include <optional>

#include "shared/base/time.h"

namespace liaison {

/// Moments in the words of the application: "10:42", "hier", "lun. 14 sept.".
///
/// Days are those of Europe/Paris whatever the phone is set to. The words follow the language that
/// was set last.
class DateWords {
public:
    /// `clock` must outlive it. `language` is "fr" or "en".
    explicit DateWords(const Clock& clock, const QString& language = QStringLiteral("fr"));

    void setLanguage(const QString& language);
    const QLocale& locale() const { return locale_; }
    bool isEnglish() const { return locale_.language() == QLocale::English; }

    QDate today() const;
    QDate dayOf(Instant instant) const;
    /// The first moment of a day, and the first of the next.
    Instant startOf(const QDate& day) const;
    Instant endOf(const QDate& day) const;
    /// A moment of a day at this hour.
    Instant at(const QDate& day, const QTime& time) const;

    /// 08:00
    QString hour(Instant instant) const;
    /// "aujourd’hui", "hier", "demain", "lun. 14 sept.", with the year when it is another one.
    QString day(const QDate& day) const;
    QString day(Instant instant) const { return day(dayOf(instant)); }
    /// "mardi 15 septembre"
    QString longDay(const QDate& day) const;
    /// "aujourd’hui 10:42", "hier 18:06", "lun. 14 sept. 17:55"
    QString moment(Instant instant) const;
    /// "10:12" today, "hier", "lun. 14 sept." before: for a narrow place.
    QString shortMoment(Instant instant) const;
    /// "auj.", "hier", "sam." within the last week, "14 sept." before: for the margin of a page.
    QString marginDay(Instant instant) const;
    /// "24 min", "1 h 05"
    QString duration(std::chrono::minutes duration) const;
    /// Years between a birth date and today; none when the year is unknown.
    std::optional<int> age(int year, int month, int day) const;
    /// A number with the decimals of its field: "54,2".
    QString number(double value, int decimals) const;

    Instant now() const { return clock_.now(); }

private:
    const Clock& clock_;
    QTimeZone zone_;
    QLocale locale_;
};

}  // namespace liaison
