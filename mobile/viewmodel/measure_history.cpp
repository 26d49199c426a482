// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/measure_history.h"

#include <QCoreApplication>

namespace liaison {

namespace {

constexpr std::size_t kRecordsRead = 40;

struct Said {
    Q_DECLARE_TR_FUNCTIONS(MeasureHistory)
};

}  // namespace

std::vector<EarlierReading> earlierReadings(Workplace& workplace, const RecordId& person,
                                            const Measure& measure, const RecordId& but,
                                            std::size_t most)
{
    RecordQuery query;
    query.kind = workplace.schema().kind("Vitals")->number;
    query.subject = person;
    query.order = RecordQuery::Order::atDescending;
    query.limit = kRecordsRead;
    const auto rows = workplace.ledger().records(query);
    std::vector<EarlierReading> earlier;
    for (const RecordRow& row : rows ? *rows : std::vector<RecordRow>{}) {
        const auto state = RecordState::read(row.id, row.state);
        if (earlier.size() == most || !state) break;
        if (row.id == but || !row.at) continue;
        const RecordReading reading(*state);
        const FieldReading* field = reading.field(measure.number());
        if (field == nullptr || field->shown().isEmptied()) continue;
        earlier.push_back({workplace.words().day(*row.at),
                           measure.text(field->shown().bytes, workplace.words())});
    }
    return earlier;
}

MeasureBounds boundsFor(Workplace& workplace, const RecordId& person, const Measure& measure,
                        std::size_t part)
{
    const KindSchema& kind = *workplace.schema().kind("Person");
    const std::string shown = workplace.reading(person, kind.number).shownMessage();
    const std::string name =
        measure.isPair() ? measure.parts()[part].descriptor->name() : measure.name();
    return boundsOf(shown, kind, name);
}

OutsideBounds outsideOf(Workplace& workplace, const RecordId& person, const Measure& measure,
                        const std::string& bytes)
{
    const auto numbers = measure.numbers(bytes);
    for (std::size_t part = 0; part < numbers.size(); ++part) {
        if (!numbers[part]) continue;
        const MeasureBounds bounds = boundsFor(workplace, person, measure, part);
        const int decimals = measure.parts()[part].decimals;
        if (bounds.high && *numbers[part] > *bounds.high) {
            return {
                Said::tr("au-dessus de %1").arg(workplace.words().number(*bounds.high, decimals)),
                false};
        }
        if (bounds.low && *numbers[part] < *bounds.low) {
            return {
                Said::tr("en dessous de %1").arg(workplace.words().number(*bounds.low, decimals)),
                true};
        }
    }
    return {};
}

}  // namespace liaison
