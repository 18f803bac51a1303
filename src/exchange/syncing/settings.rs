//! The places that this tablet syncs with, as they were set up on it. They are no notes: they stay on the tablet, with the
//! passwords, and go with everything else that is erased from it.

use crate::exchange::places::Address;
use crate::ports::Commit;
use crate::work::error::WorkError;
use crate::work::stored::{parse, to_bytes};
use crate::work::workspace::{News, Workspace};
use serde::{Deserialize, Serialize};

/// Where the settings are kept.
const META_KEY: &str = "places";
/// How the names begin of what is remembered of one place. `exchange/sync` keeps under `place/` what went there and came.
const REPORT: &str = "place-report/";
const KNOWN: &str = "place/";

/// How a place is reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Reach {
    /// The host that serves the app offers it beside the app, at `./sync/`: it goes where the app goes.
    Beside {
        /// Who signs in; empty for nobody.
        user: String,
        /// With what password.
        password: String,
    },
    /// A folder of this device, which the browser remembers under the identity of the place.
    Folder,
    /// An address on the web.
    Web(Address),
}

/// A place that this tablet syncs with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setting {
    /// Its identity, 32 hexadecimal digits; what is remembered of the place goes by it.
    pub id: String,
    /// What it is called here.
    pub name: String,
    /// How it is reached.
    pub reach: Reach,
    /// Whether somebody agreed, after a warning, that the notes of another organization become those of this one.
    #[serde(default)]
    pub other_org: bool,
    /// Whether recordings travel there and back as well.
    #[serde(default)]
    pub sound: bool,
}

impl Workspace {
    /// Whether this tablet syncs with any place.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub async fn syncs_somewhere(&self) -> Result<bool, WorkError> {
        Ok(self.store.meta(META_KEY).await?.iter().any(|(name, _)| name == META_KEY))
    }

    /// The places that this tablet syncs with.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub async fn places(&self) -> Result<Vec<Setting>, WorkError> {
        let found = self.store.meta(META_KEY).await?.into_iter().find(|(name, _)| name == META_KEY);
        Ok(found.and_then(|(_, bytes)| parse(&bytes)).unwrap_or_default())
    }

    /// Keeps a place, in place of one of this identity if there is one.
    ///
    /// # Errors
    /// If another tab writes, or the store fails.
    pub async fn keep_place(&self, setting: Setting) -> Result<(), WorkError> {
        let mut all = self.places().await?;
        match all.iter_mut().find(|known| known.id == setting.id) {
            Some(known) => *known = setting,
            None => all.push(setting),
        }
        self.write_places(&all, Vec::new()).await
    }

    /// Syncs with a place no more, and forgets it. What stands there stays.
    ///
    /// # Errors
    /// If another tab writes, or the store fails.
    pub async fn forget_place(&self, id: &str) -> Result<(), WorkError> {
        let mut all = self.places().await?;
        all.retain(|known| known.id != id);
        self.write_places(&all, vec![(format!("{REPORT}{id}"), None), (format!("{KNOWN}{id}"), None)]).await
    }

    async fn write_places(&self, all: &[Setting], gone: Vec<(String, Option<Vec<u8>>)>) -> Result<(), WorkError> {
        let _turn = self.turn().await;
        self.commit_anew(|state| {
            if state.role == crate::ports::Role::Follower {
                return Err(WorkError::Following);
            }
            let mut meta = gone.clone();
            meta.push((META_KEY.to_owned(), if all.is_empty() { None } else { Some(to_bytes(&all)?) }));
            Ok(Commit { meta, durable: true, ..Commit::default() })
        })
        .await?;
        self.tell(News::State);
        Ok(())
    }
}

/// Where the report on a place is kept.
pub(super) fn report_key(id: &str) -> String {
    format!("{REPORT}{id}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::work::testing::{Tablet, now};

    fn setting(id: &str, name: &str) -> Setting {
        let reach = Reach::Beside { user: "kiosk".into(), password: "Käse#1".into() };
        Setting { id: id.into(), name: name.into(), reach, other_org: false, sound: false }
    }

    #[test]
    fn places_are_kept_changed_and_forgotten() {
        let tablet = Tablet::new(1);
        now(tablet.work.keep_place(setting("a", "Library"))).unwrap();
        now(tablet.work.keep_place(setting("b", "Town hall"))).unwrap();
        now(tablet.work.keep_place(setting("a", "Main library"))).unwrap();
        let again = tablet.reopened();
        let names =
            |tablet: &Tablet| now(tablet.work.places()).unwrap().into_iter().map(|one| one.name).collect::<Vec<_>>();
        assert_eq!(names(&again), ["Main library", "Town hall"]);
        now(again.work.forget_place("a")).unwrap();
        assert_eq!(names(&again), ["Town hall"]);
        // Nothing of the password is left behind.
        now(again.work.forget_place("b")).unwrap();
        let meta = again.store.contents().meta;
        assert!(!meta.values().any(|bytes| String::from_utf8_lossy(bytes).contains("Käse")), "{meta:?}");
    }

    #[test]
    fn a_tab_that_follows_sets_up_nothing() {
        let tablet = Tablet::new(1);
        now(tablet.work.set_role(crate::ports::Role::Follower)).unwrap();
        assert_eq!(now(tablet.work.keep_place(setting("a", "Library"))), Err(WorkError::Following));
        assert_eq!(now(tablet.work.places()), Ok(Vec::new()));
    }
}
