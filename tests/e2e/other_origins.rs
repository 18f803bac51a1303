//! Places at servers of other origins than the app’s, which have to let its pages ask (CORS): what a browser makes of them
//! can only be seen in one.

use crate::accessibility::see_clean;
use crate::faults::{Fault, Proxy, Weather};
use crate::servers::{self, FOLDER, PASSWORD, Server, USER};
use crate::tablet::turns::one_engine;
use crate::tablet::versions::{Connected, READY};
use crate::tablet::{Site, Tablet};

/// The app on a host that lets it ask any server of this computer, and a server of another origin with a line to it that
/// breaks.
struct Abroad {
    site: Site,
    line: Proxy,
    _server: Server,
    _app: Connected,
}

impl Abroad {
    fn with(server: impl Fn(&str) -> Server) -> Abroad {
        let app = Connected::to("http://127.0.0.1:*");
        let site = Site::open_with(app.folder(), "/");
        let server = server(&site.origin());
        let line = Proxy::for_pages(&server.at, &site.origin());
        Abroad { site, line, _server: server, _app: app }
    }

    /// Fills in what sets up a place there.
    fn type_into(&self, tablet: &Tablet, kind: &str, below: &str, user: &str, password: &str) {
        tablet.visit_part("#/sync/place");
        tablet.choose_of(kind);
        tablet.fill("Address", &format!("http://{}/{below}", self.line.at));
        for (field, words) in [("User name", user), ("Password", password)] {
            if !words.is_empty() {
                tablet.fill(field, words);
            }
        }
    }
}

const DAV: &str = "A web folder (WebDAV)";
const COUCH: &str = "A database (CouchDB)";

fn see_partners(tablet: &Tablet, names: &[&str]) {
    tablet.go("Community");
    tablet.see_rows(names);
}

fn sync_now(tablet: &Tablet) {
    tablet.visit_part("#/sync");
    tablet.press("Sync now");
}

#[test]
fn two_tablets_meet_at_a_server_of_another_origin_which_says_what_it_lacks() {
    one_engine!(Firefox, "behind a service worker, WebKit here lets PROPFIND through where no server allowed it");
    let abroad = Abroad::with(servers::apache_for_pages);
    let (a, b) = (Tablet::ready(&abroad.site), Tablet::ready(&abroad.site));
    // The page was changed for this, and is kept for use offline all the same.
    a.until("the app being kept", READY, &[]);
    a.add_partner("Comedor José");
    abroad.type_into(&a, DAV, FOLDER, USER, "wrong");
    // Whoever runs the server is told what it does not send, and no more.
    let origin = format!("Access-Control-Allow-Origin: {}", abroad.site.origin());
    let [methods, headers] = ["Access-Control-Allow-Methods: PROPFIND", "Access-Control-Allow-Headers: Authorization"];
    for (hidden, told, kept) in [
        ("Access-Control-Allow-Origin", [&*origin, methods, headers].as_slice(), &[][..]),
        ("Access-Control-Allow-Methods", &[methods], &[&*origin, headers]),
        ("Access-Control-Allow-Headers", &[headers], &[&*origin, methods]),
    ] {
        abroad.line.hide(hidden);
        a.press("Test and add");
        told.iter().for_each(|header| a.see(header));
        kept.iter().for_each(|header| a.not_see(header));
    }
    abroad.line.hide("");
    a.press("Test and add");
    a.see("did not accept the user name or the password");
    a.fill("Password", PASSWORD);
    a.press("Test and add");
    a.see("1 note sent and read back");
    a.see("Every note has a copy elsewhere");

    abroad.type_into(&b, DAV, FOLDER, USER, PASSWORD);
    b.press("Test and add");
    b.see("1 received");
    b.add_partner("Natchaug Table");
    sync_now(&b);
    b.see("1 note sent and read back");
    sync_now(&a);
    a.see("1 received");
    let both = ["Comedor José", "Natchaug Table"];
    see_partners(&a, &both);
    see_partners(&b, &both);
}

