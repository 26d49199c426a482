// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/stage.h"

#include <QAccessible>
#include <QFontMetricsF>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQmlIncubator>
#include <QRegularExpression>
#include <QtTest/QTest>
#include <functional>
#include <memory>

namespace liaison {
namespace {

QStringList keptWarnings;
QtMessageHandler previousHandler = nullptr;
constexpr int kTouchMin = 48;
constexpr int kPointerMin = 36;
constexpr int kWideFrom = 840;
constexpr int kRoundsMax = 200;
// A round cap or an ascender may lie half a pixel outside without anybody seeing it.
constexpr double kSlack = 1.5;

void keepWarning(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    if (type == QtWarningMsg || type == QtCriticalMsg) keptWarnings.append(text);
    if (previousHandler != nullptr) previousHandler(type, context, text);
}

void visit(QQuickItem* item, const std::function<void(QQuickItem*)>& act)
{
    if (item == nullptr || !item->isVisible()) return;
    act(item);
    for (auto* child : item->childItems())
        visit(child, act);
}

QAccessibleInterface* accessible(QQuickItem* item)
{
    return QAccessible::queryAccessibleInterface(item);
}

bool isText(QQuickItem* item)
{
    return item->inherits("QQuickText");
}

QRectF inScene(QQuickItem* item, const QRectF& rect)
{
    return item->mapRectToScene(rect);
}

}  // namespace

void Stage::prepareEnvironment()
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    qunsetenv("QT_IM_MODULE");
}

Stage::Stage()
{
    keptWarnings.clear();
    previousHandler = qInstallMessageHandler(keepWarning);
    view_.engine()->addImportPath("qrc:/qt/qml");
    theme("reducedMotion", true);
}

Stage::~Stage()
{
    qInstallMessageHandler(previousHandler);
    previousHandler = nullptr;
}

QObject* Stage::themeObject()
{
    if (theme_ != nullptr) return theme_;
    QQmlComponent component(view_.engine());
    component.setData("import QtQml\nimport Liaison\nQtObject { property QtObject theme: Theme }",
                      QUrl("qrc:/stage.qml"));
    const std::unique_ptr<QObject> holder(component.create());
    if (holder == nullptr) qFatal("%s", qPrintable(component.errorString()));
    theme_ = holder->property("theme").value<QObject*>();
    return theme_;
}

void Stage::theme(const char* property, const QVariant& value)
{
    themeObject()->setProperty(property, value);
}

QVariant Stage::theme(const char* property)
{
    return themeObject()->property(property);
}

void Stage::show(const QString& url, int width, int height, const QVariantMap& properties)
{
    view_.setInitialProperties(properties);
    view_.setSource(QUrl(url));
    if (root() == nullptr) qFatal("%s cannot be shown", qPrintable(url));
    const QSizeF wanted(width > 0 ? width : root()->implicitWidth(),
                        height > 0 ? height : root()->implicitHeight());
    view_.setResizeMode(QQuickView::SizeRootObjectToView);
    view_.resize(wanted.toSize());
    view_.show();
    if (!QTest::qWaitForWindowExposed(&view_)) qFatal("the window did not show");
    view_.requestActivate();
    if (height == 0) view_.resize(wanted.toSize().width(), qRound(root()->implicitHeight()));
    settle();
}

void Stage::settle()
{
    // Rows just outside a list are made a few at a time.
    for (int round = 0; round < kRoundsMax; ++round) {
        QCoreApplication::processEvents();
        view_.grabWindow();
        if (view_.incubationController()->incubatingObjectCount() == 0) return;
    }
}

QImage Stage::picture()
{
    settle();
    return view_.grabWindow();
}

QQuickItem* Stage::root() const
{
    return view_.rootObject();
}

QQuickItem* Stage::named(const QString& name) const
{
    QQuickItem* found = nullptr;
    visit(view_.contentItem(), [&](QQuickItem* item) {
        if (found != nullptr) return;
        auto* shown = accessible(item);
        if (shown != nullptr && shown->text(QAccessible::Name).replace(QChar::Nbsp, ' ') == name)
            found = item;
    });
    return found;
}

QQuickItem* Stage::button(const QString& words) const
{
    QQuickItem* found = nullptr;
    visit(view_.contentItem(), [&](QQuickItem* item) {
        if (found != nullptr || !item->inherits("QQuickAbstractButton")) return;
        auto* shown = accessible(item);
        if (shown != nullptr &&
            shown->text(QAccessible::Name).replace(QChar::Nbsp, ' ').contains(words))
            found = item;
    });
    return found;
}

