// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/scenes/finger.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>

namespace liaison {

namespace {

constexpr int kSettleMilliseconds = 120;

QString nameOf(QQuickItem& item)
{
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&item);
    return spoken ? spoken->text(QAccessible::Name).replace(QChar::Nbsp, QLatin1Char(' '))
                  : QString();
}

bool isTapped(QQuickItem& item)
{
    return item.isEnabled() && item.acceptedMouseButtons() != Qt::NoButton;
}

/// Depth first, what is on top last: popups lie over pages.
void collect(QQuickItem& item, QList<QQuickItem*>& seen)
{
    if (!item.isVisible()) return;
    seen.append(&item);
    const auto children = item.childItems();
    for (QQuickItem* child : children) {
        collect(*child, seen);
    }
}

}  // namespace

QQuickItem* Finger::find(const QString& words) const
{
    QList<QQuickItem*> seen;
    collect(*window_.contentItem(), seen);
    const QString wanted = QString(words).replace(QChar::Nbsp, QLatin1Char(' '));
    QQuickItem* begins = nullptr;
    QQuickItem* has = nullptr;
    for (QQuickItem* item : seen) {
        if (!isTapped(*item)) continue;
        const QString name = nameOf(*item);
        if (name == wanted) return item;
        if (!begins && name.startsWith(wanted)) begins = item;
        if (!has && name.contains(wanted)) has = item;
    }
    return begins ? begins : has;
}

/// What stands at the edge may lie under a bar: it goes to the middle, as far as the page goes.
void Finger::scrollTo(QQuickItem& item)
{
    for (QQuickItem* holder = item.parentItem(); holder; holder = holder->parentItem()) {
        if (!holder->inherits("QQuickFlickable")) continue;
        const double middle = item.mapToItem(holder, QPointF(0, item.height() / 2)).y();
        if (middle > holder->height() * 0.2 && middle < holder->height() * 0.7) continue;
        const double first = holder->property("originY").toDouble();
        const double last = first + holder->property("contentHeight").toDouble() - holder->height();
        const double wanted =
            holder->property("contentY").toDouble() + middle - holder->height() / 2;
        holder->setProperty("contentY", std::clamp(wanted, first, std::max(first, last)));
    }
}

/// A list makes only what is near: leafs through what can be scrolled until the words are there.
QQuickItem* Finger::lookFurther(const QString& words)
{
    constexpr int kPagesMax = 40;
    QList<QQuickItem*> seen;
    collect(*window_.contentItem(), seen);
    for (QQuickItem* holder : seen) {
        if (!holder->inherits("QQuickFlickable")) continue;
        const double first = holder->property("originY").toDouble();
        for (int page = 0; page < kPagesMax; ++page) {
            const double top = first + page * holder->height() * 0.8;
            if (top >= first + holder->property("contentHeight").toDouble()) break;
            holder->setProperty("contentY", top);
            settle();
            if (QQuickItem* item = find(words)) return item;
        }
        holder->setProperty("contentY", first);
    }
    return nullptr;
}

bool Finger::tap(const QString& words)
{
    QQuickItem* item = find(words);
    if (!item) item = lookFurther(words);
    if (!item) return false;
    scrollTo(*item);
    window_.grabWindow();
    const QPointF at = item->mapToScene(QPointF(item->width() / 2, item->height() / 2));
    const QPointF onScreen = window_.mapToGlobal(at);
    for (const auto type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
        const bool isDown = type == QEvent::MouseButtonPress;
        QMouseEvent event(type, at, onScreen, Qt::LeftButton,
                          isDown ? Qt::LeftButton : Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window_, &event);
    }
    settle();
    return true;
}

void Finger::type(const QString& letters)
{
    for (const QChar letter : letters) {
        for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, letter.toUpper().unicode(), Qt::NoModifier, QString(letter));
            QCoreApplication::sendEvent(&window_, &event);
        }
    }
    settle();
}

void Finger::settle()
{
    QElapsedTimer quiet;
    quiet.start();
    while (quiet.elapsed() < kSettleMilliseconds) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        window_.grabWindow();
    }
}

QImage Finger::picture()
{
    settle();
    return window_.grabWindow();
}

}  // namespace liaison
