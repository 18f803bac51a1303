//! Which column of somebody else's table holds what.

pub(crate) mod former;

use crate::formats::columns::Target;
use crate::model::field::{Field, FieldType, part_label};
use crate::model::fold::fold;
use crate::model::kind::Kind;
use crate::model::text::Lang;
use std::collections::HashSet;
use std::sync::LazyLock;

/// What each column most likely holds; none where nothing fits. Nothing is guessed twice.
///
/// A name that is ours (a label in either language, then one that it had before) wins over one that is only usual
/// elsewhere.
pub fn guess_columns(kind: &Kind, headers: &[String]) -> Vec<Option<Target>> {
    let mut guessed = vec![None; headers.len()];
    let mut free = Target::offered(kind);
    let headers: Vec<String> = headers.iter().map(|header| plain(header)).collect();
    for names in [labels, formerly, keys, helps, synonyms, plain_names, last_resort] {
        for (header, guess) in headers.iter().zip(&mut guessed) {
            if header.is_empty() || guess.is_some() {
                continue;
            }
            let fits = |target: &Target| names(kind, *target).iter().any(|name| plain(name) == *header);
            if let Some(at) = free.iter().position(fits) {
                *guess = Some(free.remove(at));
            }
        }
    }
    // Who is to be spoken to stands in two columns for most programs.
    let contact = free.iter().copied().find(|target| target.field().is_some_and(|field| field.key == "contact_name"));
    let is_part = |header: &String| name_part(header).is_some();
    if contact.is_some() && headers.iter().filter(|header| is_part(header)).count() > 1 {
        for (_, guess) in headers.iter().zip(&mut guessed).filter(|(header, guess)| is_part(header) && guess.is_none())
        {
            *guess = contact;
        }
    }
    guessed
}

/// Which part of a person's name a header says its column holds, in the order in which they are written.
pub fn name_part(header: &str) -> Option<usize> {
    const PARTS: [&[&str]; 3] = [
        &["first name", "firstname", "given name", "first", "contact first name", "nombre de pila"],
        &["middle name", "middle initial", "segundo nombre"],
        &["last name", "lastname", "surname", "family name", "last", "contact last name", "apellido", "apellidos"],
    ];
    let header = plain(header);
    PARTS.iter().position(|names| names.iter().any(|name| plain(name) == header))
}

/// Whether many lists have a column of this name.
pub fn is_usual(header: &str) -> bool {
    static USUAL: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let known =
            [NAMES, TITLE, PHONE, EMAIL, PLACE].into_iter().chain(PARTS.iter().chain(FIELDS).map(|(_, names)| *names));
        let formerly = former::LABELS.iter().map(|(_, _, names)| *names);
        known.chain(formerly).flatten().map(|name| plain(name)).collect()
    });
    let header = plain(header);
    !header.is_empty() && (USUAL.contains(&header) || name_part(&header).is_some())
}

