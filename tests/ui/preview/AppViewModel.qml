// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

QtObject {
    property string phase: "ready"
    property bool dark: false
    property bool highContrast: false
    property bool reducedMotion: true
    property real textScale: 1
    property string language: "fr"
    property int toHandleCount: 3
    property string memberName: "Claire Mazeaud"
    property string memberInitials: "CM"
    property string contactText: "Centre joint, 10:42"
    property string waitingText: "2 à envoyer, dernier contact 10:12"
    property string aboutText: "Liaison 0.1.0, licence GPL 3. Tournée Lalinde 1."
    property JoinViewModel join: JoinViewModel {}
    property UnlockViewModel unlock: UnlockViewModel {}
    property TodayViewModel today: TodayViewModel {}
    property PersonsViewModel persons: PersonsViewModel {}
    property InterventionViewModel intervention: InterventionViewModel {}
    property ToHandleViewModel toHandle: ToHandleViewModel {}
    property VisitViewModel visit: VisitViewModel {}
    property PersonViewModel person: PersonViewModel {}

    signal visitOpened(visit: QtObject)
    signal personOpened(person: QtObject)
    signal versionsOpened(versions: QtObject)
    signal formOpened(form: QtObject)
    signal syncOpened(sync: QtObject)
    signal personsAsked()
    signal interventionAsked()
    signal failed(sentence: string)
    signal closed()

    property int released: 0
    function release(viewModel: QtObject) { released += 1; }
    function lock() {}
    function openSync() {}
    function startJoining() {}
    function resume() {}
}
