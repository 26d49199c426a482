// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/load/notes.h"

#include "tests/load/note_words.h"

namespace liaison::load {

namespace {

constexpr std::size_t kLettersPerSlip = 26;

}  // namespace

Instant Notes::tick()
{
    now_ += std::chrono::milliseconds(dice_.between(45'000, 600'000));
    return now_;
}

RecordId Notes::newId()
{
    std::array<std::uint8_t, 10> random;
    for (auto& byte : random) {
        byte = static_cast<std::uint8_t>(dice_.below(256));
    }
    return RecordId::make(now_, random);
}

std::string Notes::clause()
{
    const NoteWords& words = noteWords();
    const auto pick = [this](const std::vector<std::string>& list) { return dice_.pick(list); };
    switch (dice_.below(8)) {
        case 0:
        case 1:
            return pick(words.who) + ' ' + pick(words.is) + ' ' + pick(words.state) + ' ' +
                   pick(words.when);
        case 2:
        case 3:
        case 4:
            return pick(words.who) + ' ' + pick(words.did) + ' ' + pick(words.what) + ' ' +
                   pick(words.how);
        case 5:
            return pick(words.seen) + ' ' + pick(words.looks) + ", " + pick(words.when);
        case 6:
            return pick(words.next) + ' ' + pick(words.givenNames) + ' ' + pick(words.when);
        default:
            return pick(words.measure) + ' ' + std::to_string(dice_.between(4, 180)) + ", " +
                   pick(words.plan) + ' ' + pick(words.what);
    }
}

/// Thumbs on a telephone: now and then a letter is typed twice, left out, or is its neighbour.
std::string Notes::mistyped(const std::string& text)
{
    std::string typed;
    for (const char letter : text) {
        const bool isPlain = letter >= 'a' && letter <= 'z';
        const std::size_t slip = isPlain && dice_.oneIn(kLettersPerSlip) ? dice_.below(3) : 3;
        if (slip == 0) continue;
        if (slip == 1) typed += static_cast<char>(letter == 'z' ? 'a' : letter + 1);
        if (slip != 1) typed += letter;
        if (slip == 2) typed += letter;
    }
    return typed;
}

std::string Notes::note()
{
    const std::size_t enough = dice_.between(84, 128);
    std::string text = clause() + '.';
    while (text.size() < enough) {
        text += ' ' + clause() + '.';
    }
    return mistyped(text);
}

WrittenPerson Notes::person()
{
    WrittenPerson written{newId(), tick(), {}};
    written.message.set_family_name(dice_.pick(noteWords().familyNames));
    written.message.set_given_name(dice_.pick(noteWords().givenNames));
    return written;
}

WrittenIntervention Notes::intervention(const std::vector<RecordId>& persons)
{
    const Instant at = tick();
    WrittenIntervention written{newId(), at, {}};
    v1::Intervention& message = written.message;
    message.set_person(dice_.pick(persons).bytes());
    message.set_at(std::chrono::floor<std::chrono::minutes>(at - std::chrono::minutes(30))
                       .time_since_epoch()
                       .count() *
                   60'000);
    message.set_prestation(dice_.pick(noteWords().prestations));
    message.set_planned(!dice_.oneIn(4));
    message.set_outcome(dice_.pick(noteWords().outcomes));
    message.set_duration_minutes(static_cast<std::int32_t>(dice_.between(1, 18) * 5));
    message.set_position(static_cast<std::int32_t>(dice_.below(12)));
    message.set_note(note());
    return written;
}

}  // namespace liaison::load
