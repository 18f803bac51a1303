//! A calendar as a table, a row for each of its events.
//!
//! The identity of each record follows from that of the event in its calendar, so the same calendar a second time, or on
//! another tablet, changes what has changed and doubles nothing. Events that come again are a row for each of their days,
//! for a year ahead and a year back.

use super::clocks::Zones;
use super::read::{Calendar, Ends, Found};
use super::wall::Wall;
use super::{Status, uid};
use crate::formats::columns;
use crate::formats::csv_import::heading::Heading;
use crate::formats::csv_import::table::{MAX_ROWS, Table, Unreadable};
use crate::formats::csv_import::{RowProblem, Weight};
use crate::model::date::{Zone, moment, say_day};
use crate::model::order::sort_by;
use crate::model::text::{Lang, Message, Text, excerpt, t};
use chrono::{Days, NaiveDate, TimeDelta};
use std::collections::{BTreeSet, HashMap};

/// The sentences of this module.
pub mod words {
    crate::words! {
        NO_START = "This event was skipped: it does not say when it begins", "Este evento se omitió: no dice cuándo empieza";
        NO_TITLE = "This event has no name. It is called “{name}”", "Este evento no tiene nombre. Se llama “{name}”";
        EVENT = "Event", "Evento";
        OTHER_ZONE = "The calendar does not say what the time zone “{zone}” is. Its times are read as clocks show them here", "El calendario no dice qué es la zona horaria “{zone}”. Sus horas se leen como las muestran los relojes de aquí";
        RULE = "This event comes again in a way that Porchlight can’t follow. Only its first day is imported", "Este evento se repite de una manera que Porchlight no puede seguir. Solo se importa su primer día";
        SERIES = "This event comes again. Its days from {from} through {to} are imported: {count}", "Este evento se repite. Se importan sus días desde el {from} hasta el {to}: {count}";
        ENDS_FIRST = "This event ends before it begins. It is imported without an end", "Este evento termina antes de empezar. Se importa sin final";
        TWICE = "The calendar has this event more than once. The last one stands", "El calendario tiene este evento más de una vez. Queda el último";
        TOO_MANY = "Only the events above this line were read. Split the calendar and import the rest by itself", "Solo se leyeron los eventos anteriores a esta línea. Divida el calendario e importe el resto por separado";
        OUTSIDE = "This line belongs to no calendar. It was skipped", "Esta línea no pertenece a ningún calendario. Se omitió";
        LEFT_OUT = "Not imported from this calendar: {what}", "No se importa de este calendario: {what}";
        TASKS = "tasks ({count})", "tareas ({count})";
        JOURNALS = "journal entries ({count})", "entradas de diario ({count})";
        BUSY = "busy times ({count})", "horas ocupadas ({count})";
        PEOPLE = "people who are invited or to be asked ({count})", "personas invitadas o de contacto ({count})";
    }
}

/// How far events that come again are followed, from today on, both ways.
const DAYS: Days = Days::new(366);
/// How many days of one event that comes again are read.
const MOST: usize = 500;

/// The columns of the table, by names that are known as the fields of events.
pub const COLUMNS: [Text; 8] = [
    t("Event/Program Name", "Nombre del evento o programa"),
    t("Date and Time", "Fecha y hora"),
    t("Ends", "Termina"),
    t("Status", "Estado"),
    t("Location", "Lugar"),
    t("Description of Event", "Descripción del evento"),
    t("Notes", "Notas"),
    columns::words::ID,
];

/// A row before its times are read.
struct Row<'a> {
    found: &'a Found,
    uid: String,
    starts: Wall,
}

/// How many entries are taken between two breaks.
const STEP: usize = 500;

/// Makes the table of a calendar’s events, some at a time.
pub struct Laying<'a> {
    calendar: &'a Calendar,
    rows: Rows<'a>,
    /// Days that stand for one of a series, by the series.
    instead: HashMap<&'a str, BTreeSet<String>>,
    /// How many entries were taken.
    at: usize,
}

