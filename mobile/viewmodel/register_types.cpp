// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/viewmodel/register_types.h"

#include <QtQml>

#include "mobile/viewmodel/app_view_model.h"
#include "mobile/viewmodel/person_view_model.h"
#include "mobile/viewmodel/record_form.h"
#include "mobile/viewmodel/record_list_model.h"
#include "mobile/viewmodel/sync_view_model.h"
#include "mobile/viewmodel/transmission_view_model.h"
#include "mobile/viewmodel/versions_view_model.h"
#include "mobile/viewmodel/visit_view_model.h"
#include "mobile/viewmodel/vitals_view_model.h"

namespace liaison {

namespace {

template <typename ViewModel>
void add(const char* name)
{
    qmlRegisterUncreatableType<ViewModel>("Liaison.ViewModels", 1, 0, name,
                                          QStringLiteral("made by the application"));
}

}  // namespace

void registerTypes()
{
    add<AppViewModel>("AppViewModel");
    add<InterventionViewModel>("InterventionViewModel");
    add<JoinViewModel>("JoinViewModel");
    add<PersonViewModel>("PersonViewModel");
    add<PersonsViewModel>("PersonsViewModel");
    add<RecordForm>("RecordForm");
    add<RecordListModel>("RecordListModel");
    add<RowListModel>("RowListModel");
    add<SyncViewModel>("SyncViewModel");
    add<ToHandleViewModel>("ToHandleViewModel");
    add<TodayViewModel>("TodayViewModel");
    add<TransmissionViewModel>("TransmissionViewModel");
    add<UnlockViewModel>("UnlockViewModel");
    add<VersionsViewModel>("VersionsViewModel");
    add<VisitViewModel>("VisitViewModel");
    add<VitalsViewModel>("VitalsViewModel");
}

}  // namespace liaison
