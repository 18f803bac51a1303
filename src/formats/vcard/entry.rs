//! What a card says, sorted by what it is for.

use super::read::{Card, Property};
use super::{Row, words};
use crate::formats::content_line::{parts, text};
use crate::model::fold::fold;
use crate::model::order;
use crate::model::text::{Lang, Text};
use std::collections::BTreeMap;

/// What the whole file says that has no place in a record.
#[derive(Default)]
pub(super) struct Left(BTreeMap<String, usize>);

impl Left {
    fn count(&mut self, name: &str) {
        *self.0.entry(name.to_owned()).or_default() += 1;
    }

    /// All of it in words; none where nothing was left out.
    pub(super) fn said(self, lang: Lang) -> Option<String> {
        let one = |(name, count): (String, usize)| {
            let text = match &*name {
                "PHOTO" => words::PHOTOS,
                "BDAY" => words::BIRTHDAYS,
                _ => words::OTHERS,
            };
            text.with("name", name).with("count", count).say(lang)
        };
        let said: Vec<String> = self.0.into_iter().map(one).collect();
        (!said.is_empty()).then(|| said.join(", "))
    }
}

/// A number or an address with what sort it is of.
#[derive(Debug, Default)]
struct Reach {
    said: String,
    sort: String,
    /// The one that is meant to be used comes first; a fax machine last.
    rank: (bool, bool),
}

impl Reach {
    fn of(card: &Card, property: &Property, said: String, lang: Lang) -> Reach {
        let is = |what: &str| property.types.iter().any(|ty| ty == what);
        let rank = (is("fax") || is("pager"), !is("pref"));
        Reach { said, sort: sort(card, property, lang), rank }
    }

    fn in_words(self) -> String {
        match self.sort.is_empty() {
            true => self.said,
            false => format!("{} ({})", self.said, self.sort),
        }
    }
}

/// What a card says.
#[derive(Debug, Default)]
pub(super) struct Entry {
    pub(super) line: u64,
    pub(super) organization: String,
    pub(super) person: String,
    phones: Vec<Reach>,
    emails: Vec<Reach>,
    addresses: Vec<[String; 5]>,
    /// What has a name and no column.
    named: Vec<(Text, String)>,
    notes: Vec<String>,
}

/// What only programs need.
const TECHNICAL: &[&str] = &[
    "PRODID",
    "REV",
    "UID",
    "SORT-STRING",
    "CLASS",
    "MAILER",
    "PROFILE",
    "SOURCE",
    "NAME",
    "CLIENTPIDMAP",
    "XML",
    "KIND",
    "MEMBER",
    "LANG",
    "TZ",
    "END",
    "BEGIN",
    "X-ABLABEL",
    "X-ABADR",
    "X-ABUID",
    "X-ABSHOWAS",
    "X-IMAGETYPE",
    "X-IMAGEHASH",
    "X-SHARED-PHOTO-DISPLAY-PREF",
];

impl Entry {
    /// What a card says; none where it says nothing that can be kept.
    pub(super) fn of(card: &Card, lang: Lang, left: &mut Left) -> Option<Entry> {
        let mut entry = Entry { line: card.line, ..Entry::default() };
        let (mut formatted, mut as_parts, mut is_company, mut label) =
            (String::new(), String::new(), false, String::new());
        for property in &card.properties {
            // A picture is long, and only told of.
            if matches!(&*property.name, "PHOTO" | "LOGO" | "SOUND" | "KEY") {
                if !property.value.trim().is_empty() {
                    left.count(if matches!(&*property.name, "PHOTO" | "LOGO") { "PHOTO" } else { &property.name });
                }
                continue;
            }
            let said = text(&property.value);
            if said.is_empty() || said.chars().all(|letter| letter == ';') {
                continue;
            }
            let shown_as = property.name == "X-ABSHOWAS" && said.eq_ignore_ascii_case("company");
            is_company |= shown_as || (property.name == "KIND" && said.eq_ignore_ascii_case("org"));
            match &*property.name {
                "FN" => formatted = one_line(&said),
                "N" => as_parts = full_name(&parts(&property.value)),
                "ORG" => {
                    let mut units = parts(&property.value).into_iter().map(|unit| one_line(&unit));
                    entry.organization = units.next().unwrap_or_default();
                    let units = units.filter(|unit| !unit.is_empty());
                    entry.named.extend(units.map(|unit| (words::DEPARTMENT, unit)));
                }
                "TEL" => entry.phones.push(Reach::of(card, property, number(&said), lang)),
                "EMAIL" => {
                    let said = said.strip_prefix("mailto:").unwrap_or(&said).to_owned();
                    entry.emails.push(Reach::of(card, property, said, lang));
                }
                "ADR" => entry.address(&parts(&property.value)),
                "LABEL" => label = said.replace('\n', ", "),
                "NOTE" => entry.notes.push(said),
                "TITLE" | "ROLE" => entry.named.push((words::POSITION, one_line(&said))),
                "NICKNAME" => entry.named.push((words::NICKNAME, one_line(&said))),
                "CATEGORIES" => entry.named.push((words::GROUPS, one_line(&said))),
                "URL" | "IMPP" | "X-SOCIALPROFILE" => entry.named.push((words::WEB, one_line(&said))),
                name if TECHNICAL.contains(&name) => {}
                name => left.count(name),
            }
        }
        if entry.addresses.is_empty() && !label.is_empty() {
            entry.addresses.push([label, String::new(), String::new(), String::new(), String::new()]);
        }
        order::sort_by_key(&mut entry.phones, |reach| reach.rank);
        order::sort_by_key(&mut entry.emails, |reach| reach.rank);
        let person = if formatted.is_empty() { as_parts } else { formatted };
        let is_its_own = fold(&person) == fold(&entry.organization);
        match is_company && entry.organization.is_empty() {
            true => entry.organization = person,
            false if is_company || is_its_own => {}
            false => entry.person = person,
        }
        let says = !entry.name().is_empty() || !entry.addresses.is_empty();
        (says || !entry.notes.is_empty() || !entry.named.is_empty()).then_some(entry)
    }