/// A header without case, accents, punctuation: “E-Mail*” and “e mail” are one.
fn plain(header: &str) -> String {
    let folded = fold(header).replace('\'', "");
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

fn labels(_: &Kind, target: Target) -> Vec<String> {
    Lang::ALL.map(|lang| target.label(lang)).to_vec()
}

fn formerly(kind: &Kind, target: Target) -> Vec<String> {
    let Target::Field(field) = target else { return Vec::new() };
    let known = former::LABELS.iter().filter(|(of, key, _)| *of == kind.id && *key == field.key);
    known.flat_map(|(_, _, names)| *names).map(|name| (*name).to_owned()).collect()
}

fn keys(_: &Kind, target: Target) -> Vec<String> {
    match target {
        // “Name” is read further down, with what stands beside it.
        Target::Field(field) if NAMES.contains(&field.key) => Vec::new(),
        Target::Field(field) => vec![field.key.to_owned()],
        Target::Part(field, part) => vec![format!("{} {part}", field.key)],
        Target::Id => Vec::new(),
    }
}

fn helps(_: &Kind, target: Target) -> Vec<String> {
    match target {
        Target::Field(field) => Lang::ALL.map(|lang| field.help.get(lang).to_owned()).to_vec(),
        Target::Part(..) | Target::Id => Vec::new(),
    }
}

fn synonyms(kind: &Kind, target: Target) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut also = |known: &[&str]| names.extend(known.iter().map(|name| (*name).to_owned()));
    match target {
        Target::Id => {}
        Target::Part(_, part) => {
            also(PARTS.iter().find(|(key, _)| *key == part).map_or(&[], |(_, names)| names));
            names.extend(Lang::ALL.map(|lang| part_label(part).get(lang).to_owned()));
        }
        Target::Field(field) => {
            also(FIELDS.iter().find(|(key, _)| *key == field.key).map_or(&[], |(_, names)| names));
            if first_of_its_type(kind, field) {
                also(match field.ty {
                    FieldType::Phone => PHONE,
                    FieldType::Email => EMAIL,
                    FieldType::Place => PLACE,
                    _ => &[],
                });
            }
            if is_title(kind, field) {
                also(TITLE);
                for lang in Lang::ALL {
                    names.extend([kind.name.get(lang).to_owned(), format!("{} name", kind.name.get(lang))]);
                }
            }
        }
    }
    names
}

