// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTranslator>
#include <cstdlib>

#include "tests/ui/preview_pages.h"

namespace liaison {
namespace {

QString source(const QString& path)
{
    return QStringLiteral(LIAISON_SOURCE_DIR "/") + path;
}

/// Collects the words of all sources into a copy of the file and returns what it holds then.
QString collected(const QString& file, const QStringList& options)
{
    QTemporaryDir folder;
    const auto copy = folder.filePath(file);
    QFile::copy(source("mobile/i18n/" + file), copy);
    const QStringList command =
        QStringList{LIAISON_LUPDATE, source("mobile"), "-I",   LIAISON_SOURCE_DIR,
                    "-no-obsolete",  "-locations",     "none", "-extensions",
                    "qml,cpp,h"} +
        options + QStringList{"-ts", copy};
    // Not by QProcess, whose way to start a program the thread sanitizer cannot follow.
    const auto line = "'" + command.join("' '") + "' > " + folder.filePath("log");
    if (std::system(line.toLocal8Bit().constData()) != 0) return {};
    QFile read(copy);
    return read.open(QIODevice::ReadOnly) ? QString::fromUtf8(read.readAll()) : QString();
}

QStringList untranslated(const QString& text)
{
    QStringList sources;
    const QRegularExpression message("<message.*?</message>",
                                     QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpression words("<source>(.*?)</source>",
                                   QRegularExpression::DotMatchesEverythingOption);
    for (auto found = message.globalMatch(text); found.hasNext();) {
        const auto one = found.next().captured();
        if (one.contains("type=\"unfinished\"")) sources << words.match(one).captured(1);
    }
    return sources;
}

TEST(Words, AreAllTranslatedToEnglish)
{
    const auto text = collected("liaison_en.ts", {});

    EXPECT_GT(text.count("<message"), 150);
    EXPECT_EQ(untranslated(text).join('\n').toStdString(), "");
}

TEST(Words, HaveTheirPluralsInFrench)
{
    const auto text = collected("liaison_fr.ts", {"-pluralonly"});

    EXPECT_GT(text.count("<message"), 2);
    EXPECT_EQ(untranslated(text).join('\n').toStdString(), "");
}

TEST(Words, AreShownInEnglishWhenThatIsTheLanguage)
{
    QTranslator english;
    ASSERT_TRUE(english.load(":/i18n/liaison_en.qm"));
    QCoreApplication::installTranslator(&english);

    {
        Stage stage;
        showPreview(stage, kPreviewPages[3], kPreviewLooks[0]);
        EXPECT_NE(stage.named("All as planned"), nullptr);
        EXPECT_EQ(stage.named("Tout comme prévu"), nullptr);
        EXPECT_EQ(stage.cutTexts().join('\n').toStdString(), "");
    }

    QCoreApplication::removeTranslator(&english);
}

}  // namespace
}  // namespace liaison
