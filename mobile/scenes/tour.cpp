// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/scenes/tour.h"

#include <QCoreApplication>

namespace liaison {

namespace {

/// Words of a page in the language of the moment.
QString words(const char* page, const char* source)
{
    return QCoreApplication::translate(page, source);
}

/// The first of some steps that fails, or done.
template <typename... Steps>
Result<Done> inOrder(Steps... steps)
{
    Result<Done> outcome = done();
    const auto take = [&](auto& step) {
        outcome = step();
        return bool(outcome);
    };
    (take(steps) && ...);
    return outcome;
}

}  // namespace

Tour::Tour(QQuickWindow& window, QDir folder) : finger_(window), folder_(std::move(folder)) {}

Result<Done> Tour::picture(const QString& name)
{
    const QString path = folder_.filePath(name + QStringLiteral(".png"));
    if (finger_.picture().save(path)) return done();
    return Error{ErrorCode::io, "cannot write " + path.toStdString()};
}

Result<Done> Tour::tap(const QString& words)
{
    if (finger_.tap(words)) return done();
    return Error{ErrorCode::notFound, "nothing to tap is called " + words.toStdString()};
}

Result<Done> Tour::see(const QString& words, const QString& name)
{
    if (auto tapped = tap(words); !tapped) return tapped;
    return picture(name);
}

Result<Done> Tour::atTheDoor()
{
    return picture("01-deverrouiller");
}

Result<Done> Tour::inside()
{
    return inOrder([this] { return places(); }, [this] { return person(); },
                   [this] { return visit(); });
}

Result<Done> Tour::back()
{
    // Beside the list of a wide window nothing needs to be left.
    finger_.tap(words("PageHeader", "Retour"));
    return done();
}

Result<Done> Tour::places()
{
    return inOrder(
        [this] { return picture("02-aujourdhui"); },
        [this] { return see(words("Shell", "Personnes"), "03-personnes"); },
        [this] { return see(words("Shell", "Saisir"), "04-saisir"); },
        [this] { return see(words("Shell", "Plus"), "05-plus"); },
        [this] { return see(words("SettingsPage", "Envois et réceptions"), "06-envois"); },
        [this] { return back(); },
        [this] { return see(words("Shell", "À traiter"), "07-a-traiter"); },
        [this] { return see("Simone Rouchon", "08-deux-versions"); }, [this] { return back(); });
}

Result<Done> Tour::person()
{
    return inOrder([this] { return tap(words("Shell", "Personnes")); },
                   [this] { return tap(words("PersonsPage", "Chercher une personne")); },
                   [this] {
                       finger_.type("rouchon");
                       return picture("09-recherche");
                   },
                   [this] { return see("Mme Simone Rouchon", "10-personne"); },
                   [this] { return see(words("PersonPage", "Fiche"), "11-fiche"); },
                   [this] { return see(words("PersonPage", "Contacts"), "12-contacts"); },
                   [this] { return back(); });
}

Result<Done> Tour::visit()
{
    return inOrder([this] { return tap(words("Shell", "Aujourd’hui")); },
                   [this] { return see("Simone Rouchon", "13-visite"); },
                   [this] { return see(words("VisitBody", "Tout comme prévu"), "14-prevu"); },
                   [this] { return see(words("VisitPage", "Transmission"), "15-transmission"); });
}

}  // namespace liaison
