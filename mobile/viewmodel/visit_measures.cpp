// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "mobile/viewmodel/field_bytes.h"
#include "mobile/viewmodel/measure_history.h"
#include "mobile/viewmodel/transmission_view_model.h"
#include "mobile/viewmodel/visit_view_model.h"
#include "mobile/viewmodel/vitals_view_model.h"

namespace liaison {

namespace {

/// Shown on every visit, also when nothing was measured yet.
constexpr std::array kAlwaysShown = {"blood_pressure", "heart_rate", "weight"};

bool isAlwaysShown(const Measure& measure)
{
    return std::any_of(kAlwaysShown.begin(), kAlwaysShown.end(),
                       [&](const char* name) { return measure.name() == name; });
}

}  // namespace

QVariantMap VisitViewModel::measureRow(const Measure& measure)
{
    const std::string bytes = draft_.bytes(vitalsRecord_, kind("Vitals"), measure.number());
    const auto earlier = earlierReadings(workplace_, person_, measure, vitalsRecord_, 1);
    const auto outside = outsideOf(workplace_, person_, measure, bytes);
    QString previous;
    if (!earlier.empty()) {
        previous = tr("avant %1").arg(earlier.front().value);
        if (!measure.unit().isEmpty() && !measure.isPair()) {
            previous += QChar(0x00a0) + measure.unit();
        }
    }
    return {{"number", measure.number()},
            {"label", measure.label()},
            {"value", measure.text(bytes, workplace_.words())},
            {"unit", measure.unit()},
            {"previous", previous},
            {"warning", outside.words},
            {"below", outside.isBelow}};
}

void VisitViewModel::showVitals()
{
    std::vector<QVariantMap> shown;
    std::vector<QVariantMap> others;
    for (const Measure& measure : measures_) {
        if (!measure.field().writableBy(workplace_.role()) &&
            workplace_.role() != v1::ROLE_UNSPECIFIED) {
            continue;
        }
        QVariantMap row = measureRow(measure);
        const bool isChosen = std::find(shownMeasures_.begin(), shownMeasures_.end(),
                                        measure.number()) != shownMeasures_.end();
        const bool isWritten = !row["value"].toString().isEmpty();
        auto& list = isAlwaysShown(measure) || isChosen || isWritten ? shown : others;
        list.push_back(std::move(row));
    }
    vitals_.show(std::move(shown));
    otherVitals_.show(std::move(others));
}

void VisitViewModel::open(const Measure& measure)
{
    std::vector<Measure> sequence;
    for (int index = 0; index < vitals_.count(); ++index) {
        const auto number = vitals_.value(index, "number").toUInt();
        const auto found = std::find_if(measures_.begin(), measures_.end(),
                                        [&](const Measure& one) { return one.number() == number; });
        if (found != measures_.end()) sequence.push_back(*found);
    }
    Q_EMIT vitalsOpened(
        new VitalsViewModel(workplace_, *this, std::move(sequence), measure.number(), this));
}

void VisitViewModel::openVitals(int index)
{
    const auto number = vitals_.value(index, "number").toUInt();
    for (const Measure& measure : measures_) {
        if (measure.number() == number && isEditable_) return open(measure);
    }
}

void VisitViewModel::addVital(int index)
{
    const auto number = otherVitals_.value(index, "number").toUInt();
    shownMeasures_.push_back(number);
    refresh();
    for (const Measure& measure : measures_) {
        if (measure.number() == number && isEditable_) return open(measure);
    }
}

void VisitViewModel::showNotes()
{
    const auto row = [&](const char* letter, const QString& label, const char* name) {
        return QVariantMap{{"field", QString::fromLatin1(name)},
                           {"letter", QString::fromLatin1(letter)},
                           {"label", label},
                           {"value", textOf(noteRecord_, "Transmission", name)}};
    };
    notes_.show({row("D", tr("Données"), "data"), row("A", tr("Actions"), "actions"),
                 row("R", tr("Résultats"), "results")});
}

void VisitViewModel::finish()
{
    if (!isEditable_) return;
    const Instant now = workplace_.now();
    const std::uint32_t actual = field("Visit", "actual");
    v1::Visit visit;
    visit.ParseFromString(draft_.bytes(visit_, kind("Visit"), actual));
    if (!visit.actual().has_start()) {
        visit.mutable_actual()->set_start(draft_.draft().begunAt.time_since_epoch().count());
    }
    visit.mutable_actual()->set_end(
        std::max<std::int64_t>(now.time_since_epoch().count(), visit.actual().start()));
    draft_.write(visit_, kind("Visit"), actual, visit.SerializeAsString());
    writeText(visit_, "Visit", "status", QStringLiteral("REALISEE"));
    for (const char* kindName : {"Vitals", "Transmission"}) {
        const RecordId& record =
            std::string_view(kindName) == "Vitals" ? vitalsRecord_ : noteRecord_;
        const ChangeDraft* change = draft_.draft().find(record);
        const bool isEmpty =
            change == nullptr || std::all_of(change->fields.begin(), change->fields.end(),
                                             [](const auto& one) { return one.now.empty(); });
        if (isEmpty) continue;
        const auto known = workplace_.ledger().record(record);
        if (known && *known) continue;
        draft_.write(record, kind(kindName), field(kindName, "person"),
                     idBytes(field(kindName, "person"), person_));
        draft_.write(record, kind(kindName), field(kindName, "visit"),
                     idBytes(field(kindName, "visit"), visit_));
        draft_.write(record, kind(kindName), field(kindName, "at"),
                     integerBytes(field(kindName, "at"), now.time_since_epoch().count()));
    }
    const auto saved = draft_.save();
    if (!saved) {
        Q_EMIT failed(Workplace::sentence(saved.error()));
        return;
    }
    finishedText_ = tr("Visite terminée");
    undo_.start();
    refresh();
    Q_EMIT finished();
}

void VisitViewModel::undo()
{
    if (!isUndoable()) return;
    undo_.stop();
    v1::Visit visit;
    const std::uint32_t actual = field("Visit", "actual");
    visit.ParseFromString(draft_.bytes(visit_, kind("Visit"), actual));
    visit.mutable_actual()->clear_end();
    draft_.write(visit_, kind("Visit"), actual, visit.SerializeAsString());
    writeText(visit_, "Visit", "status", QStringLiteral("EN_COURS"));
    const auto saved = draft_.save();
    if (!saved) Q_EMIT failed(Workplace::sentence(saved.error()));
    refresh();
}

}  // namespace liaison
