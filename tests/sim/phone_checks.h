// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/centre_checks.h"
#include "tests/sim/phone.h"

namespace liaison::sim {

/// I4, I5, I7, I8 on a phone that is settled: it holds what the centre applied, as far as its role
/// may read it, by the merge law; nothing waits; each refusal is there for its author; what is
/// disputed is listed; its digest is that of the centre.
/// A phone whose member had several roles may hold more than it may read by now.
void checkPhone(Run& run, Phone& phone, Holdings& centre, bool hadRoles);

/// I9: no byte of one centre's people lies on a disk of the other, or of its phones. `marks` are
/// texts that the other one's people wrote.
void checkTenant(Run& run, const VirtualDisk& disk, const std::string& name,
                 const std::string& foreignMark);

}  // namespace liaison::sim
