// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "shared/care/code_list.h"

namespace liaison {

// The lists by theme. Families and codes follow the product's own taxonomy: no official list of
// CRT services exists. Note types are those of ANS JDV_J23 (OID 1.2.250.1.213.1.1.5.98).

std::span<const CodeList> prestationLists();
std::span<const CodeList> visitLists();
std::span<const CodeList> personLists();
std::span<const CodeList> transmissionLists();
std::span<const CodeList> incidentLists();
std::span<const CodeList> accompanimentLists();

}  // namespace liaison
