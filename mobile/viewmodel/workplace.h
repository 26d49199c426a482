// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <map>
#include <vector>

#include "mobile/store/profile.h"
#include "mobile/sync/sync_engine.h"
#include "mobile/viewmodel/date_words.h"
#include "shared/ledger/device_ledger.h"

namespace liaison {

/// What the view models of an open profile work on: its ledger, its exchange with the centre, the
/// time and its words; and where they ask for another page.
///
/// Lives as long as the profile is open, in the thread of the screen. The requests are answered by
/// AppViewModel, which makes the page's view model.
class Workplace : public QObject {
    Q_OBJECT

public:
    /// All three must outlive it.
    Workplace(Profile& profile, SyncEngine& engine, DateWords& words, QObject* parent = nullptr);

    DeviceLedger& device() { return profile_.ledger(); }
    Ledger& ledger() { return profile_.ledger().ledger(); }
    const Schema& schema() { return ledger().schema(); }
    SyncEngine& engine() { return engine_; }
    const ProfileCard& card() const { return profile_.card(); }
    const Profile& profile() const { return profile_; }
    const DateWords& words() const { return words_; }
    Instant now() const { return words_.now(); }
    const RecordId& member() { return device().standing().member; }
    Role role() { return device().standing().role; }

    /// A record as it is shown, parsed into a message of its kind; an empty message without record.
    template <typename Message>
    Message shown(const RecordId& id)
    {
        Message message;
        const auto state = ledger().record(id);
        if (state && *state) message.ParseFromString(RecordReading(**state).shownMessage());
        return message;
    }
    /// The record's reading; an empty one without record.
    RecordReading reading(const RecordId& id, std::uint32_t kind);

    /// "Mme Simone Rouchon"
    QString personName(const RecordId& person);
    /// "Claire Morel", or words for a member the phone does not know yet.
    QString memberName(const RecordId& member);
    /// The member's function or role: "infirmière".
    QString memberFunction(const RecordId& member);
    /// Who wrote a value: "Vous", "Nadia Benali", "le centre".
    QString authorName(const Dot& dot);
    /// Where a record is: its sign, its words and their colour, as docs of the look have it.
    struct Whereabouts {
        QString icon;
        QString text;
        QString tone;
    };
    Whereabouts whereabouts(const RecordId& record);
    /// The same for the rows of a list, in their order, without reading the history of each.
    std::vector<Whereabouts> whereabouts(const std::vector<RecordRow>& rows);
    /// The centre's word on own edits that it refused, by the records they were to change; of
    /// several on one record the last.
    std::map<RecordId, Verdict> refusals();

    /// Saves drafts of changes as one edit and tells the engine. `drop` names a kept draft.
    Result<Dot> save(const std::vector<ChangeDraft>& drafts, const QString& drop = {});
    /// A sentence for a person: what happened, what is safe, what to do.
    static QString sentence(const Error& error);

Q_SIGNALS:
    /// Records changed, by a save here or by what came from the centre.
    void changed();
    /// The application may be stopped at any moment: what is being typed is to be kept now.
    void keepAsked();
    /// The contact with the centre changed, or something was sent or received.
    void contactChanged();

    void personAsked(const liaison::RecordId& person);
    void visitAsked(const liaison::RecordId& visit);
    void unplannedVisitAsked(const liaison::RecordId& person);
    void versionsAsked(const liaison::RecordId& record, quint32 field);
    void formAsked(const liaison::RecordId& record, const QString& field);
    void syncAsked();
    void closeAsked();

private:
    Whereabouts received(const Verdict& verdict) const;
    Whereabouts refused(const Verdict& verdict) const;
    /// Of a record whose last own edit without an answer is the nth.
    Whereabouts waiting(std::uint64_t n) const;
    QString at(Instant instant) const;
    std::map<RecordId, std::uint64_t> lastWaiting();

    Profile& profile_;
    SyncEngine& engine_;
    DateWords& words_;
};

}  // namespace liaison
