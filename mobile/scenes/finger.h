// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickItem>
#include <QQuickWindow>

namespace liaison {

/// Taps in a window of the real application as a person would: on what is seen, by the name that a
/// screen reader says. Nothing of the application is called.
class Finger {
public:
    /// The window must outlive it.
    explicit Finger(QQuickWindow& window) : window_(window) {}

    /// Presses and releases in the middle of the first thing seen that is called so, or else whose
    /// name begins with these words, or else has them in it; scrolls there first. False when there
    /// is none.
    bool tap(const QString& words);
    /// Writes letters and digits without accents where the keyboard is.
    void type(const QString& letters);
    /// Lets the application do what it has to, until frames follow each other without work.
    void settle();
    QImage picture();

private:
    QQuickItem* find(const QString& words) const;
    QQuickItem* lookFurther(const QString& words);
    void scrollTo(QQuickItem& item);

    QQuickWindow& window_;
};

}  // namespace liaison
