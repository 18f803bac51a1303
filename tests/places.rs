//! Tablets that meet in places which real servers keep, with a line between them that breaks in every way.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on may stop")]

#[path = "places/client.rs"]
mod client;
#[path = "places/faults.rs"]
mod faults;
#[path = "places/servers.rs"]
mod servers;
#[path = "places/tablet.rs"]
mod tablet;

use client::Client;
use faults::{ALL, Fault, Proxy, Weather};
use porchlight::exchange::places::probe::probe;
use porchlight::exchange::places::{Address, Couch, WebDav};
use porchlight::ports::{Place, PlaceError};
use porchlight::work::memory::SeededIds;
use servers::{FOLDER, PASSWORD, Server, USER};
use std::rc::Rc;
use tablet::{Tablet, now};

/// A folder of a WebDAV server, as somebody would type its address.
fn folder(at: &str, below: &str, password: &str) -> Rc<dyn Place> {
    let address = Address::webdav(&Client, &format!("http://{at}/{below}"), USER, password).unwrap();
    address.open(Rc::new(Client)).unwrap()
}

/// Whether some bytes hold a word.
fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|at| at == word.as_bytes())
}

/// What every place has to do by itself, before tablets meet in it.
fn keeps_its_contract(place: &dyn Place) {
    assert_eq!(now(place.names("heads")).unwrap(), Vec::<String>::new(), "nothing is there");
    assert_eq!(now(place.get("log/t1/a-1.json")).unwrap(), None);
    now(place.remove("log/t1/a-1.json")).unwrap();
    let long = vec![b'x'; 300_000];
    assert!(now(place.put_new("log/t1/a-1.json", b"[\"one\"]")).unwrap());
    assert!(!now(place.put_new("log/t1/a-1.json", b"[\"other\"]")).unwrap(), "what never changes stays");
    assert_eq!(now(place.get("log/t1/a-1.json")).unwrap().unwrap(), b"[\"one\"]");
    assert!(now(place.put_new("log/t2/b.json", &long)).unwrap());
    now(place.put("heads/t1.json", &long)).unwrap();
    now(place.put("heads/t1.json", "[\"ü\"]".as_bytes())).unwrap();
    assert_eq!(now(place.get("heads/t1.json")).unwrap().unwrap(), "[\"ü\"]".as_bytes(), "shorter than before");
    assert_eq!(now(place.get("log/t2/b.json")).unwrap().unwrap(), long);
    assert_eq!(now(place.names("log")).unwrap(), ["t1", "t2"]);
    assert_eq!(now(place.names("log/t1")).unwrap(), ["a-1.json"]);
    for name in ["log/t1/a-1.json", "log/t2/b.json", "heads/t1.json"] {
        now(place.remove(name)).unwrap();
        assert_eq!(now(place.get(name)).unwrap(), None);
        now(place.remove(name)).unwrap();
    }
    assert_eq!(now(place.names("heads")).unwrap(), Vec::<String>::new());
    now(probe(place, &SeededIds::default())).unwrap();
}

/// Two tablets work and sync over a line that breaks, then over one that does not: both hold everything, and say the same.
fn tablets_meet(place: &dyn Place, proxy: &Proxy, words_left: impl Fn() -> Vec<u8>) {
    let (a, b) = (Tablet::new(1), Tablet::new(1_000_000));
    let (mut noted, mut failed) = (Vec::new(), 0);
    for round in 0..8u64 {
        for (tablet, name) in [(&a, "A"), (&b, "B")] {
            noted.push(tablet.partner(&format!("{name} {round} José.")));
            let any = noted[(round as usize * 7) % noted.len()];
            tablet.rename(any, &format!("{name} renamed {round}."));
            proxy.make(Weather::Foul { one_in: 6, seed: round * 1000 + u64::from(name == "B") * 100_000 });
            failed += usize::from(tablet.sync(place).is_err());
        }
    }
    let broken = proxy.broken();
    assert!(
        broken.len() > 8 && failed > 4,
        "the line broke {} times, {failed} of 16 times nothing came through",
        broken.len()
    );
    proxy.make(Weather::Fair);
    for tablet in [&a, &b, &a, &b] {
        tablet.sync(place).unwrap();
    }
    for tablet in [&a, &b, &a.reopened(), &b.reopened()] {
        let lost = noted.iter().filter(|id| tablet.name(**id).is_none()).count();
        assert_eq!((lost, tablet.hash()), (0, a.hash()));
    }
    // Nothing travels twice.
    let again = a.sync(place).unwrap();
    assert_eq!((again.came, again.went), (0, 0));
    // A tablet that comes new has it all from the place.
    let new = Tablet::new(2_000_000);
    new.sync(place).unwrap();
    assert!(noted.iter().all(|id| new.name(*id) == a.name(*id)));
    // What is erased leaves the place, over a line that breaks.
    let secret = b.partner("Nobody may know this.");
    b.sync(place).unwrap();
    a.sync(place).unwrap();
    assert!(holds(&words_left(), "Nobody may know this."), "it is there to be found");
    a.erase(secret);
    for round in 0..3 {
        proxy.make(Weather::Foul { one_in: 5, seed: 7_000_000 + round * 1000 });
        for tablet in [&a, &b] {
            drop(tablet.sync(place));
        }
    }
    proxy.make(Weather::Fair);
    for tablet in [&a, &b, &new, &a, &b, &new] {
        tablet.sync(place).unwrap();
    }
    assert!(!holds(&words_left(), "Nobody may know this."));
    assert_eq!((a.hash(), new.hash()), (b.hash(), b.hash()));
}