impl<'a> Laying<'a> {
    /// Of this calendar, its words in this language; `here` is the zone of the clocks here, `today` their day.
    pub fn new(calendar: &'a Calendar, lang: Lang, here: &'a dyn Zone, today: NaiveDate) -> Laying<'a> {
        let brought = calendar.zones.iter().map(|(name, observances)| (&**name, &**observances));
        let mut rows = Rows { zones: Zones::new(brought, here), lang, today, problems: Vec::new(), rows: Vec::new() };
        for (line, said) in &calendar.outside {
            rows.tell(*line, Weight::Cell, words::OUTSIDE.message(), said);
        }
        rows.tell_zones(calendar);
        let mut instead: HashMap<&str, BTreeSet<String>> = HashMap::new();
        for found in &calendar.entries {
            let day = found.instead_of.as_ref().and_then(|wall| rows.zones.stored(wall));
            instead.entry(&found.uid).or_default().extend(day);
        }
        Laying { calendar, rows, instead, at: 0 }
    }

    /// Takes some more entries, and says whether there are more.
    pub fn step(&mut self) -> bool {
        for found in self.calendar.entries.iter().skip(self.at).take(STEP) {
            if self.rows.rows.len() >= MAX_ROWS {
                self.rows.tell(found.line, Weight::Row, words::TOO_MANY.message(), "");
                return false;
            }
            self.rows.take(found, self.instead.get(&*found.uid));
            self.at += 1;
        }
        self.at < self.calendar.entries.len()
    }

    /// How many entries were taken, and of how many.
    pub fn progress(&self) -> (usize, usize) {
        (self.at, self.calendar.entries.len())
    }

    /// The table.
    ///
    /// # Errors
    /// If there is no event in it.
    pub fn finish(mut self) -> Result<Table, Unreadable> {
        self.rows.tell_left_out(self.calendar);
        let Rows { rows, problems, lang, .. } = self.rows;
        if rows.is_empty() {
            return Err(if self.calendar.entries.is_empty() { Unreadable::Empty } else { Unreadable::NoRows });
        }
        let headers = COLUMNS.map(|column| column.get(lang).to_owned()).to_vec();
        Ok(Table { heading: Heading::line(0), headers, rows, problems })
    }
}

/// The table of a calendar, read without a break.
///
/// # Errors
/// As [`Laying::finish`].
pub fn table(text: &str, lang: Lang, here: &dyn Zone, today: NaiveDate) -> Result<Table, Unreadable> {
    let calendar = Calendar::read(text);
    let mut laying = Laying::new(&calendar, lang, here, today);
    while laying.step() {}
    laying.finish()
}

/// The rows so far.
struct Rows<'a> {
    zones: Zones<'a>,
    lang: Lang,
    today: NaiveDate,
    problems: Vec<RowProblem>,
    rows: Vec<(u64, Vec<String>)>,
}

