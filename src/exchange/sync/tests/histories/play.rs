//! Histories, played.

use super::event::Event;
use super::newer::{LATER, LATER_KIND};
use super::player::Player;
use super::stock::{self, HUBS, ITEMS};
use super::*;
use crate::model::same_as;
use crate::ports::{Commit, Store};
use proptest::test_runner::TestCaseError;

/// A place, its tablets, and what was said in all.
pub(super) struct World {
    pub(super) place: MemoryPlace,
    pub(super) players: Vec<Player>,
    /// What was written of each record.
    pub(super) words: BTreeMap<Id, Vec<String>>,
    kept_place: Option<BTreeMap<String, Vec<u8>>>,
    /// What was exported.
    exported: Vec<Vec<u8>>,
    weather: Weather,
}

impl World {
    /// Tablets that have not met yet, the second of which runs a newer version; with the hubs, if things go between them.
    pub(super) fn new(seed: u64, weather: Weather, with_stock: bool) -> World {
        let player = |at: usize| {
            let seed = seed.wrapping_mul(31).wrapping_add(1_000_000 * at as u64);
            Player::new(Rc::default(), seed, with_stock && at == 1)
        };
        let players: Vec<Player> = (0..TABLETS).map(player).collect();
        if with_stock {
            stock::begin(&players[0]);
        }
        let words = BTreeMap::new();
        World { place: MemoryPlace::new(seed), players, words, kept_place: None, exported: Vec::new(), weather }
    }

    /// Something happens on one of the tablets, or to the place.
    pub(super) fn happen(&mut self, step: usize, who: usize, event: &Event) {
        let count = self.players.len();
        let player = &mut self.players[who % count];
        let place = &self.place;
        match event {
            Event::Add | Event::Rename(_) | Event::Later(_) | Event::Sound(_) => self.write(step, who % count, event),
            Event::Delete(at) => {
                player.some(*at).into_iter().for_each(|id| _ = player.run(Command::Delete("partner", id)));
            }
            Event::Erase(at) => {
                player.some(*at).into_iter().for_each(|id| _ = player.run(Command::Erase("partner", id)));
            }
            Event::Join(..) | Event::Apart(_) | Event::JoinItems(..) | Event::ApartItem(_) => join(player, event),
            Event::Brought(hub, item, by) => {
                let done = stock::brought(player, HUBS[*hub], ITEMS[*item], *by);
                player.noted.records.extend(done.map(|id| ("movement", id)));
            }
            Event::Carried(hub, item, amount) => {
                let done = stock::carried(player, HUBS[*hub], HUBS[1 - hub], ITEMS[*item], *amount);
                player.noted.records.extend(done.map(|id| ("movement", id)));
            }
            Event::Counted(hub, item, amount) => {
                let done = stock::counted(player, HUBS[*hub], ITEMS[*item], *amount);
                player.noted.records.extend(done.map(|id| ("movement", id)));
            }
            Event::Reopen => player.open(player.newer),
            Event::Update(newer) => player.open(*newer),
            Event::Backup => {
                (player.backup, player.at_backup) = (Some(player.tablet.store.contents()), player.noted.clone());
            }
            Event::Restore => {
                if let Some(backup) = player.backup.clone() {
                    let seed = player.tablet.ids.0.get() + 77;
                    let (noted, newer) = (player.at_backup.clone(), player.newer);
                    let restored = Player::new(Rc::new(MemoryStore::with(backup.clone())), seed, newer);
                    *player = Player { backup: Some(backup), noted: noted.clone(), at_backup: noted, ..restored };
                }
            }
            Event::Copy => {
                let store = Rc::new(MemoryStore::with(player.tablet.store.contents()));
                let copy = Player::new(store, player.tablet.ids.0.get() + 991, player.newer);
                let noted = player.noted.clone();
                if count < MOST {
                    self.players.push(Player { noted, ..copy });
                }
            }
            Event::Clock(ms) => player.tablet.clock.0.set(NOON + ms),
            Event::Sync => {
                place.weather.set(self.weather);
                drop(sync(&player.tablet, place));
            }
            Event::Cancel(after) => {
                place.weather.set(Weather::Fair);
                drop(now(player.tablet.work.sync(place, "shared", JOIN, &cancelled_after(*after))));
            }
            Event::Kill(calls) => {
                place.weather.set(self.weather);
                place.hangs_after.set(Some(*calls));
                // What it waits for is gone with the tab.
                drop(player.tablet.work.sync(place, "shared", JOIN, &Job::quiet()).now_or_never());
                place.hangs_after.set(None);
                player.open(player.newer);
            }
            Event::Cut(at) | Event::Lose(at) => {
                let mut files = place.files.borrow_mut();
                let names: Vec<_> = files.keys().filter(|name| !name.starts_with("blobs/")).cloned().collect();
                if let Some(name) = names.get(at % names.len().max(1)) {
                    let half = files.remove(name).filter(|_| matches!(event, Event::Cut(_)));
                    let half = half.map(|bytes| (name.clone(), bytes[..bytes.len() / 2].to_vec()));
                    files.extend(half);
                }
            }
            Event::Hand(to) => {
                let file = player.tablet.export();
                take_in(&self.players[to % count], &file);
            }
            Event::Export => self.exported.push(player.tablet.export()),
            Event::Import(at) => {
                let exported = self.exported.get(at % self.exported.len().max(1));
                exported.into_iter().for_each(|file| take_in(player, file));
            }
            Event::PlaceBackup => self.kept_place = Some(place.files.borrow().clone()),
            Event::PlaceRestore => {
                if let Some(kept) = &self.kept_place {
                    *place.files.borrow_mut() = kept.clone();
                }
            }
        }
    }

