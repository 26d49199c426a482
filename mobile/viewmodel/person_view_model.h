// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "liaison/v1/care.pb.h"
#include "mobile/viewmodel/row_list_model.h"
#include "mobile/viewmodel/workplace.h"

namespace liaison {

/// A person: who they are, what must be known, what was written about them, who is around them.
class PersonViewModel : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString identityLine READ identityLine NOTIFY changed)
    Q_PROPERTY(QVariantList badges READ badges NOTIFY changed)
    Q_PROPERTY(QString phone READ phone NOTIFY changed)
    Q_PROPERTY(int disputedCount READ disputedCount NOTIFY changed)
    Q_PROPERTY(QString disputedText READ disputedText NOTIFY changed)
    Q_PROPERTY(liaison::RowListModel* timeline READ timeline CONSTANT)
    Q_PROPERTY(bool timelineEmpty READ isTimelineEmpty NOTIFY changed)
    Q_PROPERTY(liaison::RowListModel* fields READ fields CONSTANT)
    Q_PROPERTY(liaison::RowListModel* contacts READ contacts CONSTANT)
    Q_PROPERTY(bool contactsEmpty READ areContactsEmpty NOTIFY changed)
    Q_PROPERTY(QString visitAction READ visitAction NOTIFY changed)
    Q_PROPERTY(QString picture READ picture NOTIFY pictureChanged)
    Q_PROPERTY(QString pictureCaption READ pictureCaption NOTIFY pictureChanged)

public:
    PersonViewModel(Workplace& workplace, const RecordId& person, QObject* parent = nullptr);

    QString name() const;
    QString identityLine() const;
    QVariantList badges() const;
    QString phone() const;
    int disputedCount() const { return static_cast<int>(disputed_.size()); }
    QString disputedText() const;
    RowListModel* timeline() { return &timeline_; }
    bool isTimelineEmpty() const { return timeline_.count() == 0; }
    RowListModel* fields() { return &fields_; }
    RowListModel* contacts() { return &contacts_; }
    bool areContactsEmpty() const { return contacts_.count() == 0; }
    QString visitAction() const;

    /// The picture that is shown over the page; none: empty.
    QString picture() const { return picture_; }
    QString pictureCaption() const { return pictureCaption_; }

    /// Opens what an entry is about; of an attachment shows the picture, or fetches it.
    Q_INVOKABLE void openEntry(int index);
    Q_INVOKABLE void closePicture();
    Q_INVOKABLE void editField(int index);
    Q_INVOKABLE void openVersions();
    /// The next visit of today, or a new one that nobody planned.
    Q_INVOKABLE void startVisit();

Q_SIGNALS:
    void changed();
    void pictureChanged();

private:
    void refresh();
    void refreshFiles();
    void openAttachment(const RecordId& record);
    void showFields(const RecordReading& reading);
    void showContacts();
    std::optional<RecordRow> nextVisit() const;

    Workplace& workplace_;
    RecordId person_;
    v1::Person shown_;
    std::vector<std::uint32_t> disputed_;
    QString picture_;
    QString pictureCaption_;
    std::optional<RecordId> pictureAwaited_;  ///< shown as soon as it is here
    bool hasAttachments_ = false;
    RowListModel timeline_;
    RowListModel fields_;
    RowListModel contacts_;
};

}  // namespace liaison
