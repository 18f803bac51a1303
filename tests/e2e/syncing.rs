//! Tablets meet in a place: at a desk that serves the app, and in a folder.

use crate::accessibility::see_clean;
use crate::tablet::turns::one_engine;
use crate::tablet::{Engine, Site, Tablet};
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

/// A folder of its own, for one test.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Folder {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("porchlight-{}-sync-{number}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    /// Whether any file in it holds these words.
    fn holds(&self, words: &str) -> bool {
        fn look(folder: &std::path::Path, words: &[u8]) -> bool {
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).any(|path| match path.is_dir() {
                true => look(&path, words),
                false => fs::read(&path).unwrap().windows(words.len()).any(|part| part == words),
            })
        }
        look(&self.0, words.as_bytes())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// Takes the place that the host of the app offers.
fn use_what_is_offered(tablet: &Tablet) {
    tablet.visit_part("#/sync");
    tablet.see("The site that Porchlight comes from has a place to sync");
    tablet.press("Use it");
}

fn sync_now(tablet: &Tablet) {
    tablet.visit_part("#/sync");
    tablet.press("Sync now");
}

fn see_partners(tablet: &Tablet, names: &[&str]) {
    tablet.go("Community");
    tablet.see_rows(names);
}

#[test]
fn two_tablets_meet_at_a_desk_and_go_on_without_it() {
    let notes = Folder::new();
    let mut site = Site::desk(&notes.0, None);
    let (a, b) = (Tablet::ready(&site), Tablet::ready(&site));
    a.add_partner("Comedor José");
    a.visit_part("#/sync");
    a.see("1 note only on this tablet");
    a.see("The oldest was written");
    see_clean(&a, "copies and storage, with a place on offer");
    use_what_is_offered(&a);
    a.see("1 note sent and read back");
    a.see("Every note has a copy elsewhere");
    see_clean(&a, "copies and storage, with a place");

    // The other one was set up separately: it asks before anything mixes.
    b.add_partner("Natchaug Table");
    use_what_is_offered(&b);
    b.see("a team that was set up separately");
    see_partners(&b, &["Natchaug Table"]);
    b.visit_part("#/sync");
    b.press("Share notes with them");
    b.see("1 note sent and read back, 1 received");
    see_partners(&b, &["Comedor José", "Natchaug Table"]);

    // By itself, when the app is opened.
    a.reload();
    a.visit_part("#/sync");
    a.see("1 received");
    a.see("Tablets of your team");
    see_partners(&a, &["Comedor José", "Natchaug Table"]);

    // While nothing answers, everything goes on, and nobody is told that all is well.
    site.go_away();
    a.add_partner("Soup kitchen");
    sync_now(&a);
    a.see("This place can’t be reached");
    a.see("1 note only on this tablet");
    b.add_partner("Reading room");
    site.come_back();
    a.run("window.dispatchEvent(new Event('online'))", &[]);
    a.see("1 note sent and read back");
    a.not_see("can’t be reached");
    sync_now(&b);
    b.see("Every note has a copy elsewhere");
    sync_now(&a);
    a.see("1 received");
    let all = ["Comedor José", "Natchaug Table", "Reading room", "Soup kitchen"];
    see_partners(&a, &all);
    see_partners(&b, &all);
}

#[test]
fn a_desk_with_a_password_lets_in_who_knows_it() {
    let notes = Folder::new();
    let passwords = notes.0.with_extension("passwords");
    fs::write(&passwords, "tablets:Käse & Brot #1\n").unwrap();
    let site = Site::desk(&notes.0, Some(&passwords));
    let tablet = Tablet::ready(&site);
    tablet.add_partner("Comedor José");
    use_what_is_offered(&tablet);
    tablet.fill("User name", "tablets");
    tablet.fill("Password", "Kase & Brot #1");
    tablet.press("Test and add");
    tablet.see("did not accept the user name or the password");
    see_clean(&tablet, "a place that does not let this tablet in");
    tablet.fill("Password", "Käse & Brot #1");
    tablet.press("Test and add");
    tablet.see("1 note sent and read back");
    assert!(notes.holds("Comedor José"));

    // Another tablet is set up by a file, which does not tell the password.
    tablet.press("Change");
    tablet.see("Set up another tablet");
    see_clean(&tablet, "a place that was set up");
    let file = tablet.download("Save as a file");
    assert!(!fs::read_to_string(&file).unwrap().contains("Brot"));
    let other = Tablet::ready(&site);
    other.visit_part("#/sync/place");
    other.choose_of("A web folder (WebDAV)");
    other.fill("Address", "http://localhost:9/dav");
    other.press("Test and add");
    other.see("only allowed to reach its own server");
    other.give_file("Use a file from another tablet", &file);
    other.see_value("User name", "tablets");
    other.fill("Password", "Käse & Brot #1");
    other.press("Test and add");
    other.see("1 received");
    see_partners(&other, &["Comedor José"]);

    // Nothing is kept of a place that is given up, and nothing of it is lost.
    tablet.press("Stop syncing here");
    tablet.press("Yes, forget this place");
    tablet.see("does not sync there anymore");
    tablet.see("This tablet does not sync yet");
    assert!(notes.holds("Comedor José"));
    fs::remove_file(passwords).unwrap();
}

#[test]
fn a_tablet_that_dies_while_it_syncs_goes_on_where_it_stood() {
    let notes = Folder::new();
    let site = Site::desk(&notes.0, None);
    let (mut a, b) = (Tablet::ready(&site), Tablet::ready(&site));
    for name in ["First", "Second", "Third"] {
        a.add_partner(name);
    }
    use_what_is_offered(&a);
    a.die_and_come_back();
    a.past_the_name();
    sync_or_use(&a);
    a.see("Every note has a copy elsewhere");
    use_what_is_offered(&b);
    b.see("3 received");
    see_partners(&b, &["First", "Second", "Third"]);
}

