use super::*;
use crate::model::testing::cases;
use crate::model::text::Lang;
use proptest::prelude::*;

const HEADINGS: &[Heading] = &[
    top("general", &["General to Do (In Building)", "Pendientes generales (en el edificio)"]),
    below("teams", &["System-Wide Teams"]),
    below("updates", &["Updates", "Novedades"]),
    below("programming", &["Programming", "Programación"]),
    below("to_do", &["To-Do", "Pendientes"]),
    below("dates", &["Upcoming Dates", "Próximas fechas"]),
    below("other", &["Other In-building Work"]),
    top("outreach", &["Outreach To-Do"]),
    below("schools", &["Schools", "Escuelas"]),
    below("reach_out", &["Reach out to"]),
    top("follow_ups", &["Outreach Follow-Ups to do"]),
    top("done", &["Outreach Done"]),
    top("ideas", &["Steering Thoughts / Program Ideas"]),
];

const fn top(key: &'static str, labels: &'static [&'static str]) -> Heading {
    Heading { key, labels, top: true }
}

const fn below(key: &'static str, labels: &'static [&'static str]) -> Heading {
    Heading { key, labels, top: false }
}

/// The plan as its template has it, tabs and all.
const PLAN: &str = "Weekly Librarian Outreach Plan and Notes

General to Do (In Building)
\t-System-Wide Teams
\t\t-Updates:
\t-Programming
\t\t-To-Do: 
\t\t-Upcoming Dates:
\t-Other In-building Work:

Outreach To-Do\t
-February 1st, Classroom Presentations, 8:45-10:51.
\t-Presentation on research skills. 
-February 3rd, Classroom Presentations
\t-8th grade classes: Presentation on what makes a good book report. 
-Local Professionals Coffee Chat, second Tuesday of the month
\t-Schools
\t\t-Reach out to:
\t\t\t-Librarians – partnerships? (Continuing contact)
\t\t\t-Administrator of Alternative Learning (First time contact)
Outreach Follow-Ups to do
\t-Follow up with local WorkSource contact: Resume writing workshop? Weekend or weekday?
-Spanish Language Elementary Club
-Leadership class Library project\t
\t
Outreach Done
-January 18th 9th grade class research presentation – went well!
\t-Monday, 23rd 2:45-3:45 Teen Drop-In Shelter Visit

Steering Thoughts / Program Ideas
\t-Starting Drop-In Business Coaching?
\t-Summer Teen Book Club
";

fn lines(text: &str) -> Vec<(&'static str, bool, usize, String)> {
    let lines = read(text, HEADINGS).unwrap();
    lines.into_iter().map(|line| (line.section.unwrap_or("-"), line.heading, line.level, line.text)).collect()
}

#[test]
fn the_template_is_read_with_its_sections() {
    let found = lines(PLAN);
    let headings: Vec<&str> = found.iter().filter(|line| line.1).map(|line| line.0).collect();
    assert_eq!(headings, HEADINGS.iter().map(|heading| heading.key).collect::<Vec<_>>());
    let texts: Vec<(&str, usize, &str)> =
        found.iter().filter(|line| !line.1).map(|line| (line.0, line.2, &*line.3)).collect();
    assert_eq!(
        texts,
        [
            ("-", 0, "Weekly Librarian Outreach Plan and Notes"),
            ("outreach", 0, "February 1st, Classroom Presentations, 8:45-10:51."),
            ("outreach", 1, "Presentation on research skills."),
            ("outreach", 0, "February 3rd, Classroom Presentations"),
            ("outreach", 1, "8th grade classes: Presentation on what makes a good book report."),
            ("outreach", 0, "Local Professionals Coffee Chat, second Tuesday of the month"),
            ("reach_out", 0, "Librarians – partnerships? (Continuing contact)"),
            ("reach_out", 0, "Administrator of Alternative Learning (First time contact)"),
            ("follow_ups", 0, "Follow up with local WorkSource contact: Resume writing workshop? Weekend or weekday?"),
            ("follow_ups", 0, "Spanish Language Elementary Club"),
            ("follow_ups", 0, "Leadership class Library project"),
            ("done", 0, "January 18th 9th grade class research presentation – went well!"),
            ("done", 1, "Monday, 23rd 2:45-3:45 Teen Drop-In Shelter Visit"),
            ("ideas", 0, "Starting Drop-In Business Coaching?"),
            ("ideas", 0, "Summer Teen Book Club"),
        ]
    );
}

#[test]
fn the_sections_are_found_however_word_processors_write_them() {
    type Make = fn(&str) -> String;
    let forms: [(&str, Make); 8] = [
        ("no tabs", |plan| plan.replace('\t', "")),
        ("no bullets", |plan| plan.replace("\t-", "\t").replace("\n-", "\n")),
        ("spaces", |plan| plan.replace('\t', "  ")),
        ("hard spaces", |plan| plan.replace('\t', "\u{a0}\u{a0}\u{a0}")),
        ("returns", |plan| plan.replace('\n', "\r\n")),
        ("old returns", |plan| plan.replace('\n', "\r")),
        ("breaks within a paragraph", |plan| plan.replace('\n', "\u{b}")),
        ("bullets", |plan| {
            let plan = plan.replace("\t\t-", "\t\t▪\t").replace("\t-", "\to\t").replace("\n-", "\n•\u{a0}\u{200b}");
            format!("\u{feff}{}", plan.replace("Outreach Done", "  OUTREACH  DONE:"))
        }),
    ];
    for (form, make) in forms {
        let found = lines(&make(PLAN));
        let said = |line: &(&'static str, bool, usize, String)| (line.1, line.3.clone());
        assert_eq!(
            found.iter().map(said).collect::<Vec<_>>(),
            lines(PLAN).iter().map(said).collect::<Vec<_>>(),
            "{form}"
        );
        let headings: Vec<&str> = found.iter().filter(|line| line.1).map(|line| line.0).collect();
        assert_eq!(headings.len(), HEADINGS.len(), "{form}");
        // Without tabs nobody knows where “Reach out to” ends; everything else stands where it belongs.
        let under = |text: &str| found.iter().find(|line| line.3.starts_with(text)).unwrap().0;
        assert_eq!(
            [under("Librarians"), under("Spanish"), under("January 18")],
            ["reach_out", "follow_ups", "done"],
            "{form}"
        );
    }
}

#[test]
fn bullets_of_every_kind_are_taken_off() {
    for line in [
        "• Call Ana",
        "•Call Ana",
        "◦\tCall Ana",
        "▪\tCall Ana",
        "–Call Ana",
        "— Call Ana",
        "- Call Ana",
        "-Call Ana",
        "* Call Ana",
        "o\tCall Ana",
        "§\tCall Ana",
        "\u{f0b7}\tCall Ana",
        "1. Call Ana",
        "12)\tCall Ana",
        "(3) Call Ana",
        "a) Call Ana",
        "iv.\tCall Ana",
        "- [ ] Call Ana",
        "☐ Call Ana",
        "\u{feff}\u{200b}Call\u{a0}Ana ",
        "Call\tAna",
    ] {
        assert_eq!(lines(line), [("-", false, 0, "Call Ana".to_owned())], "{line}");
    }
    for line in ["- [x] Call Ana", "☑ Call Ana", "☒Call Ana", "✓ Call Ana"] {
        let read = read(line, HEADINGS).unwrap();
        assert!(read[0].ticked && read[0].text == "Call Ana", "{line}");
    }
    for line in
        ["3 day presentations", "o llamar a Ana", "A. Smith called", "8:45 Visit", "--", "- -", "**Now**", "2.5 hours"]
    {
        assert_eq!(lines(line)[0].3, line);
    }
}

#[test]
fn headings_are_compared_by_their_words() {
    for (line, section, text) in [
        ("PROXIMAS FECHAS", "dates", ""),
        ("\t-  upcoming dates :", "dates", ""),
        ("Updates: new cards at the desk", "updates", "new cards at the desk"),
        ("Steering thoughts/program ideas", "ideas", ""),
        ("General To Do in building", "general", ""),
        ("1. Schools", "schools", ""),
        ("Reach out to…", "reach_out", ""),
    ] {
        assert_eq!(lines(line), [(section, true, 0, text.to_owned())], "{line}");
    }
    for line in ["Schools are closed", "Programming: no, later: maybe".trim_start_matches("Programming: "), "Call: Ana"]
    {
        assert!(!lines(line)[0].1, "{line}");
    }
}

#[test]
fn a_shallower_line_leaves_a_heading() {
    let text = "Outreach To-Do\n-One\n\t-Schools\n\t\t-Reach out to:\n\t\t\t-Ana\n\t\t\t\t-Her phone\n\t-Two\n-Three";
    let found: Vec<_> = lines(text).into_iter().filter(|line| !line.1).map(|line| (line.3, line.0, line.2)).collect();
    let line = |text: &str, section, level| (text.to_owned(), section, level);
    assert_eq!(
        found,
        [
            line("One", "outreach", 0),
            line("Ana", "reach_out", 0),
            line("Her phone", "reach_out", 1),
            line("Two", "outreach", 1),
            line("Three", "outreach", 0)
        ]
    );
}

#[test]
fn a_line_beside_a_heading_that_has_its_own_lines_leaves_it() {
    let found = lines("Outreach To-Do\n\t-Schools\n\t\t-Ana\n\t-Two");
    let sections: Vec<_> = found.iter().filter(|line| !line.1).map(|line| (line.0, &*line.3)).collect();
    assert_eq!(sections, [("schools", "Ana"), ("outreach", "Two")]);
    // Where none is set in, those that follow stand under it.
    let found = lines("Outreach To-Do\n-Schools\n-Ana\n-Two");
    assert_eq!([found[2].0, found[3].0], ["schools", "schools"]);
}

#[test]
fn lines_are_counted_as_they_were_pasted() {
    let numbers = |text: &str| read(text, HEADINGS).unwrap().iter().map(|line| line.number).collect::<Vec<_>>();
    assert_eq!(numbers("a\n\nb\r\n\r\nc\rd"), [1, 3, 5, 6]);
    assert_eq!(numbers("\n \u{a0}\n\u{200b}\na"), [4]);
    assert_eq!(numbers(""), Vec::<usize>::new());
}

#[test]
fn a_text_beyond_all_measure_is_refused_in_words() {
    let most = "- line\n\n".repeat(MOST_LINES);
    assert_eq!(read(&most, HEADINGS).map(|lines| lines.len()), Ok(MOST_LINES));
    let many = read(&format!("{most}- one more"), HEADINGS).unwrap_err();
    assert_eq!(many, NotRead::TooMany { lines: MOST_LINES + 1 });
    assert!(many.say().say(Lang::Es).contains("1001"));
    let long = format!("a\n\n{}", "é".repeat(MAX_LINE + 1));
    assert_eq!(read(&long, HEADINGS), Err(NotRead::TooLong { line: 3 }));
    assert!(read(&"é".repeat(MAX_LINE), HEADINGS).is_ok());
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn every_line_is_there_once_in_its_order(
        parts in prop::collection::vec(prop_oneof![
            3 => "[ \t\u{a0}]{0,3}(-|•|o\t|1\\.|a\\)|\\[x\\])?[ \t]{0,2}[A-Za-zé:.()0-9 -]{0,12}",
            2 => prop::sample::select(PLAN.lines().map(str::to_owned).collect::<Vec<_>>()),
            1 => "[^\\p{C}\\p{Z}]{0,12}",
        ], 0..20),
        ends in prop::sample::select(vec!["\n", "\r\n", "\r", "\u{b}", "\u{2028}", "\n\n"]),
    ) {
        let text = parts.join(ends);
        let found = read(&text, HEADINGS).unwrap();
        // Letters and digits alone: what is left of a line without its bullet and its heading ends it.
        let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        let says: Vec<&String> = parts.iter().filter(|part| part.contains(char::is_alphanumeric)).collect();
        let found: Vec<&Line> = found.iter().filter(|line| line.heading || line.text.contains(char::is_alphanumeric)).collect();
        prop_assert_eq!(found.len(), says.len());
        for (line, said) in found.iter().zip(says) {
            prop_assert!(plain(said).ends_with(&plain(&line.text)), "{:?} {:?}", said, line);
            let taken = plain(said).len() - plain(&line.text).len();
            prop_assert!(line.heading || taken <= 4, "{:?} {:?}", said, line);
        }
        prop_assert!(found.is_sorted_by(|a, b| a.number < b.number));
    }

    #[test]
    fn nothing_makes_it_stumble(text in any::<String>()) {
        let lines = text.split(|c: char| "\n\r\u{b}\u{c}\u{85}\u{2028}\u{2029}".contains(c));
        let says = lines.filter(|line| line.contains(char::is_alphanumeric)).count();
        prop_assert!(read(&text, HEADINGS).unwrap().len() >= says);
    }
}
