// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/intervention_view_model.h"

#include <algorithm>
#include <utility>

#include "mobile/viewmodel/code_words.h"
#include "mobile/viewmodel/field_bytes.h"
#include "mobile/viewmodel/person_words.h"
#include "shared/care/code_list.h"

namespace liaison {

namespace {

using namespace std::chrono_literals;

constexpr auto kShownFor = 4s;
constexpr int kMinutesMax = 1440;

QString latin(std::string_view code)
{
    return QString::fromLatin1(code.data(), static_cast<qsizetype>(code.size()));
}

}  // namespace

InterventionViewModel::InterventionViewModel(Workplace& workplace, QObject* parent)
    : QObject(parent),
      workplace_(workplace),
      draft_(workplace, QStringLiteral("intervention/new")),
      persons_({"code", "text", "words", "chosen"}),
      acts_({"code", "text", "words", "chosen"}),
      modes_({"code", "text", "chosen"})
{
    record_ = draft_.draft().changes.empty() ? RecordId::make(workplace.now())
                                             : draft_.draft().changes.front().record;
    v1::Intervention kept;
    kept.ParseFromString(bytes("duration_minutes"));
    if (kept.has_duration_minutes()) minutes_ = QString::number(kept.duration_minutes());
    if (draft_.wasTakenUp()) resumed_ = QString::fromStdString(draft_.draft().focus);
    keptShown_.setSingleShot(true);
    keptShown_.setInterval(kShownFor);
    connect(&keptShown_, &QTimer::timeout, this, [this] {
        keptText_.clear();
        Q_EMIT changed();
    });
    connect(&workplace_, &Workplace::changed, this, &InterventionViewModel::refresh);
    connect(&draft_, &KeptDraft::written, this, &InterventionViewModel::refresh);
    connect(&draft_, &KeptDraft::kept, this, &InterventionViewModel::changed);
    connect(&draft_, &KeptDraft::failed, this, &InterventionViewModel::failed);
    refresh();
}

std::uint32_t InterventionViewModel::kind() const
{
    return workplace_.schema().kind("Intervention")->number;
}

std::uint32_t InterventionViewModel::field(const char* name) const
{
    return workplace_.schema().kind("Intervention")->field(name)->number;
}

std::string InterventionViewModel::bytes(const char* name) const
{
    return const_cast<KeptDraft&>(draft_).bytes(record_, kind(), field(name));
}

QString InterventionViewModel::text(const char* name) const
{
    return QString::fromStdString(textIn(bytes(name)));
}

void InterventionViewModel::write(const char* name, std::string value)
{
    draft_.write(record_, kind(), field(name), std::move(value));
}

void InterventionViewModel::writeText(const char* name, const QString& words)
{
    const std::string utf8 = words.trimmed().toStdString();
    write(name, utf8.empty() ? std::string() : textBytes(field(name), utf8));
}

QString InterventionViewModel::savedIcon() const
{
    return draft_.draft().isEmpty() ? QString() : QStringLiteral("check");
}

QString InterventionViewModel::savedText() const
{
    return draft_.draft().isEmpty() ? QString() : tr("Brouillon gardé sur ce téléphone");
}

QString InterventionViewModel::person() const
{
    const auto id = RecordId::fromBytes(textIn(bytes("person")));
    return id ? workplace_.personName(*id) : QString();
}

QString InterventionViewModel::act() const
{
    return codeWords("prestation", text("prestation").toStdString(),
                     workplace_.words().isEnglish());
}

QString InterventionViewModel::words() const
{
    return text("note");
}

void InterventionViewModel::setWords(const QString& words)
{
    writeText("note", words);
}

void InterventionViewModel::setSearch(const QString& search)
{
    search_ = search;
    showPersons();
    Q_EMIT changed();
}

void InterventionViewModel::setMinutes(const QString& minutes)
{
    minutes_ = minutes.trimmed();
    minutesProblem_.clear();
    bool isNumber = false;
    const int number = minutes_.toInt(&isNumber);
    if (minutes_.isEmpty()) {
        write("duration_minutes", {});
    } else if (isNumber && number >= 0 && number <= kMinutesMax) {
        write("duration_minutes", integerBytes(field("duration_minutes"), number));
    } else {
        minutesProblem_ = tr("Un nombre de minutes, entre 0 et 1440");
        Q_EMIT changed();
    }
}

void InterventionViewModel::choosePerson(int index)
{
    const auto id = RecordId::fromText(persons_.value(index, "code").toString().toStdString());
    if (id) write("person", idBytes(field("person"), *id));
}

void InterventionViewModel::chooseAct(int index)
{
    actProblem_.clear();
    writeText("prestation", acts_.value(index, "code").toString());
}

void InterventionViewModel::chooseMode(int index)
{
    writeText("mode", modes_.value(index, "code").toString());
}

void InterventionViewModel::noteFocus(const QString& name)
{
    draft_.setFocus(name);
}

QString InterventionViewModel::resume()
{
    return std::exchange(resumed_, QString());
}

void InterventionViewModel::save()
{
    if (text("prestation").isEmpty()) {
        actProblem_ = tr("Choisissez ce qui a été fait.");
        Q_EMIT changed();
        return;
    }
    if (!minutesProblem_.isEmpty()) return;
    const auto now = workplace_.now().time_since_epoch().count();
    write("at", integerBytes(field("at"), now));
    v1::Intervention members;
    members.mutable_members()->add_id(workplace_.member().bytes());
    write("members", members.SerializeAsString());
    writeText("outcome", QStringLiteral("FAIT"));
    const auto saved = draft_.save();
    if (!saved) {
        Q_EMIT failed(Workplace::sentence(saved.error()));
        keptText_ = Workplace::sentence(saved.error());
    } else {
        record_ = RecordId::make(workplace_.now());
        minutes_.clear();
        keptText_ = tr("Enregistré sur ce téléphone");
    }
    keptShown_.start();
    refresh();
}

void InterventionViewModel::showPersons()
{
    RecordQuery query;
    query.kind = workplace_.schema().kind("Person")->number;
    const auto rows = workplace_.ledger().records(query);
    const QString sought = folded(search_);
    const std::string chosen = textIn(bytes("person"));
    std::vector<QVariantMap> persons;
    for (const RecordRow& row : rows ? *rows : std::vector<RecordRow>{}) {
        const QString name = workplace_.personName(row.id);
        if (!folded(name).contains(sought)) continue;
        const auto person = workplace_.shown<v1::Person>(row.id);
        persons.push_back({{"code", QString::fromStdString(row.id.text())},
                           {"text", name},
                           {"words", identityLine(person, workplace_.words())},
                           {"sort", folded(QString::fromStdString(person.family_name()))},
                           {"chosen", row.id.bytes() == chosen}});
    }
    std::sort(persons.begin(), persons.end(), [](const QVariantMap& a, const QVariantMap& b) {
        return a["sort"].toString() < b["sort"].toString();
    });
    persons_.show(std::move(persons));
}

void InterventionViewModel::refresh()
{
    const bool english = workplace_.words().isEnglish();
    const auto rowsOf = [&](const char* list, const char* name) {
        std::vector<QVariantMap> rows;
        const QString chosen = text(name);
        for (const Code& code : codesOf(list)) {
            rows.push_back({{"code", latin(code.code)},
                            {"text", codeWords(list, std::string(code.code), english)},
                            {"words", QString()},
                            {"chosen", latin(code.code) == chosen}});
        }
        return rows;
    };
    acts_.show(rowsOf("prestation", "prestation"));
    modes_.show(rowsOf("mode", "mode"));
    showPersons();
    Q_EMIT changed();
}

}  // namespace liaison
