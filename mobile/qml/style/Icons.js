// SPDX-License-Identifier: GPL-3.0-or-later
.pragma library

// The glyphs the application uses, by their code points in Material Icons.
const codePoints = {
    accessibility: 0xE84E,
    add: 0xE145,
    arrow_back: 0xE5C4,
    arrow_downward: 0xE5DB,
    arrow_upward: 0xE5D8,
    assignment: 0xE85D,
    backspace: 0xE14A,
    block: 0xE14B,
    brightness_6: 0xE3AB,
    call: 0xE0B0,
    call_split: 0xE0B6,
    check: 0xE5CA,
    check_circle: 0xE86C,
    chevron_left: 0xE5CB,
    chevron_right: 0xE5CC,
    close: 0xE5CD,
    cloud_off: 0xE2C1,
    computer: 0xE30A,
    content_paste: 0xE14F,
    dashboard: 0xE871,
    date_range: 0xE916,
    description: 0xE873,
    directions_walk: 0xE536,
    done_all: 0xE877,
    drag_indicator: 0xE945,
    edit: 0xE3C9,
    error_outline: 0xE001,
    event_busy: 0xE615,
    favorite_border: 0xE87E,
    file_download: 0xE2C4,
    filter_list: 0xE152,
    fingerprint: 0xE90D,
    flag: 0xE153,
    format_size: 0xE245,
    groups: 0xF233,
    healing: 0xE3F3,
    history: 0xE889,
    home: 0xE88A,
    inbox: 0xE156,
    info_outline: 0xE88F,
    keyboard_arrow_down: 0xE313,
    keyboard_arrow_up: 0xE316,
    language: 0xE894,
    link: 0xE157,
    local_hospital: 0xE548,
    lock: 0xE897,
    mobile_off: 0xE201,
    more_horiz: 0xE5D3,
    more_vert: 0xE5D4,
    notes: 0xE26C,
    pan_tool: 0xE925,
    people: 0xE7FB,
    person: 0xE7FD,
    phonelink_lock: 0xE0DC,
    photo_camera: 0xE412,
    picture_as_pdf: 0xE415,
    place: 0xE55F,
    play_arrow: 0xE037,
    play_circle_filled: 0xE038,
    playlist_add_check: 0xE065,
    qr_code: 0xEF6B,
    radio_button_checked: 0xE837,
    radio_button_unchecked: 0xE836,
    rate_review: 0xE560,
    remove_circle_outline: 0xE15D,
    reply: 0xE15E,
    report_problem: 0xE8B2,
    schedule: 0xE8B5,
    search: 0xE8B6,
    settings: 0xE8B8,
    smartphone: 0xE32C,
    sync: 0xE627,
    today: 0xE8DF,
    trending_down: 0xE8E3,
    undo: 0xE166,
    verified: 0xEF76,
    visibility: 0xE8F4
};

/// The character that draws the icon called `name`; nothing for an empty name. An unknown name is
/// a mistake of ours: it warns, and the tests fail on warnings.
function glyph(name) {
    if (name === "")
        return "";
    if (codePoints[name] === undefined) {
        console.warn("There is no icon called", name);
        return "";
    }
    return String.fromCharCode(codePoints[name]);
}

/// The names of all icons, for the gallery and for the test that looks for each in the font.
function names() {
    return Object.keys(codePoints);
}
