use super::*;

#[test]
fn days_by_their_date() {
    say(&[
        ("Feb 3 classroom presentations @Middle School", "2027-02-03", "classroom presentations @Middle School"),
        ("Feb 3", "2027-02-03", ""),
        ("feb. 3 Career Fair", "2027-02-03", "Career Fair"),
        ("February 1st, Classroom Presentations, 8:45-10:51.", "2027-02-01 08:45-10:51", "Classroom Presentations"),
        ("February 6th, Career Fair ", "2027-02-06", "Career Fair"),
        (
            "February 7th Meet with Big Brothers Big Sisters 11-12",
            "2027-02-07 11:00-12:00",
            "Meet with Big Brothers Big Sisters",
        ),
        ("February the 3rd: Book talks", "2027-02-03", "Book talks"),
        ("3 February book talks", "2027-02-03", "book talks"),
        ("the 3rd of February, book talks", "2027-02-03", "book talks"),
        ("Book talks on March 4, 2028", "2028-03-04", "Book talks"),
        ("book talks by May 5", "2027-05-05", "book talks"),
        ("May 5 Cinco de Mayo craft", "2027-05-05", "Cinco de Mayo craft"),
        ("Call Ana (Feb 3)", "2027-02-03", "Call Ana"),
        ("Call Ana – Feb 3 – about kits", "2027-02-03", "Call Ana about kits"),
        ("4th of July parade", "2027-07-04", "parade"),
        ("2027-02-03 report", "2027-02-03", "report"),
        ("2/13 report", "2027-02-13", "report"),
        ("2/2 report", "2027-02-02", "report"),
        ("December 1 report", "2027-12-01", "report"),
        ("3 de febrero visita a la escuela", "2027-02-03", "visita a la escuela"),
        ("Visita el 3 de febrero", "2027-02-03", "Visita"),
        ("visita el 3 de febrero de 2028 a las 10", "2028-02-03 10:00", "visita"),
        ("3 feb. visita", "2027-02-03", "visita"),
        ("el día 3 de marzo visita", "2027-03-03", "visita"),
        ("1.º de mayo, feria", "2027-05-01", "feria"),
        ("1ro de mayo, feria", "2027-05-01", "feria"),
        ("primero de mayo feria", "2027-05-01", "feria"),
        ("FERIA EL 5 DE MAYO DEL 2027", "2027-05-05", "FERIA"),
        ("the 15th", "2027-02-15", ""),
        ("report on the 15th", "2027-02-15", "report"),
        ("report due on the 31st", "2027-01-31", "report"),
        ("the 28th at noon", "2027-01-28 12:00", ""),
        ("el 15", "2027-02-15", ""),
        ("informe para el 15", "2027-02-15", "informe"),
        ("el día 30 a las 3 de la tarde reunión", "2027-01-30 15:00", "reunión"),
    ]);
    all_say(
        &[
            ("2/3 report", "2027-02-03", "report"),
            ("2/3/2027 report", "2027-02-03", "report"),
            ("3/2/27 report", "2027-03-02", "report"),
        ],
        &plan(Lang::En),
    );
}

#[test]
fn days_by_their_weekday() {
    say(&[
        ("Monday", "2027-02-01", ""),
        ("Wednesday staff meeting", "2027-01-27", "staff meeting"),
        ("call Ana on Friday", "2027-01-29", "call Ana"),
        ("call Ana Friday", "2027-01-29", "call Ana"),
        ("this Friday call Ana", "2027-01-29", "call Ana"),
        ("next Friday call Ana", "2027-02-05", "call Ana"),
        ("next Monday call Ana", "2027-02-01", "call Ana"),
        ("call Ana Friday next week", "2027-02-05", "call Ana"),
        ("call Ana next Tues.", "2027-02-02", "call Ana"),
        ("Thurs call Ana", "2027-01-28", "call Ana"),
        ("on Sat table at market", "2027-01-30", "table at market"),
        ("Sat. 3pm table at market", "2027-01-30 15:00", "table at market"),
        ("Sun, Feb 7 table", "2027-02-07", "table"),
        ("Monday, February 1st pick up kits", "2027-02-01", "pick up kits"),
        ("Saturday the 30th table", "2027-01-30", "table"),
        ("Tuesday, 23rd Senior Center", "2027-02-23", "Senior Center"),
        ("Monday 2:45-3:45 Teen Drop-In Shelter Visit", "2027-02-01 14:45-15:45", "Teen Drop-In Shelter Visit"),
        ("Monday 20 students come", "2027-02-01", "20 students come"),
        ("lunes", "2027-02-01", ""),
        ("el lunes llamar a Ana", "2027-02-01", "llamar a Ana"),
        ("llamar a Ana el viernes", "2027-01-29", "llamar a Ana"),
        ("llamar a Ana este viernes", "2027-01-29", "llamar a Ana"),
        ("el próximo viernes llamar a Ana", "2027-01-29", "llamar a Ana"),
        ("el viernes que viene", "2027-01-29", ""),
        ("el viernes de la próxima semana, llamar", "2027-02-05", "llamar"),
        ("miércoles reunión", "2027-01-27", "reunión"),
        ("sábado 30 mesa en el mercado", "2027-01-30", "mesa en el mercado"),
        ("lunes 1 de febrero recoger libros", "2027-02-01", "recoger libros"),
        ("lunes, 1 de febrero: recoger libros", "2027-02-01", "recoger libros"),
        ("martes 23 visita", "2027-02-23", "visita"),
        ("vie 3pm visita", "2027-01-29 15:00", "visita"),
    ]);
}

