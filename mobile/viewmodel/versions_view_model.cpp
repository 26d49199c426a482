// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/versions_view_model.h"

#include <algorithm>

#include "mobile/viewmodel/changed_words.h"
#include "mobile/viewmodel/exchange_words.h"
#include "mobile/viewmodel/field_bytes.h"
#include "mobile/viewmodel/person_words.h"
#include "mobile/viewmodel/value_words.h"
#include "shared/record/keys.h"
#include "shared/record/patch.h"

namespace liaison {

namespace {

/// A label within a sentence: "aide-soignante"; an abbreviation stays as it is.
QString inSentence(const QString& label)
{
    const bool isWord = label.size() > 1 && label[0].isUpper() && label[1].isLower();
    return isWord ? label[0].toLower() + label.mid(1) : label;
}

/// "Nadia" of "Nadia Benali".
QString firstWord(const QString& name)
{
    return name.section(QLatin1Char(' '), 0, 0);
}

}  // namespace

VersionsViewModel::VersionsViewModel(Workplace& workplace, const RecordId& record,
                                     std::uint32_t field, QObject* parent)
    : QObject(parent),
      workplace_(workplace),
      record_(record),
      field_(field),
      rows_({"dot", "own", "initials", "who", "moment", "marked", "stateIcon", "stateText",
             "actionText"})
{
    const auto state = workplace_.ledger().record(record_);
    kind_ = state && *state ? workplace_.schema().kind((*state)->kind) : nullptr;
    ensure(kind_ != nullptr && kind_->field(field) != nullptr, "versions of an unknown field");
    connect(&workplace_, &Workplace::changed, this, &VersionsViewModel::refresh);
    connect(&workplace_, &Workplace::contactChanged, this, &VersionsViewModel::refresh);
    refresh();
    steps_ = disputed_.size();
}

const FieldSchema& VersionsViewModel::schema() const
{
    return *kind_->field(field_);
}

QString VersionsViewModel::field() const
{
    return ValueWords(workplace_).label(schema());
}

QString VersionsViewModel::subject() const
{
    const RecordReading reading = workplace_.reading(record_, kind_->number);
    const RecordKeys keys = keysOf(*kind_, reading);
    const RecordId person = kind_->name == "Person" ? record_ : keys.subject.value_or(RecordId{});
    const QString name = person.isNull() ? QString() : workplace_.personName(person);
    if (kind_->name == "Person") {
        const auto shown = workplace_.shown<v1::Person>(record_);
        const QString town = QString::fromStdString(shown.address().city());
        return town.isEmpty() ? name : name + QStringLiteral(", ") + town;
    }
    const auto& label = kind_->annotation.label();
    QStringList parts{
        QString::fromStdString(workplace_.words().isEnglish() ? label.en() : label.fr())};
    if (!name.isEmpty()) parts << name;
    if (keys.at) parts << workplace_.words().moment(*keys.at);
    return parts.join(QStringLiteral(", "));
}

QString VersionsViewModel::stepText() const
{
    if (steps_ < 2 || disputed_.empty()) return {};
    return tr("%1 sur %2").arg(steps_ - std::min(steps_, disputed_.size()) + 1).arg(steps_);
}

QString VersionsViewModel::explanation() const
{
    if (!problem_.isEmpty()) return problem_;
    QStringList others;
    bool isMine = false;
    for (int i = 0; i < rows_.count(); ++i) {
        const QVariantMap row = rows_.row(i);
        isMine = isMine || row["own"].toBool();
        const QString who = row["name"].toString();
        if (!row["own"].toBool() && !others.contains(who)) others << who;
    }
    if (rows_.count() < 2) return tr("Ce champ n’a plus qu’une version.");
    if (others.isEmpty()) {
        return tr("Vous avez changé ce champ sur deux appareils. Rien n’est perdu.");
    }
    const QString names = others.join(tr(" et "));
    if (isMine) {
        return tr("%1 et vous avez changé ce champ sans voir l’autre version. Rien n’est perdu.")
            .arg(names);
    }
    return tr("%1 : ce champ a été changé plusieurs fois sans que l’autre version soit vue. "
              "Rien n’est perdu.")
        .arg(names);
}

bool VersionsViewModel::isEditable() const
{
    const Role role = workplace_.role();
    return rows_.count() > 1 && (role == v1::ROLE_UNSPECIFIED || schema().writableBy(role));
}

bool VersionsViewModel::isMergeable() const
{
    return rows_.count() > 1 &&
           schema().descriptor->type() == google::protobuf::FieldDescriptor::TYPE_STRING &&
           schema().annotation.code_list().empty();
}

QVariantMap VersionsViewModel::rowOf(const Value& value, const QString& marked)
{
    const auto owner = workplace_.ledger().ownerOf(value.dot.device);
    const RecordId member = owner && *owner ? **owner : RecordId{};
    const bool isOwn = member == workplace_.member();
    const auto shown = workplace_.shown<v1::Member>(member);
    const QString name = workplace_.authorName(value.dot);
    const QString function = isOwn ? QString() : inSentence(workplace_.memberFunction(member));
    const auto entry = workplace_.ledger().entry(value.dot);
    const bool isReceived = entry && *entry && (*entry)->verdict;
    return {{"dot", QString::fromStdString(value.dot.text())},
            {"own", isOwn},
            {"name", name},
            {"initials", initials(shown.given_name(), shown.family_name())},
            {"who", function.isEmpty() ? name : name + QStringLiteral(", ") + function},
            {"moment", workplace_.words().moment(value.shownAs.instant())},
            {"marked", marked},
            {"stateIcon", isReceived ? QStringLiteral("done_all") : QStringLiteral("smartphone")},
            {"stateText", isReceived ? tr("Reçu par le centre") : tr("Sur ce téléphone")},
            {"actionText",
             isOwn ? tr("Garder ma version") : tr("Prendre celle de %1").arg(firstWord(name))}};
}

void VersionsViewModel::refresh()
{
    const RecordReading reading = workplace_.reading(record_, kind_->number);
    disputed_.clear();
    for (const std::uint32_t number : reading.disputed()) {
        const FieldSchema* field = kind_->field(number);
        if (field != nullptr) disputed_.push_back(number);
    }
    const FieldReading* field = reading.field(field_);
    values_ = field == nullptr ? std::vector<Value>{} : field->versions();
    ValueWords words(workplace_);
    const auto text = [&](const Value& value) {
        return value.isEmptied() ? tr("(effacé)") : words.reading(schema(), value.bytes);
    };
    // The newest first: that is the one other pages show.
    std::reverse(values_.begin(), values_.end());
    std::vector<QVariantMap> rows;
    for (std::size_t i = 0; i < values_.size(); ++i) {
        const Value& other = values_[i == 0 ? values_.size() - 1 : 0];
        rows.push_back(rowOf(values_[i], markedAgainst(text(values_[i]), text(other))));
    }
    rows_.show(std::move(rows));
    showBefore();
    Q_EMIT changed();
}

/// What stood before is what the versions' authors saw: the newest value that any of them replaced
/// and that this ledger holds.
void VersionsViewModel::showBefore()
{
    beforeText_.clear();
    beforeAuthor_.clear();
    std::optional<LedgerEntry> before;
    for (const Value& value : values_) {
        const auto entry = workplace_.ledger().entry(value.dot);
        const v1::Change* change = entry && *entry ? (*entry)->edit.change(record_) : nullptr;
        if (change == nullptr) continue;
        for (const Dot& dot : replacedDots(*change, field_)) {
            const auto replaced = workplace_.ledger().entry(dot);
            if (!replaced || !*replaced) continue;
            if (!before || before->edit.stamp() < (*replaced)->edit.stamp()) before = **replaced;
        }
    }
    const v1::Change* change = before ? before->edit.change(record_) : nullptr;
    if (change == nullptr) return;
    const auto fields = cutPatch(change->patch());
    const auto bytes = fields ? fields->find(field_) : FieldBytes::const_iterator{};
    const QString text = fields && bytes != fields->end()
                             ? ValueWords(workplace_).reading(schema(), bytes->second)
                             : tr("(effacé)");
    if (text.isEmpty()) return;
    beforeText_ = text;
    beforeAuthor_ = tr("avant, depuis %1, %2")
                        .arg(workplace_.words().day(before->edit.stamp().instant()),
                             workplace_.authorName(before->edit.dot()));
}

void VersionsViewModel::keep(int index)
{
    if (!isEditable() || index < 0 || index >= static_cast<int>(values_.size())) return;
    settle(values_[static_cast<std::size_t>(index)].bytes);
}

void VersionsViewModel::keepAll()
{
    if (!isEditable() || !isMergeable()) return;
    // Oldest first by stamp and dot, so that two people who keep both write the same text.
    QStringList texts;
    for (auto value = values_.rbegin(); value != values_.rend(); ++value) {
        if (!value->isEmptied()) texts << QString::fromStdString(textIn(value->bytes));
    }
    settle(textBytes(field_, texts.join(QLatin1Char('\n')).toStdString()));
}

void VersionsViewModel::settle(std::string bytes)
{
    ChangeDraft draft{record_, kind_->number, {}};
    draft.touch(field_, workplace_.reading(record_, kind_->number), std::move(bytes));
    const auto saved = workplace_.save({draft});
    if (!saved) {
        problem_ = Workplace::sentence(saved.error());
        Q_EMIT changed();
        return;
    }
    problem_.clear();
    refresh();
    if (disputed_.empty()) {
        Q_EMIT workplace_.closeAsked();
        return;
    }
    field_ = disputed_.front();
    refresh();
}

void VersionsViewModel::later()
{
    Q_EMIT workplace_.closeAsked();
}

}  // namespace liaison
