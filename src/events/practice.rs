//! Made-up events with the made-up partners.

use super::counting::Question;
use super::kinds::event::{EVENT, fields as event};
use super::kinds::event_partner::{EVENT_PARTNER, fields as with};
use super::kinds::event_staff::{EVENT_STAFF, fields as staffed};
use super::kinds::promotion::{PROMOTION, SHARED, TOLD, fields as promotion};
use super::promotion::standing::id_of as promotion_id;
use super::tally;
use crate::log::hash::derived_id;
use crate::model::id::Id;
use crate::model::record_write::RecordWrite;
use crate::model::text::{Text, t};
use crate::model::value::Value;
use crate::model::{date, order};
use crate::partners;
use crate::work::practice::Practice;
use chrono::{NaiveTime, TimeDelta};

/// So many days before an event its partners were told.
const TOLD_DAYS_BEFORE: i64 = 9;

/// A made-up event: name, days from today, the hour, minutes it takes, what was answered, what was written, how many came
/// and how that is known, the partner in its capacity, minutes of staff, the questions of the survey that are answered
/// with yes, what was tallied, and which partners were told or shared it, with where that was seen.
struct Sample {
    name: Text,
    days: i64,
    hour: u32,
    minutes: i64,
    answers: &'static [(&'static str, &'static str)],
    texts: &'static [(&'static str, Text)],
    came: Option<(i64, &'static str)>,
    partner: (&'static str, &'static str),
    staff: i64,
    counts: &'static [Question],
    tallied: &'static [(&'static str, i64)],
    promoted: &'static [(&'static str, &'static str, Text)],
}

static SAMPLES: &[Sample] = &[
    Sample {
        name: t("Storytime at the soup kitchen", "Hora de cuentos en el comedor comunitario"),
        days: -9,
        hour: 10,
        minutes: 45,
        answers: &[("type", "storytime"), ("audience", "ages_0_5"), ("format", "off_site"), ("status", "held")],
        texts: &[
            ("location", t("Maple Street Soup Kitchen, side room", "Maple Street Soup Kitchen, sala lateral")),
            (
                "description",
                t("Two picture books and a song, then cards.", "Dos libros ilustrados, una canción y tarjetas."),
            ),
            ("objective", t("Ten new cards among families.", "Diez tarjetas nuevas entre las familias.")),
            ("marketing", t("A sheet by the door, and the radio.", "Una hoja junto a la puerta y la radio.")),
        ],
        came: Some((17, "counted")),
        partner: ("Maple Street Soup Kitchen", "host"),
        staff: 110,
        counts: &Question::ALL,
        tallied: &[("ages_0_5", 11), ("ages_19", 6), ("in_spanish", 4), ("cards", 5), ("questions", 2)],
        promoted: &[
            ("Maple Street Soup Kitchen", SHARED, t("A sheet by the door", "Una hoja junto a la puerta")),
            ("Radio Quinebaug", SHARED, t("On air, Friday at 8", "Al aire, el viernes a las 8")),
        ],
    },
    Sample {
        name: t("Library cards for third grade", "Tarjetas de biblioteca para tercer grado"),
        days: -23,
        hour: 13,
        minutes: 60,
        answers: &[("type", "school_visit"), ("audience", "ages_6_11"), ("format", "off_site"), ("status", "held")],
        texts: &[
            ("location", t("Escuela Primaria Río Verde, room 12", "Escuela Primaria Río Verde, salón 12")),
            ("objective", t("A card for everyone in the class.", "Una tarjeta para cada estudiante de la clase.")),
        ],
        came: Some((42, "counted")),
        partner: ("Escuela Primaria Río Verde", "host"),
        staff: 150,
        counts: &Question::ALL,
        tallied: &[("ages_6_11", 40), ("ages_19", 2), ("cards", 31)],
        promoted: &[],
    },
    Sample {
        name: t("Table at the clinic’s open house", "Mesa en las puertas abiertas de la clínica"),
        days: -37,
        hour: 11,
        minutes: 180,
        answers: &[("type", "booth"), ("audience", "all_ages"), ("format", "off_site"), ("status", "held")],
        texts: &[("location", t("Riverside Clinic, lobby", "Riverside Clinic, vestíbulo"))],
        came: Some((65, "estimate")),
        partner: ("Riverside Clinic", "host"),
        staff: 240,
        counts: &[Question::Gives],
        tallied: &[],
        promoted: &[("Radio Quinebaug", SHARED, t("On air, Tuesday at 8", "Al aire, el martes a las 8"))],
    },
    Sample {
        name: t("Table at the fall fair", "Mesa en la feria de otoño"),
        days: 8,
        hour: 9,
        minutes: 240,
        answers: &[("type", "booth"), ("audience", "all_ages"), ("format", "off_site"), ("status", "confirmed")],
        texts: &[
            ("location", t("Town green, by the bandstand", "Parque central, junto al quiosco")),
            ("objective", t("Talk with people who have no card.", "Hablar con quienes no tienen tarjeta.")),
        ],
        came: None,
        partner: ("Hilltop Hardware", "sponsor"),
        staff: 0,
        counts: &[],
        tallied: &[],
        promoted: &[("Teen Drop-In", TOLD, Text::NONE)],
    },
    Sample {
        name: t("How to make radio, for teens", "Cómo se hace radio, para jóvenes"),
        days: 20,
        hour: 16,
        minutes: 90,
        answers: &[("type", "class"), ("audience", "ages_12_18"), ("format", "hybrid"), ("status", "planned")],
        texts: &[("location", t("Teen room", "Sala de jóvenes"))],
        came: None,
        partner: ("Radio Quinebaug", "co_presenter"),
        staff: 0,
        counts: &[Question::Gives],
        tallied: &[],
        promoted: &[],
    },
];