/// What a WebDAV server has to do.
fn webdav(server: &Server, below: &str) {
    let proxy = Proxy::before(&server.at);
    let there = format!("{below}{FOLDER}");
    let wrong = now(folder(&server.at, &there, "wrong").names("heads"));
    assert_eq!(wrong, Err(PlaceError::NotAllowed));
    let failed = now(probe(&*folder(&server.at, &there, "wrong"), &SeededIds::default())).unwrap_err();
    assert_eq!(failed.cause, Some(PlaceError::NotAllowed));
    keeps_its_contract(&*folder(&server.at, &format!("{there}/deep/er"), PASSWORD));
    tablets_meet(&*folder(&proxy.at, &there, PASSWORD), &proxy, || server.kept());
}

#[test]
fn apache() {
    webdav(&servers::apache(false), "");
}

#[test]
fn apache_that_compresses() {
    webdav(&servers::apache(true), "");
}

#[test]
fn lighttpd() {
    webdav(&servers::lighttpd(), "");
}

#[test]
fn rclone() {
    webdav(&servers::rclone(), "");
}

#[test]
fn our_own() {
    let server = servers::porchlight();
    let proxy = Proxy::before(&server.at);
    let wrong = now(folder(&server.at, "sync/", "wrong").names("heads"));
    assert_eq!(wrong, Err(PlaceError::NotAllowed));
    let place = folder(&proxy.at, "sync/", PASSWORD);
    now(probe(&*place, &SeededIds::default())).unwrap();
    tablets_meet(&*place, &proxy, || server.kept());
}

#[test]
fn couchdb() {
    let server = servers::pouchdb();
    let proxy = Proxy::before(&server.at);
    let open = |at: &str, name: &str| Couch::new(Rc::new(Client), &format!("http://{at}/"), name, "", "").unwrap();
    keeps_its_contract(&open(&server.at, "contract"));
    let place = open(&proxy.at, "porch");
    // It keeps them in memory: what can be had of every version is all there is to see.
    let words = || {
        let told = |folder: &str| now(open(&server.at, "porch").names(folder)).unwrap();
        let tablets = told("log").into_iter().map(|tablet| format!("log/{tablet}"));
        let files = tablets.flat_map(|folder| told(&folder).into_iter().map(move |name| format!("{folder}/{name}")));
        files.flat_map(|name| now(place.get(&name)).unwrap().unwrap()).collect()
    };
    tablets_meet(&place, &proxy, words);
    assert_eq!(place.caution(), None, "it was compacted");
}

#[test]
fn whatever_happens_once_at_any_moment_nothing_is_lost() {
    let server = servers::lighttpd();
    let proxy = Proxy::before(&server.at);
    let mut struck = 0;
    for before in 0..22 {
        // Each at every other moment, and at each moment every other.
        for (at, fault) in ALL.into_iter().enumerate().skip(before % 2).step_by(2) {
            let place = folder(&proxy.at, &format!("{before}-{at}"), PASSWORD);
            let (a, b) = (Tablet::new(1), Tablet::new(1_000_000));
            let kitchen = a.partner("Soup kitchen");
            proxy.make(Weather::Once { before, fault });
            drop(a.sync(&*place));
            let school = a.partner("School");
            struck += proxy.broken().len();
            proxy.make(Weather::Fair);
            for tablet in [&a, &b] {
                tablet.sync(&*place).unwrap_or_else(|error| panic!("{fault:?} after {before}: {error:?}"));
            }
            let both = (b.name(kitchen), b.name(school));
            assert_eq!(both, (Some("Soup kitchen".into()), Some("School".into())), "{fault:?} after {before}");
            assert_eq!(a.hash(), b.hash(), "{fault:?} after {before}");
        }
    }
    assert!(struck > 60, "{struck} requests were struck");
}

#[test]
fn what_a_broken_line_does_is_told_as_what_it_is() {
    let server = servers::lighttpd();
    let proxy = Proxy::before(&server.at);
    let place = folder(&proxy.at, "told", PASSWORD);
    now(place.put("heads/a.json", b"[1]")).unwrap();
    let told = |fault: Fault| {
        proxy.make(Weather::Once { before: 0, fault });
        let read = now(place.get("heads/a.json"));
        proxy.make(Weather::Once { before: 0, fault });
        let listed = now(place.names("heads"));
        let what = std::mem::discriminant::<PlaceError>;
        assert_eq!(read.as_ref().err().map(what), listed.as_ref().err().map(what));
        read
    };
    for fault in [Fault::Refused, Fault::HalfSent, Fault::AnswerLost, Fault::AnswerCut(9)] {
        assert!(matches!(told(fault), Err(PlaceError::Unreachable(_))), "{fault:?}");
    }
    assert_eq!(told(Fault::Status(401)), Err(PlaceError::NotAllowed));
    assert_eq!(told(Fault::Status(429)), Err(PlaceError::Busy(7)));
    assert_eq!(told(Fault::Status(507)), Err(PlaceError::Full));
    assert!(matches!(told(Fault::LoginPage), Err(PlaceError::LoginPage(_))));
    assert_eq!(told(Fault::Slow), Ok(Some(b"[1]".to_vec())));
    // Somebody else's page, where nothing is kept at all.
    let nothing = WebDav::new(Rc::new(Client), "http://127.0.0.1:1/", "", "").unwrap();
    assert!(matches!(now(nothing.names("heads")), Err(PlaceError::Unreachable(_))));
}
