// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include "mobile/viewmodel/workplace.h"
#include "shared/record/save_draft.h"

namespace liaison {

/// What is being typed in one place of the application, kept in the ledger half a second after the
/// last key at the latest, and taken up again when the place is opened anew.
///
/// One field of one record is read through it: what was typed, or what the ledger shows.
class KeptDraft : public QObject {
    Q_OBJECT

public:
    /// `place` names the form, for example "visit/<id>".
    KeptDraft(Workplace& workplace, QString place, QObject* parent = nullptr);
    /// Keeps what is not kept yet.
    ~KeptDraft() override;

    const SaveDraft& draft() const { return draft_; }
    const QString& place() const { return place_; }
    /// True when this place had been left with something typed in it.
    bool wasTakenUp() const { return wasTakenUp_; }

    /// The field now holds these bytes; none empties it.
    void write(const RecordId& record, std::uint32_t kind, std::uint32_t field, std::string bytes);
    /// Forgets what was typed in a field.
    void forget(const RecordId& record, std::uint32_t field);
    /// The value of another that was shown meanwhile is replaced as well.
    void sawToo(const RecordId& record, std::uint32_t kind, std::uint32_t field);
    void setFocus(const QString& focus);
    /// The bytes the field holds on this screen: typed, or shown by the ledger; none: empty.
    std::string bytes(const RecordId& record, std::uint32_t kind, std::uint32_t field);
    /// Values that came to a touched field after it was first touched.
    std::vector<Value> foreign(const RecordId& record, std::uint32_t kind, std::uint32_t field);

    /// Saves everything typed as one edit and ends the draft. On an error all is kept.
    Result<Dot> save();
    /// Keeps now what would be kept in a moment.
    void flush();
    /// Ends the draft; what was typed is gone.
    void drop();
    /// True once the last key is in the ledger.
    bool isKept() const { return !pending_.isActive(); }

Q_SIGNALS:
    void written();
    void kept();
    /// The draft could not be kept: what to tell the person.
    void failed(const QString& sentence);

private:
    void keepSoon();

    Workplace& workplace_;
    QString place_;
    SaveDraft draft_;
    QTimer pending_;
    bool wasTakenUp_ = false;
    bool isStored_ = false;
    bool isKeptAsIs_ = true;  ///< the ledger has the draft as it stands
};

}  // namespace liaison
