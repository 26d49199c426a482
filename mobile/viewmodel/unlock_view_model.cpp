// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/unlock_view_model.h"

#include "mobile/viewmodel/person_words.h"
#include "mobile/viewmodel/workplace.h"

namespace liaison {

namespace {

using namespace std::chrono_literals;

QString text(const std::string& words)
{
    return QString::fromStdString(words);
}

QString roleLabel(const std::string& role)
{
    if (role == "nurse") return UnlockViewModel::tr("Infirmière");
    if (role == "aide") return UnlockViewModel::tr("Aide");
    if (role == "supervisor") return UnlockViewModel::tr("Responsable");
    return {};
}

}  // namespace

UnlockViewModel::UnlockViewModel(ProfileStore store, AppSettings& settings, const DateWords& words,
                                 const Schema& schema, QObject* parent)
    : QObject(parent),
      store_(std::move(store)),
      settings_(settings),
      words_(words),
      schema_(schema),
      profiles_({"folder", "name", "role", "initials"})
{
    const auto stored = store_.profiles();
    if (stored) {
        stored_ = *stored;
    } else {
        problem_ = Workplace::sentence(stored.error());
    }
    std::vector<QVariantMap> rows;
    for (const StoredProfile& one : stored_) {
        const QString name = text(one.card.memberName);
        rows.push_back({{"folder", text(one.name)},
                        {"name", name.section(QLatin1Char(' '), 0, 0)},
                        {"role", roleLabel(one.card.role)},
                        {"initials", initials(name)}});
    }
    profiles_.show(std::move(rows));
}

const StoredProfile* UnlockViewModel::chosen() const
{
    const auto place = static_cast<std::size_t>(current_);
    return current_ >= 0 && place < stored_.size() ? &stored_[place] : nullptr;
}

QString UnlockViewModel::centre() const
{
    return chosen() == nullptr ? QString() : text(chosen()->card.centreName);
}

QString UnlockViewModel::givenName() const
{
    return profiles_.value(current_, "name").toString();
}

void UnlockViewModel::setCurrent(int index)
{
    if (index == current_) return;
    current_ = index;
    problem_.clear();
    keptText_.clear();
    Q_EMIT changed();
}

int UnlockViewModel::pinLength() const
{
    const StoredProfile* profile = chosen();
    return profile == nullptr ? 0 : settings_.entrances.value(text(profile->name)).pinLength;
}

QString UnlockViewModel::askText() const
{
    return tr("Code de %1").arg(givenName());
}

bool UnlockViewModel::choose(const QString& name)
{
    for (int index = 0; index < profiles_.count(); ++index) {
        if (profiles_.value(index, "folder").toString() != name) continue;
        setCurrent(index);
        return true;
    }
    return false;
}

void UnlockViewModel::noteKept(const QString& name, int waiting)
{
    if (!choose(name)) return;
    keptText_ = waiting == 0
                    ? tr("Tout ce que vous avez écrit est au centre")
                    : tr("Rien n’est perdu : %n à envoyer, gardé(s) ici", nullptr, waiting);
    Q_EMIT changed();
}

void UnlockViewModel::open(const QString& code)
{
    const StoredProfile* profile = chosen();
    if (profile == nullptr) return;
    problem_.clear();
    Entrance& entrance = settings_.entrances[text(profile->name)];
    if (entrance.lastFailure > words_.now()) {
        // A clock that was ahead for a while must not keep the profile closed for as long.
        entrance.lastFailure = words_.now();
        static_cast<void>(bool(settings_.keep(store_.root())));
    }
    const auto wait = closedUntil(entrance) - words_.now();
    if (wait > 0ms) {
        const auto minutes = std::chrono::ceil<std::chrono::minutes>(wait);
        problem_ =
            tr("Trop d’essais. Réessayez dans %1. Rien n’est perdu.").arg(words_.duration(minutes));
        Q_EMIT changed();
        return;
    }
    // Counted before it is tried: ending the program does not give another try.
    ++entrance.failures;
    entrance.lastFailure = words_.now();
    const auto counted = settings_.keep(store_.root());
    if (!counted) return refuse(counted.error(), entrance);
    auto opened = Profile::open(profile->folder, code.toStdString(), schema_);
    if (!opened) return refuse(opened.error(), entrance);
    entrance = {dotsFor(code), 0, {}};
    // A count that stays on the disk is begun anew by the next right code.
    static_cast<void>(bool(settings_.keep(store_.root())));
    profile_ = *std::move(opened);
    Q_EMIT changed();
    Q_EMIT this->opened();
}

void UnlockViewModel::refuse(const Error& error, Entrance& entrance)
{
    if (error.code == ErrorCode::wrongKey) {
        const auto wait = closedUntil(entrance) - words_.now();
        const auto minutes = std::chrono::ceil<std::chrono::minutes>(wait);
        const QString name = givenName();
        problem_ = wait > 0ms ? tr("Ce n’est pas le code de %1. Réessayez dans %2.")
                                    .arg(name, words_.duration(minutes))
                              : tr("Ce n’est pas le code de %1. Essayez encore.").arg(name);
    } else {
        // The code was not the reason: the try does not count. A count that stays on the disk is
        // begun anew by the next right code.
        --entrance.failures;
        static_cast<void>(bool(settings_.keep(store_.root())));
        problem_ = Workplace::sentence(error);
    }
    Q_EMIT changed();
}

void UnlockViewModel::forgetProblem()
{
    if (problem_.isEmpty()) return;
    problem_.clear();
    Q_EMIT changed();
}

Profile UnlockViewModel::takeProfile()
{
    ensure(profile_.has_value(), "a profile is taken once, after opened");
    Profile profile = *std::move(profile_);
    profile_.reset();
    return profile;
}

}  // namespace liaison
