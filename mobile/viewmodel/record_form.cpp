// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/record_form.h"

#include <algorithm>
#include <utility>

#include "mobile/viewmodel/measure.h"
#include "mobile/viewmodel/value_words.h"
#include "shared/record/validate.h"
#include "shared/record/void_field.h"

namespace liaison {

QString RecordForm::placeOf(const RecordId& record, const QString& onlyField)
{
    return QStringLiteral("form/%1/%2").arg(QString::fromStdString(record.text()), onlyField);
}

RecordForm::RecordForm(Workplace& workplace, const RecordId& record, std::uint32_t kind,
                       const QString& onlyField, QObject* parent)
    : QObject(parent),
      workplace_(workplace),
      record_(record),
      kind_(workplace.schema().kind(kind)),
      onlyField_(onlyField),
      draft_(workplace, placeOf(record, onlyField)),
      fields_({"field", "label", "value", "unit", "problem", "previous", "multiline", "editable",
               "options", "foreignText", "foreignValue"})
{
    if (draft_.wasTakenUp()) resumed_ = QString::fromStdString(draft_.draft().focus);
    ensure(kind_ != nullptr, "a form over a kind that the schema does not have");
    connect(&workplace_, &Workplace::changed, this, &RecordForm::refresh);
    connect(&draft_, &KeptDraft::kept, this, &RecordForm::changed);
    connect(&draft_, &KeptDraft::failed, this, [this](const QString& sentence) {
        problem_ = sentence;
        Q_EMIT changed();
    });
    refresh();
}

QString RecordForm::title() const
{
    ValueWords words(workplace_);
    if (!onlyField_.isEmpty()) {
        if (const FieldSchema* field = kind_->field(onlyField_.toStdString())) {
            return words.label(*field);
        }
    }
    const auto& label = kind_->annotation.label();
    return QString::fromStdString(workplace_.words().isEnglish() ? label.en() : label.fr());
}

QString RecordForm::savedIcon() const
{
    return draft_.draft().isEmpty() ? QString() : QStringLiteral("check");
}

QString RecordForm::savedText() const
{
    if (!problem_.isEmpty()) return problem_;
    if (draft_.draft().isEmpty()) return {};
    return draft_.isKept() ? tr("Brouillon gardé sur ce téléphone") : tr("Enregistrement…");
}

bool RecordForm::isShown(const FieldSchema& field) const
{
    if (!onlyField_.isEmpty()) return field.name == onlyField_.toStdString();
    const bool isOwnBusiness = field.number == kVoidField || field.annotation.subject() ||
                               field.annotation.parent() || field.annotation.time();
    return !isOwnBusiness && ValueWords(workplace_).isEditable(field);
}

const FieldSchema* RecordForm::fieldAt(int index) const
{
    return kind_->field(fields_.value(index, "field").toString().toStdString());
}

QVariantMap RecordForm::rowOf(const FieldSchema& field)
{
    ValueWords words(workplace_);
    const QString name = QString::fromStdString(field.name);
    const std::string bytes = draft_.bytes(record_, kind_->number, field.number);
    const auto role = workplace_.role();
    const bool mayWrite = role == v1::ROLE_UNSPECIFIED || field.writableBy(role);
    QVariantMap row{{"field", name},
                    {"label", words.label(field)},
                    {"value", typed_.contains(name) ? typed_[name] : words.editing(field, bytes)},
                    {"unit", unitWords(field.annotation.unit())},
                    {"problem", problems_.value(name)},
                    {"previous", QString()},
                    {"multiline", field.annotation.multiline()},
                    {"editable", mayWrite && words.isEditable(field)},
                    {"options", words.options(field)},
                    {"foreignText", QString()},
                    {"foreignValue", QString()}};
    const auto foreign = draft_.foreign(record_, kind_->number, field.number);
    if (!foreign.empty()) {
        row["foreignText"] =
            tr("Modifié entre-temps par %1").arg(workplace_.authorName(foreign.back().dot));
        row["foreignValue"] =
            foreign.back().isEmptied() ? tr("Effacé") : words.reading(field, foreign.back().bytes);
    }
    return row;
}

void RecordForm::refresh()
{
    std::vector<QVariantMap> rows;
    for (const FieldSchema& field : kind_->fields) {
        if (isShown(field)) rows.push_back(rowOf(field));
    }
    fields_.show(std::move(rows));
    Q_EMIT changed();
}

void RecordForm::write(int index, const QString& text)
{
    if (const FieldSchema* field = fieldAt(index)) {
        writeField(QString::fromStdString(field->name), text);
    }
}

bool RecordForm::writeField(const QString& name, const QString& text)
{
    const FieldSchema* field = kind_->field(name.toStdString());
    if (field == nullptr) return false;
    problem_.clear();
    problems_.remove(name);
    typed_.remove(name);
    const auto bytes = ValueWords(workplace_).bytes(*field, text);
    const auto valid = bytes ? validatePatch(*kind_, *bytes, {})
                             : Result<Done>(Error{ErrorCode::wrongType, "no value"});
    if (valid) {
        draft_.write(record_, kind_->number, field->number, *bytes);
    } else {
        typed_[name] = text;
        const v1::Range& range = field->annotation.plausible();
        const int decimals = static_cast<int>(field->annotation.decimals());
        problems_[name] = field->annotation.has_plausible()
                              ? tr("Entre %1 et %2")
                                    .arg(workplace_.words().number(range.min(), decimals),
                                         workplace_.words().number(range.max(), decimals))
                              : Workplace::sentence(valid.error());
    }
    refresh();
    return bool(valid);
}

void RecordForm::noteFocus(int index)
{
    draft_.setFocus(fields_.value(index, "field").toString());
}

int RecordForm::resume()
{
    const QString name = std::exchange(resumed_, QString());
    for (int index = 0; index < fields_.count(); ++index) {
        if (!name.isEmpty() && fields_.value(index, "field").toString() == name) return index;
    }
    return -1;
}

void RecordForm::keepMine(int index)
{
    const FieldSchema* field = fieldAt(index);
    if (field == nullptr) return;
    draft_.sawToo(record_, kind_->number, field->number);
    refresh();
}

void RecordForm::takeTheirs(int index)
{
    const FieldSchema* field = fieldAt(index);
    if (field == nullptr) return;
    typed_.remove(QString::fromStdString(field->name));
    draft_.forget(record_, field->number);
    refresh();
}

void RecordForm::save()
{
    if (!problems_.isEmpty()) {
        problem_ = tr("Une valeur est à corriger.");
        Q_EMIT changed();
        return;
    }
    const auto done = draft_.save();
    if (!done && done.error().code != ErrorCode::empty) {
        problem_ = Workplace::sentence(done.error());
        Q_EMIT changed();
        return;
    }
    Q_EMIT saved();
    Q_EMIT leave();
}

}  // namespace liaison