    fn address(&mut self, parts: &[String]) {
        let part = |at: usize| parts.get(at).map(|part| part.replace('\n', ", ")).unwrap_or_default();
        let (post_box, street) = (part(0), part(2));
        let boxed = match post_box.bytes().all(|byte| byte.is_ascii_digit()) {
            true if !post_box.is_empty() => format!("PO Box {post_box}"),
            _ => post_box,
        };
        let street = [street, boxed].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        let address = [street, part(1), part(3), part(4), part(5)];
        if address.iter().any(|part| !part.is_empty()) {
            self.addresses.push(address);
        }
        const HERE: [&str; 7] =
            ["us", "usa", "u.s.a.", "united states", "united states of america", "estados unidos", "ee. uu."];
        let country = part(6);
        if !country.is_empty() && !HERE.contains(&&*fold(&country)) {
            self.named.push((words::COUNTRY, country));
        }
    }

    /// What its row is called.
    pub(super) fn name(&self) -> &str {
        let reached = self.emails.first().or(self.phones.first()).map_or("", |reach| &reach.said);
        [&*self.organization, &*self.person, reached].into_iter().find(|name| !name.is_empty()).unwrap_or_default()
    }

    /// Whether it tells of somebody, and not of the organization alone.
    pub(super) fn is_person(&self) -> bool {
        !self.person.is_empty()
    }

    /// Fills a row with it: the first number, address and place have columns, all else goes to the notes.
    pub(super) fn fill(self, row: &mut Row, lang: Lang) {
        let is_person = self.is_person() || self.organization.is_empty();
        let Entry { person, phones, emails, addresses, named, notes, .. } = self;
        let mut others = Vec::new();
        let mut note = |label: Text, reach: Reach| {
            let label = match reach.sort.is_empty() {
                true => label.get(lang).to_owned(),
                false => words::SORT.with("label", label).with("sort", reach.sort).say(lang),
            };
            others.push(words::NAMED.with("label", label).with("what", reach.said).say(lang));
        };
        if is_person {
            row.person = person;
            for (label, all, cell) in [(words::PHONE, phones, &mut row.phone), (words::EMAIL, emails, &mut row.email)] {
                let mut all = all.into_iter();
                *cell = all.next().map(|reach| reach.said).unwrap_or_default();
                all.for_each(|reach| note(label, reach));
            }
        } else {
            row.general.extend(phones.into_iter().chain(emails).map(Reach::in_words));
        }
        for address in addresses {
            match row.address.iter().all(String::is_empty) {
                true => row.address = address,
                false if row.address == address => {}
                false => note(words::ADDRESS, Reach { said: joined(&address), ..Reach::default() }),
            }
        }
        for (label, said) in named {
            note(label, Reach { said, ..Reach::default() });
        }
        row.notes.extend(notes);
        row.notes.extend(others);
    }

    /// All of it in a line of the notes.
    pub(super) fn in_a_line(self, lang: Lang) -> String {
        let reached = self.phones.into_iter().chain(self.emails).map(Reach::in_words);
        let named = self.named.into_iter().map(|(label, said)| match label == words::POSITION {
            true => said,
            false => words::NAMED.with("label", label).with("what", said).say(lang),
        });
        let places = self.addresses.iter().map(joined);
        let all = [self.person].into_iter().chain(named).chain(reached).chain(places).chain(self.notes);
        all.collect::<Vec<_>>().join(", ")
    }
}

/// A name that is written in parts: family, given, others, before, after.
fn full_name(parts: &[String]) -> String {
    let in_order = [3, 1, 2, 0, 4].into_iter().filter_map(|at| parts.get(at)).filter(|part| !part.is_empty());
    one_line(&in_order.map(String::as_str).collect::<Vec<_>>().join(" "))
}

/// A number as people write it, where a program wrote it as a link.
fn number(said: &str) -> String {
    let said = said.strip_prefix("tel:").unwrap_or(said);
    one_line(&said.replace(";ext=", " x"))
}

/// What sort of number or address it is, in words: what the person has called it, or else what the program knows.
fn sort(card: &Card, property: &Property, lang: Lang) -> String {
    let own = card
        .properties
        .iter()
        .find(|other| other.name == "X-ABLABEL" && !property.group.is_empty() && other.group == property.group);
    let own = own.map(|label| text(&label.value)).unwrap_or_default();
    let own = own.trim_start_matches("_$!<").trim_end_matches(">!$_").to_owned();
    let named = |ty: &str| match ty {
        "cell" | "mobile" | "iphone" => Some(words::CELL),
        "home" => Some(words::HOME),
        "work" => Some(words::WORK),
        "fax" | "homefax" | "workfax" => Some(words::FAX),
        "pager" => Some(words::PAGER),
        _ => None,
    };
    if !own.is_empty() {
        return named(&own.to_lowercase()).map_or(own, |text| text.get(lang).to_owned());
    }
    let sorts: Vec<&str> = property.types.iter().filter_map(|ty| named(ty)).map(|text| text.get(lang)).collect();
    sorts.join(", ")
}

fn joined(address: &[String; 5]) -> String {
    address.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// A text without breaks and spaces that nobody sees.
fn one_line(said: &str) -> String {
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}
