//! A made-up week, and the one before.

use super::kinds::{
    DONE, FOLLOW_UP, IDEAS, OTHER, OUTREACH, PROGRAMMING, REACH_OUT, TASK, TO_DO, UPCOMING, UPDATES, fields as task,
};
use super::standing::first_day;
use crate::model::order;
use crate::model::rank;
use crate::model::record_write::RecordWrite;
use crate::model::text::{Text, t};
use crate::partners;
use crate::work::practice::Practice;
use chrono::TimeDelta;

/// A made-up task: what, its section, how far it is, days from the first day of this week on which it is, if it has a day,
/// the weeks from this one in which it was planned, the partner it is about, what became of it, and its rule.
struct Sample {
    what: Text,
    section: &'static str,
    state: &'static str,
    day: Option<i64>,
    week: i64,
    partner: Option<&'static str>,
    came_of_it: Text,
    rule: Option<&'static str>,
}

const PLAIN: Sample = Sample {
    what: Text::NONE,
    section: OUTREACH,
    state: TO_DO,
    day: None,
    week: 0,
    partner: None,
    came_of_it: Text::NONE,
    rule: None,
};

static SAMPLES: &[Sample] = &[
    Sample {
        what: t(
            "Summer reading team met: new sign-up sheet",
            "El equipo de lectura de verano se reunió: hoja de inscripción nueva",
        ),
        section: UPDATES,
        ..PLAIN
    },
    Sample {
        what: t("Set up the room for teen craft night", "Preparar la sala para la noche de manualidades"),
        section: PROGRAMMING,
        day: Some(3),
        ..PLAIN
    },
    Sample { what: t("Author visit", "Visita de la autora"), section: UPCOMING, day: Some(16), ..PLAIN },
    Sample {
        what: t("Order large-print mysteries", "Pedir novelas de misterio en letra grande"),
        section: OTHER,
        week: -1,
        ..PLAIN
    },
    Sample {
        what: t("Bring flyers about the eBook talk", "Llevar volantes de la charla sobre libros electrónicos"),
        day: Some(2),
        partner: Some("Hilltop Hardware"),
        ..PLAIN
    },
    Sample {
        what: t("Stop by with new picture books", "Pasar a dejar libros ilustrados nuevos"),
        day: Some(4),
        partner: Some("Maple Street Soup Kitchen"),
        rule: Some("FREQ=WEEKLY;INTERVAL=2"),
        ..PLAIN
    },
    Sample { what: t("Librarians: partnerships?", "Bibliotecarias: ¿alianzas?"), section: REACH_OUT, ..PLAIN },
    Sample {
        what: t("Ask which evening suits their listeners", "Preguntar qué noche les queda bien a sus oyentes"),
        state: FOLLOW_UP,
        partner: Some("Radio Quinebaug"),
        ..PLAIN
    },
    Sample {
        what: t("Talk about library cards at the soup kitchen", "Charla sobre tarjetas de la biblioteca en el comedor"),
        state: DONE,
        day: Some(0),
        partner: Some("Maple Street Soup Kitchen"),
        came_of_it: t("Six people asked for a card.", "Seis personas pidieron una tarjeta."),
        ..PLAIN
    },
    Sample {
        what: t("Résumé writing on a weekday?", "¿Escribir currículums entre semana?"),
        section: IDEAS,
        week: -1,
        ..PLAIN
    },
];

/// The tasks.
pub fn notes(practice: &Practice<'_>) -> Vec<RecordWrite> {
    let known = partners::made_up();
    let week = first_day(practice.work.now().today());
    let day = |days: i64| (week + TimeDelta::days(days)).to_string();
    let ranks = rank::many_between(None, None, SAMPLES.len(), 1).unwrap_or_default();
    let one = |(at, sample): (usize, &Sample)| {
        let partner = sample.partner.and_then(|name| known.iter().find(|(known, _)| *known == name));
        let text = |text: Text| text.get(practice.lang);
        let mut values = vec![
            task::WHAT.is(text(sample.what)),
            task::SECTION.is(sample.section),
            task::STATE.is(sample.state),
            task::WEEK.is(day(sample.week * 7)),
        ];
        values.extend(practice.staff_at(0).map(|staff| task::STAFF.is(staff)).filter(|_| at % 3 == 0));
        values.extend(ranks.get(at).map(|rank| task::RANK.is(rank.as_str())));
        values.extend(partner.map(|(_, partner)| task::PARTNER.is(*partner)));
        let on: Option<String> = sample.day.map(day);
        values.extend(on.as_ref().map(|on| task::DAY.is(on.as_str())));
        if sample.state == DONE {
            values.extend([
                task::DONE_ON.is(on.clone().unwrap_or_else(|| day(0))),
                task::CAME_OF_IT.is(text(sample.came_of_it)),
            ]);
        }
        if let (Some(rule), Some(on)) = (sample.rule, on) {
            values.extend([task::RULE.is(rule), task::INSTEAD.is(on)]);
        }
        (TASK.id, practice.work.new_id(), order::values(values))
    };
    SAMPLES.iter().enumerate().map(one).collect()
}
