//! A task: one line of somebody’s week, from when it is planned until what became of it is known.
//!
//! Where it stands on the page of a week follows from its section, its state and its days (`week/standing.rs`); nothing is
//! written when a week ends.

use crate::model::field::{Choice, Field, Start, When, choice};
use crate::model::kind::{Kind, Needs, Section};
use crate::model::text::t;
use chrono::Weekday;

/// Under which heading of the page a task is planned: the headings of the Weekly Librarian Outreach Plan.
pub static SECTIONS: &[Choice] = &[
    choice(UPDATES, t("System-Wide Teams: Updates", "Equipos de todo el sistema: novedades")),
    choice(PROGRAMMING, t("Programming: To-Do", "Programación: por hacer")),
    choice(UPCOMING, t("Programming: Upcoming Dates", "Programación: próximas fechas")),
    choice(OTHER, t("Other In-building Work", "Otro trabajo en la biblioteca")),
    choice(OUTREACH, t("Outreach To-Do", "Alcance: por hacer")),
    choice(REACH_OUT, t("Schools: Reach out to", "Escuelas: contactar a")),
    choice(IDEAS, t("Steering Thoughts / Program Ideas", "Rumbo / ideas de programas")),
];
/// What the teams of the whole system report.
pub const UPDATES: &str = "updates";
/// To do for programs in the building.
pub const PROGRAMMING: &str = "programming";
/// Dates of programs to come.
pub const UPCOMING: &str = "upcoming";
/// Other work in the building.
pub const OTHER: &str = "other";
/// Outreach to do.
pub const OUTREACH: &str = "outreach";
/// Whom to reach out to at schools.
pub const REACH_OUT: &str = "reach_out";
/// Thoughts and ideas for programs.
pub const IDEAS: &str = "ideas";

/// How far a task is.
pub static STATES: &[Choice] = &[
    choice(TO_DO, t("To do", "Por hacer")),
    choice(FOLLOW_UP, t("Follow-up", "Seguimiento")),
    choice(DONE, t("Done", "Hecho")),
];
/// It is to be done.
pub const TO_DO: &str = "to_do";
/// Something follows upon what was done.
pub const FOLLOW_UP: &str = "follow_up";
/// It is done.
pub const DONE: &str = "done";

/// How far a line can be indented.
pub const DEEPEST: u8 = 2;