#[test]
fn days_by_their_distance() {
    say(&[
        ("today", "2027-01-27", ""),
        ("call Ana tomorrow", "2027-01-28", "call Ana"),
        ("the day after tomorrow call Ana", "2027-01-29", "call Ana"),
        ("in two weeks call Ana", "2027-02-10", "call Ana"),
        ("call Ana in 3 days", "2027-01-30", "call Ana"),
        ("call Ana in a month", "2027-02-27", "call Ana"),
        ("call Ana two weeks from now", "2027-02-10", "call Ana"),
        ("call Ana a week from Monday", "2027-02-08", "call Ana"),
        ("hoy", "2027-01-27", ""),
        ("mañana llamar a Ana", "2027-01-28", "llamar a Ana"),
        ("manana llamar a Ana", "2027-01-28", "llamar a Ana"),
        ("pasado mañana llamar a Ana", "2027-01-29", "llamar a Ana"),
        ("dentro de dos semanas llamar a Ana", "2027-02-10", "llamar a Ana"),
        ("llamar a Ana en 3 días", "2027-01-30", "llamar a Ana"),
        ("llamar a Ana dentro de un mes", "2027-02-27", "llamar a Ana"),
        ("de hoy en ocho, llamar a Ana", "2027-02-03", "llamar a Ana"),
    ]);
}

#[test]
fn times_of_day() {
    say(&[
        ("call Ana at 3", "- 15:00", "call Ana"),
        ("Feb 3 3pm call Ana", "2027-02-03 15:00", "call Ana"),
        ("3:30 p.m. call Ana", "- 15:30", "call Ana"),
        ("call Ana at 9", "- 09:00", "call Ana"),
        ("call Ana at 9 pm", "- 21:00", "call Ana"),
        ("call Ana at noon on Friday", "2027-01-29 12:00", "call Ana"),
        ("call Ana at 12:15", "- 12:15", "call Ana"),
        ("call Ana at 7 o'clock", "- 19:00", "call Ana"),
        ("call Ana 15:30", "- 15:30", "call Ana"),
        ("call Ana @ 3pm", "- 15:00", "call Ana"),
        ("meeting 3:30-4:30 PM", "- 15:30-16:30", "meeting"),
        ("meeting 11-1 pm", "- 11:00-13:00", "meeting"),
        ("meeting 10am-2pm tomorrow", "2027-01-28 10:00-14:00", "meeting"),
        ("meeting from 3 to 4:30", "- 15:00-16:30", "meeting"),
        ("meeting from 9 to 11 on Friday", "2027-01-29 09:00-11:00", "meeting"),
        ("meeting 10-2 Friday", "2027-01-29 10:00-14:00", "meeting"),
        ("Feb 3, 3-4, room 12", "2027-02-03 15:00-16:00", "room 12"),
        ("Feb 3 at 3 at the school", "2027-02-03 15:00", "at the school"),
        ("desk 9a-5p", "- 09:00-17:00", "desk"),
        ("desde las 10 hasta las 12, venta", "- 10:00-12:00", "venta"),
        ("llamar a Ana a las 3", "- 15:00", "llamar a Ana"),
        ("llamar a Ana a las 3 de la tarde", "- 15:00", "llamar a Ana"),
        ("mañana a las 9 de la mañana llamar a Ana", "2027-01-28 09:00", "llamar a Ana"),
        ("llamar a Ana a las 8 de la noche", "- 20:00", "llamar a Ana"),
        ("llamar a Ana a la una", "- 13:00", "llamar a Ana"),
        ("llamar a Ana a las tres y media", "- 15:30", "llamar a Ana"),
        ("llamar a Ana a las 9:30 a. m.", "- 09:30", "llamar a Ana"),
        ("al mediodía llamar a Ana", "- 12:00", "llamar a Ana"),
        ("reunión de 3 a 4 de la tarde", "- 15:00-16:00", "reunión"),
        ("reunión el viernes de 9 a 11", "2027-01-29 09:00-11:00", "reunión"),
        ("reunión 15h", "- 15:00", "reunión"),
    ]);
}

#[test]
fn what_was_done_is_looked_for_back() {
    for lang in Lang::ALL {
        let around = Around { looks: Looks::Back, ..plan(lang) };
        all_say(
            &[
                (
                    "January 18th 9th grade class research presentation – went well!",
                    "2027-01-18",
                    "9th grade class research presentation – went well!",
                ),
                (
                    "Monday, 25th 2:45-3:45 Teen Drop-In Shelter Visit",
                    "2027-01-25 14:45-15:45",
                    "Teen Drop-In Shelter Visit",
                ),
                ("Monday met with Ana", "2027-01-25", "met with Ana"),
                ("Wednesday met with Ana", "2027-01-27", "met with Ana"),
                ("Dec 3 visit", "2026-12-03", "visit"),
                ("Feb 3 visit", "2026-02-03", "visit"),
                ("el 15 visita", "2027-01-15", "visita"),
                ("last Friday met with Ana", "2027-01-22", "met with Ana"),
                ("ayer visita", "2027-01-26", "visita"),
                ("el viernes pasado visita", "2027-01-22", "visita"),
                ("3 days ago visit", "2027-01-24", "visit"),
            ],
            &around,
        );
    }
}
