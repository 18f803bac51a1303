use super::*;

#[test]
fn what_could_be_meant_in_two_ways_is_asked() {
    say(&[
        ("February 30th report", "? NoSuchDay { month: 2, day: 30 }: 2027-02-28, 2027-03-01", "report"),
        ("30 de febrero informe", "? NoSuchDay { month: 2, day: 30 }: 2027-02-28, 2027-03-01", "informe"),
        ("Feb 29", "? NoSuchDay { month: 2, day: 29 }: 2027-02-28, 2027-03-01, 2028-02-29", ""),
        ("June 31 report", "? NoSuchDay { month: 6, day: 31 }: 2027-06-30, 2027-07-01", "report"),
        ("2027-02-30", "? NoSuchDay { month: 2, day: 30 }: 2027-02-28, 2027-03-01", ""),
        ("13/2 report", "? NoSuchMonth(13): 2027-02-13", "report"),
        ("second Tuesday of", "? OfWhat: MONTHLY;BYDAY=2TU from 2027-02-09", ""),
        ("second Tuesday of the semester", "? OfWhat: MONTHLY;BYDAY=2TU from 2027-02-09", "the semester"),
        ("el segundo martes de", "? OfWhat: MONTHLY;BYDAY=2TU from 2027-02-09", ""),
        ("Jan 20 report", "? Over: 2027-01-20, 2028-01-20", "report"),
        ("20 de enero informe", "? Over: 2027-01-20, 2028-01-20", "informe"),
        ("Monday, January 30th pick up", "? OtherWeekday(2027-01-30): 2027-01-30, 2027-02-01", "pick up"),
        ("martes 3 de febrero visita", "? OtherWeekday(2027-02-03): 2027-02-03, 2027-02-02", "visita"),
        ("Monday, 30th pick up", "? OtherWeekday(2027-01-30): 2027-01-30, 2027-02-01", "pick up"),
        ("Feb 3-5 conference", "? WhichOne: 2027-02-03, 2027-02-05", "conference"),
        ("del 3 al 5 de febrero, congreso", "? WhichOne: 2027-02-03, 2027-02-05", "congreso"),
        ("Monday and Wednesday call", "? Several: 2027-02-01, 2027-01-27", "call"),
        ("Feb 3 and Feb 10 visits", "? Several: 2027-02-03, 2027-02-10", "visits"),
        (
            "every second Monday",
            "? HowOften: WEEKLY;INTERVAL=2;BYDAY=MO from 2027-02-01, MONTHLY;BYDAY=2MO from 2027-02-08",
            "",
        ),
        (
            "cada segundo lunes",
            "? HowOften: WEEKLY;INTERVAL=2;BYDAY=MO from 2027-02-01, MONTHLY;BYDAY=2MO from 2027-02-08",
            "",
        ),
        ("cada tercer día", "? HowOften: DAILY;INTERVAL=2 from 2027-01-27, DAILY;INTERVAL=3 from 2027-01-27", ""),
        (
            "cada quince días",
            "? HowOften: WEEKLY;INTERVAL=2;BYDAY=WE from 2027-01-27, DAILY;INTERVAL=15 from 2027-01-27",
            "",
        ),
        (
            "L/M/V club",
            "? WhichDays: WEEKLY;BYDAY=MO,WE,FR from 2027-01-27, WEEKLY;BYDAY=MO,TU,FR from 2027-01-29",
            "club",
        ),
        ("M/J", "? WhichDays: WEEKLY;BYDAY=WE,TH from 2027-01-27, WEEKLY;BYDAY=TU,TH from 2027-01-28", ""),
        ("biweekly on Monday", "? HowOften: WEEKLY;INTERVAL=2;BYDAY=MO from 2027-02-01", ""),
        ("twice a month", "? WhichDays: MONTHLY;BYMONTHDAY=1,15 from 2027-02-01", ""),
        ("dos veces al mes", "? WhichDays: MONTHLY;BYMONTHDAY=1,15 from 2027-02-01", ""),
        ("three times a week", "? WhichDays: ", ""),
        ("every year", "? WhichDays: YEARLY;BYMONTH=1;BYMONTHDAY=27 from 2027-01-27", ""),
        ("once a month", "? WhichDays: MONTHLY;BYMONTHDAY=27 from 2027-01-27, MONTHLY;BYDAY=4WE from 2027-01-27", ""),
        ("every month 3 copies", "? WhichDays: MONTHLY;BYMONTHDAY=27 from 2027-01-27", "3 copies"),
        ("report every month", "? WhichDays: MONTHLY;BYMONTHDAY=27 from 2027-01-27", "report"),
        ("next week plan", "? WhichDays: 2027-02-01, 2027-02-02, 2027-02-03, 2027-02-04, 2027-02-05", "plan"),
        ("every Thursday until school ends", "? UntilWhen: WEEKLY;BYDAY=TH from 2027-01-28", "until school ends"),
        (
            "every Thursday until Feb 30",
            "? NoSuchDay { month: 2, day: 30 }: WEEKLY;BYDAY=TH;UNTIL=20270228 from 2027-01-28, WEEKLY;BYDAY=TH;UNTIL=20270301 from 2027-01-28",
            "",
        ),
        ("every week starting Jan 20", "? Over: WEEKLY;BYDAY=WE from 2027-01-20, WEEKLY;BYDAY=TH from 2028-01-20", ""),
        ("every Thursday call by Feb 10", "? Several: WEEKLY;BYDAY=TH from 2027-01-28, 2027-02-10", "call"),
        ("every month Monday", "? WhichDays: MONTHLY;BYMONTHDAY=1 from 2027-02-01", ""),
        ("bi-weekly on Mondays", "? HowOften: WEEKLY;INTERVAL=2;BYDAY=MO from 2027-02-01", ""),
        ("el 15 y el 30 pagar", "? Several: 2027-02-15, 2027-01-30", "pagar"),
        ("every Thursday until January 5, 2027", "? Never: WEEKLY;BYDAY=TH from 2027-01-28", ""),
        (
            "every Monday and every second Tuesday of the month",
            "? Several: WEEKLY;BYDAY=MO from 2027-02-01, MONTHLY;BYDAY=2TU from 2027-02-09",
            "",
        ),
        ("every February 30", "? NoSuchDay { month: 2, day: 30 }: ", ""),
    ]);
    // In Spanish both orders are at home.
    all_say(
        &[
            ("2/3 informe", "? WhichOne: 2027-03-02, 2027-02-03", "informe"),
            ("13/2 informe", "? NoSuchMonth(13): 2027-02-13", "informe"),
        ],
        &plan(Lang::Es),
    );
    // What is just over is asked about in January as well.
    all_say(&[("Dec 31 report", "? Over: 2026-12-31, 2027-12-31", "report")], &plan(Lang::En));
    // On a day in a month that has no 31st, the next one is not taken without a word.
    let around = Around::on(day("2027-02-10"), Lang::En);
    all_say(&[("report on the 31st", "? NoSuchDay { month: 2, day: 31 }: 2027-02-28, 2027-03-31", "report")], &around);
}

