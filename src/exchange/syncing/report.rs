//! What came of syncing with a place, as the screen tells it, also after the app was closed.

use super::settings::report_key;
use super::when::Event;
use crate::exchange::sync::{Other, SyncError, Synced};
use crate::exchange::transfer::{ImportError, year_of};
use crate::model::stamp::Stream;
use crate::model::text::Message;
use crate::ports::{Commit, PlaceError};
use crate::work::error::WorkError;
use crate::work::stored::{parse, to_bytes};
use crate::work::workspace::{News, Workspace};
use serde::{Deserialize, Serialize};

/// The sentences of this module.
pub mod words {
    crate::words! {
        OTHER_ORG = "This place holds the notes of a team that was set up separately. If they are your colleagues, you can share notes with them from now on.", "En este lugar están las notas de un equipo que se preparó aparte. Si son sus colegas, desde ahora pueden compartir notas.";
        EMPTIED = "This place was emptied, or it is another one than before. Nothing was changed here. If it is the right place, this tablet can fill it again.", "Este lugar se vació o ya no es el mismo. Aquí no se cambió nada. Si es el lugar correcto, esta tableta puede llenarlo de nuevo.";
        YEARS_AHEAD = "Some notes there are dated {year}, years ahead of this tablet. Check the date of this tablet, and of the one they come from.", "Allí hay notas con fecha de {year}, años por delante de esta tableta. Revise la fecha de esta tableta y la de donde vienen.";
        STOPPED = "Syncing was stopped. The next sync picks up from there.", "Se detuvo la sincronización. Seguirá donde quedó.";
        NOT_IMPORTED = "What is there could not be added here. {reason}", "Lo que hay allí no se pudo agregar aquí. {reason}";
    }
}

/// How many names of files that are none of ours are remembered.
const FEW: usize = 5;

/// Why syncing did not come to its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "what", rename_all = "kebab-case")]
pub enum Trouble {
    /// The place could not do as asked.
    Place(PlaceError),
    /// It belongs to another organization, and nobody agreed to mix the two.
    OtherOrg,
    /// It held notes of this tablet, and holds none of anybody now.
    Emptied,
    /// Notes there are dated in this year, years ahead.
    YearsAhead(i32),
    /// Somebody stopped it.
    Stopped,
    /// What came could not be stored here, in the words of the language it was met in.
    NotImported(String),
}

impl Trouble {
    /// What to tell the person.
    pub fn message(&self) -> Message {
        match self {
            Trouble::Place(error) => error.message(),
            Trouble::OtherOrg => words::OTHER_ORG.message(),
            Trouble::Emptied => words::EMPTIED.message(),
            Trouble::YearsAhead(year) => words::YEARS_AHEAD.with("year", *year),
            Trouble::Stopped => words::STOPPED.message(),
            Trouble::NotImported(reason) => words::NOT_IMPORTED.with("reason", reason.as_str()),
        }
    }

    /// Whether waiting does not help: a person has to decide or mend something first.
    pub fn needs_somebody(&self) -> bool {
        match self {
            Trouble::OtherOrg | Trouble::Emptied | Trouble::YearsAhead(_) => true,
            Trouble::Place(error) => is_lasting(error),
            Trouble::Stopped | Trouble::NotImported(_) => false,
        }
    }

    /// How many seconds the place asked to be left alone; 0 if it did not.
    pub fn busy_s(&self) -> u32 {
        if let Trouble::Place(PlaceError::Busy(seconds)) = self { *seconds } else { 0 }
    }
}

/// Whether a place will not do as asked however often it is asked.
fn is_lasting(error: &PlaceError) -> bool {
    match error {
        PlaceError::Blocked(_)
        | PlaceError::Insecure(_)
        | PlaceError::NotAllowed
        | PlaceError::ReadOnly
        | PlaceError::NotAPlace(_)
        | PlaceError::NoDatabase(_) => true,
        // Where it once worked, a page of a server in front, such as “502”, is what a browser hides.
        PlaceError::Hidden { .. }
        | PlaceError::Unreachable(_)
        | PlaceError::Full
        | PlaceError::TooLarge(_)
        | PlaceError::Busy(_)
        | PlaceError::LoginPage(_)
        | PlaceError::Failed(_) => false,
    }
}

