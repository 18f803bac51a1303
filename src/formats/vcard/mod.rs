//! The cards of an address book (vCard 2.1, 3.0 and 4.0) as a table, which then goes the way of every spreadsheet: its
//! columns can be matched otherwise, and a preview shows what will be stored.
//!
//! A card of an organization gives its name and how to reach it; a card of a person gives whom to ask for, there or, where
//! it names no organization, under their own name. Several people of one organization are one row: the first is the
//! contact, the others stand in the notes. Whatever has no column of its own goes to the notes with its name, and what
//! cannot go there is told.

mod entry;
pub mod read;

pub use self::read::is_vcard;

use self::entry::{Entry, Left};
use self::read::{Cards, cards};
use crate::formats::csv_import::heading::Heading;
use crate::formats::csv_import::table::{MAX_ROWS, Table, Unreadable};
use crate::formats::csv_import::{RowProblem, Weight};
use crate::model::fold::fold;
use crate::model::text::{Lang, Message, Text, excerpt, t};
use std::collections::HashMap;

/// The sentences of this module.
pub mod words {
    crate::words! {
        LEFT_OUT = "Not imported from these contacts: {what}", "No se importa de estos contactos: {what}";
        PHOTOS = "photos ({count})", "fotos ({count})";
        BIRTHDAYS = "birthdays ({count})", "fechas de nacimiento ({count})";
        OTHERS = "{name} ({count})", "{name} ({count})";
        NO_NAME = "This contact has no name. It is named after its phone number or email", "Este contacto no tiene nombre. Se le da el de su teléfono o correo electrónico";
        PERSON_ONLY = "This contact names no organization. It is imported under the person’s name", "Este contacto no indica una organización. Se importa con el nombre de la persona";
        ONE_ROW = "Several contacts at {name}. The first is the contact, the others are in the notes", "Varios contactos de {name}. El primero es el contacto; los demás están en las notas";
        BLANK_CARD = "An empty contact was skipped", "Se omitió un contacto vacío";
        OUTSIDE = "This line belongs to no contact. It was skipped", "Esta línea no pertenece a ningún contacto. Se omitió";
        TOO_MANY = "Only the contacts above this line were read. Split the file and import the rest by itself", "Solo se leyeron los contactos anteriores a esta línea. Divida el archivo e importe el resto por separado";
        ALSO = "Also: {what}", "También: {what}";
        PHONE = "Phone", "Teléfono";
        EMAIL = "Email", "Correo electrónico";
        ADDRESS = "Address", "Dirección";
        COUNTRY = "Country", "País";
        POSITION = "Position", "Cargo";
        DEPARTMENT = "Department", "Departamento";
        NICKNAME = "Nickname", "Apodo";
        GROUPS = "Groups", "Grupos";
        WEB = "Website", "Sitio web";
        NAMED = "{label}: {what}", "{label}: {what}";
        SORT = "{label} ({sort})", "{label} ({sort})";
        CELL = "cell", "celular";
        HOME = "home", "casa";
        WORK = "work", "trabajo";
        FAX = "fax", "fax";
        PAGER = "pager", "localizador";
    }
}

/// The columns of the table, by names that a person reads and that are known as the fields of partners.
pub const COLUMNS: [Text; 11] = [
    t("Organization", "Organización"),
    t("Contact information", "Información de contacto"),
    t("Contact name", "Nombre del contacto"),
    t("Phone", "Teléfono"),
    t("Email", "Correo electrónico"),
    t("Street", "Calle"),
    t("Unit", "Unidad"),
    t("City", "Ciudad"),
    t("State", "Estado"),
    t("ZIP", "Código postal"),
    t("Notes", "Notas"),
];

/// The table of a file's cards, its words in this language.
///
/// # Errors
/// If no card says anything.
pub fn table(text: &str, lang: Lang) -> Result<Table, Unreadable> {
    let Cards { cards, outside } = cards(text);
    let mut rows = Rows { lang, rows: Vec::new(), by_name: HashMap::new(), problems: Vec::new() };
    let mut left = Left::default();
    for (line, said) in &outside {
        rows.tell(*line, Weight::Cell, words::OUTSIDE.message(), said);
    }
    for card in &cards {
        if rows.rows.len() == MAX_ROWS {
            rows.tell(card.line, Weight::Row, words::TOO_MANY.message(), "");
            break;
        }
        match Entry::of(card, lang, &mut left) {
            Some(entry) => rows.take(entry),
            None => rows.tell(card.line, Weight::Note, words::BLANK_CARD.message(), ""),
        }
    }
    if let Some(left) = left.said(lang) {
        rows.tell(1, Weight::Note, words::LEFT_OUT.with("what", left), "");
    }
    let Rows { rows, problems, .. } = rows;
    if rows.is_empty() {
        return Err(if cards.is_empty() { Unreadable::Empty } else { Unreadable::NoRows });
    }
    let headers = COLUMNS.map(|column| column.get(lang).to_owned()).to_vec();
    let rows = rows.into_iter().map(|row| (row.line, row.cells())).collect();
    Ok(Table { heading: Heading::line(0), headers, rows, problems })
}

/// The rows so far.
struct Rows {
    lang: Lang,
    rows: Vec<Row>,
    /// The row of each organization, by its name without case and accents.
    by_name: HashMap<String, usize>,
    problems: Vec<RowProblem>,
}

/// A row of the table.
#[derive(Default)]
struct Row {
    line: u64,
    name: String,
    general: Vec<String>,
    person: String,
    phone: String,
    email: String,
    address: [String; 5],
    notes: Vec<String>,
    /// Whether it was told that several people stand in it.
    several: bool,
}

impl Row {
    fn cells(self) -> Vec<String> {
        let Row { name, general, person, phone, email, address, notes, .. } = self;
        let mut cells = vec![name, general.join(", "), person, phone, email];
        cells.extend(address);
        cells.push(notes.join("\n"));
        cells
    }

    fn has_contact(&self) -> bool {
        [&self.person, &self.phone, &self.email].into_iter().any(|said| !said.is_empty())
    }
}

impl Rows {
    fn tell(&mut self, line: u64, weight: Weight, message: Message, cell: &str) {
        self.problems.push(RowProblem { line, column: None, cell: excerpt(cell), weight, message });
    }

    fn take(&mut self, entry: Entry) {
        let line = entry.line;
        let named = !entry.organization.is_empty();
        let known = named.then(|| self.by_name.get(&fold(&entry.organization)).copied()).flatten();
        let at = known.unwrap_or_else(|| {
            if named {
                self.by_name.insert(fold(&entry.organization), self.rows.len());
            }
            self.rows.push(Row { line, name: entry.name().to_owned(), ..Row::default() });
            self.rows.len() - 1
        });
        match (named, entry.person.is_empty()) {
            (false, true) => self.tell(line, Weight::Note, words::NO_NAME.message(), entry.name()),
            (false, false) => self.tell(line, Weight::Note, words::PERSON_ONLY.message(), entry.name()),
            _ => {}
        }
        let lang = self.lang;
        let Some(row) = self.rows.get_mut(at) else { return };
        let also = entry.is_person() && row.has_contact();
        let tells = also && !row.several;
        row.several |= also;
        let name = row.name.clone();
        match also {
            true => row.notes.push(words::ALSO.with("what", entry.in_a_line(lang)).say(lang)),
            false => entry.fill(row, lang),
        }
        if tells {
            self.tell(line, Weight::Note, words::ONE_ROW.with("name", name), "");
        }
    }
}

#[cfg(test)]
mod tests;
