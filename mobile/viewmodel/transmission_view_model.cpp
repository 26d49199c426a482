// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/transmission_view_model.h"

#include <utility>

#include "mobile/viewmodel/code_words.h"
#include "mobile/viewmodel/field_bytes.h"
#include "mobile/viewmodel/visit_view_model.h"
#include "shared/care/code_list.h"

namespace liaison {

namespace {

/// As many as fit two lines of a phone; the others are one tap further.
constexpr std::size_t kTargetsShown = 5;

}  // namespace

TransmissionViewModel::TransmissionViewModel(Workplace& workplace, VisitViewModel& visit,
                                             QString resumed, QObject* parent)
    : QObject(parent),
      workplace_(workplace),
      visit_(visit),
      resumed_(std::move(resumed)),
      targets_({"code", "text", "chosen"}),
      otherTargets_({"code", "text", "chosen"}),
      parts_({"field", "letter", "label", "hint", "value"}),
      readers_({"code", "text", "chosen"})
{
    connect(&visit_, &VisitViewModel::changed, this, &TransmissionViewModel::refresh);
    refresh();
}

std::uint32_t TransmissionViewModel::field(const char* name) const
{
    return workplace_.schema().kind("Transmission")->field(name)->number;
}

QString TransmissionViewModel::text(const char* name) const
{
    const std::string bytes = visit_.draft().bytes(
        visit_.noteRecord(), workplace_.schema().kind("Transmission")->number, field(name));
    return QString::fromStdString(textIn(bytes));
}

QString TransmissionViewModel::person() const
{
    return visit_.person();
}

bool TransmissionViewModel::isEditable() const
{
    return visit_.isEditable();
}

QString TransmissionViewModel::savedIcon() const
{
    return visit_.savedIcon();
}

QString TransmissionViewModel::savedText() const
{
    return visit_.savedText();
}

QString TransmissionViewModel::otherTargetsText() const
{
    return tr("%n autre(s)", nullptr, otherTargets_.count());
}

bool TransmissionViewModel::isUrgent() const
{
    v1::Transmission note;
    note.ParseFromString(visit_.draft().bytes(visit_.noteRecord(),
                                              workplace_.schema().kind("Transmission")->number,
                                              field("is_emergency")));
    return note.is_emergency();
}

void TransmissionViewModel::setUrgent(bool urgent)
{
    visit_.draft().write(visit_.noteRecord(), workplace_.schema().kind("Transmission")->number,
                         field("is_emergency"), integerBytes(field("is_emergency"), urgent));
}

void TransmissionViewModel::writeCode(const char* name, const QString& code)
{
    const std::string utf8 = code.toStdString();
    visit_.draft().write(visit_.noteRecord(), workplace_.schema().kind("Transmission")->number,
                         field(name), utf8.empty() ? std::string() : textBytes(field(name), utf8));
}

void TransmissionViewModel::chooseTarget(int index)
{
    const QString code = targets_.value(index, "code").toString();
    writeCode("cible", text("cible") == code ? QString() : code);
}

void TransmissionViewModel::chooseOtherTarget(int index)
{
    writeCode("cible", otherTargets_.value(index, "code").toString());
}

void TransmissionViewModel::chooseReader(int index)
{
    writeCode("addressee", readers_.value(index, "code").toString());
}

void TransmissionViewModel::write(int index, const QString& words)
{
    const QByteArray name = parts_.value(index, "field").toString().toLatin1();
    writeCode(name.constData(), words);
}

void TransmissionViewModel::noteFocus(int index)
{
    visit_.draft().setFocus(QStringLiteral("transmission/") +
                            parts_.value(index, "field").toString());
}

int TransmissionViewModel::resume()
{
    const QString name = std::exchange(resumed_, QString());
    for (int index = 0; index < parts_.count(); ++index) {
        if (!name.isEmpty() && parts_.value(index, "field").toString() == name) return index;
    }
    return -1;
}

void TransmissionViewModel::add()
{
    visit_.draft().flush();
    Q_EMIT leave();
}

void TransmissionViewModel::refresh()
{
    const bool english = workplace_.words().isEnglish();
    const QString chosen = text("cible");
    std::vector<QVariantMap> shown;
    std::vector<QVariantMap> others;
    for (const Code& code : codesOf("cible")) {
        const QString name = QString::fromLatin1(code.code.data(), qsizetype(code.code.size()));
        QVariantMap row{{"code", name},
                        {"text", codeWords("cible", std::string(code.code), english)},
                        {"chosen", name == chosen}};
        // A target chosen from the long list joins the short one.
        const bool isShown = shown.size() < kTargetsShown || name == chosen;
        (isShown ? shown : others).push_back(std::move(row));
    }
    targets_.show(std::move(shown));
    otherTargets_.show(std::move(others));
    std::vector<QVariantMap> readers;
    const QString reader = text("addressee");
    for (const Code& code : codesOf("addressee")) {
        const QString name = QString::fromLatin1(code.code.data(), qsizetype(code.code.size()));
        const bool isDefault = reader.isEmpty() && readers.empty();
        readers.push_back({{"code", name},
                           {"text", codeWords("addressee", std::string(code.code), english)},
                           {"chosen", name == reader || isDefault}});
    }
    readers_.show(std::move(readers));
    const auto part = [&](const char* name, const char* letter, const QString& label,
                          const QString& hint) {
        return QVariantMap{{"field", QString::fromLatin1(name)},
                           {"letter", QString::fromLatin1(letter)},
                           {"label", label},
                           {"hint", hint},
                           {"value", text(name)}};
    };
    parts_.show({part("data", "D", tr("Données"), tr("Ce que vous voyez, ce que la personne dit")),
                 part("actions", "A", tr("Actions"), tr("Ce que vous avez fait")),
                 part("results", "R", tr("Résultats"), tr("À compléter à la prochaine visite"))});
    Q_EMIT changed();
}

}  // namespace liaison
