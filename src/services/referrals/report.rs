//! What referrals add up to, ready to be told to others: what nothing was open for stands first.
//!
//! Each table has a sum that a reader knows, and what may be told of it is decided by [`suppression`]. How often a need was
//! asked for in all is not told, only how often nothing was open and how often something was offered: of three numbers that
//! belong together, two tell the third.

use super::noting::choice;
use super::words;
use crate::formats::csv_write::Quotes;
use crate::formats::office::{NotWritten, sheet};
use crate::model::book::Book;
use crate::model::date;
use crate::model::field::Choice;
use crate::model::languages::LANGUAGES;
use crate::model::order;
use crate::model::record::Record;
use crate::model::suppression::{self, Cell, PublicCount, is_few};
use crate::model::text::{Lang, Message, Text};
use crate::services::kinds::referral::{CHANNELS, HELPED, OFFERED_SERVICES, REFERRAL, fields as referral};
use crate::services::needs::NEEDS;
use chrono::{Datelike, Months, NaiveDate};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// For how many months is counted, the present one among them.
const MONTHS: u32 = 12;

/// One answer and how often it was given.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The answer in both languages.
    pub name: Message,
    /// How often.
    pub count: usize,
    /// The same as it may be told to others.
    pub told: PublicCount,
}

/// One table: answers with their counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What is counted.
    pub name: Text,
    /// What its rows are.
    pub head: Text,
    /// Whether its rows stand in an order of their own, as months do, and not by how many they are.
    pub in_order: bool,
    /// The answers.
    pub rows: Vec<Row>,
}

impl Table {
    /// Whether anything of it may be told to others.
    pub fn is_told(&self) -> bool {
        self.rows.iter().any(|row| row.told.is_told())
    }

    fn withhold(&mut self) {
        self.rows.iter_mut().for_each(|row| row.told = PublicCount::Withheld);
    }
}

/// What referrals add up to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// How many there are.
    pub all: usize,
    /// For how many nothing was open or known.
    pub nothing: usize,
    /// Whether each of these two may be told to others.
    pub told: [bool; 2],
    /// The tables, those with nothing in them left out.
    pub tables: Vec<Table>,
}

/// Counts the referrals of the twelve months that end with the one of `today`.
pub fn report(book: &Book, today: NaiveDate) -> Report {
    let since = today.checked_sub_months(Months::new(MONTHS - 1)).and_then(|day| day.with_day(1)).unwrap_or(today);
    let day = |record: &Record| referral::WHEN.of(record).and_then(date::day_of);
    let is_counted = |record: &&Record| day(record).is_some_and(|day| since <= day && day <= today);
    let all: Vec<&Record> = book.living(REFERRAL.id).map(|record| &**record).filter(is_counted).collect();
    let offered = |record: &Record| referral::OFFERED.of(record).map(|offered| offered == OFFERED_SERVICES);
    let of = |wanted: Option<bool>| {
        let of: Vec<&Record> = all.iter().copied().filter(|record| offered(record) == wanted).collect();
        of
    };
    let (nothing, something) = (of(Some(false)), of(Some(true)));
    let outcomes = [nothing.len(), something.len(), of(None).len()];
    let cells = ["nothing", "something", "not said"].into_iter().zip(outcomes);
    let outcomes_told = suppression::told(&cells.map(|(name, count)| Cell::new(name, count)).collect::<Vec<_>>());
    let sum_told = !all.is_empty() && !is_few(all.len());
    let is_told = |at: usize| sum_told && outcomes_told.get(at).copied().unwrap_or(false);
    let needs = |name: Text, of: &[&Record]| {
        by(name, REFERRAL.label(referral::NEED.key()), of, NEEDS, |record| referral::NEED.of(record))
    };
    let mut by_need = [needs(words::NOTHING_BY_NEED, &nothing), needs(words::OFFERED_BY_NEED, &something)];
    // Where their sum is not told, it must not follow from them.
    by_need.iter_mut().enumerate().filter(|(at, _)| !is_told(*at)).for_each(|(_, table)| table.withhold());
    let channel = REFERRAL.label(referral::CHANNEL.key());
    let language = REFERRAL.label(referral::LANGUAGE.key());
    let helped = REFERRAL.label(referral::HELPED.key());
    let asked: Vec<&Record> = all.iter().copied().filter(|record| referral::HELPED.of(*record).is_some()).collect();
    let mut tables: Vec<Table> = by_need.into();
    tables.push(by(channel, channel, &all, CHANNELS, |record| referral::CHANNEL.of(record)));
    tables.push(by(words::BY_LANGUAGE, language, &all, LANGUAGES, |record| referral::LANGUAGE.of(record)));
    tables.push(by_month(all.iter().filter_map(|record| day(record)), today));
    tables.push(by(helped, helped, &asked, HELPED, |record| referral::HELPED.of(record)));
    tables.retain(|table| !table.rows.is_empty());
    if is_few(all.len()) {
        tables.iter_mut().for_each(Table::withhold);
    }
    let told = [sum_told, is_told(0)];
    Report { all: all.len(), nothing: nothing.len(), told, tables }
}

