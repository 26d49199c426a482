// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/app_settings.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

#include "shared/base/durable_file.h"

namespace liaison {

namespace {

using namespace std::chrono_literals;

constexpr auto kFileName = "settings.json";
constexpr int kFreeTries = 3;
constexpr int kDoublingsMax = 6;
constexpr qsizetype kDotsMax = 12;

Instant instantOf(const QJsonValue& value)
{
    return Instant(std::chrono::milliseconds(static_cast<qint64>(value.toDouble())));
}

}  // namespace

AppSettings AppSettings::in(const std::filesystem::path& folder)
{
    AppSettings settings;
    const auto bytes = readWhole(folder / kFileName);
    if (!bytes) return settings;
    const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(*bytes)).object();
    if (json["language"].toString() == QLatin1String("en")) settings.language = "en";
    settings.dark = json["dark"].toBool();
    settings.highContrast = json["highContrast"].toBool();
    settings.reducedMotion = json["reducedMotion"].toBool();
    settings.textScale = std::clamp(json["textScale"].toDouble(1), 1.0, 2.0);
    const QJsonObject entrances = json["entrances"].toObject();
    for (auto one = entrances.begin(); one != entrances.end(); ++one) {
        const QJsonObject entrance = one->toObject();
        settings.entrances[one.key()] = {std::clamp(entrance["pinLength"].toInt(), 0, 32),
                                         std::max(entrance["failures"].toInt(), 0),
                                         instantOf(entrance["lastFailure"])};
    }
    return settings;
}

Result<Done> AppSettings::keep(const std::filesystem::path& folder) const
{
    QJsonObject kept;
    for (auto one = entrances.begin(); one != entrances.end(); ++one) {
        const auto last = static_cast<qint64>(one->lastFailure.time_since_epoch().count());
        kept[one.key()] = QJsonObject{
            {"pinLength", one->pinLength}, {"failures", one->failures}, {"lastFailure", last}};
    }
    const QJsonObject json{{"language", language},         {"dark", dark},
                           {"highContrast", highContrast}, {"reducedMotion", reducedMotion},
                           {"textScale", textScale},       {"entrances", kept}};
    if (const auto made = makePrivateFolder(folder); !made) return made;
    return writeDurably(folder / kFileName, QJsonDocument(json).toJson().toStdString());
}

int dotsFor(const QString& code)
{
    const bool isDigits =
        std::all_of(code.begin(), code.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isDigits && code.size() <= kDotsMax ? static_cast<int>(code.size()) : 0;
}

Instant closedUntil(const Entrance& entrance)
{
    if (entrance.failures < kFreeTries) return Instant{};
    const int doublings = std::min(entrance.failures - kFreeTries, kDoublingsMax);
    return entrance.lastFailure + 5min * (1 << doublings);
}

}  // namespace liaison