#[test]
fn what_a_server_of_another_origin_answers_is_told_as_what_it_is() {
    one_engine!(WebKit, "which answers may be read is seen in every engine; what they mean is decided natively");
    let abroad = Abroad::with(servers::porchlight_for_pages);
    let tablet = Tablet::ready(&abroad.site);
    tablet.add_partner("Comedor José");
    abroad.type_into(&tablet, DAV, "sync/", USER, PASSWORD);
    for (fault, told) in [
        (Fault::LoginPage, "A web page answered instead of the place"),
        (Fault::Status(401), "did not accept the user name or the password"),
        (Fault::Status(507), "This place is full"),
        (Fault::Status(429), "The server is busy"),
        (Fault::Status(500), "The place could not do it"),
        (Fault::Refused, "This place can’t be reached"),
    ] {
        abroad.line.make(Weather::Always(fault));
        tablet.press("Test and add");
        tablet.see(told);
    }
    // The page of a network that asks everybody to sign in first allows no other page anything.
    abroad.line.hide("Access-Control-Allow-Origin");
    abroad.line.make(Weather::Always(Fault::LoginPage));
    tablet.press("Test and add");
    tablet.see("If a sign-in page appears when you open that address in the browser");
    see_clean(&tablet, "a place that does not let the app read");
    abroad.line.hide("");
    abroad.line.make(Weather::Fair);
    tablet.press("Test and add");
    tablet.see("1 note sent and read back");
}

#[test]
fn a_server_that_never_answers_keeps_nobody_from_noting() {
    one_engine!(Firefox, "how long is waited is one timer, and who waits is decided natively");
    let abroad = Abroad::with(servers::apache_for_pages);
    let tablet = Tablet::ready(&abroad.site);
    abroad.type_into(&tablet, DAV, FOLDER, USER, PASSWORD);
    tablet.press("Test and add");
    tablet.see("Last synced");
    // The minute that an answer may take passes when this test says so.
    let minutes = "window.minutes = []; const wait = window.setTimeout; \
                   window.setTimeout = (then, ms, ...more) => \
                   ms >= 60000 ? 1e9 + window.minutes.push(then) : wait(then, ms, ...more)";
    tablet.run(minutes, &[]);
    abroad.line.make(Weather::Always(Fault::Silent));
    tablet.press("Sync now");
    tablet.see("Syncing…");
    tablet.add_partner("Comedor José");
    tablet.add_partner("Natchaug Table");
    tablet.visit_part("#/sync");
    tablet.see("Syncing…");
    tablet.see("2 notes only on this tablet");
    let passed = "window.minutes.splice(0).forEach(then => then()); return text().includes(arguments[0])";
    tablet.until("it being said", passed, &["can’t be reached".into()]);
    tablet.see("2 notes only on this tablet");
    abroad.line.make(Weather::Fair);
    tablet.press("Sync now");
    tablet.see("2 notes sent and read back");
}

#[test]
fn two_tablets_meet_in_a_database() {
    one_engine!(WebKit, "what may be asked of another origin is seen with WebDAV in every engine");
    let abroad = Abroad::with(|_| servers::pouchdb());
    let (a, b) = (Tablet::ready(&abroad.site), Tablet::ready(&abroad.site));
    for (tablet, name) in [(&a, "Comedor José"), (&b, "Natchaug Table")] {
        tablet.add_partner(name);
        abroad.type_into(tablet, COUCH, "porch", "", "");
        tablet.press("Test and add");
    }
    a.see("1 note sent and read back");
    // The other one was set up separately.
    b.see("a team that was set up separately");
    b.press("Share notes with them");
    b.see("1 note sent and read back, 1 received");
    sync_now(&a);
    a.see("1 received");
    // Both go on while nothing can be reached.
    abroad.line.make(Weather::Always(Fault::Refused));
    for (tablet, name) in [(&a, "Reading room"), (&b, "Soup kitchen")] {
        tablet.add_partner(name);
        sync_now(tablet);
        tablet.see("This place can’t be reached");
    }
    abroad.line.make(Weather::Fair);
    for tablet in [&a, &b, &a] {
        sync_now(tablet);
        tablet.see("Every note has a copy elsewhere");
    }
    let all = ["Comedor José", "Natchaug Table", "Reading room", "Soup kitchen"];
    see_partners(&a, &all);
    see_partners(&b, &all);
}
