// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/file_words.h"

#include <QCoreApplication>

namespace liaison {

namespace {

struct Said {
    Q_DECLARE_TR_FUNCTIONS(Files)
};

using Place = FileStanding::Place;

FileReference referenceOf(const v1::FileReference& file)
{
    return {file.sha256(), file.size(), file.media_type()};
}

QString receivedWords(const Workplace& workplace, const std::optional<Instant>& at)
{
    if (!at) return Said::tr("Fichier reçu par le centre");
    const DateWords& words = workplace.words();
    const bool isToday = words.dayOf(*at) == words.today();
    return Said::tr("Fichier reçu par le centre %1")
        .arg(isToday ? Said::tr("à %1").arg(words.hour(*at)) : words.moment(*at));
}

}  // namespace

QString formatWords(const std::string& mediaType)
{
    return mediaType.starts_with("image/") ? Said::tr("Photo") : Said::tr("Document");
}

QString sizeWords(std::uint64_t bytes, const DateWords& words)
{
    const double kilobytes = static_cast<double>(bytes) / 1000;
    if (kilobytes < 1000) return Said::tr("%1\u00a0Ko").arg(words.number(kilobytes, 0));
    return Said::tr("%1\u00a0Mo").arg(words.number(kilobytes / 1000, 1));
}

Workplace::Whereabouts fileWhereabouts(Workplace& workplace, const v1::FileReference& file)
{
    const auto soft = [](const char* icon, const QString& text) {
        return Workplace::Whereabouts{QString::fromLatin1(icon), text, QStringLiteral("soft")};
    };
    const auto faint = [](const char* icon, const QString& text) {
        return Workplace::Whereabouts{QString::fromLatin1(icon), text, QStringLiteral("faint")};
    };
    const auto standing = fileStanding(workplace.device(), referenceOf(file));
    if (!standing) return {};
    if (standing->declined == ErrorCode::diskFull) {
        return soft("smartphone",
                    Said::tr("Plus de place au centre\u00a0: le fichier attend sur ce téléphone"));
    }
    switch (standing->place) {
        case Place::here:
            return soft("smartphone", Said::tr("Fichier sur ce téléphone"));
        case Place::sending:
            return soft("arrow_upward",
                        Said::tr("Fichier envoyé à %1\u00a0%").arg(standing->percent));
        case Place::received:
            return faint("done_all", receivedWords(workplace, standing->confirmedAt));
        case Place::fetching:
            return soft("arrow_downward",
                        Said::tr("Fichier reçu à %1\u00a0%").arg(standing->percent));
        case Place::complete:
            return faint("done_all", Said::tr("Fichier sur ce téléphone et au centre"));
        case Place::absent:
            break;
    }
    return soft("arrow_downward",
                Said::tr("Pas encore sur ce téléphone\u00a0: toucher pour chercher"));
}

QString pictureAddress(Workplace& workplace, const v1::FileReference& file)
{
    if (!file.media_type().starts_with("image/")) return {};
    const auto files = workplace.device().files().ifThere();
    if (!files || *files == nullptr) return {};
    const auto bytes = (*files)->whole(file.sha256());
    if (!bytes) return {};
    return QStringLiteral("data:%1;base64,%2")
        .arg(QString::fromStdString(file.media_type()),
             QString::fromLatin1(QByteArray::fromStdString(*bytes).toBase64()));
}

}  // namespace liaison