impl Rows<'_> {
    fn tell(&mut self, line: u64, weight: Weight, message: Message, cell: &str) {
        self.problems.push(RowProblem { line, column: None, cell: excerpt(cell), weight, message });
    }

    /// Tells once of each zone that events name and nobody explains.
    fn tell_zones(&mut self, calendar: &Calendar) {
        let mut told = BTreeSet::new();
        for found in &calendar.entries {
            let zone = found.starts.as_ref().and_then(Wall::zone);
            let unknown = zone.filter(|zone| !self.zones.knows(zone));
            if let Some(zone) = unknown.filter(|zone| told.insert(zone.to_owned())) {
                let message = words::OTHER_ZONE.with("zone", zone);
                self.tell(found.line, Weight::Note, message, &found.title);
            }
        }
    }

    fn tell_left_out(&mut self, calendar: &Calendar) {
        let people: usize = calendar.entries.iter().map(|found| found.people).sum();
        let parts = calendar.left_out.iter().map(|(part, count)| {
            let text = match &**part {
                "VTODO" => words::TASKS,
                "VJOURNAL" => words::JOURNALS,
                _ => words::BUSY,
            };
            (text, *count)
        });
        let all = parts.chain([(words::PEOPLE, people)]).filter(|(_, count)| *count > 0);
        let said: Vec<String> = all.map(|(text, count)| text.with("count", count).say(self.lang)).collect();
        if !said.is_empty() {
            self.tell(1, Weight::Note, words::LEFT_OUT.with("what", said.join(", ")), "");
        }
    }

    /// Takes in an entry, and the days on which it comes again.
    fn take(&mut self, found: &Found, instead: Option<&BTreeSet<String>>) {
        let Some(starts) = &found.starts else {
            return self.tell(found.line, Weight::Row, words::NO_START.message(), &found.title);
        };
        let uid = if found.uid.is_empty() { format!("{} {starts:?}", found.title) } else { found.uid.clone() };
        if let Some(of) = &found.instead_of {
            let uid = uid::of_day(&uid, &self.key(of));
            return self.push(Row { found, uid, starts: starts.clone() });
        }
        let days = match &found.rule {
            None => Vec::new(),
            Some(Err(_)) => {
                self.tell(found.line, Weight::Note, words::RULE.message(), &found.title);
                Vec::new()
            }
            Some(Ok(rule)) => {
                let (from, to) = (self.today - DAYS, self.today + DAYS);
                let days = rule.days(starts.day()).skip_while(|day| *day < from).take_while(|day| *day <= to);
                days.take(MOST).map(|day| starts.on(day)).collect()
            }
        };
        if found.rule.is_none() && found.also.is_empty() {
            return self.push(Row { found, uid, starts: starts.clone() });
        }
        let mut days: Vec<Wall> = if matches!(found.rule, Some(Ok(_))) { days } else { vec![starts.clone()] };
        days.extend(found.also.iter().cloned());
        let except: BTreeSet<String> = found.except.iter().map(|wall| self.key(wall)).collect();
        let is_meant = |key: &String| {
            let by_day = key.get(..10).is_some_and(|day| except.contains(day));
            !except.contains(key) && !by_day && instead.is_none_or(|instead| !instead.contains(key))
        };
        let mut keyed: Vec<(String, Wall)> = days.into_iter().map(|wall| (self.key(&wall), wall)).collect();
        keyed.retain(|(key, _)| is_meant(key));
        sort_by(&mut keyed, |(one, _), (other, _)| one.cmp(other));
        keyed.dedup_by(|(one, _), (other, _)| one == other);
        if let (Some((_, first)), Some((_, last))) = (keyed.first(), keyed.last()) {
            let message = words::SERIES.with("count", keyed.len());
            let message =
                message.with("from", say_day(first.day(), self.lang)).with("to", say_day(last.day(), self.lang));
            self.tell(found.line, Weight::Note, message, &found.title);
        }
        for (key, starts) in keyed {
            self.push(Row { found, uid: uid::of_day(&uid, &key), starts });
        }
    }

    /// How a day of a series is known: as it is stored, or the day itself.
    fn key(&self, wall: &Wall) -> String {
        match wall {
            Wall::Day(day) => day.to_string(),
            wall => self.zones.stored(wall).unwrap_or_default(),
        }
    }

    fn push(&mut self, row: Row) {
        let Row { found, uid, starts } = row;
        let Some(begins) = self.zones.stored(&starts) else {
            return self.tell(found.line, Weight::Row, words::NO_START.message(), &found.title);
        };
        let ends = self.end(found, &starts, &begins);
        let title = match found.title.is_empty() {
            false => found.title.clone(),
            true => {
                let name = words::EVENT.get(self.lang).to_owned();
                self.tell(found.line, Weight::Note, words::NO_TITLE.with("name", name.as_str()), "");
                name
            }
        };
        let status = match found.status {
            Status::Tentative => t("Planned", "Planeado"),
            Status::Confirmed => t("Confirmed", "Confirmado"),
            Status::Canceled => t("Canceled", "Cancelado"),
        };
        let cells = vec![
            title,
            begins,
            ends.unwrap_or_default(),
            status.get(self.lang).to_owned(),
            found.location.clone(),
            found.description.clone(),
            found.url.clone(),
            uid::id(&uid).to_string(),
        ];
        self.rows.push((found.line, cells));
    }

    /// When an event ends that begins then. Whole days end with the last minute of the last one.
    fn end(&mut self, found: &Found, starts: &Wall, begins: &str) -> Option<String> {
        let first = found.starts.as_ref()?;
        let whole = |last: NaiveDate| Wall::Here(last.and_hms_opt(23, 59, 0).unwrap_or_default());
        let ends = match found.ends.as_ref()? {
            Ends::After(length) => return self.after(begins, *length),
            Ends::At(Wall::Day(day)) => {
                let days = (*day - first.day()).num_days().max(1) - 1;
                if days == 0 {
                    return None;
                }
                whole(starts.day().checked_add_days(Days::new(days.unsigned_abs()))?)
            }
            // As far from the beginning as it is on the first day.
            Ends::At(wall) => {
                let days = (wall.day() - first.day()).num_days();
                wall.on(starts.day().checked_add_signed(TimeDelta::try_days(days)?)?)
            }
        };
        let ends = self.zones.stored(&ends)?;
        if moment(&ends)? < moment(begins)? {
            self.tell(found.line, Weight::Note, words::ENDS_FIRST.message(), &found.title);
            return None;
        }
        Some(ends)
    }

    fn after(&mut self, begins: &str, length: TimeDelta) -> Option<String> {
        let ends = moment(begins)?.checked_add_signed(length)?;
        (length > TimeDelta::zero()).then(|| self.zones.stored(&Wall::Utc(ends.naive_utc())))?
    }
}