/// A task.
pub static TASK: Kind = Kind::new("task", t("Task", "Tarea"), t("Tasks", "Tareas"))
    .add(t("New task", "Nueva tarea"))
    .purpose(t(
        "What you and your team plan for a week, and what happened with it.",
        "Lo que usted y su equipo planean para una semana, y cómo les fue.",
    ))
    .about("partner")
    // A partner that is erased leaves the library’s own work standing. What tells where somebody lives, or of a talk that
    // may not be kept, goes with it.
    .granted(&[Needs::With("door"), Needs::With("interview")])
    .sections(&[
        Section::new(
            t("Task", "Tarea"),
            &[
                Field::text("what").label(t("What is to be done", "Qué hay que hacer")).required().title().private(),
                Field::choice("section", SECTIONS)
                    .label(t("Section", "Sección"))
                    .required()
                    .start(Start::Choice(OUTREACH))
                    .filter()
                    .in_line(),
                Field::link("staff", "staff")
                    .label(t("Who does it", "Quién lo hace"))
                    .help(t("Leave blank if it is for the whole team.", "Déjelo en blanco si es para todo el equipo."))
                    .start(Start::Me)
                    .filter()
                    .in_line(),
                Field::date("day").label(t("Day", "Día")).ahead(Weekday::Mon).in_line(),
                Field::time_of_day("from").label(t("From", "Desde")),
                Field::time_of_day("to").label(t("Until", "Hasta")),
                Field::date("week")
                    .label(t("In the week of", "En la semana del"))
                    .ahead(Weekday::Mon)
                    .asked(&[When::Blank("day")]),
            ],
        ),
        Section::new(
            t("How far it is", "Cómo va"),
            &[
                Field::choice("state", STATES)
                    .label(t("State", "Estado"))
                    .required()
                    .start(Start::Choice(TO_DO))
                    .filter()
                    .chip(),
                Field::date("done_on").label(t("Done on", "Se hizo el")).asked(&[When::Is("state", &[DONE])]),
                Field::long_text("came_of_it")
                    .label(t("What came of it?", "¿En qué quedó?"))
                    .searchable()
                    .private()
                    .asked(&[When::Is("state", &[DONE])]),
            ],
        ),
        Section::new(
            t("What it is about", "De qué se trata"),
            &[
                Field::link("partner", "partner").label(t("Partner/Company", "Socio/Empresa")).filter(),
                Field::link("event", "event").label(t("Event", "Evento")),
                Field::link("hub", "hub").label(t("Hub", "Punto de acceso")),
                Field::link("ask", "ask").label(t("Ask", "Petición")),
                Field::link("interview", "interview").label(t("Interview", "Entrevista")),
                Field::link("door", "door").label(t("Door", "Puerta")).private(),
                Field::link("sheet", "sheet").label(t("Worksheet", "Hoja de trabajo")),
                Field::link("after", "task").label(t("Next step of", "Próximo paso de")),
            ],
        ),
        Section::new(
            t("Repeating", "Repetición"),
            &[
                // The rule as calendars write it (RFC 5545, 3.3.10), without “RRULE:”.
                Field::text("rule")
                    .label(t("Rule", "Regla"))
                    .help(t(
                        "As calendars write it, for example FREQ=WEEKLY;BYDAY=TH.",
                        "Como la escriben los calendarios, por ejemplo FREQ=WEEKLY;BYDAY=TH.",
                    ))
                    .asked(&[When::Held(&["rule"])]),
                // A field of its own, so that ending a task on one tablet and changing its rule on another both hold.
                Field::date("ends")
                    .label(t("Last day", "Último día"))
                    .ahead(Weekday::Fri)
                    .asked(&[When::Held(&["rule"])]),
                Field::link("first", "task").label(t("One time of", "Una vez de")).asked(&[When::Never]),
                Field::date("instead").label(t("In place of", "En lugar del")).asked(&[When::Never]),
                Field::text("rank").label(t("Place on the page", "Lugar en la página")).asked(&[When::Never]),
                Field::number("indent", 0.0, DEEPEST as f64)
                    .whole()
                    .label(t("Indented", "Sangría"))
                    .asked(&[When::Never]),
            ],
        ),
    ]);

/// The fields of a task that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod fields {
    use super::TASK;
    use crate::model::handle::{LinkField, NumberField, TextField};

    pub const WHAT: TextField = TASK.text("what");
    pub const SECTION: TextField = TASK.text("section");
    pub const STAFF: LinkField = TASK.link("staff");
    pub const DAY: TextField = TASK.text("day");
    pub const FROM: TextField = TASK.text("from");
    pub const TO: TextField = TASK.text("to");
    pub const WEEK: TextField = TASK.text("week");
    pub const STATE: TextField = TASK.text("state");
    pub const DONE_ON: TextField = TASK.text("done_on");
    pub const CAME_OF_IT: TextField = TASK.text("came_of_it");
    pub const PARTNER: LinkField = TASK.link("partner");
    pub const EVENT: LinkField = TASK.link("event");
    pub const SHEET: LinkField = TASK.link("sheet");
    pub const AFTER: LinkField = TASK.link("after");
    pub const RULE: TextField = TASK.text("rule");
    pub const ENDS: TextField = TASK.text("ends");
    pub const FIRST: LinkField = TASK.link("first");
    pub const INSTEAD: TextField = TASK.text("instead");
    pub const RANK: TextField = TASK.text("rank");
    pub const INDENT: NumberField = TASK.number("indent");
}
