// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "mobile/viewmodel/date_words.h"
#include "shared/record/schema.h"

namespace liaison {

/// A person's own limits for one number.
struct MeasureBounds {
    std::optional<double> low;
    std::optional<double> high;
    QString setBy;
};

/// One number of a measure: the only one, or one of a pair such as a blood pressure.
struct MeasurePart {
    const google::protobuf::FieldDescriptor* descriptor = nullptr;
    QString label;
    int decimals = 0;
    double low = 0;  ///< plausible range
    double high = 0;
};

/// Something that can be measured: a field of Vitals that is a number, or a pair that means
/// something only together, as the annotations say.
class Measure {
public:
    /// The measures of a kind in the order of its fields.
    static std::vector<Measure> of(const KindSchema& kind, bool english);

    std::uint32_t number() const { return field_->number; }
    const std::string& name() const { return field_->name; }
    const FieldSchema& field() const { return *field_; }
    const QString& label() const { return label_; }
    /// "mmHg", "/min", "kg"
    const QString& unit() const { return unit_; }
    const std::vector<MeasurePart>& parts() const { return parts_; }
    bool isPair() const { return parts_.size() > 1; }

    /// The numbers in the bytes of the field; none that is absent.
    std::vector<std::optional<double>> numbers(const std::string& bytes) const;
    /// The bytes of the field with these numbers; a pair keeps its position when it has one.
    std::string bytes(const std::vector<double>& numbers, const std::string& position) const;
    std::string position(const std::string& bytes) const;
    /// "152/84", "54,2"; nothing for no bytes.
    QString text(const std::string& bytes, const DateWords& words) const;
    /// The code list of the position, empty when the measure has none.
    std::string positionList() const;

private:
    const KindSchema* kind_ = nullptr;
    const FieldSchema* field_ = nullptr;
    QString label_;
    QString unit_;
    std::vector<MeasurePart> parts_;
};

/// The limits that a Person record has for this part ("systolic", "weight").
MeasureBounds boundsOf(const std::string& personBytes, const KindSchema& person,
                       const std::string& name);

/// A UCUM unit as people read it: "mm[Hg]" is "mmHg", "Cel" is "°C", "{score}" is nothing.
QString unitWords(const std::string& ucum);

}  // namespace liaison
