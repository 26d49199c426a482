// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "mobile/viewmodel/vitals_view_model.h"

namespace liaison {

bool VitalsViewModel::isBelow() const
{
    const auto value = number(barPart());
    const auto limits = bounds();
    return value && limits.low && *value < *limits.low;
}

bool VitalsViewModel::hasBounds() const
{
    const auto limits = bounds();
    return limits.low || limits.high;
}

/// The bar shows the limits with half their width to either side.
double VitalsViewModel::onBar(double value) const
{
    const auto limits = bounds();
    const double low = limits.low.value_or(barMeasure().low);
    const double high = std::max(limits.high.value_or(barMeasure().high), low + 1);
    const double around = (high - low) / 2;
    return std::clamp((value - low + around) / (high - low + 2 * around), 0.0, 1.0);
}

double VitalsViewModel::boundLow() const
{
    return onBar(bounds().low.value_or(barMeasure().low));
}

double VitalsViewModel::boundHigh() const
{
    return onBar(bounds().high.value_or(barMeasure().high));
}

double VitalsViewModel::mark() const
{
    const auto value = number(barPart());
    return value ? onBar(*value) : -1;
}

QString VitalsViewModel::lowText() const
{
    const auto limit = bounds().low;
    return limit ? workplace_.words().number(*limit, barMeasure().decimals) : QString();
}

QString VitalsViewModel::highText() const
{
    const auto limit = bounds().high;
    return limit ? workplace_.words().number(*limit, barMeasure().decimals) : QString();
}

QString VitalsViewModel::boundsSource() const
{
    const QString author = bounds().setBy;
    const QString source = author.isEmpty() ? tr("ses limites") : tr("limites : %1").arg(author);
    return measure().isPair() ? barMeasure().label + QStringLiteral(", ") + source : source;
}

}  // namespace liaison
