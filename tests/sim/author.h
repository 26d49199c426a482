// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>

#include "shared/record/save_draft.h"
#include "tests/sim/phone.h"
#include "tests/sim/values.h"

namespace liaison::sim {

/// Somebody who works with a phone: writes down what they see, goes on with forms after days,
/// settles what is disputed, voids what was wrong.
class Author {
public:
    Author(Run& run, Phone& phone, std::string mark);

    /// Does one thing, as far as phone and role let them.
    void act();
    /// Writes the role of a member. True when the person was told that it is kept.
    bool giveRole(const RecordId& member, v1::Role role);

private:
    /// What a form's author saw in each field when they first touched it.
    using Saw = std::map<std::pair<RecordId, std::uint32_t>, std::set<Dot>>;

    struct Form {
        SaveDraft draft;
        Saw saw;
    };

    /// The phone began anew: what is typed is what it kept of it.
    void returnToForms();
    void writeNew();
    void writeVisit();
    void change();
    void beginForm();
    void goOnWithForm();
    void settle();
    void voidRecord();
    void joinPersons();
    /// True when there was one and the person was told that it is kept.
    bool takeOverRefusal();
    void attachFile();
    void askForFile();
    std::string picture(std::size_t size);

    void fillNew(Form& form, const KindSchema& kind, const RecordId& id,
                 const std::map<std::uint32_t, std::string>& fixed);
    void touchSome(Form& form, const RecordRow& row);
    void touch(Form& form, const RecordId& record, std::uint32_t kind, std::uint32_t field,
               std::string bytes);
    void keep(const std::string& place, Form form);
    /// Saves all changes of the form as one edit. True when the person was told that it is kept.
    bool save(const Form& form, const std::string& place);
    std::set<Dot> withReplaced(const std::set<Dot>& saw, const RecordId& record,
                               std::uint32_t field, bool withAnswered);
    void checkSaw(const Form& form, const std::vector<v1::Change>& changes);
    void checkTakenOver(const Dot& refused, const std::vector<v1::Change>& changes);
    void checkDraftStays(const std::string& place);
    void checkReadBack(const Dot& dot, const std::vector<v1::Change>& changes);
    std::optional<RecordRow> pick(std::uint32_t kind);
    std::vector<RecordId> idsOf(std::uint32_t kind);
    const KindSchema& anyKind();
    RecordReading reading(const RecordId& record);

    Run& run_;
    Phone& phone_;
    Values values_;
    std::map<std::string, Form> forms_;
    std::multimap<std::string, Form> attempts_;  ///< may have been kept as well
    std::uint64_t life_ = 0;
    std::uint64_t places_ = 0;
};

}  // namespace liaison::sim
