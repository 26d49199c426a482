// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/timeline.h"

#include <QCoreApplication>

#include "liaison/v1/care.pb.h"
#include "mobile/viewmodel/code_words.h"
#include "mobile/viewmodel/file_words.h"
#include "mobile/viewmodel/measure.h"
#include "mobile/viewmodel/value_words.h"

namespace liaison {

namespace {

struct Said {
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

struct Sentence {
    QString title;
    QString words;
    bool isLeftOut = false;
};

Sentence visitSentence(const v1::Visit& visit, bool english)
{
    const QString status = codeWords("visit_status", visit.status(), english);
    const QString purpose = text(visit.purpose());
    const bool isAhead = visit.status() == "PREVUE" || visit.status() == "EN_COURS";
    return {purpose.isEmpty() ? Said::tr("Visite") : purpose, status, isAhead};
}

Sentence actSentence(const v1::Intervention& act, bool english)
{
    const QString label = act.label().empty() ? codeWords("prestation", act.prestation(), english)
                                              : text(act.label());
    // Acts done as planned are the visit's; what was not done, or done without one, stands here.
    const bool isPlain = act.outcome().empty() || (act.outcome() == "FAIT" && act.has_visit());
    QStringList words;
    if (act.outcome() != "FAIT") words << codeWords("outcome", act.outcome(), english);
    if (!act.reason_text().empty()) {
        words << text(act.reason_text());
    } else if (!act.reason().empty()) {
        words << codeWords("not_done_reason", act.reason(), english);
    }
    if (!act.note().empty()) words << text(act.note());
    return {label, words.join(QStringLiteral("\u00a0: ")), isPlain};
}

Sentence vitalsSentence(Workplace& workplace, const RecordReading& reading)
{
    const bool english = workplace.words().isEnglish();
    QStringList parts;
    for (const Measure& measure : Measure::of(*workplace.schema().kind("Vitals"), english)) {
        const FieldReading* field = reading.field(measure.number());
        if (field == nullptr || field->shown().isEmptied()) continue;
        QString part = measure.label() + QLatin1Char(' ') +
                       measure.text(field->shown().bytes, workplace.words());
        if (!measure.unit().isEmpty() && !measure.isPair()) {
            part += QChar(0x00a0) + measure.unit();
        }
        parts << part;
    }
    return {Said::tr("Constantes"), parts.join(QStringLiteral(", ")), parts.isEmpty()};
}

Sentence noteSentence(const v1::Transmission& note, bool english)
{
    QString title = codeWords("cible", note.cible(), english);
    if (title.isEmpty()) title = text(note.cible_text());
    if (title.isEmpty()) title = Said::tr("Transmission");
    QStringList parts;
    for (const std::string* part : {&note.data(), &note.actions(), &note.results()}) {
        if (!part->empty()) parts << text(*part);
    }
    return {title, parts.join(QLatin1Char('\n')), false};
}

Sentence incidentSentence(const v1::Incident& incident, bool english)
{
    QStringList parts;
    if (!incident.text().empty()) parts << text(incident.text());
    const auto& fall = incident.fall();
    if (!fall.place().empty()) parts << codeWords("fall_place", fall.place(), english);
    if (!fall.injury().empty()) parts << codeWords("fall_injury", fall.injury(), english);
    return {codeWords("incident_nature", incident.nature(), english),
            parts.join(QStringLiteral(". ")), false};
}

Sentence attachmentSentence(const v1::Attachment& attachment, const DateWords& words)
{
    const auto& content = attachment.content();
    const QString what = formatWords(content.media_type());
    const QString size = sizeWords(content.size(), words);
    if (attachment.caption().empty()) return {what, size, false};
    return {text(attachment.caption()), what + QStringLiteral(", ") + size, false};
}

Sentence anySentence(Workplace& workplace, const KindSchema& kind, const RecordReading& reading)
{
    ValueWords words(workplace);
    QStringList parts;
    for (const FieldSchema& field : kind.fields) {
        const FieldReading* value = reading.field(field.number);
        const bool isKey =
            field.annotation.subject() || field.annotation.parent() || field.annotation.time();
        if (value == nullptr || isKey) continue;
        parts << words.reading(field, value->shown().bytes);
    }
    parts.removeAll(QString());
    const auto& label = kind.annotation.label();
    return {QString::fromStdString(workplace.words().isEnglish() ? label.en() : label.fr()),
            parts.join(QStringLiteral(", ")), parts.isEmpty()};
}

Sentence sentenceOf(Workplace& workplace, const KindSchema& kind, const RecordReading& reading)
{
    const bool english = workplace.words().isEnglish();
    const std::string shown = reading.shownMessage();
    const auto as = [&](auto message) {
        message.ParseFromString(shown);
        return message;
    };
    if (kind.name == "Visit") return visitSentence(as(v1::Visit()), english);
    if (kind.name == "Intervention") return actSentence(as(v1::Intervention()), english);
    if (kind.name == "Vitals") return vitalsSentence(workplace, reading);
    if (kind.name == "Transmission") return noteSentence(as(v1::Transmission()), english);
    if (kind.name == "Incident") return incidentSentence(as(v1::Incident()), english);
    if (kind.name == "Attachment") {
        return attachmentSentence(as(v1::Attachment()), workplace.words());
    }
    if (kind.name == "Caregiver" || kind.name == "Review") return {{}, {}, true};
    return anySentence(workplace, kind, reading);
}

/// Adds to the row of an attachment its small picture and, once the centre has the edit, where the
/// file is.
void addFile(Workplace& workplace, const RecordReading& reading, bool isEditReceived,
             QVariantMap& entry)
{
    v1::Attachment attachment;
    attachment.ParseFromString(reading.shownMessage());
    entry["picture"] = pictureAddress(workplace, attachment.thumbnail());
    if (!isEditReceived) return;
    const auto where = fileWhereabouts(workplace, attachment.content());
    entry["stateIcon"] = where.icon;
    entry["stateText"] = where.text;
    entry["stateTone"] = where.tone;
}

}  // namespace

std::vector<QVariantMap> timelineOf(Workplace& workplace, const RecordId& person, std::size_t most)
{
    RecordQuery query;
    query.subject = person;
    query.order = RecordQuery::Order::atDescending;
    query.limit = most * 4;
    const auto rows = workplace.ledger().records(query);
    const auto refusals = workplace.refusals();
    std::vector<QVariantMap> entries;
    for (const RecordRow& row : rows ? *rows : std::vector<RecordRow>{}) {
        const KindSchema* kind = workplace.schema().kind(row.kind);
        const auto state = RecordState::read(row.id, row.state);
        if (entries.size() == most) break;
        if (kind == nullptr || !state || !row.at) continue;
        const RecordReading reading(*state);
        const Sentence sentence = sentenceOf(workplace, *kind, reading);
        if (sentence.isLeftOut) continue;
        const auto refusal = refusals.find(row.id);
        const bool isRefused =
            refusal != refusals.end() && refusal->second.sequence >= row.sequence.value_or(0);
        // What the centre has is the rule; only what it lacks is said.
        const auto where =
            !row.sequence || isRefused ? workplace.whereabouts(row.id) : Workplace::Whereabouts{};
        entries.push_back(
            {{"record", QString::fromStdString(row.id.text())},
             {"day", workplace.words().marginDay(*row.at)},
             {"hour", workplace.words().hour(*row.at)},
             {"title", sentence.title},
             {"words", sentence.words},
             {"author", reading.fields().empty()
                            ? QString()
                            : workplace.authorName(reading.fields().begin()->second.shown().dot)},
             {"stateIcon", where.icon},
             {"stateText", where.text},
             {"stateTone", where.tone},
             {"picture", QString()}});
        if (kind->name == "Attachment") {
            addFile(workplace, reading, row.sequence && !isRefused, entries.back());
        }
    }
    return entries;
}

}  // namespace liaison
