use super::*;

#[test]
fn words_that_only_look_like_days_stay_words() {
    let lines = [
        "Call May Smith",
        "may ask Ana",
        "We may 3 or 4 of us come",
        "march in the parade",
        "march 10 blocks",
        "3 may come",
        "sat with Ana",
        "Sat with Ana",
        "Sun Prairie library",
        "sun hats for the booth",
        "wed reception",
        "second grade",
        "8th grade classes",
        "9th grade class research presentation",
        "First time contact",
        "3 day presentations",
        "Check on availability for 3 day presentations",
        "Resume writing workshop? Weekend or weekday?",
        "Summer Teen Book Club",
        "a las escuelas",
        "ir a las 3 escuelas",
        "martes de carnaval",
        "Viernes Santo",
        "Black Friday flyers",
        "Taco Tuesday flyers",
        "Sunday school",
        "The Friday Club",
        "Visit Friday Club",
        "ask about the March 3 event",
        "call before Friday",
        "llamar antes del viernes",
        "the week of Feb 8",
        "la semana del 8 de febrero",
        "Call Sue re: Friday visit",
        "3h training",
        "2a reunión de padres",
        "closed until June",
        "open until June 15",
        "mar y sol",
        "el mar",
        "por la mañana",
        "la mañana entera",
        "24/7 hotline",
        "1/2 day",
        "3/4 cup",
        "ages 11-12",
        "grades 6-8",
        "555-1234",
        "at 3 schools",
        "Room 3",
        "K-12",
        "5th Street",
        "on the 4th floor",
        "the 3rd grade",
        "Monthly newsletter",
        "weekly report",
        "daily paper",
        "M/F restrooms",
        "T/F quiz",
        "A/V club",
        "J/V game",
        "S/M/L shirts",
        "m/w/f",
        "W/M/F",
        "and/or",
        "call before the end of the month",
        "closed until the end of the month",
        "antes de fin de mes",
        "the end of the world",
        "por fin",
        "at once",
        "primer contacto",
        "Segundo Ruiz Belvis",
        "10 ago",
        "Dom Pedro",
        "June Jordan poems",
        "April Smith",
        "Augustus",
        "decide",
        "diciembre",
        "@Friday Club",
        "2 times",
        "for 6 weeks",
        "un",
        "",
        "   ",
        ",",
    ];
    let except = ["10 ago"];
    for lang in Lang::ALL {
        let mut wrong = Vec::new();
        for line in lines.into_iter().filter(|line| !except.contains(line)) {
            let read = read(line, &plan(lang));
            if read.when != When::Nothing || read.time.is_some() || read.rest != line.trim() {
                wrong.push(format!("{line:?}: {} | {}", short(&read), read.rest));
            }
        }
        assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
    }
}

#[test]
fn a_text_longer_than_any_line_is_left_alone() {
    let long = "second ".repeat(crate::model::text::MAX_LINE);
    assert_eq!(read(&long, &plan(Lang::En)).rest, long.trim());
}

#[test]
fn nothing_is_read_where_something_else_is_named() {
    let line = "call @May 5 Club Friday at 3";
    let taken = std::iter::once(5..16).collect::<Vec<_>>();
    let around = Around { taken: &taken, ..plan(Lang::En) };
    let read = read(line, &around);
    assert_eq!((short(&read), &*read.rest), ("2027-01-29 15:00".to_owned(), "call @May 5 Club"));
    let taken = std::iter::once(0..28).collect::<Vec<_>>();
    let all = Around { taken: &taken, ..around };
    assert_eq!(super::super::read(line, &all).when, When::Nothing);
}