#[test]
fn every_question_is_asked_in_both_languages() {
    assert_eq!(crate::model::text::faults(words::ALL), Vec::<String>::new());
    let whys = [
        (Why::NoSuchDay { month: 2, day: 30 }, "There is no February 30.", "El 30 de febrero no existe."),
        (Why::NoSuchMonth(13), "There is no month 13.", "No existe el mes 13."),
        (Why::OtherWeekday(day("2027-01-30")), "January 30, 2027 is a Saturday.", "El 30 de enero de 2027 es sábado."),
        (Why::WhichOne, "Which", "¿Cuál"),
        (Why::Over, "This day", "Ese día"),
        (Why::OfWhat, "Of which", "¿De qué"),
        (Why::WhichDays, "On which", "¿Qué día"),
        (Why::HowOften, "How often", "¿Cada cuánto"),
        (Why::Several, "There is more", "Aquí hay"),
        (Why::UntilWhen, "Until which", "¿Hasta qué"),
        (Why::Never, "There is no such day", "No hay"),
    ];
    for (why, en, es) in whys {
        let said = Asked { why, choices: Vec::new() }.say();
        assert!(said.say(Lang::En).starts_with(en) && said.say(Lang::Es).starts_with(es), "{why:?}: {said}");
    }
    let said = say_when(&When::Day(day("2027-02-03"))).unwrap();
    assert_eq!(said.say(Lang::Es), "miércoles, 3 de febrero de 2027");
    assert_eq!(say_when(&When::Nothing), None);
}