/// Syncs with the place that is set up, or sets it up, where that was not stored yet.
fn sync_or_use(tablet: &Tablet) {
    tablet.visit_part("#/sync");
    let there = "return pressable('Sync now').length ? 'sync' : pressable('Use it').length ? 'use' : null";
    match tablet.until("a place, or the offer of one", there, &[]).as_str() {
        Some("sync") => tablet.press("Sync now"),
        _ => tablet.press("Use it"),
    }
}

#[test]
fn a_tablet_that_was_wiped_has_everything_again_from_the_place_alone() {
    let notes = Folder::new();
    let site = Site::desk(&notes.0, None);
    let tablet = Tablet::ready(&site);
    tablet.add_partner("Comedor José");
    tablet.add_partner("Natchaug Table");
    use_what_is_offered(&tablet);
    tablet.see("2 notes sent and read back");
    tablet.visit_part("#/settings");
    tablet.press("Erase everything on this tablet");
    tablet.press("Erase everything");
    tablet.press("Start");
    tablet.past_the_name();
    use_what_is_offered(&tablet);
    tablet.see("2 received");
    see_partners(&tablet, &["Comedor José", "Natchaug Table"]);
    tablet.reload();
    see_partners(&tablet, &["Comedor José", "Natchaug Table"]);
}

#[test]
fn what_is_erased_on_one_tablet_is_nowhere_after_all_have_synced() {
    let notes = Folder::new();
    let site = Site::desk(&notes.0, None);
    let (a, b) = (Tablet::ready(&site), Tablet::ready(&site));
    a.add_partner("Forget This One");
    use_what_is_offered(&a);
    a.see("1 note sent and read back");
    use_what_is_offered(&b);
    b.see("1 received");
    see_partners(&b, &["Forget This One"]);
    a.go("Community");
    a.press("Forget This One");
    a.press("Delete");
    a.see("Forget This One deleted");
    a.visit_part("#/deleted");
    a.press("Erase permanently");
    a.press("Yes, erase: this cannot be undone");
    a.saved();
    a.see("not backed up");
    sync_now(&a);
    a.see("Every note has a copy elsewhere");
    assert!(!notes.holds("Forget This One"), "the place holds it no more");
    sync_now(&b);
    see_partners(&b, &[]);
    assert!(!notes.holds("Forget This One"), "nobody has put it there again");
}

#[test]
fn a_folder_is_a_place() {
    let site = Site::open();
    let tablet = Tablet::ready(&site);
    if tablet.engine() != Engine::Chromium {
        // No other engine lets a page use a folder.
        tablet.visit_part("#/sync/place");
        tablet.see("A web folder (WebDAV)");
        tablet.not_see("A folder on this device");
        return;
    }
    // The browser's own picker is no part of the page: the folder that belongs to the page stands in for the one chosen.
    let picker = "window.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('Team notes', { create: true })";
    tablet.run(picker, &[]);
    tablet.add_partner("Comedor José");
    tablet.visit_part("#/sync/place");
    tablet.see("Choose the folder");
    see_clean(&tablet, "a place is set up");
    tablet.press("Choose the folder");
    tablet.see("Folder: Team notes");
    tablet.press("Test and add");
    tablet.see("1 note sent and read back");
    // What is not Porchlight's is left alone, and named.
    let stray = "const done = arguments[arguments.length - 1]; (async () => { \
                 const top = await navigator.storage.getDirectory(); const folder = await top.getDirectoryHandle('Team notes'); \
                 const heads = await folder.getDirectoryHandle('heads'); const file = await heads.getFileHandle('budget #1.xlsx', { create: true }); \
                 const stream = await file.createWritable(); await stream.write('money'); await stream.close(); done(true); })()";
    tablet.run_later(stray, &[]);
    sync_now(&tablet);
    tablet.see("budget #1.xlsx");
    tablet.add_partner("Natchaug Table");
    tablet.reload();
    tablet.visit_part("#/sync");
    tablet.see("1 note sent and read back");
    tablet.see("Every note has a copy elsewhere");
}

#[test]
fn tablets_are_told_of_by_their_names_and_one_that_is_lost_is_said_to_be() {
    one_engine!(Firefox, "what is known of tablets is drawn from a report in plain markup");
    let notes = Folder::new();
    let site = Site::desk(&notes.0, None);
    let (a, b) = (Tablet::ready(&site), Tablet::ready(&site));
    b.add_partner("Comedor José");
    use_what_is_offered(&b);
    b.see("1 note sent and read back");
    b.see("This tablet has no name yet");
    b.press("Tablet name");
    b.fill("Tablet name", "Bookmobile");
    b.press("Done");
    b.see("Bookmobile (this tablet)");
    b.press("Sync now");
    b.see("1 note sent and read back");
    use_what_is_offered(&a);
    a.see("received");
    a.see("Bookmobile");
    a.see("Newest note");
    // So tall that no button lies half under the bar, where axe takes it for a small one.
    a.resize(768, 1_600);
    see_clean(&a, "copies and storage, with colleagues’ tablets");
    a.resize(768, 1_024);
    a.press("Lost or out of use: Bookmobile");
    a.fill("Lost or out of use since", "2026-11-20");
    a.press("Done");
    a.visit_part("#/sync");
    a.see("What it noted after its last sync is nowhere else");
    // A second tab of the same tablet tells the same, and leaves syncing to the first.
    let first = a.tab();
    a.open_tab();
    a.visit_part("#/sync");
    a.see("What it noted after its last sync is nowhere else");
    a.press("Sync now");
    a.see("The other tab does the syncing");
    a.close_tab(&first);
}