impl From<&SyncError> for Trouble {
    fn from(error: &SyncError) -> Trouble {
        match error {
            SyncError::Place(error) => Trouble::Place(error.clone()),
            SyncError::OtherOrg => Trouble::OtherOrg,
            SyncError::Emptied => Trouble::Emptied,
            SyncError::Import(ImportError::YearsAhead(ms)) => Trouble::YearsAhead(year_of(*ms)),
            SyncError::Import(ImportError::Work(WorkError::Cancelled(_))) => Trouble::Stopped,
            SyncError::Import(error) => Trouble::NotImported(error.message().to_string()),
        }
    }
}

/// What is known of another tablet that syncs with the place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Colleague {
    /// The tablet, and which of its lives.
    pub tablet: Stream,
    /// What it called itself there.
    #[serde(default)]
    pub name: Option<String>,
    /// When it last synced there, milliseconds since 1970 by its clock.
    pub at: i64,
    /// When its newest note was written, milliseconds since 1970 by its clock.
    #[serde(default)]
    pub newest: Option<i64>,
    /// How many notes it knew of that are not here.
    #[serde(default)]
    pub missing: u64,
}

impl From<&Other> for Colleague {
    fn from(other: &Other) -> Colleague {
        let Other { tablet, name, at, newest, missing } = other.clone();
        Colleague { tablet, name, at, newest, missing }
    }
}

/// What came of syncing with a place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Report {
    /// When it last came to its end, and all that went was read back: milliseconds since 1970.
    pub synced_at: Option<i64>,
    /// How many notes came then.
    pub came: u64,
    /// How many notes went then.
    pub went: u64,
    /// How many bytes of sound came then.
    pub sound_came: u64,
    /// How many bytes of sound went then.
    pub sound_went: u64,
    /// When it failed after that, and why; also where it came to its end and some notes wait for somebody's word.
    pub failed: Option<(i64, Trouble)>,
    /// The other tablets, as they stood there.
    pub colleagues: Vec<Colleague>,
    /// How many files there were not whole yet.
    pub awaited: usize,
    /// How many files of a newer version of the app were left alone.
    pub newer: usize,
    /// Some of the files that are none of ours, and were left alone.
    pub foreign: Vec<String>,
}

impl Report {
    /// What it says once syncing came to this, at this time.
    pub fn after(self, result: &Result<Synced, SyncError>, now_ms: i64) -> Report {
        match result {
            Ok(synced) => Report {
                synced_at: Some(now_ms),
                came: synced.came,
                went: synced.went,
                sound_came: synced.sound_came,
                sound_went: synced.sound_went,
                failed: synced.years_ahead.map(|ms| (now_ms, Trouble::YearsAhead(year_of(ms)))),
                colleagues: synced.others.iter().map(Colleague::from).collect(),
                awaited: synced.awaited.len(),
                newer: synced.newer.len(),
                foreign: synced.foreign.iter().take(FEW).cloned().collect(),
            },
            Err(error) => Report { failed: Some((now_ms, error.into())), ..self },
        }
    }

    /// What this means for when the place is synced with next.
    pub fn event(&self) -> Event {
        match &self.failed {
            // What waits for somebody's word keeps nothing else from coming and going.
            None | Some((_, Trouble::Stopped | Trouble::YearsAhead(_))) => Event::Synced,
            Some((_, trouble)) if trouble.needs_somebody() => Event::Stuck,
            Some((_, trouble)) => Event::Failed { busy_s: trouble.busy_s() },
        }
    }
}

impl Workspace {
    /// What came of syncing with a place; nothing where it was never tried.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub async fn place_report(&self, id: &str) -> Result<Report, WorkError> {
        let key = report_key(id);
        let found = self.store.meta(&key).await?.into_iter().find(|(name, _)| *name == key);
        Ok(found.and_then(|(_, bytes)| parse(&bytes)).unwrap_or_default())
    }

    /// Keeps what came of syncing with a place.
    ///
    /// # Errors
    /// If the store fails.
    pub async fn keep_place_report(&self, id: &str, report: &Report) -> Result<(), WorkError> {
        let _turn = self.turn().await;
        let meta = vec![(report_key(id), Some(to_bytes(report)?))];
        self.commit_anew(|_| Ok(Commit { meta: meta.clone(), ..Commit::default() })).await?;
        self.tell(News::State);
        Ok(())
    }
}
