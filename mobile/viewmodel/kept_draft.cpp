// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/kept_draft.h"

#include <QCoreApplication>
#include <algorithm>

namespace liaison {

namespace {

using namespace std::chrono_literals;

constexpr auto kKeepAfter = 400ms;

}  // namespace

KeptDraft::KeptDraft(Workplace& workplace, QString place, QObject* parent)
    : QObject(parent), workplace_(workplace), place_(std::move(place))
{
    pending_.setSingleShot(true);
    pending_.setInterval(kKeepAfter);
    connect(&pending_, &QTimer::timeout, this, &KeptDraft::flush);
    connect(qApp, &QCoreApplication::aboutToQuit, this, &KeptDraft::flush);
    connect(&workplace_, &Workplace::keepAsked, this, &KeptDraft::flush);
    draft_.begunAt = workplace.now();
    const auto kept = workplace.device().draft(place_.toStdString());
    if (!kept || !*kept) return;
    if (auto read = SaveDraft::read((*kept)->bytes)) {
        draft_ = *std::move(read);
        wasTakenUp_ = true;
        isStored_ = true;
    }
}

KeptDraft::~KeptDraft()
{
    flush();
}

/// The clock starts at the first key: steady typing is kept every 400 ms as well.
void KeptDraft::keepSoon()
{
    isKeptAsIs_ = false;
    if (!pending_.isActive()) pending_.start();
}

void KeptDraft::write(const RecordId& record, std::uint32_t kind, std::uint32_t field,
                      std::string bytes)
{
    draft_.of(record, kind).touch(field, workplace_.reading(record, kind), std::move(bytes));
    keepSoon();
    Q_EMIT written();
}

void KeptDraft::forget(const RecordId& record, std::uint32_t field)
{
    for (ChangeDraft& change : draft_.changes) {
        if (change.record == record) change.untouch(field);
    }
    keepSoon();
    Q_EMIT written();
}

void KeptDraft::sawToo(const RecordId& record, std::uint32_t kind, std::uint32_t field)
{
    for (const Value& value : foreign(record, kind, field)) {
        draft_.of(record, kind).sawToo(field, value.dot);
    }
    keepSoon();
    Q_EMIT written();
}

void KeptDraft::setFocus(const QString& focus)
{
    if (draft_.focus == focus.toStdString()) return;
    draft_.focus = focus.toStdString();
    if (!draft_.isEmpty()) keepSoon();
}

std::string KeptDraft::bytes(const RecordId& record, std::uint32_t kind, std::uint32_t field)
{
    const ChangeDraft* change = draft_.find(record);
    const TouchedField* touched = change == nullptr ? nullptr : change->touched(field);
    if (touched != nullptr) return touched->now;
    const RecordReading reading = workplace_.reading(record, kind);
    const FieldReading* read = reading.field(field);
    return read == nullptr ? std::string() : read->shown().bytes;
}

std::vector<Value> KeptDraft::foreign(const RecordId& record, std::uint32_t kind,
                                      std::uint32_t field)
{
    const ChangeDraft* change = draft_.find(record);
    const TouchedField* touched = change == nullptr ? nullptr : change->touched(field);
    const RecordReading reading = workplace_.reading(record, kind);
    const FieldReading* read = touched == nullptr ? nullptr : reading.field(field);
    if (read == nullptr) return {};
    std::vector<Value> foreign;
    for (const Value& value : read->values) {
        const bool wasSeen =
            std::find(touched->base.begin(), touched->base.end(), value.dot) != touched->base.end();
        if (!wasSeen && value.bytes != touched->now) foreign.push_back(value);
    }
    return foreign;
}

Result<Dot> KeptDraft::save()
{
    pending_.stop();
    auto saved = workplace_.save(draft_.changes, place_);
    if (!saved) {
        flush();
        return saved;
    }
    draft_ = {};
    draft_.begunAt = workplace_.now();
    isStored_ = false;
    return saved;
}

void KeptDraft::flush()
{
    pending_.stop();
    if (draft_.isEmpty()) {
        if (isStored_) drop();
        return;
    }
    // When it was typed stays true: a page that is only looked at does not make its draft newer.
    if (isKeptAsIs_) return;
    isStored_ = true;
    const auto kept =
        workplace_.device().keepDraft({place_.toStdString(), draft_.bytes(), workplace_.now()});
    isKeptAsIs_ = bool(kept);
    if (kept) {
        Q_EMIT this->kept();
    } else {
        Q_EMIT failed(Workplace::sentence(kept.error()));
    }
}

void KeptDraft::drop()
{
    pending_.stop();
    draft_ = {};
    draft_.begunAt = workplace_.now();
    isStored_ = false;
    const auto dropped = workplace_.device().dropDraft(place_.toStdString());
    if (!dropped) Q_EMIT failed(Workplace::sentence(dropped.error()));
}

}  // namespace liaison
