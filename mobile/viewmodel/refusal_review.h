// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <optional>
#include <vector>

#include "mobile/viewmodel/workplace.h"
#include "shared/ledger/take_over.h"

namespace liaison {

/// Edits that the centre refused, and what becomes of them here: which were dealt with on this
/// device, and, for a supervisor, those of others, which she takes over or leaves.
///
/// Her word counts after ten seconds, in which she can take it back; at once when she says another
/// one, when the application may be stopped, and when the profile is closed. Until then nothing is
/// written, so that a crash leaves the edit where it was.
class RefusalReview : public QObject {
    Q_OBJECT

public:
    explicit RefusalReview(Workplace& workplace, QObject* parent = nullptr);
    ~RefusalReview() override;

    /// Refused edits of others that wait for a supervisor, newest first; none for other roles.
    std::vector<LedgerEntry> open();
    /// Whether somebody at this device has dealt with a refusal.
    bool isHandled(const Dot& dot);
    /// False when that cannot be kept.
    bool noteHandled(const Dot& dot);

    void takeOver(const Dot& dot) { decide({dot, true}); }
    void leave(const Dot& dot) { decide({dot, false}); }
    void undo();
    /// What was just decided and can still be taken back; empty without.
    QString undoText() const;
    /// Why the last decision could not be carried out; empty when it was.
    const QString& problem() const { return problem_; }

Q_SIGNALS:
    void changed();

private:
    struct Decision {
        Dot dot;
        bool takesOver = false;
    };
    void decide(const Decision& decision);
    void carryOut();
    Result<Done> save(const Decision& decision);

    Workplace& workplace_;
    std::optional<Decision> decision_;
    QTimer within_;
    QString problem_;
};

}  // namespace liaison
