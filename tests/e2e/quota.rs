//! No space left: never “Saved” for what is not.

use crate::interview::{begin, see_question};
use crate::tablet::turns::only_in;
use crate::tablet::{Site, Tablet};
use serde_json::json;
use std::time::{Duration, Instant};

#[test]
fn a_full_tablet_says_not_saved_and_loses_nothing() {
    only_in!(Chromium, "no other can be told how much space a site has");
    let site = Site::open();
    let tablet = Tablet::ready(&site);
    let origin = site.origin();
    let space_is = |parameters| tablet.chromium("Storage.overrideQuotaForOrigin", parameters);
    // Chromium notices only after a while that the space has shrunk, so partners are added until it does.
    let started = Instant::now();
    space_is(json!({ "origin": origin, "quotaSize": 1 }));
    let mut kept = Vec::new();
    let refused = loop {
        let name = format!("Partner {:03}", kept.len());
        tablet.go("Community");
        tablet.press("New partner");
        tablet.fill("Partner/Company", &name);
        tablet.press("Done");
        let answer = "const words = text(); return words.includes(`${arguments[0]} added`) ? 'added' : \
                      words.includes('Not saved') ? 'not saved' : null";
        match tablet.until("an answer", answer, &[json!(name)]).as_str() {
            Some("added") => kept.push(name),
            _ => break name,
        }
        assert!(started.elapsed() < Duration::from_secs(120), "there was always space: {kept:?}");
    };
    tablet.see_chip("Not saved. Free up space, then try again");
    tablet.not_see(&format!("{refused} added"));
    tablet.see_value("Partner/Company", &refused);

    space_is(json!({ "origin": origin }));
    tablet.press("Done");
    tablet.see(&format!("{refused} added"));
    tablet.saved();
    kept.push(refused);
    tablet.reload();
    tablet.go("Community");
    tablet.see(&format!("{} total", kept.len()));
}

/// The answers that are ticked.
const TICKED: &str = "return [...document.querySelectorAll('.talk .choice')]\
                      .filter(chip => chip.querySelector('input').checked).map(chip => squeezed(chip.innerText)).join()";

#[test]
fn answers_and_words_that_a_full_tablet_refused_are_kept_until_there_is_space() {
    only_in!(Chromium, "no other can be told how much space a site has");
    let site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    begin(&tablet, "Community stakeholder", "Fair");
    tablet.choose("They agree to:", "Pueden tomar notas de lo que digo");
    tablet.press("Start");
    see_question(&tablet, "¿Cuántos años lleva viviendo o trabajando aquí?");
    tablet.press("Next");
    see_question(&tablet, "¿Cómo se entera de lo que pasa en la ciudad?");
    tablet.press("Next");
    see_question(&tablet, "En estos días, ¿qué es lo que más le hace falta a la gente a su alrededor?");
    tablet.saved();
    let talk = tablet.run("return location.hash", &[]);
    let space_is = |parameters| tablet.chromium("Storage.overrideQuotaForOrigin", parameters);
    space_is(json!({ "origin": site.origin(), "quotaSize": 1 }));
    let started = Instant::now();
    for lang in ["English", "Español"].iter().cycle() {
        tablet.press(lang);
        let said = "const chip = squeezed(document.querySelector('.status').innerText); \
                    return chip.startsWith('Saved') ? 'saved' : chip.startsWith('Not saved') ? 'not saved' : null";
        if tablet.until("an answer", said, &[]) == "not saved" && *lang == "Español" {
            break;
        }
        assert!(started.elapsed() < Duration::from_secs(120), "there was always space");
    }
    let not_saved = |when: &str| {
        assert!(tablet.chip().starts_with("Not saved"), "{when}, the chip says “{}”", tablet.chip());
        tablet.see("could not be saved");
    };
    for (answer, ticked) in
        [("Comida", "Comida"), ("Vivienda", "Comida,Vivienda"), ("Trabajo", "Comida,Vivienda,Trabajo")]
    {
        tablet.choose("Answers", answer);
        tablet.until("the tick", &format!("{TICKED} === arguments[0]"), &[json!(ticked)]);
        not_saved(answer);
    }
    tablet.fill("What was said", "una palabra mientras");
    // Doing what the full tablet advises loses nothing, and the file holds all of it.
    let file = std::fs::read_to_string(tablet.export()).unwrap();
    assert!(file.contains("una palabra mientras"), "the line is not in the copy");
    assert!(
        file.lines().any(|line| line.contains("comida") || line.contains("food")),
        "the answers are not in the copy"
    );
    not_saved("after the copy");
    tablet.visit_part(talk.as_str().unwrap());
    tablet.see_value("What was said", "una palabra mientras");
    assert_eq!(tablet.run(TICKED, &[]), json!("Comida,Vivienda,Trabajo"));
    not_saved("back at the question");

    space_is(json!({ "origin": site.origin() }));
    tablet.press("Try again");
    tablet.saved();
    tablet.not_see("could not be saved");
    tablet.reload();
    tablet.see_value("What was said", "una palabra mientras");
    assert_eq!(tablet.run(TICKED, &[]), json!("Comida,Vivienda,Trabajo"));
}