void Stage::type(const QString& letters)
{
    for (const auto letter : letters)
        QTest::keyClick(&view_, letter.toLatin1());
    settle();
}

QString Stage::nameOfFocus() const
{
    auto* focused = view_.activeFocusItem();
    auto* shown = focused == nullptr ? nullptr : accessible(focused);
    return shown == nullptr ? QString() : shown->text(QAccessible::Name).replace(QChar::Nbsp, ' ');
}

bool Stage::waitForFocus(const QString& name)
{
    return QTest::qWaitFor([&] { return nameOfFocus() == name; });
}

void Stage::tap(QQuickItem* item)
{
    ++taps_;
    if (item == nullptr) {
        qCritical("there is nothing to tap");
        return;
    }
    // Popups find their place when a frame is made.
    settle();
    const auto middle = item->mapToScene(QPointF(item->width() / 2, item->height() / 2));
    QTest::mouseClick(&view_, Qt::LeftButton, Qt::NoModifier, middle.toPoint());
    settle();
}

void Stage::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(&view_, key, modifiers);
    settle();
}

QStringList Stage::cutTexts() const
{
    QStringList cut;
    visit(view_.contentItem(), [&](QQuickItem* item) {
        if (!isText(item)) return;
        const auto text = item->property("text").toString();
        const auto drawn = QRectF(0, 0, item->property("contentWidth").toDouble(),
                                  item->property("contentHeight").toDouble());
        if (text.isEmpty()) return;
        // A hint may be: the name of its field says all of it.
        const bool isHint = item->parentItem()->property("placeholderText").toString() == text;
        if (isHint && item->property("truncated").toBool()) return;
        if (item->property("truncated").toBool()) cut << "shortened: " + text;
        if (drawn.width() > item->width() + kSlack)
            cut << QString("wider than its place (%1 > %2): %3")
                       .arg(drawn.width())
                       .arg(item->width())
                       .arg(text);
        const QFontMetricsF metrics(item->property("font").value<QFont>());
        for (const auto& word : text.split(QRegularExpression("[ \\n\\-]")))
            if (!text.startsWith('<') && metrics.horizontalAdvance(word) > item->width() + kSlack)
                cut << "broken inside a word: " + word;
        const auto right = inScene(item, drawn).right();
        if (right > view_.width() + kSlack || inScene(item, drawn).left() < -kSlack)
            cut << "outside the window: " + text;
        auto* box = item->parentItem();
        for (int up = 0; box != nullptr && up < 3; ++up, box = box->parentItem()) {
            if (box->height() <= 0 || box->clip()) break;
            if (inScene(item, drawn).bottom() >
                inScene(box, QRectF(0, 0, box->width(), box->height())).bottom() +
                    item->height() * 0.35 + kSlack) {
                cut << QString("lower than what holds it (%1): %2")
                           .arg(box->metaObject()->className(), text);
                break;
            }
        }
    });
    return cut;
}

QStringList Stage::poorControls() const
{
    QStringList poor;
    const bool wide = view_.width() >= kWideFrom;
    const int least = wide ? kPointerMin : kTouchMin;
    visit(view_.contentItem(), [&](QQuickItem* item) {
        const bool control = item->inherits("QQuickAbstractButton") ||
                             item->inherits("QQuickTextInput") || item->inherits("QQuickTextEdit");
        if (!control || !item->isEnabled()) return;
        auto* shown = accessible(item);
        const auto place = QString("%1 %2x%3")
                               .arg(item->metaObject()->className())
                               .arg(item->width())
                               .arg(item->height());
        if (shown == nullptr || shown->text(QAccessible::Name).isEmpty())
            poor << "without a name: " + place;
        else if (shown->role() == QAccessible::NoRole || shown->role() == QAccessible::Client)
            poor << "without a role: " + shown->text(QAccessible::Name);
        const bool button = item->inherits("QQuickAbstractButton");
        if (button && (item->height() < least || item->width() < least - 8))
            poor << "too small for a finger: " + place +
                        (shown == nullptr ? QString() : " " + shown->text(QAccessible::Name));
    });
    return poor;
}

const QStringList& Stage::warnings() const
{
    return keptWarnings;
}

}  // namespace liaison
