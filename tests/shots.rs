//! Pictures of every screen, for people to look at: `make shots` puts them into `.shots/`, and a contact sheet of all of
//! them into `.shots/index.html`: a screen a row, a shape and dress a column, and what is printed as PDF.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on may stop")]

#[path = "server/mod.rs"]
mod server;
#[path = "e2e/tablet/mod.rs"]
mod tablet;

use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use tablet::webdriver::root;
use tablet::{Site, Tablet, key};

/// What a tablet or phone shows: a name, width and height. A phone on its side, and a tablet at 200 %, have the least room.
const SHAPES: [(&str, u32, u32); 5] =
    [("tablet", 768, 1024), ("wide", 1024, 768), ("phone", 390, 844), ("side", 844, 390), ("zoom", 384, 512)];
/// Theme, language and hand of a round, and in which shapes; not all of them in all, for somebody has to look at them all.
const DRESSES: [(&str, &str, &str, &[&str]); 5] = [
    ("light", "en", "", &["tablet", "wide", "phone", "side", "zoom"]),
    ("light", "es", "", &["tablet", "phone"]),
    ("dark", "en", "", &["tablet", "phone"]),
    ("sunlight", "es", "", &["tablet", "phone"]),
    ("light", "en", "left", &["tablet", "phone"]),
];

#[test]
#[ignore = "makes pictures; `make shots` runs it"]
fn every_screen() {
    let site = Site::open();
    let tablet = Tablet::visiting(&site);
    let album = Album::begun(&tablet, ".shots");
    tablet.see("Start");
    for (shape, width, height) in SHAPES {
        album.turn(width, height);
        album.take(&format!("00-welcome-{shape}"));
    }
    tablet.press("Practice with sample notes");
    tablet.see("Who is using this tablet?");
    album.take("01-first-name-phone");
    tablet.press("Marisol (practice)");
    tablet.see("Today");
    album.in_every_dress(Album::round);
}

#[test]
#[ignore = "makes pictures of interviews alone; `make shots` runs it, too"]
fn interviews() {
    let site = Site::open();
    let tablet = Tablet::visiting(&site);
    let album = Album::begun(&tablet, ".shots/interviews");
    tablet.press("Practice with sample notes");
    tablet.press("Marisol (practice)");
    tablet.see("Today");
    album.in_every_dress(Album::interviews);
}

#[test]
#[ignore = "makes pictures of events alone; `make shots` runs it, too"]
fn events() {
    let site = Site::open();
    let tablet = Tablet::visiting(&site);
    let album = Album::begun(&tablet, ".shots/events");
    tablet.press("Practice with sample notes");
    tablet.press("Marisol (practice)");
    tablet.see("Today");
    album.in_every_dress(Album::events);
}

#[test]
#[ignore = "makes pictures of the week alone; `make shots` runs it, too"]
fn week() {
    let site = Site::open();
    let tablet = Tablet::visiting(&site);
    let album = Album::begun(&tablet, ".shots/week");
    tablet.press("Practice with sample notes");
    tablet.press("Marisol (practice)");
    tablet.see("Today");
    album.in_every_dress(Album::week);
}

#[test]
#[ignore = "makes pictures of worksheets, prompts and competencies alone; `make shots` runs it, too"]
fn worksheets() {
    let site = Site::open();
    let tablet = Tablet::visiting(&site);
    let album = Album::begun(&tablet, ".shots/worksheets");
    tablet.press("Practice with sample notes");
    tablet.press("Marisol (practice)");
    tablet.see("Today");
    album.in_every_dress(Album::worksheets);
}

struct Album<'a> {
    tablet: &'a Tablet,
    folder: PathBuf,
}