/// The record of a made-up event.
fn id_of(sample: &Sample) -> Id {
    derived_id(&format!("practice event {}", sample.name.en))
}

/// The events, with whom they are held and who of the library took part.
pub fn notes(practice: &Practice<'_>) -> Vec<RecordWrite> {
    let known = partners::made_up();
    let now = practice.work.now().moment();
    let mut rows = Vec::new();
    for (at, sample) in SAMPLES.iter().enumerate() {
        let id = id_of(sample);
        let hour = NaiveTime::from_hms_opt(sample.hour, 0, 0).unwrap_or_default();
        let day = now + TimeDelta::days(sample.days);
        let when = day.with_time(hour).single().unwrap_or(day);
        let mut values = vec![
            event::NAME.is(sample.name.get(practice.lang)),
            event::WHEN.is(date::stored(when)),
            event::ENDS.is(date::stored(when + TimeDelta::minutes(sample.minutes))),
        ];
        values.extend(sample.counts.iter().map(|question| question.field().is(true)));
        values.extend(practice.staff_at(at).map(|who| event::LEAD.is(who)));
        values.extend(sample.answers.iter().map(|(key, answer)| (*key, Value::text(*answer))));
        values.extend(sample.texts.iter().map(|(key, text)| (*key, Value::text(text.get(practice.lang)))));
        if let Some((came, known_by)) = sample.came {
            values.extend([event::PARTICIPANTS.is_whole(came), event::KNOWN_BY.is(known_by)]);
        }
        rows.push((EVENT.id, id, order::values(values)));
        for (what, by) in sample.tallied {
            rows.push(tally::mark(practice.work.new_id(), id, what, *by, practice.ago(-sample.days)));
        }
        let (name, capacity) = sample.partner;
        if let Some((_, partner)) = known.iter().find(|(known, _)| *known == name) {
            let values = [with::EVENT.is(id), with::PARTNER.is(*partner), with::CAPACITY.is(capacity)];
            rows.push((EVENT_PARTNER.id, practice.work.new_id(), order::values(values)));
        }
        if let Some(who) = practice.staff_at(at).filter(|_| sample.staff > 0) {
            let values = [staffed::EVENT.is(id), staffed::STAFF.is(who), staffed::MINUTES.is_whole(sample.staff)];
            rows.push((EVENT_STAFF.id, practice.work.new_id(), order::values(values)));
        }
        for (name, state, seen) in sample.promoted {
            let Some((_, partner)) = known.iter().find(|(known, _)| known == name) else { continue };
            let told = (day - TimeDelta::days(TOLD_DAYS_BEFORE)).date_naive().min(now.date_naive());
            let mut values = vec![
                promotion::EVENT.is(id),
                promotion::PARTNER.is(*partner),
                promotion::STATE.is(*state),
                promotion::TOLD_ON.is(told.to_string()),
                promotion::TOLD_HOW.is("email"),
            ];
            values.extend(practice.staff_at(at).map(|who| promotion::TOLD_BY.is(who)));
            if *state == SHARED {
                values.push(promotion::SHARED_ON.is((told + TimeDelta::days(1)).to_string()));
                values.push(promotion::SEEN.is(seen.get(practice.lang)));
            }
            rows.push((PROMOTION.id, promotion_id(id, *partner), order::values(values)));
        }
    }
    rows
}
