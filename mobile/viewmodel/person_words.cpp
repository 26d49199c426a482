// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/person_words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include "mobile/viewmodel/code_words.h"

namespace liaison {

namespace {

using namespace std::chrono_literals;

constexpr auto kRecently = 48h;

struct Said {
    Q_DECLARE_TR_FUNCTIONS(PersonWords)
};

QVariantMap badge(const char* icon, const QString& text, const char* tone)
{
    return {
        {"icon", QString::fromLatin1(icon)}, {"text", text}, {"tone", QString::fromLatin1(tone)}};
}

/// What a badge has room for: the words before the first stop. The whole stands on the page.
QString firstClause(const std::string& text)
{
    static const QRegularExpression stop(QStringLiteral("[\\n.;:]"));
    return QString::fromStdString(text).section(stop, 0, 0).trimmed();
}

QString firstLine(const std::string& text)
{
    return QString::fromStdString(text).section(QLatin1Char('\n'), 0, 0).trimmed();
}

}  // namespace

QString identityLine(const v1::Person& person, const DateWords& dates)
{
    QStringList parts;
    const v1::Date& birth = person.birth_date();
    if (const auto age = dates.age(birth.year(), birth.month(), birth.day())) {
        parts << Said::tr("%1 ans").arg(*age);
    }
    if (!person.address().city().empty()) parts << QString::fromStdString(person.address().city());
    if (!person.living_arrangement().empty()) {
        const QString alone = person.sex() == "M" ? Said::tr("vit seul") : Said::tr("vit seule");
        parts << (person.living_arrangement() == "SEUL"
                      ? alone
                      : codeWords("living_arrangement", person.living_arrangement(),
                                  dates.isEnglish())
                            .toLower());
    }
    return parts.join(QStringLiteral(", "));
}

QVariantList lastingBadges(const v1::Person& person, bool english)
{
    QVariantList badges;
    if (person.has_gir()) {
        badges << badge("accessibility", QStringLiteral("GIR\u00a0%1").arg(person.gir()), "encre");
    }
    if (!person.allergies().empty()) {
        badges << badge("healing", Said::tr("Allergie : %1").arg(firstClause(person.allergies())),
                        "garance");
    }
    if (!person.walking_aid().empty() && person.walking_aid() != "AUCUNE") {
        badges << badge("directions_walk", codeWords("walking_aid", person.walking_aid(), english),
                        "calm");
    }
    return badges;
}

QVariantList presentBadges(Workplace& workplace, const RecordId& id, const v1::Person& person)
{
    QVariantList badges;
    RecordQuery recent;
    recent.kind = workplace.schema().kind("Incident")->number;
    recent.subject = id;
    recent.from = workplace.now() - kRecently;
    recent.order = RecordQuery::Order::atDescending;
    const auto incidents = workplace.ledger().records(recent);
    for (const RecordRow& row : incidents ? *incidents : std::vector<RecordRow>{}) {
        const auto incident = workplace.shown<v1::Incident>(row.id);
        if (incident.nature() != "CHUTE" || !row.at) continue;
        badges << badge("report_problem", Said::tr("Chute %1").arg(workplace.words().day(*row.at)),
                        "ocre");
        break;
    }
    if (person.care_status() == "HOSPITALISEE") {
        badges << badge("local_hospital", Said::tr("Hospitalisée"), "calm");
    }
    if (!person.precautions().empty()) {
        badges << badge("pan_tool", firstClause(person.precautions()), "calm");
    }
    return badges;
}

QString placeLine(const v1::Person& person)
{
    QStringList parts;
    if (!person.address().city().empty()) parts << QString::fromStdString(person.address().city());
    if (!person.access().empty()) parts << firstLine(person.access());
    return parts.join(QStringLiteral(", "));
}

QString initials(const std::string& givenName, const std::string& familyName)
{
    return QString::fromStdString(givenName).left(1).toUpper() +
           QString::fromStdString(familyName).left(1).toUpper();
}

QString initials(const QString& name)
{
    const QString family = name.section(QLatin1Char(' '), 1).section(QLatin1Char(' '), -1);
    return initials(name.section(QLatin1Char(' '), 0, 0).toStdString(), family.toStdString());
}

QString folded(const QString& text)
{
    QString folded;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (c.category() != QChar::Mark_NonSpacing) folded += c.toCaseFolded();
    }
    return folded;
}

}  // namespace liaison
