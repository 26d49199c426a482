// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/scenes/tour.h"

#include <QCoreApplication>

#include "shared/record/schema.h"

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

Tour::Tour(QQuickWindow& window, QDir folder, QString language)
    : finger_(window), folder_(std::move(folder)), language_(std::move(language))
{
}

QString Tour::bloodPressure() const
{
    const KindSchema* vitals = Schema::care().kind("Vitals");
    ensure(vitals && vitals->field("blood_pressure"), "care.proto has no blood pressure");
    const v1::Label& label = vitals->field("blood_pressure")->annotation.label();
    return QString::fromStdString(language_ == "en" ? label.en() : label.fr());
}

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
    return inOrder(
        [this] { return picture("01-deverrouiller"); },
        [this] { return see(words("UnlockPage", "Rejoindre un autre centre"), "02-rejoindre"); },
        [this] { return tap(words("JoinPage", "Revenir")); });
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

Result<Done> Tour::digits(const QString& typed)
{
    for (const QChar digit : typed) {
        if (auto tapped = tap(digit); !tapped) return tapped;
    }
    return done();
}

Result<Done> Tour::places()
{
    return inOrder(
        [this] { return picture("03-aujourdhui"); },
        [this] { return see(words("Shell", "Personnes"), "04-personnes"); },
        [this] { return see(words("Shell", "Saisir"), "05-saisir"); },
        [this] { return see(words("Shell", "Plus"), "06-plus"); },
        [this] { return see(words("SettingsPage", "Envois et réceptions"), "07-envois"); },
        [this] { return back(); },
        [this] { return see(words("Shell", "À traiter"), "08-a-traiter"); },
        [this] { return see("Simone Rouchon", "09-deux-versions"); }, [this] { return back(); });
}

Result<Done> Tour::person()
{
    return inOrder([this] { return tap(words("Shell", "Personnes")); },
                   [this] { return tap(words("PersonsPage", "Chercher une personne")); },
                   [this] {
                       finger_.type("rouchon");
                       return picture("10-recherche");
                   },
                   [this] { return see("Simone Rouchon", "11-personne"); },
                   [this] { return see(words("PersonPage", "Fiche"), "12-fiche"); },
                   [this] { return see(words("PersonPage", "Contacts"), "13-contacts"); },
                   [this] { return back(); });
}

Result<Done> Tour::visit()
{
    return inOrder([this] { return tap(words("Shell", "Aujourd’hui")); },
                   [this] { return see("Simone Rouchon", "14-visite"); },
                   [this] { return see(words("VisitBody", "Tout comme prévu"), "15-prevu"); },
                   [this] { return tap(bloodPressure()); }, [this] { return digits("15284"); },
                   [this] { return picture("16-tension"); },
                   [this] { return tap(words("PageHeader", "Fermer")); },
                   [this] { return see(words("VisitPage", "Transmission"), "17-transmission"); },
                   [this] { return back(); }, [this] { return picture("18-en-visite"); });
}

}  // namespace liaison
