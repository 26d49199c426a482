// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mobile/viewmodel/kept_draft.h"
#include "mobile/viewmodel/row_list_model.h"

namespace liaison {

/// An act without a visit: a call, coordination, an action of volet 1, or a visit nobody planned.
class InterventionViewModel : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString savedIcon READ savedIcon NOTIFY changed)
    Q_PROPERTY(QString savedText READ savedText NOTIFY changed)
    Q_PROPERTY(QString person READ person NOTIFY changed)
    Q_PROPERTY(QString personProblem READ personProblem NOTIFY changed)
    Q_PROPERTY(liaison::RowListModel* persons READ persons CONSTANT)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY changed)
    Q_PROPERTY(QString act READ act NOTIFY changed)
    Q_PROPERTY(QString actProblem READ actProblem NOTIFY changed)
    Q_PROPERTY(liaison::RowListModel* acts READ acts CONSTANT)
    Q_PROPERTY(liaison::RowListModel* modes READ modes CONSTANT)
    Q_PROPERTY(QString minutes READ minutes WRITE setMinutes NOTIFY changed)
    Q_PROPERTY(QString minutesProblem READ minutesProblem NOTIFY changed)
    Q_PROPERTY(QString words READ words WRITE setWords NOTIFY changed)
    Q_PROPERTY(QString keptText READ keptText NOTIFY changed)

public:
    explicit InterventionViewModel(Workplace& workplace, QObject* parent = nullptr);

    QString savedIcon() const;
    QString savedText() const;
    QString person() const;
    QString personProblem() const { return {}; }
    RowListModel* persons() { return &persons_; }
    QString search() const { return search_; }
    void setSearch(const QString& search);
    QString act() const;
    QString actProblem() const { return actProblem_; }
    RowListModel* acts() { return &acts_; }
    RowListModel* modes() { return &modes_; }
    QString minutes() const { return minutes_; }
    void setMinutes(const QString& minutes);
    QString minutesProblem() const { return minutesProblem_; }
    QString words() const;
    void setWords(const QString& words);
    /// What was just saved and where it is; empty a moment later.
    QString keptText() const { return keptText_; }

    Q_INVOKABLE void choosePerson(int index);
    Q_INVOKABLE void chooseAct(int index);
    Q_INVOKABLE void chooseMode(int index);
    /// "minutes" or "words" is being written: where typing stopped is kept with the text.
    Q_INVOKABLE void noteFocus(const QString& field);
    /// What was being written when the draft was left; once, nothing without one.
    Q_INVOKABLE QString resume();
    Q_INVOKABLE void save();

Q_SIGNALS:
    void changed();
    void failed(const QString& sentence);

private:
    std::uint32_t kind() const;
    std::uint32_t field(const char* name) const;
    std::string bytes(const char* name) const;
    QString text(const char* name) const;
    void write(const char* name, std::string bytes);
    void writeText(const char* name, const QString& text);
    void refresh();
    void showPersons();

    Workplace& workplace_;
    KeptDraft draft_;
    QString resumed_;
    RecordId record_;
    RowListModel persons_;
    RowListModel acts_;
    RowListModel modes_;
    QString search_;
    QString minutes_;
    QString actProblem_;
    QString minutesProblem_;
    QString keptText_;
    QTimer keptShown_;
};

}  // namespace liaison
