// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mobile/viewmodel/row_list_model.h"
#include "mobile/viewmodel/workplace.h"

namespace liaison {

class VisitViewModel;

/// The note of a visit: what it is about, Données, Actions, Résultats, and who should read it. It
/// is part of the visit's draft and saved with it.
class TransmissionViewModel : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString person READ person CONSTANT)
    Q_PROPERTY(bool editable READ isEditable NOTIFY changed)
    Q_PROPERTY(QString savedIcon READ savedIcon NOTIFY changed)
    Q_PROPERTY(QString savedText READ savedText NOTIFY changed)
    Q_PROPERTY(liaison::RowListModel* targets READ targets CONSTANT)
    Q_PROPERTY(liaison::RowListModel* otherTargets READ otherTargets CONSTANT)
    Q_PROPERTY(QString otherTargetsText READ otherTargetsText NOTIFY changed)
    Q_PROPERTY(liaison::RowListModel* parts READ parts CONSTANT)
    Q_PROPERTY(liaison::RowListModel* readers READ readers CONSTANT)
    Q_PROPERTY(bool urgent READ isUrgent WRITE setUrgent NOTIFY changed)
    Q_PROPERTY(QString addText READ addText CONSTANT)

public:
    /// `resumed` is the part where typing stopped, when the page is opened to go on there.
    TransmissionViewModel(Workplace& workplace, VisitViewModel& visit, QString resumed = {},
                          QObject* parent = nullptr);

    QString person() const;
    bool isEditable() const;
    QString savedIcon() const;
    QString savedText() const;
    RowListModel* targets() { return &targets_; }
    RowListModel* otherTargets() { return &otherTargets_; }
    QString otherTargetsText() const;
    RowListModel* parts() { return &parts_; }
    RowListModel* readers() { return &readers_; }
    bool isUrgent() const;
    void setUrgent(bool urgent);
    QString addText() const { return tr("Ajouter à la visite"); }

    Q_INVOKABLE void chooseTarget(int index);
    Q_INVOKABLE void chooseOtherTarget(int index);
    Q_INVOKABLE void chooseReader(int index);
    Q_INVOKABLE void write(int index, const QString& text);
    /// This part is being written: where typing stopped is kept with the text.
    Q_INVOKABLE void noteFocus(int index);
    /// The part to go on with, by its place; once, -1 when there is none.
    Q_INVOKABLE int resume();
    /// Back to the visit, which saves the note with all the rest.
    Q_INVOKABLE void add();

Q_SIGNALS:
    void changed();
    void leave();

private:
    std::uint32_t field(const char* name) const;
    QString text(const char* name) const;
    void writeCode(const char* name, const QString& code);
    void refresh();

    Workplace& workplace_;
    VisitViewModel& visit_;
    QString resumed_;
    RowListModel targets_;
    RowListModel otherTargets_;
    RowListModel parts_;
    RowListModel readers_;
};

}  // namespace liaison
