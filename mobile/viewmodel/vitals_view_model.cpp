// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/vitals_view_model.h"

#include <algorithm>

#include "mobile/viewmodel/code_words.h"
#include "mobile/viewmodel/measure_history.h"
#include "mobile/viewmodel/visit_view_model.h"
#include "shared/care/code_list.h"
#include "shared/record/validate.h"

namespace liaison {

namespace {

constexpr std::size_t kEarlierShown = 3;

/// Digits before the decimal mark that the highest plausible value has.
int wholeDigits(const MeasurePart& part)
{
    return static_cast<int>(QString::number(static_cast<qint64>(part.high)).size());
}

}  // namespace

VitalsViewModel::VitalsViewModel(Workplace& workplace, VisitViewModel& visit,
                                 std::vector<Measure> measures, std::uint32_t first,
                                 QObject* parent)
    : QObject(parent),
      workplace_(workplace),
      visit_(visit),
      measures_(std::move(measures)),
      earlier_({"date", "value"})
{
    const auto isFirst = [&](const Measure& one) { return one.number() == first; };
    const auto found = std::find_if(measures_.begin(), measures_.end(), isFirst);
    take(found == measures_.end() ? 0 : static_cast<int>(found - measures_.begin()));
}

QString VitalsViewModel::person() const
{
    return visit_.person();
}

QString VitalsViewModel::stepText() const
{
    return tr("%1 sur %2").arg(index_ + 1).arg(measures_.size());
}

QStringList VitalsViewModel::positions() const
{
    QStringList labels;
    for (const Code& code : codesOf(measure().positionList())) {
        labels << codeWords(measure().positionList(), std::string(code.code),
                            workplace_.words().isEnglish());
    }
    return labels;
}

int VitalsViewModel::position() const
{
    const auto codes = codesOf(measure().positionList());
    const auto found = std::find_if(codes.begin(), codes.end(),
                                    [&](const Code& code) { return code.code == position_; });
    return found == codes.end() ? 0 : static_cast<int>(found - codes.begin());
}

void VitalsViewModel::setPosition(int index)
{
    const auto codes = codesOf(measure().positionList());
    if (index < 0 || index >= static_cast<int>(codes.size())) return;
    position_ = codes[static_cast<std::size_t>(index)].code;
    keep();
}

QString VitalsViewModel::secondLabel() const
{
    return measure().isPair() ? measure().parts()[1].label : QString();
}

void VitalsViewModel::setPart(int part)
{
    part_ = measure().isPair() ? std::clamp(part, 0, 1) : 0;
    isTypedAnew_ = false;
    hasMovedOn_ = false;
    Q_EMIT changed();
}

std::string VitalsViewModel::draftBytes() const
{
    return visit_.draft().bytes(visit_.vitalsRecord(), workplace_.schema().kind("Vitals")->number,
                                measure().number());
}

void VitalsViewModel::take(int index)
{
    index_ = index;
    part_ = 0;
    isTypedAnew_ = false;
    hasMovedOn_ = false;
    problem_.clear();
    typed_.clear();
    const std::string bytes = draftBytes();
    const auto numbers = measure().numbers(bytes);
    for (std::size_t i = 0; i < measure().parts().size(); ++i) {
        typed_ << (numbers[i]
                       ? workplace_.words().number(*numbers[i], measure().parts()[i].decimals)
                       : QString());
    }
    const auto codes = codesOf(measure().positionList());
    position_ = measure().position(bytes);
    if (position_.empty() && !codes.empty()) position_ = codes.front().code;
    std::vector<QVariantMap> rows;
    for (const EarlierReading& one : earlierReadings(workplace_, visit_.personId(), measure(),
                                                     visit_.vitalsRecord(), kEarlierShown)) {
        rows.push_back({{"date", one.date}, {"value", one.value}});
    }
    earlier_.show(std::move(rows));
    visit_.draft().setFocus(QStringLiteral("vitals/%1").arg(measure().number()));
    Q_EMIT changed();
}

std::optional<double> VitalsViewModel::number(int part) const
{
    bool isNumber = false;
    const double value = workplace_.words().locale().toDouble(typed_.value(part), &isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

/// A whole and possible value goes into the draft; half of a pair or nothing does not.
void VitalsViewModel::keep()
{
    std::vector<double> numbers;
    for (int part = 0; part < typed_.size(); ++part) {
        if (const auto value = number(part)) numbers.push_back(*value);
    }
    const KindSchema& kind = *workplace_.schema().kind("Vitals");
    const bool isWhole = numbers.size() == measure().parts().size();
    const std::string bytes = isWhole ? measure().bytes(numbers, position_) : std::string();
    const bool isEmpty = std::all_of(typed_.begin(), typed_.end(),
                                     [](const QString& text) { return text.isEmpty(); });
    if (isWhole && validatePatch(kind, bytes, {})) {
        visit_.draft().write(visit_.vitalsRecord(), kind.number, measure().number(), bytes);
    } else if (isEmpty && !draftBytes().empty()) {
        visit_.draft().write(visit_.vitalsRecord(), kind.number, measure().number(), {});
    } else {
        // "45" on the way to "452" must not stay behind as a weight.
        visit_.draft().forget(visit_.vitalsRecord(), measure().number());
    }
    Q_EMIT changed();
}

bool VitalsViewModel::check()
{
    problem_.clear();
    std::vector<double> numbers;
    for (int part = 0; part < typed_.size(); ++part) {
        const auto value = number(part);
        const MeasurePart& one = measure().parts()[static_cast<std::size_t>(part)];
        const bool isNeeded = measure().isPair() && !(typed_[0].isEmpty() && typed_[1].isEmpty());
        if (!value && typed_[part].isEmpty() && !isNeeded) continue;
        if (!value || *value < one.low || *value > one.high) {
            problem_ = tr("Entre %1 et %2 %3")
                           .arg(workplace_.words().number(one.low, one.decimals),
                                workplace_.words().number(one.high, one.decimals), unit())
                           .trimmed();
            part_ = part;
            return false;
        }
        numbers.push_back(*value);
    }
    if (numbers.size() != measure().parts().size()) return true;
    const auto valid =
        validatePatch(*workplace_.schema().kind("Vitals"), measure().bytes(numbers, position_), {});
    if (valid) return true;
    problem_ = tr("La première valeur doit être plus haute que la seconde.");
    return false;
}

void VitalsViewModel::type(const QString& digit)
{
    beginAnew();
    if (!hasRoom()) return;
    typed_[part_] += digit;
    problem_.clear();
    keep();
    // A pair is typed in one go: the second number follows when the first is whole.
    const MeasurePart& one = measure().parts()[static_cast<std::size_t>(part_)];
    const auto value = number(part_);
    const bool isFull = value && *value >= one.low && *value * 10 > one.high;
    if (!measure().isPair() || part_ != 0 || !isFull) return;
    setPart(1);
    hasMovedOn_ = true;
}

/// The first key in a number that stands there already writes it anew.
void VitalsViewModel::beginAnew()
{
    if (isReplaced()) typed_[part_].clear();
    isTypedAnew_ = true;
    hasMovedOn_ = false;
}

/// No more digits than the plausible range needs, so that the number stays within its place.
bool VitalsViewModel::hasRoom() const
{
    const MeasurePart& one = measure().parts()[static_cast<std::size_t>(part_)];
    const QString& text = typed_[part_];
    const qsizetype mark = text.indexOf(decimalMark());
    return mark < 0 ? text.size() < wholeDigits(one)
                    : text.size() - mark - decimalMark().size() < one.decimals;
}

void VitalsViewModel::typeMark()
{
    if (!isDecimal()) return;
    beginAnew();
    QString& text = typed_[part_];
    if (text.contains(decimalMark())) return;
    if (text.isEmpty()) text = QStringLiteral("0");
    text += decimalMark();
    Q_EMIT changed();
}

void VitalsViewModel::erase()
{
    if (part_ > 0 && (typed_[part_].isEmpty() || hasMovedOn_)) part_ = 0;
    isTypedAnew_ = true;
    hasMovedOn_ = false;
    typed_[part_].chop(1);
    problem_.clear();
    keep();
}

void VitalsViewModel::clear()
{
    for (QString& text : typed_) {
        text.clear();
    }
    part_ = 0;
    problem_.clear();
    keep();
}

void VitalsViewModel::next()
{
    if (measure().isPair() && part_ == 0 && typed_[1].isEmpty() && !typed_[0].isEmpty()) {
        setPart(1);
        return;
    }
    if (!check()) {
        Q_EMIT changed();
        return;
    }
    keep();
    go();
}

void VitalsViewModel::skip()
{
    problem_.clear();
    go();
}

void VitalsViewModel::go()
{
    if (index_ + 1 < static_cast<int>(measures_.size())) {
        take(index_ + 1);
    } else {
        visit_.draft().setFocus({});
        Q_EMIT leave();
    }
}

QString VitalsViewModel::nextText() const
{
    if (index_ + 1 >= static_cast<int>(measures_.size())) return tr("Revenir à la visite");
    return tr("Suivant : %1")
        .arg(measures_[static_cast<std::size_t>(index_) + 1].label().toLower());
}

bool VitalsViewModel::isDecimal() const
{
    return measure().parts()[static_cast<std::size_t>(part_)].decimals > 0;
}

QString VitalsViewModel::decimalMark() const
{
    return workplace_.words().locale().decimalPoint();
}

MeasureBounds VitalsViewModel::boundsOfPart(int part) const
{
    return boundsFor(workplace_, visit_.personId(), measure(), static_cast<std::size_t>(part));
}

/// Of a pair, the number that is typed or else the other one: a bar stays while the second number
/// is typed, although only the first has limits.
int VitalsViewModel::barPart() const
{
    const auto isLimited = [&](int part) {
        const auto limits = boundsOfPart(part);
        return limits.low || limits.high;
    };
    return measure().isPair() && !isLimited(part_) && isLimited(1 - part_) ? 1 - part_ : part_;
}

MeasureBounds VitalsViewModel::bounds() const
{
    return boundsOfPart(barPart());
}

const MeasurePart& VitalsViewModel::barMeasure() const
{
    return measure().parts()[static_cast<std::size_t>(barPart())];
}

QString VitalsViewModel::warning() const
{
    std::vector<double> numbers;
    for (int part = 0; part < typed_.size(); ++part) {
        if (const auto value = number(part)) numbers.push_back(*value);
    }
    if (numbers.empty()) return {};
    for (std::size_t part = 0; part < numbers.size(); ++part) {
        const auto limits = boundsFor(workplace_, visit_.personId(), measure(), part);
        const QString name = measure().isPair() ? measure().parts()[part].label : label();
        const int decimals = measure().parts()[part].decimals;
        if (limits.high && numbers[part] > *limits.high) {
            return tr("%1 au-dessus de sa limite (%2)")
                .arg(name, workplace_.words().number(*limits.high, decimals));
        }
        const bool isTyping = static_cast<int>(part) == part_;
        const bool isPossible = numbers[part] >= measure().parts()[part].low;
        if (limits.low && numbers[part] < *limits.low && (isPossible || !isTyping)) {
            return tr("%1 en dessous de sa limite (%2)")
                .arg(name, workplace_.words().number(*limits.low, decimals));
        }
    }
    return {};
}

}  // namespace liaison