/// Counts what some records say of one thing, the most frequent first.
fn by<'r>(
    name: Text,
    head: Text,
    of: &[&'r Record],
    choices: &'static [Choice],
    says: impl Fn(&'r Record) -> Option<&'r str>,
) -> Table {
    let mut counts: BTreeMap<&'static str, (Text, usize)> = BTreeMap::new();
    for record in of {
        let said = says(record).and_then(|key| choice(choices, key));
        let (key, label) = said.map_or(("", words::NOT_SAID), |choice| (choice.key, choice.label));
        counts.entry(key).or_insert((label, 0)).1 += 1;
    }
    let mut rows: Vec<(Message, usize)> = counts.into_values().map(|(label, count)| (label.message(), count)).collect();
    order::sort_by_key(&mut rows, |(_, count)| Reverse(*count));
    table(name, head, false, rows)
}

/// Counts by month, from the first one in which there is any to the present one.
fn by_month(days: impl Iterator<Item = NaiveDate>, today: NaiveDate) -> Table {
    let month = |day: NaiveDate| (day.year(), day.month());
    let mut months: BTreeMap<(i32, u32), usize> = BTreeMap::new();
    days.for_each(|day| *months.entry(month(day)).or_default() += 1);
    // A month in which nobody asked is a month, too.
    let mut next = months.keys().next().copied();
    while let Some((year, at)) = next.filter(|at| *at <= month(today)) {
        months.entry((year, at)).or_default();
        next = Some(if at == 12 { (year + 1, 1) } else { (year, at + 1) });
    }
    let said = |(year, month): (i32, u32)| words::MONTH_OF.with("month", date::month_name(month)).with("year", year);
    let rows = months.into_iter().map(|(month, count)| (said(month), count)).collect();
    table(words::BY_MONTH, words::MONTH, true, rows)
}

/// A table, with what may be told of it.
fn table(name: Text, head: Text, in_order: bool, rows: Vec<(Message, usize)>) -> Table {
    let names: Vec<String> = rows.iter().map(|(name, _)| name.say(Lang::En)).collect();
    let cells: Vec<Cell> = names.iter().zip(&rows).map(|(name, (_, count))| Cell::new(name, *count)).collect();
    let told = suppression::told(&cells);
    let rows = rows.into_iter().zip(told).map(|((name, count), told)| Row {
        name,
        count,
        told: PublicCount::Exactly(count).and(told),
    });
    Table { name, head, in_order, rows: rows.collect() }
}

impl Report {
    /// For how many of how many nothing was open, in a sentence.
    pub fn sentence(&self) -> Message {
        words::NOTHING_OF.with("count", self.nothing).with("all", self.all)
    }

    /// The same as it may be told to others; nothing where not even the sum may be.
    pub fn sentence_for_others(&self) -> Option<Message> {
        match self.told {
            [true, true] => Some(self.sentence()),
            [true, false] => Some(words::ALL_OF.with("all", self.all)),
            [false, _] => None,
        }
    }

    /// All of it as CSV for others. Every cell is quoted. What is not told comes last in the order of the alphabet, so that
    /// its place says nothing; a table of which nothing may be told names no answers.
    ///
    /// # Errors
    /// If the tables cannot be written.
    pub fn csv(&self, lang: Lang) -> Result<String, NotWritten> {
        let row = |topic: &Text, answer: String, count: PublicCount| {
            vec![topic.get(lang).to_owned(), answer, count.message().say(lang)]
        };
        let said = |count: usize, told: bool| PublicCount::Exactly(count).and(told);
        let mut rows = vec![[words::TOPIC, words::ANSWER, words::COUNT].map(|text| text.get(lang).to_owned()).to_vec()];
        rows.push(row(&words::NOTHING_OPEN, String::new(), said(self.nothing, self.told[1])));
        rows.push(row(&words::ALL_REFERRALS, String::new(), said(self.all, self.told[0])));
        for table in &self.tables {
            if !table.is_told() {
                rows.push(row(&table.name, String::new(), PublicCount::Withheld));
                continue;
            }
            let mut counted: Vec<&Row> = table.rows.iter().collect();
            if !table.in_order {
                order::sort_by_key(&mut counted, |row| match row.told {
                    PublicCount::Exactly(count) => (false, Reverse(count), String::new()),
                    PublicCount::Withheld => (true, Reverse(0), row.name.say(Lang::En)),
                });
            }
            rows.extend(counted.into_iter().map(|counted| row(&table.name, counted.name.say(lang), counted.told)));
        }
        rows.push(vec![suppression::rule().say(lang), String::new(), String::new()]);
        sheet(Quotes::Always, rows)
    }
}
