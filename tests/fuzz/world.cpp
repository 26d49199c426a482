// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/world.h"

#include "liaison/v1/care.pb.h"
#include "shared/care/schema_with_codes.h"
#include "tests/fuzz/target.h"

namespace liaison::fuzz {

namespace {

constexpr std::uint32_t kPerson = 2;
constexpr std::uint32_t kTransmission = 7;
const std::vector<std::string> kPins = {std::string(32, 'p')};

v1::Person personNamed(const std::string& name)
{
    v1::Person person;
    person.set_family_name(name);
    return person;
}

v1::Transmission noteAbout(const RecordId& person, const std::string& text)
{
    v1::Transmission note;
    note.set_person(person.bytes());
    note.set_at(1'789'372'000'000);
    note.set_data(text);
    return note;
}

}  // namespace

void SameRandomness::fill(std::span<std::uint8_t> bytes)
{
    for (std::uint8_t& byte : bytes) {
        byte = static_cast<std::uint8_t>(engine_());
    }
}

World::World()
{
    SameRandomness same(1);
    const ReplacedRandomness replaced(same);
    const Schema& schema = schemaWithCodes();
    centre_ = std::make_unique<test::SmallCentre>(folder_, clock_, schema);
    pristine_ =
        std::make_unique<test::SmallPhone>(folder_, "claire", *centre_, v1::ROLE_NURSE, schema);
    test::SmallPhone nadia(folder_, "nadia", *centre_, v1::ROLE_AIDE, schema);
    const RecordId bonnet = pristine_->write(kPerson, personNamed("Bonnet"));
    pristine_->write(kTransmission, noteAbout(bonnet, "Chute dans la cuisine, sans gravité."));
    test::synchronise(*pristine_, *centre_);
    test::synchronise(nadia, *centre_);
    v1::Person access;
    access.set_access("Clé chez la voisine");
    nadia.write(kPerson, access, bonnet);
    nadia.write(kTransmission, noteAbout(bonnet, "A bien mangé."));
    test::synchronise(nadia, *centre_);
    v1::Person phone;
    phone.set_phone("01 23 45 67 89");
    pristine_->write(kPerson, phone, bonnet);
    pristine_->write(kTransmission, noteAbout(bonnet, "Tension à revoir."));
    centre_->backUp();
    begin_ = clock_.now;
}

void World::prepare()
{
    if (!isChanged_) return;
    isChanged_ = false;
    clock_.now = begin_;
    phone_.reset();
    phoneFolder_ = std::make_unique<TempFolder>();
    centre_->restore();
    phone_ = pristine_->cloned(*phoneFolder_);
}

std::optional<CentreSession> World::centreSession()
{
    const auto row = centre_->ledger().device(pristine_->number());
    promise(bool(row), "a centre can always look a device up");
    if (!*row) return {};
    return CentreSession(centre_->ledger(), **row, kPins);
}

void World::save()
{
    phone_->write(kPerson, personNamed("Faure"));
    isChanged_ = true;
}

World& world()
{
    static World only;
    return only;
}

Conversation conversation(World& world)
{
    Conversation told;
    DeviceSession device(world.phone().ledger(), "fuzz");
    auto centre = world.centreSession();
    world.noteChange();
    for (bool hasMoved = true; hasMoved;) {
        hasMoved = false;
        while (true) {
            auto message = device.next(world.now());
            promise(bool(message), "an honest device has something to say");
            if (!*message) break;
            hasMoved = true;
            told.up.push_back(**message);
            promise(bool(centre->receive(**message, world.now())), "an honest message is taken");
            if (!centre->hasPushes()) continue;
            auto transaction = world.centre().ledger().ledger().begin();
            promise(transaction && centre->judge(world.now()) &&
                        world.centre().ledger().ledger().commit(*transaction),
                    "an honest push is committed");
            centre->committed();
        }
        while (true) {
            auto message = centre->next(world.now());
            promise(bool(message), "an honest conversation goes on");
            if (!*message) break;
            hasMoved = true;
            told.down.push_back(**message);
            promise(bool(device.receive(**message, world.now())), "an honest answer is taken");
        }
    }
    return told;
}

}  // namespace liaison::fuzz
