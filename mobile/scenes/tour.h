// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>

#include "mobile/scenes/finger.h"
#include "shared/base/result.h"

namespace liaison {

/// A walk through every screen of the application on the ledger of one member, with a picture of
/// each. It taps, so that what leads nowhere is found out; it finishes nothing that it begins.
class Tour {
public:
    /// The window must outlive it. Pictures go to `folder`, one PNG for each screen;
    /// `language` is the one the application speaks.
    Tour(QQuickWindow& window, QDir folder, QString language);

    /// Before a profile is open: the code, and joining a centre.
    Result<Done> atTheDoor();
    /// With an open profile. Fails with `notFound` and the words that nothing answers to, or with
    /// `io` when a picture cannot be kept.
    Result<Done> inside();

private:
    /// As the pages call it.
    QString bloodPressure() const;
    Result<Done> picture(const QString& name);
    Result<Done> tap(const QString& words);
    /// Taps, then takes a picture.
    Result<Done> see(const QString& words, const QString& name);
    /// Leaves what was opened over a place, where there is something to leave.
    Result<Done> back();
    /// On the keys of the page, one after the other.
    Result<Done> digits(const QString& typed);
    Result<Done> places();
    Result<Done> person();
    Result<Done> visit();

    Finger finger_;
    QDir folder_;
    QString language_;
};

}  // namespace liaison
