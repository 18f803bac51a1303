//! Addresses imported as doors: each once, whatever its spelling, and nothing that the list says is lost.
//!
//! A door's identity follows from its address, so two tablets that import one list independently make the same doors,
//! and a newer list finds those of the older one. A list never changes what people wish.

mod addresses;
mod entry;
mod parts;
mod planner;
mod said_beside;
mod towns;
mod wary;

pub use self::addresses::addresses_of;
pub use self::entry::{AddressEntry, entries_of_sheet, entries_of_text};
pub use self::parts::{AddressPart, guess_parts};
use self::planner::Planner;
use crate::canvass::kinds::door::DOOR;
use crate::model::id::Id;
use crate::model::text::Message;
use crate::model::value::Value;
use crate::model::version_vector::VersionVector;
use crate::work::command::{Command, Done};
use crate::work::error::WorkError;
use crate::work::job::{Cancelled, Job};
use crate::work::last_import::{Imported, LastImport};
use crate::work::workspace::Workspace;
use std::collections::BTreeMap;

/// The sentences of this module.
pub mod words {
    crate::words! {
        ERASED = "“{address}” was permanently erased and is not added again", "“{address}” se borró para siempre y no se agrega otra vez";
        SET_ASIDE = "Not read as part of the address: “{words}”. It is kept with the door and left out of files for others", "No se leyó como parte de la dirección: “{words}”. Se guarda con la puerta y no sale en los archivos para otras personas";
        TOWN_IN_DOUBT = "Not read as part of the address: “{words}”. It is kept with the door and left out of files for others. If it is the town, write the state after it, or enter it under “Town”", "No se leyó como parte de la dirección: “{words}”. Se guarda con la puerta y no sale en los archivos para otras personas. Si es la ciudad, escriba el estado después o póngala en “Ciudad”";
        EXCEPT = "“{words}” could not be read, so some of these numbers may be wrong. Enter only the right numbers", "No se pudo leer “{words}”, así que algunos números pueden estar mal. Escriba solo los números correctos";
        NO_STREET = "Is “{words}” a street? Then write the number first, or “St”, “Ave” and the like after it", "¿Es “{words}” una calle? Entonces escriba primero el número, o “Calle” delante del nombre";
        LONG_STREET = "Is all of “{words}” the street? Then write “St”, “Ave” and the like after it; otherwise put a comma after the street", "¿Es “{words}” el nombre completo de la calle? Entonces escriba “Calle” delante; si no, ponga una coma después de la calle";
        WARY = "This may be {address}, where nobody wants to be contacted. It is not added", "Puede ser {address}, donde no quieren que los contacten. No se agrega";
        REPEATED = "“{address}” is also on line {line}. It counts as one door", "“{address}” ya está en la línea {line}. Cuenta como una sola puerta";
    }
}

/// How many lines are worked at before the screen may breathe.
const STEP: usize = 500;

/// How many lines do what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DoorCounts {
    /// Doors that are new here.
    pub new: usize,
    /// Doors that learn something.
    pub changed: usize,
    /// Doors that are here already.
    pub same: usize,
    /// Lines that name a door which an earlier line named.
    pub repeated: usize,
    /// Lines without a door.
    pub left_out: usize,
    /// Doors that may be ones where nobody wants to be contacted, whether they are added or not.
    pub wary: usize,
}

/// A door as it will be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoorLine {
    /// The line that names it, from 1.
    pub line: u64,
    /// Its address.
    pub address: String,
    /// What stood there, where that is more than another way to write it; of a range, at its first door alone.
    pub original: String,
}

/// Of how many doors a plan says how they will be stored.
pub const PREVIEWED: usize = 200;

/// Something to know about a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoorProblem {
    /// The line, from 1.
    pub line: u64,
    /// What stood there.
    pub original: String,
    /// What is wrong, and what to do.
    pub message: Message,
}

/// What an import of addresses would do.
#[derive(Clone, Debug)]
pub struct DoorPlan {
    /// How many lines do what.
    pub counts: DoorCounts,
    /// Streets with their number of new doors, in the order they come.
    pub streets: Vec<(String, usize)>,
    /// The first of the new doors.
    pub doors: Vec<DoorLine>,
    /// Lines that were left out, and why.
    pub problems: Vec<DoorProblem>,
    /// The name of the list.
    pub list: String,
    writes: Vec<(&'static str, Id, BTreeMap<String, Value>)>,
    seen: VersionVector,
}

impl DoorPlan {
    /// The first door it would write, in the order of the list.
    pub fn first_door(&self) -> Option<Id> {
        self.writes.iter().find(|(kind, ..)| *kind == DOOR.id).map(|(_, door, _)| *door)
    }
}

/// What the person says of all addresses at once.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// The name of the list.
    pub list: String,
    /// The town, for lines that do not name one.
    pub town: String,
    /// Whether doors that may be ones where nobody wants to be contacted are others, and come in.
    pub others: bool,
}

impl Workspace {
    /// Works out what an import of addresses would do. Nothing is changed.
    ///
    /// # Errors
    /// If the person cancels.
    pub async fn plan_doors(&self, entries: Vec<AddressEntry>, said: &Said, job: &Job) -> Result<DoorPlan, Cancelled> {
        let book = self.state().book.clone();
        let mut planner = Planner::new(&book, said, &entries);
        let of = entries.len();
        for (at, entry) in entries.into_iter().enumerate() {
            planner.take(entry);
            if at % STEP == STEP - 1 {
                job.step(of + at, of * 2).await?;
            }
        }
        Ok(planner.finish(said))
    }

    /// Imports what was planned, as one step that can be undone.
    ///
    /// # Errors
    /// Why nothing was imported; among the reasons, that the notes have changed since it was planned.
    pub async fn take_in_doors(&self, plan: &DoorPlan, job: &Job) -> Result<Done, WorkError> {
        let count = plan.counts.new + plan.counts.changed;
        let taken = LastImport::now(Imported::Doors, count, &plan.list, self.now());
        let command = Command::Import { rows: plan.writes.clone(), taken, seen: plan.seen.clone() };
        self.run_watched(command, job).await
    }
}