    /// Somebody writes something, or speaks.
    fn write(&mut self, step: usize, who: usize, event: &Event) {
        let player = &mut self.players[who];
        let words = &mut self.words;
        let mut said = |id: Id, word: String| words.entry(id).or_default().push(word);
        match event {
            Event::Add => {
                let word = format!("Partner {step}.");
                let id = player.tablet.partner(&word);
                player.noted.records.insert(("partner", id));
                player.noted.words.insert((id, word.clone()));
                said(id, word);
            }
            Event::Rename(at) => {
                if let Some(id) = player.some(*at) {
                    let word = format!("Renamed {step}.");
                    let draft = player.tablet.draft("partner", id, &[("name", &word)]);
                    if player.run(Command::Finish(draft)) {
                        player.noted.words.insert((id, word.clone()));
                    }
                    said(id, word);
                }
            }
            Event::Later(at) => {
                let alive = |id: &Id| player.tablet.work.state().book.alive("partner", *id).is_some();
                if let Some(partner) = player.some(*at).filter(|id| player.newer && alive(id)) {
                    let (id, word, of_it) =
                        (player.tablet.work.new_id(), format!("Later {step}."), format!("Of it {step}."));
                    let with_it =
                        [("name".to_owned(), Value::text(&*of_it)), ("partner".to_owned(), Value::link(partner))];
                    let field = (PARTNER.id, partner, [(LATER.to_owned(), Value::text(&*word))].into());
                    if player.write(vec![field, (LATER_KIND.id, id, with_it.into())]) {
                        player.noted.records.insert((LATER_KIND.id, id));
                        player.noted.words.extend([(partner, word.clone()), (id, of_it.clone())]);
                    }
                    said(partner, word);
                    said(id, of_it);
                }
            }
            Event::Sound(at) => {
                // Of whom is erased nobody records anything.
                let erased = |id: &Id| player.tablet.work.state().book.is_erased("partner", *id);
                if let Some(id) = player.some(*at).filter(|id| !erased(id)) {
                    let word = format!("Spoken {step}.");
                    let blobs = vec![(format!("{id}/{step:06}"), Some(word.clone().into_bytes()))];
                    said(id, word);
                    now(player.tablet.store.commit(Commit { blobs, ..Commit::default() })).unwrap();
                }
            }
            _ => {}
        }
    }
}

/// Two things are said to be one, or one is taken apart again.
fn join(player: &Player, event: &Event) {
    let rows = {
        let state = player.tablet.work.state();
        let book = &state.book;
        let two = |kind: &'static str, one: Option<Id>, other: Option<Id>| {
            let (one, other) = one.zip(other)?;
            same_as::join(book, kind, one, other).map(|row| vec![row])
        };
        match event {
            Event::Join(one, other) => two("partner", player.some(*one), player.some(*other)),
            Event::JoinItems(one, other) => two("item", Some(ITEMS[*one]), Some(ITEMS[*other])),
            Event::Apart(at) => player.some(*at).map(|id| same_as::take_apart(book, "partner", id)),
            Event::ApartItem(at) => Some(same_as::take_apart(book, "item", ITEMS[*at])),
            _ => None,
        }
    };
    player.write(rows.unwrap_or_default());
}

/// Takes in a file. Nothing in it is left for a second time.
fn take_in(player: &Player, file: &[u8]) {
    player.tablet.import(file).unwrap();
    let again = now(player.tablet.work.read_export(&Bytes(file.to_vec()), false, &Job::quiet())).unwrap();
    let left = again.preview.counts;
    assert!(left.is_empty(), "{left:?} were left for a second time");
}

/// Work that somebody cancels after so many steps.
fn cancelled_after(steps: u32) -> Job {
    let (left, stop) = (Cell::new(steps), Rc::new(std::cell::OnceCell::<Job>::new()));
    let job = Job::told({
        let stop = stop.clone();
        move |_| match left.get().checked_sub(1) {
            Some(less) => left.set(less),
            None => stop.get().into_iter().for_each(Job::cancel),
        }
    });
    drop(stop.set(job.clone()));
    job
}

/// Plays a history to its end, and sees whether all of it came out as it should.
pub(super) fn play(
    seed: u64,
    weather: Weather,
    events: &[(usize, Event)],
    with_stock: bool,
) -> Result<(), TestCaseError> {
    let mut world = World::new(seed, weather, with_stock);
    for (step, (who, event)) in events.iter().enumerate() {
        world.happen(step, *who, event);
    }
    world.heal()?;
    // Whoever comes new has all of it from the place alone. What it cannot read it says, and others put there again.
    world.players.push(Player::new(Rc::default(), u64::MAX - seed, with_stock));
    let damaged = world.heal()?;
    world.check(&damaged).map_err(|failed| TestCaseError::fail(format!("{failed}\n{}", world.told())))
}
