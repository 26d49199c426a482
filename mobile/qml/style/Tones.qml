// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

/// The colours of a state by the name of its tone, so that view models can say "ocre" and never a
/// colour. An unknown tone reads as calm.
QtObject {
    function words(tone: string): color {
        switch (tone) {
        case "encre": return Theme.encre;
        case "feuille": return Theme.feuille;
        case "ocre": return Theme.ocre;
        case "garance": return Theme.garance;
        case "prune": return Theme.prune;
        case "ink": return Theme.ink;
        case "edge": return Theme.edge;
        case "faint": return Theme.inkFaint;
        }
        return Theme.inkSoft;
    }

    function ground(tone: string): color {
        switch (tone) {
        case "encre": return Theme.encreTint;
        case "feuille": return Theme.feuilleTint;
        case "ocre": return Theme.ocreTint;
        case "garance": return Theme.garanceTint;
        case "prune": return Theme.pruneTint;
        }
        return Theme.calmTint;
    }
}
