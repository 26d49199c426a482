// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "liaison/v1/care.pb.h"
#include "mobile/viewmodel/kept_draft.h"
#include "mobile/viewmodel/measure.h"
#include "mobile/viewmodel/row_list_model.h"

namespace liaison {

class TransmissionViewModel;
class VitalsViewModel;

/// A visit as it is written: the acts that were planned, what was measured, what is handed on. All
/// of it is one save, made by `finish`; until then everything typed is kept on this phone.
///
/// A visit begins when it is opened on its day. After `finish` it can be taken up again for ten
/// seconds.
class VisitViewModel : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString person READ person NOTIFY changed)
    Q_PROPERTY(bool editable READ isEditable NOTIFY changed)
    Q_PROPERTY(QString savedIcon READ savedIcon NOTIFY changed)
    Q_PROPERTY(QString savedText READ savedText NOTIFY changed)
    Q_PROPERTY(QString runningText READ runningText NOTIFY changed)
    Q_PROPERTY(QString sinceText READ sinceText NOTIFY changed)
    Q_PROPERTY(QString newsText READ newsText NOTIFY changed)
    Q_PROPERTY(int plannedCount READ plannedCount NOTIFY changed)
    Q_PROPERTY(liaison::RowListModel* planned READ planned CONSTANT)
    Q_PROPERTY(liaison::RowListModel* reasons READ reasons CONSTANT)
    Q_PROPERTY(liaison::RowListModel* vitals READ vitals CONSTANT)
    Q_PROPERTY(liaison::RowListModel* otherVitals READ otherVitals CONSTANT)
    Q_PROPERTY(liaison::RowListModel* notes READ notes CONSTANT)
    Q_PROPERTY(QString target READ target NOTIFY changed)
    Q_PROPERTY(bool undoable READ isUndoable NOTIFY changed)
    Q_PROPERTY(QString finishedText READ finishedText NOTIFY changed)

public:
    VisitViewModel(Workplace& workplace, const RecordId& visit, QObject* parent = nullptr);
    ~VisitViewModel() override;

    QString person() const { return personName_; }
    bool isEditable() const { return isEditable_; }
    QString savedIcon() const;
    QString savedText() const;
    QString runningText() const;
    QString sinceText() const;
    QString newsText() const { return newsText_; }
    int plannedCount() const { return planned_.count(); }
    RowListModel* planned() { return &planned_; }
    RowListModel* reasons() { return &reasons_; }
    RowListModel* vitals() { return &vitals_; }
    RowListModel* otherVitals() { return &otherVitals_; }
    RowListModel* notes() { return &notes_; }
    QString target() const;
    bool isUndoable() const { return undo_.isActive(); }
    QString finishedText() const { return finishedText_; }

    /// Ticks a planned act as done, or takes the tick back.
    Q_INVOKABLE void tick(int index);
    /// Every planned act that says nothing yet was done.
    Q_INVOKABLE void allAsPlanned();
    /// An act was not done: why, by the code of a reason, and a word if there is one.
    Q_INVOKABLE void explain(int index, const QString& reason, const QString& words);
    Q_INVOKABLE void openVitals(int index);
    /// Adds a measure to those shown and opens it.
    Q_INVOKABLE void addVital(int index);
    Q_INVOKABLE void writeNote(int index, const QString& text);
    Q_INVOKABLE void openTransmission();
    Q_INVOKABLE void openPerson();
    /// Saves all of it as one edit and ends the visit.
    Q_INVOKABLE void finish();
    /// Takes the end of the visit back: what was written stays, the visit goes on.
    Q_INVOKABLE void undo();

    /// A part of the note is being written: where typing stopped is kept with the text.
    Q_INVOKABLE void noteFocus(const QString& field);
    /// Opens the page where typing stopped, or names the part of the note to go on with; once, and
    /// only when `setResumed` was called before.
    Q_INVOKABLE QString resume();
    void setResumed() { isResumed_ = true; }

    KeptDraft& draft() { return draft_; }
    const RecordId& personId() const { return person_; }
    /// The record that holds the readings of this visit, and the one for its note.
    const RecordId& vitalsRecord() const { return vitalsRecord_; }
    const RecordId& noteRecord() const { return noteRecord_; }
    void refresh();

Q_SIGNALS:
    void changed();
    void finished();
    void vitalsOpened(liaison::VitalsViewModel* vitals);
    void transmissionOpened(liaison::TransmissionViewModel* note);
    /// What could not be done, in a sentence.
    void failed(const QString& sentence);

private:
    std::uint32_t kind(const char* name) const;
    std::uint32_t field(const char* kind, const char* name) const;
    void writeText(const RecordId& record, const char* kindName, const char* fieldName,
                   const QString& text);
    QString textOf(const RecordId& record, const char* kindName, const char* fieldName);
    void begin();
    RecordId recordOfVisit(const char* kindName, bool ownOnly);
    void completeNewRecords();
    void showPlanned();
    void showVitals();
    void showNotes();
    QVariantMap measureRow(const Measure& measure);
    void setOutcome(const RecordId& act, const char* outcome, const QString& reason,
                    const QString& words);
    void open(const Measure& measure);

    Workplace& workplace_;
    RecordId visit_;
    RecordId person_;
    QString personName_;
    KeptDraft draft_;
    RecordId vitalsRecord_;
    RecordId noteRecord_;
    std::vector<Measure> measures_;
    std::vector<std::uint32_t> shownMeasures_;
    RowListModel planned_;
    RowListModel reasons_;
    RowListModel vitals_;
    RowListModel otherVitals_;
    RowListModel notes_;
    QTimer running_;
    QTimer undo_;
    bool isEditable_ = true;
    bool isResumed_ = false;
    QString newsText_;
    QString finishedText_;
};

}  // namespace liaison
