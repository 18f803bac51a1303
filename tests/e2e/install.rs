//! First load, then never online again.

use crate::tablet::{Site, Tablet, key};

#[test]
fn harness() {
    let site = Site::open();
    let t = Tablet::ready(&site);
    t.fill("Partner/Company", "Señora José");
    t.see_value("Partner/Company", "Señora José");
    t.fill("Partner/Company", "Other");
    t.see_value("Partner/Company", "Other");
    t.fill("When", "2026-11-22T09:14");
    t.see_value("When", "2026-11-22T09:14");
    t.choose("Relationship status", "Active");
    t.until("radio", "return document.querySelector('#act').checked", &[]);
    t.choose("Sort by", "Changed last");
    t.see_value("Sort by", "b");
    t.go("Community");
    t.until("hash", "return location.hash === '#/community'", &[]);
    t.keys(&key::TAB.to_string());
    eprintln!("chip {:?}", t.chip());
    let f = t.download("Export");
    eprintln!("{f:?} {}", std::fs::metadata(&f).unwrap().len());
    eprintln!("give"); t.give_file("Import", &f); eprintln!("given");
    t.see("took porchlight-1.json 3000");
    eprintln!("reload"); t.reload(); eprintln!("reloaded");
    eprintln!("tabs"); let first = t.tab();
    let _second = t.open_tab();
    t.close_tab(&first);
    t.see("Start");
    let two = Tablet::ready(&site);
    two.see("Start");
    eprintln!("{}", t.run_later("const done = arguments[arguments.length-1]; setTimeout(() => done(navigator.language), 10)", &[]));
    let axe = std::fs::read_to_string(crate::tablet::webdriver::root().join(".tools/node_modules/axe-core/axe.min.js")).unwrap();
    t.run(&axe, &[]);
    eprintln!("{}", t.run_later("const done = arguments[arguments.length-1]; axe.run().then(r => done(r.violations.map(v=>v.id)))", &[]));
}