impl<'a> Album<'a> {
    /// An album in an empty folder.
    fn begun(tablet: &'a Tablet, folder: &str) -> Album<'a> {
        let folder = root().join(folder);
        drop(fs::remove_dir_all(&folder));
        fs::create_dir_all(&folder).unwrap();
        Album { tablet, folder }
    }

    fn in_every_dress(&self, pictures: impl Fn(&Album<'a>, &str)) {
        // `PORCHLIGHT_DRESS=phone-dark-en` looks at one alone.
        let wanted = std::env::var("PORCHLIGHT_DRESS").unwrap_or_default();
        for (theme, language, hand, shapes) in DRESSES {
            for (shape, width, height) in SHAPES.into_iter().filter(|(shape, ..)| shapes.contains(shape)) {
                let dress = [shape, theme, language, hand].into_iter().filter(|word| !word.is_empty());
                let dress = dress.collect::<Vec<_>>().join("-");
                if dress.contains(&wanted) {
                    self.turn(width, height);
                    self.dress(theme, language, hand);
                    pictures(self, &dress);
                }
            }
        }
        self.contact_sheet();
    }

    /// All pictures on one page: a screen a row.
    fn contact_sheet(&self) {
        let files =
            fs::read_dir(&self.folder).unwrap().flatten().filter_map(|file| file.file_name().into_string().ok());
        let mut rows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for file in files.filter(|file| file.ends_with(".png") || file.ends_with(".pdf")) {
            let shape = SHAPES.iter().find_map(|(shape, ..)| file.find(&format!("-{shape}")));
            let screen = shape.map_or(&*file, |at| &file[..at]).to_owned();
            rows.entry(screen).or_default().insert(file);
        }
        let cell = |file: &String| match file.ends_with(".png") {
            true => {
                format!("<figure><img loading=lazy src=\"{file}\" alt=\"\"><figcaption>{file}</figcaption></figure>")
            }
            false => format!("<figure><a href=\"{file}\">{file}</a></figure>"),
        };
        let row = |(screen, files): (&String, &BTreeSet<String>)| {
            let cells: String = files.iter().map(cell).collect();
            format!("<h2>{screen}</h2><div>{cells}</div>\n")
        };
        let rows: String = rows.iter().map(row).collect();
        let style = "body{font:14px sans-serif}div{display:flex;flex-wrap:wrap;gap:12px}figure{margin:0}\
                     img{height:420px;border:1px solid #999}figcaption{font-size:11px}";
        let page =
            format!("<!doctype html><meta charset=utf-8><title>Contact sheet</title><style>{style}</style>\n{rows}");
        fs::write(self.folder.join("index.html"), page).unwrap();
    }

    fn turn(&self, width: u32, height: u32) {
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.tablet.chromium("Emulation.setDeviceMetricsOverride", screen);
    }

    fn dress(&self, theme: &str, language: &str, hand: &str) {
        let prefer = "localStorage.setItem('theme', JSON.stringify(arguments[0])); \
                      localStorage.setItem('language', JSON.stringify(arguments[1])); \
                      localStorage.setItem('hand', JSON.stringify(arguments[2]))";
        self.tablet.run(prefer, &[json!(theme), json!(language), json!(hand)]);
        self.tablet.reload();
    }

    /// A picture, once the screen has been painted and nothing is said at its bottom.
    fn take(&self, name: &str) {
        self.tablet.run_later(
            "const done = arguments[arguments.length - 1]; document.activeElement.blur(); \
             document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(true), 300))))",
            &[],
        );
        fs::write(self.folder.join(format!("{name}.png")), self.tablet.picture()).unwrap();
    }

    /// The screen on paper.
    fn paper(&self, name: &str) {
        let printed = self.tablet.chromium("Page.printToPDF", json!({ "preferCSSPageSize": true }));
        let bytes = tablet::from_base64(printed["data"].as_str().unwrap());
        fs::write(self.folder.join(format!("{name}.pdf")), bytes).unwrap();
    }

    /// Interviews and what is made of them.
    fn interviews(&self, dress: &str) {
        let tablet = self.tablet;
        for (name, hash, there) in [
            ("a1-interviews", "#/outreach/interview", ".list a.row"),
            ("a2-new", "#/outreach/interview/new", ".pick"),
            ("a8-guides", "#/outreach/guides", "a.row"),
            ("a9-guide", "#/outreach/guides/0", ".asked-list li"),
            ("b1-quotes", "#/outreach/quotes", ".list a.row"),
            ("b3-themes", "#/outreach/themes", ".theme"),
            ("c1-coverage", "#/outreach/coverage", ".covered"),
            ("d1-findings", "#/reports/findings", ".findings li"),
            ("d4-report", "#/reports/findings/report", ".report figure"),
        ] {
            tablet.visit_part(hash);
            tablet.until_there(there);
            self.take(&format!("{name}-{dress}"));
            if name == "a9-guide" || name == "d4-report" {
                self.paper(&format!("{name}-{dress}"));
            }
        }
        tablet.run("document.querySelector('.report').scrollIntoView()", &[]);
        self.take(&format!("d5-report-{dress}"));
        tablet.visit_part("#/outreach/themes");
        tablet.until_there(".table-wrap table");
        tablet.run("document.querySelector('.table-wrap').scrollIntoView()", &[]);
        self.take(&format!("b4-agreement-{dress}"));
        tablet.visit_part("#/outreach/quotes");
        tablet.visit_first(".list a.row");
        tablet.until_there(".detail .filters");
        self.take(&format!("b2-quote-{dress}"));
        tablet.visit_part("#/reports/findings");
        tablet.visit_first(".findings a.row");
        tablet.until_there(".receipts li");
        self.take(&format!("d2-finding-{dress}"));
        tablet.visit_made_up_interview();
        let interview = tablet.run("return location.hash", &[]);
        tablet.visit_part(&format!("{}/thanks", interview.as_str().unwrap()));
        tablet.until_there(".read-out");
        self.take(&format!("e1-thanks-{dress}"));
        tablet.visit_part(interview.as_str().unwrap());
        tablet.until_there(".told .lines");
        self.take(&format!("a6-interview-{dress}"));
        tablet.run("document.querySelector('.told').scrollIntoView()", &[]);
        self.take(&format!("a7-told-{dress}"));
        tablet.visit_first(".detail .group a.row");
        tablet.until_there(".ticks");
        self.take(&format!("a5-given-{dress}"));
        tablet.ask_for_consent();
        self.take(&format!("a3-consent-{dress}"));
        tablet.agree_and_talk();
        let question =
            "return squeezed(document.querySelector('.progress label')?.innerText).includes(` ${arguments[0]} `)";
        for number in 2..=3 {
            // A second tap at once would be the second half of a double tap.
            tablet.until_there(".talk-go:not([data-settling]) .primary");
            tablet.run("document.querySelector('.talk-go .primary').click()", &[]);
            tablet.until("the next question", question, &[json!(number)]);
        }
        tablet.run("document.querySelectorAll('.talk .choice input')[0].click()", &[]);
        tablet.run("document.querySelector('.said textarea').focus()", &[]);
        tablet.keys("The food pantry on Main Street\nand how to get there\n");
        tablet.until("two lines", "return document.querySelectorAll('.said li').length === 2", &[]);
        self.take(&format!("a4-talk-{dress}"));
        tablet.run("document.querySelector('details.more:last-of-type').open = true", &[]);
        tablet.run("document.querySelector('.talk > details.more').scrollIntoView()", &[]);
        self.take(&format!("a4-talk-all-{dress}"));
    }

    /// The week, its follow-ups, a pasted plan.
    fn week(&self, dress: &str) {
        let tablet = self.tablet;
        tablet.visit_part("#/today");
        tablet.until_there(".today [href='#/outreach/week']");
        tablet.run(
            "document.querySelector('.today [href=\"#/outreach/week\"]').closest('section').scrollIntoView()",
            &[],
        );
        self.take(&format!("w0-today-{dress}"));
        tablet.visit_part("#/outreach/week");
        tablet.until_there(".week .task");
        self.take(&format!("w1-week-{dress}"));
        self.paper(&format!("w1-week-{dress}"));
        tablet.chromium("Emulation.setEmulatedMedia", json!({ "media": "print" }));
        self.take(&format!("w1-week-on-paper-{dress}"));
        tablet.chromium("Emulation.setEmulatedMedia", json!({ "media": "" }));
        for (name, part) in [("w2-outreach", "#new-other"), ("w3-follow-ups", "#new-reach_out")] {
            tablet.run("document.querySelector(arguments[0]).scrollIntoView()", &[json!(part)]);
            self.take(&format!("{name}-{dress}"));
        }
        let type_into = "const [id, words] = arguments; const field = document.getElementById(id); field.value = words; \
                         field.dispatchEvent(new Event('input', { bubbles: true })); field.scrollIntoView({ block: 'center' })";
        for (name, words) in [
            ("w4-typed", "Coffee chat @Hilltop, second Tuesday of the month 9-10"),
            ("w5-asked", "Storytime 13/2 @Nobody"),
        ] {
            tablet.run(type_into, &[json!("new-outreach"), json!(words)]);
            tablet.until("what was understood", "return document.getElementById('new-outreach-help').innerText !== '' || document.querySelector('.line-asks') !== null", &[]);
            self.take(&format!("{name}-{dress}"));
        }
        tablet.run(type_into, &[json!("new-outreach"), json!("")]);
        tablet.run("document.querySelector('.task .more-button').click()", &[]);
        self.take(&format!("w6-more-{dress}"));
        tablet.visit_part("#/outreach/follow-ups");
        tablet.until_there(".week .ticked");
        self.take(&format!("w7-follow-ups-{dress}"));
        tablet.visit_part("#/outreach/week/paste");
        tablet.until_there("#plan");
        let plan = "Outreach To-Do\n- February 6th, Career Fair\n\t- Bring flyers\nOutreach Done\n- Monday Senior Center visit";
        tablet.run(type_into, &[json!("plan"), json!(plan)]);
        tablet.until_there(".week .task");
        self.take(&format!("w8-paste-{dress}"));
        tablet.run(type_into, &[json!("plan"), json!("")]);
    }

    /// Worksheets, prompts and competencies.
    fn worksheets(&self, dress: &str) {
        let tablet = self.tablet;
        for (name, hash, there) in [
            ("w1-worksheets", "#/community/worksheets", ".group a.row"),
            ("w2-worksheet", "#/community/worksheets/3", ".asked-list li"),
            ("w5-prompts", "#/community/prompts", ".rows .row"),
            ("w7-competencies", "#/community/competencies", ".notice"),
            ("w8-competency", "#/community/competencies/2", ".points .choice"),
        ] {
            tablet.visit_part(hash);
            tablet.until_there(there);
            self.take(&format!("{name}-{dress}"));
            if name == "w2-worksheet" || name == "w5-prompts" {
                self.paper(&format!("{name}-{dress}"));
            }
        }
        tablet.run("document.querySelectorAll('.points details.more').forEach((one) => { one.open = true })", &[]);
        self.take(&format!("w9-competency-open-{dress}"));
        tablet.visit_part("#/community/prompts");
        tablet.until_there(".actions .primary:not(:disabled)");
        tablet.run("document.querySelector('.actions .primary').click()", &[]);
        tablet.until_there(".prompt-drawn");
        self.take(&format!("w6-drawn-{dress}"));
        tablet.run("document.querySelector('.prompt-drawn .quiet').click()", &[]);
        tablet.until_there(".prompt-large[open]");
        self.take(&format!("w6-large-{dress}"));
        tablet.run("document.querySelector('.prompt-large').close()", &[]);
        tablet.visit_part("#/community/worksheets");
        tablet.visit_first(".group a.row");
        tablet.until_there(".worksheet-answer textarea");
        self.take(&format!("w3-filled-{dress}"));
        self.paper(&format!("w3-filled-{dress}"));
        // Filled in once more, beside what was answered the last time.
        tablet.visit_part("#/community/worksheets/0");
        tablet.until_there(".actions .primary");
        tablet.run("document.querySelector('.actions .primary').click()", &[]);
        tablet.until_there(".last-time");
        tablet.run("document.querySelector('.last-time').scrollIntoView({ block: 'center' })", &[]);
        self.take(&format!("w4-last-time-{dress}"));
    }

    /// Events and their tally.
    fn events(&self, dress: &str) {
        let tablet = self.tablet;
        tablet.visit_part("#/outreach/event");
        tablet.until_there(".list a.row");
        self.take(&format!("f1-events-{dress}"));
        let storytime = "const rows = [...document.querySelectorAll('.list a.row')]; \
                         return rows.find(row => row.innerText.includes('Maple'))?.getAttribute('href')";
        let event = tablet.until("the storytime", storytime, &[]);
        let event = event.as_str().unwrap();
        tablet.visit_part(event);
        tablet.until_there(".detail .facts");
        self.take(&format!("f2-event-{dress}"));
        tablet.run("document.querySelector('.detail .facts + *').scrollIntoView()", &[]);
        self.take(&format!("f3-event-below-{dress}"));
        tablet.visit_part(&format!("{event}/tally"));
        tablet.until_there(".tally");
        self.take(&format!("f4-tally-{dress}"));
        tablet.run("document.querySelector('.few-digits').scrollIntoView()", &[]);
        self.take(&format!("f5-tally-below-{dress}"));
        tablet.visit_part(&format!("{event}/repeat"));
        tablet.until_there("#last-day");
        tablet.run(
            "const day = document.querySelector('#last-day'); day.value = '2027-01-30'; \
             day.dispatchEvent(new Event('input', { bubbles: true }))",
            &[],
        );
        tablet.until_there(".session-days");
        self.take(&format!("f9-repeat-{dress}"));
        tablet.visit_part("#/outreach/event");
        let teens = "const rows = [...document.querySelectorAll('.list a.row')]; \
                     return rows.find(row => /radio/.test(row.innerText))?.getAttribute('href')";
        let teens = tablet.until("the class", teens, &[]);
        tablet.visit_part(teens.as_str().unwrap());
        tablet.until_there(".asked-once");
        tablet.run("document.querySelector('.asked-once').scrollIntoView({ block: 'center' })", &[]);
        self.take(&format!("f6-questions-{dress}"));
        tablet.visit_part("#/reports/events");
        tablet.until_there(".survey");
        self.take(&format!("f10-totals-{dress}"));
        tablet.run("document.querySelector('.bars').scrollIntoView()", &[]);
        self.take(&format!("f11-totals-below-{dress}"));
        tablet.visit_part(&format!("#/outreach/event/{:032x}/edit", 8));
        tablet.until_there("form.form");
        self.take(&format!("f7-form-{dress}"));
        tablet.run("document.querySelector('details.more').open = true", &[]);
        self.take(&format!("f8-form-all-{dress}"));
    }

    /// Every screen as it is dressed now.
    fn round(&self, dress: &str) {
        let tablet = self.tablet;
        for (name, hash) in [
            ("10-today", "#/today"),
            ("11-day", "#/day"),
            ("20-partners", "#/community"),
            ("21-asks", "#/community/ask"),
            ("30-contacts", "#/outreach/contact"),
            ("32-canvass", "#/outreach/canvass"),
            ("33-addresses", "#/outreach/canvass/addresses"),
            ("41-guide", "#/outreach/canvass/guide"),
            ("44-same", "#/outreach/canvass/same"),
            ("36-heard", "#/outreach/canvass/heard"),
            ("40-directory", "#/directory"),
            ("50-reports", "#/reports"),
            ("60-sync", "#/sync"),
            ("61-table", "#/sync/table"),
            ("70-settings", "#/settings"),
            ("70-help", "#/help"),
            ("71-who", "#/who"),
            ("71-conflicts", "#/conflicts"),
            ("72-deleted", "#/deleted"),
        ] {
            tablet.visit_part(hash);
            self.take(&format!("{name}-{dress}"));
            if ["#/directory", "#/reports", "#/outreach/canvass/guide"].contains(&hash) {
                self.paper(&format!("{name}-{dress}"));
            }
        }
        self.interviews(dress);
        self.events(dress);
        tablet.visit_part("#/outreach/canvass");
        tablet.press("Linden Street");
        tablet.until_there(".street .door");
        self.take(&format!("34-street-{dress}"));
        tablet.run("document.querySelector('.outcomes [aria-expanded]').click()", &[]);
        self.take(&format!("35-street-more-{dress}"));
        tablet.run(
            "window.print = () => {}; [...document.querySelectorAll('.more-answers .outcome')].at(-1).click()",
            &[],
        );
        tablet.until_there(".paper");
        self.paper(&format!("37-street-{dress}"));
        tablet.visit_part("#/outreach/canvass");
        tablet.press("North side");
        tablet.until_there(".picks .filter");
        self.take(&format!("40-turf-{dress}"));
        tablet.visit_part("#/community/hub");
        let hub = tablet.visit_first(".list a.row");
        tablet.until_there(".detail h4");
        self.take(&format!("22-hub-{dress}"));
        tablet.run("document.querySelector('.detail h4').scrollIntoView()", &[]);
        self.take(&format!("23-hub-tables-{dress}"));
        tablet.visit_first(".detail h4 + .rows a");
        tablet.until_there(".on-hand");
        self.take(&format!("24-hub-item-{dress}"));
        tablet.run("document.querySelector('.page > .deeds button').click()", &[]);
        tablet.until_there(".keypad");
        self.take(&format!("24-hub-stock-{dress}"));
        tablet.visit_part(&format!("{hub}/add"));
        tablet.run(
            "const list = document.querySelector('#items'); \
             list.value = 'Front table:\\nPicture books 14 / 6\\nStory time flyer 30 / 40\\nBookmarks'; \
             list.dispatchEvent(new Event('input', { bubbles: true }))",
            &[],
        );
        self.take(&format!("24-hub-add-{dress}"));
        tablet.visit_part(&format!("{hub}/restock"));
        tablet.until_there(".ticked");
        self.take(&format!("25-restock-{dress}"));
        self.paper(&format!("29-restock-{dress}"));
        tablet.visit_part(&format!("{hub}/time"));
        let start = "const start = document.querySelector('.actions .primary'); \
                     if (!document.querySelector('.tally')) start?.click(); return !!document.querySelector('.tally')";
        tablet.until("the tally", start, &[]);
        self.take(&format!("27-tally-{dress}"));
        tablet.visit_part(&hub);
        tablet.until_there(".detail .health li");
        tablet.run("document.querySelector('.detail .health').scrollIntoView()", &[]);
        self.take(&format!("28-board-{dress}"));
        tablet.visit_part(&format!("{hub}/count"));
        tablet.until_there(".keypad");
        tablet.run("document.querySelector('.stepper button').click()", &[]);
        self.take(&format!("26-count-{dress}"));
        self.paper(&format!("30-count-{dress}"));
        tablet.visit_part(&format!("#/outreach/visit/{:032x}/edit", 7));
        tablet.until_there("form.form .asks .quiet");
        self.take(&format!("38-visit-{dress}"));
        tablet.run("document.querySelector('.asks .quiet').click()", &[]);
        self.take(&format!("39-asked-{dress}"));
        tablet.key(key::ESCAPE);
        tablet.visit_part("#/outreach/canvass/guide");
        tablet.run("document.querySelectorAll('.guide a.row')[1].click()", &[]);
        tablet.until_there(".offered li");
        self.take(&format!("42-question-{dress}"));
        tablet.run("document.querySelector('.offered').scrollIntoView()", &[]);
        self.take(&format!("43-answers-{dress}"));
        tablet.visit_part("#/community");
        let busiest = "const rows = [...document.querySelectorAll('.list a.row')]; \
                       return (rows.find(row => row.innerText.includes('Maple')) || rows[0])?.getAttribute('href')";
        let partner = tablet.until("a partner", busiest, &[]);
        let partner = partner.as_str().unwrap();
        tablet.visit_part(partner);
        tablet.until_there(".detail .facts");
        self.take(&format!("21-partner-{dress}"));
        tablet.run("const more = document.querySelector('details.more'); more.open = true", &[]);
        tablet.until("its history", "return document.querySelectorAll('.history li').length > 0", &[]);
        tablet.run("document.querySelector('details.more').scrollIntoView()", &[]);
        self.take(&format!("22-history-{dress}"));
        tablet.visit_part(&format!("{partner}/edit"));
        tablet.until_there("form.form");
        self.take(&format!("23-form-{dress}"));
        tablet.run("document.querySelector('form .address').scrollIntoView()", &[]);
        self.take(&format!("24-form-end-{dress}"));
        tablet.visit_part(&format!("#/outreach/contact/{:032x}/edit", 7));
        tablet.until_there("form.form .picker, form.form .picked");
        tablet.run("document.querySelector('form.form').requestSubmit()", &[]);
        tablet.until_there(".problems");
        self.take(&format!("31-problems-{dress}"));
        tablet.visit_part("#/today");
        tablet.run("document.activeElement.blur()", &[]);
        tablet.key('?');
        tablet.until_there("dialog[open]");
        self.take(&format!("80-help-{dress}"));
        tablet.key(key::ESCAPE);
        tablet.chord(&[key::CONTROL], 'k');
        tablet.until_there("dialog.palette[open]");
        self.take(&format!("81-palette-{dress}"));
        tablet.key(key::ESCAPE);
    }
}
