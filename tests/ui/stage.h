// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QQuickItem>
#include <QQuickView>
#include <QStringList>

namespace liaison {

/// A window without a screen in which the real QML of the application is shown and looked at.
///
/// Every warning of QML while the stage lives is kept in `warnings()`: a page with a warning is a
/// page that is wrong. One stage at a time.
class Stage {
public:
    Stage();
    ~Stage();
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    /// Software renderer, no display, no input method: to be called before the QGuiApplication.
    static void prepareEnvironment();

    /// Sets a property of the `Theme` singleton of this stage; undone when the stage goes.
    void theme(const char* property, const QVariant& value);
    /// Reads one.
    QVariant theme(const char* property);

    /// Loads a QML file as the content of the window, `width` by `height` (0: as tall as it wants).
    void show(const QString& url, int width = 0, int height = 0,
              const QVariantMap& properties = {});
    /// What the window shows now.
    QImage picture();

    QQuickItem* root() const;
    /// How often `tap` was called.
    int taps() const { return taps_; }
    QQuickView& view() { return view_; }
    /// The first item below the root that is seen and whose Accessible name is `name`, written with
    /// plain spaces; nullptr without one.
    QQuickItem* named(const QString& name) const;
    /// The first button seen whose Accessible name has these words in it; nullptr without one.
    QQuickItem* button(const QString& words) const;
    /// Types digits and letters without accents where the keyboard is.
    void type(const QString& letters);
    /// The Accessible name of what has the keyboard; empty when nothing or something nameless has.
    QString nameOfFocus() const;
    /// Waits until what has the keyboard has this name; false after five seconds.
    bool waitForFocus(const QString& name);
    /// Presses and releases in the middle of the item; warns when there is none.
    void tap(QQuickItem* item);
    /// Presses and releases a key where the keyboard is. Letters without an accent only.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

    /// Texts that are drawn outside their own item or the window, one sentence each.
    QStringList cutTexts() const;
    /// Controls without a name, or too small for a finger, one sentence each.
    QStringList poorControls() const;
    const QStringList& warnings() const;

private:
    void settle();
    QObject* themeObject();

    QQuickView view_;
    int taps_ = 0;
    QObject* theme_ = nullptr;
};

}  // namespace liaison
