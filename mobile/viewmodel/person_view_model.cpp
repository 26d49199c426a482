// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/person_view_model.h"

#include <algorithm>

#include "mobile/viewmodel/code_words.h"
#include "mobile/viewmodel/file_words.h"
#include "mobile/viewmodel/person_words.h"
#include "mobile/viewmodel/timeline.h"
#include "mobile/viewmodel/value_words.h"
#include "shared/record/void_field.h"

namespace liaison {

namespace {

constexpr std::size_t kTimelineShown = 60;

QString callable(const std::string& first, const std::string& second)
{
    return QString::fromStdString(first.empty() ? second : first);
}

}  // namespace

PersonViewModel::PersonViewModel(Workplace& workplace, const RecordId& person, QObject* parent)
    : QObject(parent),
      workplace_(workplace),
      person_(person),
      timeline_({"record", "day", "hour", "title", "words", "author", "stateIcon", "stateText",
                 "stateTone", "picture"}),
      fields_({"field", "label", "value", "author", "disputed", "editable"}),
      contacts_({"record", "name", "relation", "phone"})
{
    connect(&workplace_, &Workplace::changed, this, &PersonViewModel::refresh);
    connect(&workplace_, &Workplace::contactChanged, this, &PersonViewModel::refreshFiles);
    refresh();
}

QString PersonViewModel::name() const
{
    return workplace_.personName(person_);
}

QString PersonViewModel::identityLine() const
{
    return liaison::identityLine(shown_, workplace_.words());
}

QVariantList PersonViewModel::badges() const
{
    QVariantList badges = presentBadges(workplace_, person_, shown_);
    return lastingBadges(shown_, workplace_.words().isEnglish()) + badges;
}

QString PersonViewModel::phone() const
{
    return callable(shown_.phone(), shown_.mobile_phone());
}

QString PersonViewModel::disputedText() const
{
    if (disputed_.empty()) return {};
    const FieldSchema* field = workplace_.schema().kind("Person")->field(disputed_.front());
    const QString label = field == nullptr ? QString() : ValueWords(workplace_).label(*field);
    return disputed_.size() == 1 ? tr("Deux versions\u00a0: %1").arg(label)
                                 : tr("Deux versions dans %n champ(s)", nullptr, disputedCount());
}

std::optional<RecordRow> PersonViewModel::nextVisit() const
{
    RecordQuery query;
    query.kind = workplace_.schema().kind("Visit")->number;
    query.subject = person_;
    query.from = workplace_.words().startOf(workplace_.words().today());
    query.until = workplace_.words().endOf(workplace_.words().today());
    const auto rows = workplace_.ledger().records(query);
    for (const RecordRow& row : rows ? *rows : std::vector<RecordRow>{}) {
        const auto visit = workplace_.shown<v1::Visit>(row.id);
        if (visit.status() == "PREVUE" || visit.status() == "EN_COURS") return row;
    }
    return std::nullopt;
}

QString PersonViewModel::visitAction() const
{
    const auto next = nextVisit();
    if (!next || !next->at) return tr("Commencer une visite non prévue");
    return tr("Ouvrir la visite de %1").arg(workplace_.words().hour(*next->at));
}

void PersonViewModel::startVisit()
{
    if (const auto next = nextVisit()) {
        Q_EMIT workplace_.visitAsked(next->id);
    } else {
        Q_EMIT workplace_.unplannedVisitAsked(person_);
    }
}

void PersonViewModel::openEntry(int index)
{
    const auto id = RecordId::fromText(timeline_.value(index, "record").toString().toStdString());
    if (!id) return;
    const auto state = workplace_.ledger().record(*id);
    const bool isVisit =
        state && *state && (*state)->kind == workplace_.schema().kind("Visit")->number;
    const bool isAttachment =
        state && *state && (*state)->kind == workplace_.schema().kind("Attachment")->number;
    if (isVisit) {
        Q_EMIT workplace_.visitAsked(*id);
    } else if (isAttachment) {
        openAttachment(*id);
    } else {
        Q_EMIT workplace_.formAsked(*id, QString());
    }
}

void PersonViewModel::openAttachment(const RecordId& record)
{
    const auto attachment = workplace_.shown<v1::Attachment>(record);
    const v1::FileReference& content = attachment.content();
    pictureAwaited_.reset();
    picture_ = pictureAddress(workplace_, content);
    pictureCaption_ = attachment.caption().empty() ? formatWords(content.media_type())
                                                   : QString::fromStdString(attachment.caption());
    Q_EMIT pictureChanged();
    if (!picture_.isEmpty()) return;
    const auto files = workplace_.device().files().open();
    if (!files) return;
    const FileReference file{content.sha256(), content.size(), content.media_type()};
    if (!(*files)->want(file)) return;
    pictureAwaited_ = record;
    workplace_.engine().lookForFiles();
}

void PersonViewModel::closePicture()
{
    pictureAwaited_.reset();
    picture_.clear();
    Q_EMIT pictureChanged();
}

/// Files come without a record changing.
void PersonViewModel::refreshFiles()
{
    if (!hasAttachments_) return;
    timeline_.show(timelineOf(workplace_, person_, kTimelineShown));
    if (!pictureAwaited_) return;
    const auto attachment = workplace_.shown<v1::Attachment>(*pictureAwaited_);
    picture_ = pictureAddress(workplace_, attachment.content());
    if (picture_.isEmpty()) return;
    pictureAwaited_.reset();
    Q_EMIT pictureChanged();
}

void PersonViewModel::editField(int index)
{
    const QString name = fields_.value(index, "field").toString();
    const FieldSchema* field = workplace_.schema().kind("Person")->field(name.toStdString());
    if (field == nullptr) return;
    if (fields_.value(index, "disputed").toBool()) {
        Q_EMIT workplace_.versionsAsked(person_, field->number);
    } else if (fields_.value(index, "editable").toBool()) {
        Q_EMIT workplace_.formAsked(person_, name);
    }
}

void PersonViewModel::openVersions()
{
    if (!disputed_.empty()) Q_EMIT workplace_.versionsAsked(person_, disputed_.front());
}

void PersonViewModel::showFields(const RecordReading& reading)
{
    ValueWords words(workplace_);
    const KindSchema& kind = *workplace_.schema().kind("Person");
    std::vector<QVariantMap> rows;
    for (const FieldSchema& field : kind.fields) {
        const FieldReading* value = reading.field(field.number);
        const bool mayWrite =
            field.writableBy(workplace_.role()) && ValueWords(workplace_).isEditable(field);
        const bool isEmpty = value == nullptr || value->shown().isEmptied();
        if (field.number == kVoidField || (isEmpty && !mayWrite)) continue;
        rows.push_back(
            {{"field", QString::fromStdString(field.name)},
             {"label", words.label(field)},
             {"value", isEmpty ? tr("À compléter") : words.reading(field, value->shown().bytes)},
             {"author", isEmpty ? QString()
                                : tr("%1, %2").arg(
                                      workplace_.authorName(value->shown().dot),
                                      workplace_.words().moment(value->shown().shownAs.instant()))},
             {"disputed", value != nullptr && value->isDisputed()},
             {"editable", mayWrite}});
    }
    fields_.show(std::move(rows));
}

void PersonViewModel::showContacts()
{
    RecordQuery query;
    query.kind = workplace_.schema().kind("Caregiver")->number;
    query.subject = person_;
    const auto rows = workplace_.ledger().records(query);
    std::vector<QVariantMap> contacts;
    const bool english = workplace_.words().isEnglish();
    for (const RecordRow& row : rows ? *rows : std::vector<RecordRow>{}) {
        const auto caregiver = workplace_.shown<v1::Caregiver>(row.id);
        QStringList relation;
        relation << codeWords("care_link", caregiver.link(), english);
        if (caregiver.main_caregiver()) relation << tr("aidant principal");
        if (caregiver.main_contact()) relation << tr("à prévenir en premier");
        if (caregiver.trusted_person()) relation << tr("personne de confiance");
        if (caregiver.has_key()) relation << tr("a une clé");
        relation.removeAll(QString());
        const QString name =
            QString::fromStdString(caregiver.given_name() + " " + caregiver.family_name());
        contacts.push_back({{"record", QString::fromStdString(row.id.text())},
                            {"name", name.trimmed()},
                            {"relation", relation.join(QStringLiteral(", "))},
                            {"phone", callable(caregiver.phone(), caregiver.second_phone())}});
    }
    contacts_.show(std::move(contacts));
}

void PersonViewModel::refresh()
{
    const std::uint32_t kind = workplace_.schema().kind("Person")->number;
    const RecordReading reading = workplace_.reading(person_, kind);
    shown_.Clear();
    shown_.ParseFromString(reading.shownMessage());
    disputed_ = reading.disputed();
    showFields(reading);
    showContacts();
    RecordQuery attachments;
    attachments.kind = workplace_.schema().kind("Attachment")->number;
    attachments.subject = person_;
    const auto count = workplace_.ledger().count(attachments);
    hasAttachments_ = count && *count > 0;
    timeline_.show(timelineOf(workplace_, person_, kTimelineShown));
    Q_EMIT changed();
}

}  // namespace liaison
