// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <google/protobuf/descriptor.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "shared/record/change_draft.h"
#include "shared/record/merge.h"
#include "tests/support/dice.h"
#include "tests/support/reference_merge.h"

namespace liaison {

/// The kind that most histories write, as care.proto numbers it.
constexpr std::uint32_t kPersonKind = 2;

/// An edit of a history, and what the centre said of it.
struct PlayedEdit {
    enum class Verdict { none, applied, refused };

    Edit edit;
    std::map<RecordId, ReferenceChange> changes;
    std::size_t author = 0;
    Verdict verdict = Verdict::none;
    Stamp shownAs;
};

/// A device of a history: what it holds, what its states have become, and its forms.
struct PlayedDevice {
    DeviceNumber number;
    std::chrono::milliseconds clockError{};
    std::uint64_t n = 0;
    Stamp last;
    std::set<std::size_t> holds;  ///< edits, by their index
    std::map<RecordId, RecordState> states;
    std::map<RecordId, ChangeDraft> drafts;
    /// What each touched field really showed, by the reference merge.
    std::map<std::pair<RecordId, std::uint32_t>, std::set<Dot>> saw;
};

/// A random history of two to six devices that write to the same records, mostly without having
/// seen each other's edits, with forms that stay open for days and clocks that are years wrong.
///
/// The devices use the production drafts and merge; what they ought to have seen comes from the
/// reference merge. At the end every edit has its verdict.
class History {
public:
    explicit History(std::uint64_t seed);

    const std::vector<RecordId>& records() const { return records_; }
    const std::vector<PlayedEdit>& edits() const { return edits_; }
    const std::vector<PlayedDevice>& devices() const { return devices_; }
    /// What went wrong while the history was played; none when all is well.
    const std::vector<std::string>& faults() const { return faults_; }
    /// How often each thing happened that histories are for.
    const std::map<std::string, int>& happened() const { return happened_; }
    /// What the edits with these indices say of a record.
    std::vector<const ReferenceChange*> changesOf(const RecordId& record,
                                                  const std::set<std::size_t>& edits) const;

private:
    struct Field {
        std::uint32_t number;
        const google::protobuf::FieldDescriptor* descriptor;  ///< null: in no schema
    };

    void step(std::size_t at);
    void receive(PlayedDevice& device);
    void receiveAgain(PlayedDevice& device);
    void touch(PlayedDevice& device);
    void seeToo(PlayedDevice& device);
    void untouch(PlayedDevice& device);
    void save(std::size_t at);
    void judge(std::size_t at);
    void takeBack(PlayedDevice& device, std::size_t edit);

    std::string newBytes(const Field& field, const FieldReading* reading);
    std::string inAnyOrder(const std::string& patch);
    Edit writeEdit(PlayedDevice& device, const std::vector<v1::Change>& changes);
    OwnPending pendingOf(std::size_t at, const RecordId& record) const;
    void commit(std::size_t at, Edit edit);
    void noteSave(std::size_t at, const PlayedEdit& played);
    void checkSaw(std::size_t at, const RecordId& record, const ReferenceChange& change);
    void checkTakenBack(const PlayedDevice& device, const RecordId& record,
                        const ReferenceChange& taken);
    RecordState& stateOf(PlayedDevice& device, const RecordId& record);
    ReferenceValues valuesOn(const PlayedDevice& device, const RecordId& record) const;

    Dice dice_;
    Instant now_;
    std::vector<RecordId> records_;
    std::vector<Field> fields_;
    std::vector<PlayedDevice> devices_;
    std::vector<PlayedEdit> edits_;
    std::vector<std::string> faults_;
    std::map<std::string, int> happened_;
};

}  // namespace liaison
