//! The line icons: one path each, drawn in a square of 24 with a stroke of 2 and round ends
//! (`.icon` in `style/base.css`). They stand beside words, never for them.

/// The sun over Today.
pub const TODAY: &str = "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4";
/// The door of Outreach.
pub const OUTREACH: &str = "M6 21V4h12v17M3 21h18M14.5 12v1";
/// Two doors, each its own.
pub const TWO_DOORS: &str = "M3.5 21V5H10v16M14 21V5h6.5v16M2 21h20M7.5 12.5v1M18 12.5v1";
/// The houses of Community.
pub const COMMUNITY: &str = "M3 12l6-5 6 5v9H3zM15 21h6V10l-5-4-2 1.6M9 21v-5";
/// The book of the Directory.
pub const DIRECTORY: &str = "M12 6c-2-1.5-5-2-9-2v15c4 0 7 .5 9 2 2-1.5 5-2 9-2V4c-4 0-7 .5-9 2zM12 6v15";
/// The bars of Reports.
pub const REPORTS: &str = "M4 6h14M4 12h9M4 18h5";
/// Something new.
pub const PLUS: &str = "M12 5v14M5 12h14";
/// Search.
pub const SEARCH: &str = "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l4.5 4.5";
/// Larger, over the whole screen.
pub const LARGE: &str = "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5";
/// Done, chosen, in order.
pub const CHECK: &str = "M4.5 12.5l5 5L19.5 7";
/// Look here soon.
pub const WARNING: &str = "M12 4L2.5 20h19zM12 10.5v4M12 17.2v.01";
/// Something is wrong.
pub const WRONG: &str = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7.5v5.5M12 16.4v.01";
/// On this tablet only.
pub const TABLET: &str = "M6 3h12a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM11 17.5h2";
/// Saved on this tablet.
pub const SAVED: &str = "M6 3h12a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM9 12l2.3 2.3L15.5 9.5";
/// No network, which is normal.
pub const OFFLINE: &str = "M4 4l16 16M7 8.2A5.5 5.5 0 0 0 7.5 19H17M10.5 6.2A6 6 0 0 1 17.8 11a4 4 0 0 1 2.7 6.3";
/// Up in an order.
pub const UP: &str = "M5 15l7-7 7 7";
/// Down in an order.
pub const DOWN: &str = "M5 9l7 7 7-7";
/// There is more behind it.
pub const CHEVRON: &str = "M9 5l7 7-7 7";
/// Back to where one came from.
pub const BACK: &str = "M15 5l-7 7 7 7";
/// A key that takes away the last digit.
pub const BACKSPACE: &str = "M9 5h12v14H9l-6-7zM12 9.5l5 5M17 9.5l-5 5";
/// From one thing to another.
pub const ARROW: &str = "M4 12h16M14 6l6 6-6 6";
/// Undo.
pub const UNDO: &str = "M8 5L4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11H9";
/// Delete.
pub const TRASH: &str = "M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14M10 11v6M14 11v6";
/// Edit.
pub const PENCIL: &str = "M4 20l1-4.5L16.3 4.2a2.1 2.1 0 0 1 3 3L8.5 19zM14 6.5l3.5 3.5";
/// Call.
pub const PHONE: &str = "M8 3H4a1 1 0 0 0-1 1c0 9.4 7.6 17 17 17a1 1 0 0 0 1-1v-4l-5-2-2.3 2.3a14 14 0 0 1-6-6L10 8z";
/// Write.
pub const MAIL: &str = "M3 6h18v13H3zM3 7l9 6.5L21 7";
/// Hand to somebody.
pub const SHARE: &str = "M12 15V3M8 7l4-4 4 4M7 11H5v10h14V11h-2";
/// Out into a file.
pub const DOWNLOAD: &str = "M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4 20h16";
/// In from a file.
pub const UPLOAD: &str = "M12 16V5M7.5 9.5L12 5l4.5 4.5M4 20h16";
/// A time, something due.
pub const CLOCK: &str = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2";
/// A day.
pub const CALENDAR: &str = "M4 6h16v15H4zM4 11h16M8 3v4M16 3v4";
/// A person.
pub const PERSON: &str = "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21a8 8 0 0 1 16 0";
/// A place.
pub const PLACE: &str =
    "M12 21.5c4.7-4.8 7-8.4 7-11.5a7 7 0 0 0-14 0c0 3.1 2.3 6.7 7 11.5zM12 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z";
/// The language.
pub const LANGUAGE: &str =
    "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c3 2.6 4 5.6 4 9s-1 6.4-4 9c-3-2.6-4-5.6-4-9s1-6.4 4-9z";
/// The theme.
pub const THEME: &str = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 3v18M15 4.5v15M18 6v12";
/// Settings.
pub const SETTINGS: &str =
    "M3 7h10M19 7h2M3 17h2M11 17h10M16 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 14a3 3 0 1 0 0 6 3 3 0 0 0 0-6z";
/// Close.
pub const CLOSE: &str = "M6 6l12 12M18 6L6 18";
/// Show only some.
pub const FILTER: &str = "M4 6h16M7 12h10M10 18h4";
/// In another order.
pub const SORT: &str = "M7 4v16M3.5 16.5L7 20l3.5-3.5M17 20V4M13.5 7.5L17 4l3.5 3.5";
/// More that can be done.
pub const MORE: &str =
    "M5 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2zM12 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2zM19 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2z";
/// What a line is held by when it is dragged.
pub const GRIP: &str = "M9 6v.01M15 6v.01M9 12v.01M15 12v.01M9 18v.01M15 18v.01";
/// Help.
pub const HELP: &str =
    "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.5 9.5a2.5 2.5 0 1 1 3.7 2.2c-.8.4-1.2.9-1.2 1.8M12 16.7v.01";
/// On paper.
pub const PRINT: &str = "M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z";
/// The lamp of practice notes and hints.
pub const LAMP: &str = "M10 21h4M9.5 18c0-1.2-.4-2.3-1.2-3.2a6 6 0 1 1 7.4 0c-.8.9-1.2 2-1.2 3.2z";
/// What was said, word for word.
pub const QUOTE: &str = "M4 12h5v6H4zM4 12c0-3 1.5-5 4-6M14 12h5v6h-5zM14 12c0-3 1.5-5 4-6";
/// A theme.
pub const TAG: &str = "M4 4h8l8 8-8 8-8-8zM8.5 8.5v.01";
/// A bookmark.
pub const BOOKMARK: &str = "M7 4h10v17l-5-4-5 4z";
/// A microphone.
pub const MICROPHONE: &str =
    "M12 3a3 3 0 0 0-3 3v6a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3M9 21h6";
/// Playing.
pub const PLAY: &str = "M8 5v14l11-7z";
/// A break.
pub const PAUSE: &str = "M8 5v14M16 5v14";
/// Back and forth.
pub const SYNC: &str = "M4 11a8 8 0 0 1 14-4.5L20 8M20 3.5V8h-4.5M20 13a8 8 0 0 1-14 4.5L4 16M4 20.5V16h4.5";
