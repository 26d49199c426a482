// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariantList>

#include "liaison/v1/care.pb.h"
#include "mobile/viewmodel/workplace.h"

namespace liaison {

/// "87 ans, Trémolat, vit seule"
QString identityLine(const v1::Person& person, const DateWords& words);
/// GIR, allergies and walking aid as badges: what must be seen before anything else.
QVariantList lastingBadges(const v1::Person& person, bool english);
/// What happened or holds just now: a fall of the last two days, hospital, precautions.
QVariantList presentBadges(Workplace& workplace, const RecordId& id, const v1::Person& person);
/// "Lalinde, 2e étage, code 47B12"
QString placeLine(const v1::Person& person);
/// "SR"
QString initials(const std::string& givenName, const std::string& familyName);
/// The same of a whole name: "SR" of "Simone Rouchon", "R" of "Rouchon".
QString initials(const QString& name);
/// A name or a search without case and accents.
QString folded(const QString& text);

}  // namespace liaison
