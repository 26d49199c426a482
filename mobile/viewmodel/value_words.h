// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariantList>
#include <optional>
#include <string>

#include "mobile/viewmodel/workplace.h"

namespace liaison {

/// Values of fields in words, and words as values of fields, for every kind of the schema: code
/// lists by their labels, numbers with their decimals and units, moments and dates as people say
/// them, ids by the names of what they point to, sub-messages part by part.
class ValueWords {
public:
    explicit ValueWords(Workplace& workplace) : workplace_(workplace) {}

    /// What a field with these bytes says to a reader; nothing for no bytes.
    QString reading(const FieldSchema& field, const std::string& bytes);
    /// What a field with these bytes shows in a form: the code of a code list, a number without its
    /// unit, the text itself.
    QString editing(const FieldSchema& field, const std::string& bytes);
    /// The bytes that a text typed in a form stands for; empty bytes for no text; none when the
    /// text is no value of this field.
    std::optional<std::string> bytes(const FieldSchema& field, const QString& text);
    /// True when a form can edit this field as one text or one choice.
    bool isEditable(const FieldSchema& field) const;
    /// The choices of a code list, or of an enumeration and a yes-no: `code` and `text`.
    QVariantList options(const FieldSchema& field) const;
    QString label(const FieldSchema& field) const;

private:
    QString part(const google::protobuf::Message& message,
                 const google::protobuf::FieldDescriptor& field, int index);
    QString messageWords(const google::protobuf::Message& message);
    QString nameOf(const RecordId& record);

    Workplace& workplace_;
};

}  // namespace liaison