/// “Name” is that of the organization where no column is called so, and of whom to speak to where one is.
fn plain_names(kind: &Kind, target: Target) -> Vec<String> {
    let named = |field: &&'static Field| is_title(kind, field) || ["name", "contact_name"].contains(&field.key);
    let names = target.field().filter(named).map(|_| NAMES).unwrap_or_default();
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn is_title(kind: &Kind, field: &Field) -> bool {
    field.required && kind.title().is_some_and(|title| title.key == field.key)
}

/// What is only meant where nothing better is there: “Title” is the “Ms.” of a person for most programs.
fn last_resort(kind: &Kind, target: Target) -> Vec<String> {
    let titled = target.field().filter(|field| is_title(kind, field));
    titled.map(|_| vec!["title".to_owned()]).unwrap_or_default()
}

/// Whether a cell holds nothing but how a person is addressed.
pub fn is_honorific(cell: &str) -> bool {
    const HONORIFICS: [&str; 15] =
        ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev", "sr", "sra", "srta", "don", "dona", "hon", "fr"];
    HONORIFICS.contains(&&*plain(cell))
}

fn first_of_its_type(kind: &Kind, field: &Field) -> bool {
    kind.fields().find(|other| other.ty == field.ty).is_some_and(|first| first.key == field.key)
}

const NAMES: &[&str] = &["name", "full name", "nombre", "nombre completo"];

const TITLE: &[&str] = &[
    "organization",
    "organisation",
    "organization name",
    "organisation name",
    "org",
    "org name",
    "organization 1 name",
    "agency",
    "agency name",
    "company",
    "company name",
    "business",
    "business name",
    "group",
    "group name",
    "partner organization",
    "account",
    "account name",
    "organización",
    "nombre de la organización",
    "empresa",
    "agencia",
    "grupo",
];

const PHONE: &[&str] = &[
    "phone",
    "phone number",
    "phone no",
    "phone #",
    "telephone",
    "telephone number",
    "tel",
    "tel no",
    "cell",
    "cell phone",
    "mobile",
    "work phone",
    "business phone",
    "main phone",
    "phone 1",
    "phone 1 value",
    "primary phone",
    "contact tel",
    "contact telephone",
    "teléfono",
    "número de teléfono",
    "celular",
    "móvil",
];

const EMAIL: &[&str] = &[
    "email",
    "e-mail",
    "mail",
    "email address",
    "e-mail address",
    "email 1",
    "e mail 1 value",
    "email 1 value",
    "work email",
    "contact e-mail",
    "contact e-mail address",
    "contact email address",
    "correo",
    "correo electrónico",
    "correo-e",
];

const PLACE: &[&str] = &["coordinates", "lat lon", "lat long", "lat lng", "latlong", "geo", "location", "coordenadas"];

/// Usual names of the parts of addresses and places.
const PARTS: &[(&str, &[&str])] = &[
    (
        "street",
        &[
            "street",
            "street address",
            "address",
            "address 1",
            "address line 1",
            "address1",
            "addr",
            "addr 1",
            "mailing address",
            "street 1",
            "address 1 street",
            "business street",
            "work street",
            "work address",
            "street address line 1 work",
            "location address",
            "dirección",
            "calle",
            "domicilio",
        ],
    ),
    (
        "unit",
        &[
            "unit",
            "apt",
            "apartment",
            "suite",
            "ste",
            "room",
            "address 2",
            "address line 2",
            "address2",
            "street 2",
            "addr 2",
            "business street 2",
            "work street 2",
            "street address line 2 work",
            "address 1 extended address",
            "apartamento",
            "unidad",
        ],
    ),
    (
        "town",
        &[
            "city",
            "address 1 city",
            "business city",
            "work city",
            "city work",
            "town city",
            "city town",
            "municipality",
            "locality",
            "place name",
            "municipio",
            "pueblo",
        ],
    ),
    (
        "state",
        &[
            "st",
            "address 1 region",
            "business state",
            "work state",
            "state province work",
            "state province",
            "province",
            "region",
            "provincia",
        ],
    ),
    (
        "zip",
        &[
            "zip",
            "zipcode",
            "address 1 postal code",
            "business postal code",
            "work zip",
            "work postal code",
            "zip postal code work",
            "zip postal code",
            "postal code",
            "postcode",
            "postal",
            "zip 4",
            "código zip",
            "c p",
            "cp",
        ],
    ),
    ("lat", &["lat", "y coord"]),
    ("lon", &["lon", "lng", "long", "x coord"]),
];

/// Usual names of certain fields, by key.
const FIELDS: &[(&str, &[&str])] = &[
    (
        "contact_name",
        &[
            "contact",
            "contact name",
            "contact person",
            "contacts name",
            "main contact person",
            "primary contact",
            "primary contact name",
            "point of contact",
            "poc",
            "contacto",
            "persona de contacto",
            "nombre del contacto",
        ],
    ),
    ("main_contact", &["main contact information", "contact information", "contact info", "general contact"]),
    ("type", &["type", "category", "organization category", "partner type", "sector", "tipo", "categoría"]),
    ("status", &["status", "partnership status", "estado"]),
    (
        "preferred_method",
        &[
            "preferred method of contact",
            "preferred method",
            "preferred contact",
            "preferred contact method",
            "contact preference",
            "best way to contact",
            "forma de contacto preferida",
        ],
    ),
    (
        "staff",
        &[
            "staff",
            "staff contact",
            "library staff",
            "library contact",
            "librarian",
            "staff member",
            "assigned to",
            "personal",
            "bibliotecario",
            "bibliotecaria",
        ],
    ),
    ("last_contact", &["last contact", "last contacted", "date of last contact", "last contact on", "último contacto"]),
    ("interest", &["interests", "goals", "partners interest", "target audience", "interest goals", "intereses"]),
    ("previous_events", &["previous events", "previous partnerships", "past events", "eventos anteriores"]),
    ("notes", &["note", "comments", "comment", "remarks", "nota", "comentarios", "observaciones"]),
    ("when", &["date", "date and time", "contact date", "day", "fecha"]),
    ("how", &["method", "contact method", "channel", "método"]),
    ("said", &["notes", "note", "comments", "summary", "notas"]),
    ("next_step", &["follow up", "followup", "next steps", "to do", "seguimiento"]),
    ("next_date", &["due", "due date", "follow up date", "fecha límite"]),
];

#[cfg(test)]
mod tests;
