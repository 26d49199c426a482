// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "tests/e2e/process.h"

namespace liaison::e2e {

using nlohmann::json;

/// A phone without a screen: the real liaison-device, one process for each command.
class Phone {
public:
    /// `folder` takes what its commands print; the profile is in `profile`, or in the folder.
    Phone(const std::filesystem::path& folder, const std::string& name,
          const std::filesystem::path& profile = {})
        : folder_(folder), name_(name), profile_(profile.empty() ? folder / name : profile)
    {
    }

    const std::string& name() const { return name_; }
    const std::filesystem::path& profile() const { return profile_; }
    /// A command to its end, whatever comes of it.
    Outcome command(const std::vector<std::string>& arguments, const std::string& input = {}) const;
    /// A command that goes on while the test does other things.
    Process begin(const std::vector<std::string>& arguments, const std::string& input = {}) const;
    /// From the next command on no file grows past so many bytes; none: no limit any more.
    void limitFiles(std::optional<std::uint64_t> bytes) { fileBytesMax_ = bytes; }

    // Commands that are expected to succeed; they throw with what the program said otherwise.
    json join(const std::string& code) const;
    /// Saves changes as one edit; returns {"n", "dot", "records"}.
    json save(const json& changes) const;
    /// Saves one new record and returns its id.
    std::string create(const std::string& kind, const json& fields) const;
    void set(const std::string& kind, const std::string& record, const json& fields) const;
    json sync() const;
    json status() const;
    /// The edits that the centre refused, as `refused --json` lists them.
    json refused() const;
    json takeOver(const std::string& dot) const;
    json records(const std::string& kind) const;
    json record(const std::string& id) const;
    json history(const std::string& id) const;
    /// What the field of a record shows.
    json shown(const std::string& id, const std::string& field) const;

    static std::string saveText(const json& changes);

private:
    Process::Start start(const std::vector<std::string>& arguments) const;
    json succeed(const std::vector<std::string>& arguments, const std::string& input = {}) const;

    std::filesystem::path folder_;
    std::string name_;
    std::filesystem::path profile_;
    std::optional<std::uint64_t> fileBytesMax_;
};

}  // namespace liaison::e2e
