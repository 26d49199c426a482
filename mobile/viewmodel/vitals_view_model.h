// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mobile/viewmodel/measure.h"
#include "mobile/viewmodel/row_list_model.h"
#include "mobile/viewmodel/workplace.h"

namespace liaison {

class VisitViewModel;

/// One measure after another, typed on a number pad. What is typed goes into the visit's draft with
/// each key; an impossible value has to be corrected, one outside the person's limits is only
/// marked.
class VitalsViewModel : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString label READ label NOTIFY changed)
    Q_PROPERTY(QString person READ person CONSTANT)
    Q_PROPERTY(QString stepText READ stepText NOTIFY changed)
    Q_PROPERTY(QStringList positions READ positions NOTIFY changed)
    Q_PROPERTY(int position READ position WRITE setPosition NOTIFY changed)
    Q_PROPERTY(QString firstLabel READ firstLabel NOTIFY changed)
    Q_PROPERTY(QString first READ first NOTIFY changed)
    Q_PROPERTY(QString secondLabel READ secondLabel NOTIFY changed)
    Q_PROPERTY(QString second READ second NOTIFY changed)
    Q_PROPERTY(int part READ part WRITE setPart NOTIFY changed)
    Q_PROPERTY(bool replaced READ isReplaced NOTIFY changed)
    Q_PROPERTY(QString unit READ unit NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString warning READ warning NOTIFY changed)
    Q_PROPERTY(bool below READ isBelow NOTIFY changed)
    Q_PROPERTY(bool hasBounds READ hasBounds NOTIFY changed)
    Q_PROPERTY(double boundLow READ boundLow NOTIFY changed)
    Q_PROPERTY(double boundHigh READ boundHigh NOTIFY changed)
    Q_PROPERTY(double mark READ mark NOTIFY changed)
    Q_PROPERTY(QString lowText READ lowText NOTIFY changed)
    Q_PROPERTY(QString highText READ highText NOTIFY changed)
    Q_PROPERTY(QString boundsSource READ boundsSource NOTIFY changed)
    Q_PROPERTY(liaison::RowListModel* earlier READ earlier CONSTANT)
    Q_PROPERTY(bool decimal READ isDecimal NOTIFY changed)
    Q_PROPERTY(QString decimalMark READ decimalMark CONSTANT)
    Q_PROPERTY(QString nextText READ nextText NOTIFY changed)

public:
    VitalsViewModel(Workplace& workplace, VisitViewModel& visit, std::vector<Measure> measures,
                    std::uint32_t first, QObject* parent = nullptr);

    QString label() const { return measure().label(); }
    QString person() const;
    QString stepText() const;
    QStringList positions() const;
    int position() const;
    void setPosition(int index);
    QString firstLabel() const
    {
        return measure().isPair() ? measure().parts()[0].label : QString();
    }
    QString first() const { return typed_.value(0); }
    QString secondLabel() const;
    QString second() const { return typed_.value(1); }
    int part() const { return part_; }
    void setPart(int part);
    /// The next digit takes the place of the number that stands there.
    bool isReplaced() const { return !isTypedAnew_ && !typed_.value(part_).isEmpty(); }
    QString unit() const { return measure().unit(); }
    QString problem() const { return problem_; }
    QString warning() const;
    bool isBelow() const;
    bool hasBounds() const;
    /// Positions on the bar, from 0 to 1.
    double boundLow() const;
    double boundHigh() const;
    double mark() const;
    QString lowText() const;
    QString highText() const;
    QString boundsSource() const;
    RowListModel* earlier() { return &earlier_; }
    bool isDecimal() const;
    QString decimalMark() const;
    QString nextText() const;

    Q_INVOKABLE void type(const QString& digit);
    Q_INVOKABLE void typeMark();
    Q_INVOKABLE void erase();
    Q_INVOKABLE void clear();
    /// To the second number, to the next measure, or back to the visit; stays when a value cannot
    /// be.
    Q_INVOKABLE void next();
    Q_INVOKABLE void skip();

Q_SIGNALS:
    void changed();
    void leave();

private:
    const Measure& measure() const { return measures_[static_cast<std::size_t>(index_)]; }
    MeasureBounds boundsOfPart(int part) const;
    int barPart() const;
    MeasureBounds bounds() const;
    const MeasurePart& barMeasure() const;
    std::optional<double> number(int part) const;
    std::string draftBytes() const;
    void take(int index);
    void keep();
    void beginAnew();
    bool hasRoom() const;
    bool check();
    void go();
    double onBar(double value) const;

    Workplace& workplace_;
    VisitViewModel& visit_;
    std::vector<Measure> measures_;
    int index_ = 0;
    int part_ = 0;
    bool isTypedAnew_ = false;  ///< a key was pressed in this number since it was come to
    bool hasMovedOn_ = false;   ///< come to by the last digit of the first number
    QStringList typed_;
    std::string position_;
    QString problem_;
    RowListModel earlier_;
};

}  // namespace liaison
