//! Interviews: consent first, one question at a time in the language of whoever is asked, and nothing lost when the
//! tablet dies in the middle of a sentence.

use crate::canvass::KEPT;
use crate::tablet::turns::{one_engine, only_in};
use crate::tablet::{Site, Tablet, key};
use serde_json::json;
use std::time::Duration;

/// Whether the line that is being written is on the disk, down to these words.
const LINE_KEPT: &str = "
    indexedDB.open('porchlight').onsuccess = ({ target }) => {
        const meta = target.result.transaction('meta').objectStore('meta');
        meta.openCursor(IDBKeyRange.bound('draft:said', 'draft:saie')).onsuccess = ({ target: { result } }) => {
            window.lineKept = result ? new TextDecoder().decode(result.value) : '';
            target.result.close();
        };
    };
    return (window.lineKept || '').includes(arguments[0])";

/// Begins an interview, up to the question for consent.
pub fn begin(tablet: &Tablet, guide: &str, place: &str) {
    tablet.go("Outreach");
    tablet.press("Interviews");
    tablet.press("New interview");
    tablet.press(guide);
    tablet.press("Español");
    tablet.fill("Where", place);
    tablet.press("Next: consent");
    tablet.see("Usted decide qué podemos guardar");
}

/// Waits until a question stands there in large letters.
pub fn see_question(tablet: &Tablet, words: &str) {
    let here = "return squeezed(document.querySelector('#asked-question')?.innerText) === arguments[0]";
    tablet.until(&format!("the question “{words}”"), here, &[json!(words)]);
}

/// Writes a line of notes and enters it.
fn say(tablet: &Tablet, words: &str) {
    if words.chars().any(|c| c > '\u{ffff}') {
        // WebKit's driver has no keys for signs beyond the first plane, so they are put there.
        let put = "const field = control('What was said'); field.focus(); field.value = arguments[0]; \
                   field.dispatchEvent(new Event('input', { bubbles: true }))";
        tablet.run(put, &[json!(words)]);
        tablet.key(key::ENTER);
    } else {
        tablet.fill("What was said", &format!("{words}\n"));
    }
    tablet.until(
        &format!("“{words}” among the lines"),
        "return [...document.querySelectorAll('.said li')].some(line => squeezed(line.innerText).endsWith(arguments[0]))",
        &[json!(words)],
    );
}

/// Goes past the questions that are left, and ends the interview.
fn finish(tablet: &Tablet) {
    tablet.press("All questions");
    tablet.press("To the end");
    tablet.see("That was the last question");
    tablet.press("Finish the interview");
    tablet.see("Interview 1: finished");
    // Words of thanks in the language of whoever was heard, then on to what was said.
    tablet.until(
        "words of thanks",
        "return /^(Thank you|Gracias)/.test(document.querySelector('.read-out')?.innerText)",
        &[],
    );
    let on = "if (!document.querySelector('.told')) document.querySelector('.actions a.primary')?.click(); \
              return !!document.querySelector('.told')";
    tablet.until("what was said", on, &[]);
}

/// Answers the question by typing into its own place.
pub fn answer(tablet: &Tablet, words: &str) {
    tablet.run("document.querySelector('.typed-answer').focus()", &[]);
    tablet.keys(words);
}

#[test]
fn an_interview_in_spanish_goes_on_where_the_tablet_died() {
    let mut site = Site::open();
    let mut tablet = Tablet::of(&site, "Marisol");
    tablet.until("the app being kept", KEPT, &[]);
    site.go_away();
    tablet.reload();
    begin(&tablet, "Community stakeholder", "Feria de la escuela");
    tablet.choose("They agree to:", "Pueden tomar notas de lo que digo");
    tablet.choose("They agree to:", "Pueden citar mis palabras sin mi nombre");
    tablet.fill("Name or pseudonym", "Doña Rosa");
    tablet.choose("Role", "Parent or caregiver");
    tablet.press("Start");

    see_question(&tablet, "¿Cuántos años lleva viviendo o trabajando aquí?");
    answer(&tablet, "12");
    tablet.press("Next");
    see_question(&tablet, "¿Cómo se entera de lo que pasa en la ciudad?");
    tablet.press("English");
    see_question(&tablet, "How do you find out what is going on in town?");
    tablet.press("Español");
    answer(&tablet, "La radio");
    say(&tablet, "por la radio y por la iglesia");
    tablet.press("Next");
    see_question(&tablet, "En estos días, ¿qué es lo que más le hace falta a la gente a su alrededor?");
    tablet.choose("Answers", "Comida");
    tablet.choose("Answers", "Transporte");
    say(&tablet, "la comida, y cómo llegar a donde la dan 🚌");
    tablet.press("Next");
    see_question(&tablet, "Cuando alguien de aquí necesita ayuda, ¿a dónde va?");
    say(&tablet, "a la iglesia de la calle Valle, siempre");
    tablet.fill("What was said", "no sabía que en la biblioteca hay quien");
    tablet.until("the half line on the disk", LINE_KEPT, &[json!("hay quien")]);
    tablet.die_and_come_back();

    tablet.go("Today");
    tablet.see("Pick up where you left off");
    tablet.see("Question 4 of");
    tablet.press("Interview 1");
    see_question(&tablet, "Cuando alguien de aquí necesita ayuda, ¿a dónde va?");
    tablet.see("a la iglesia de la calle Valle, siempre");
    tablet.see_value("What was said", "no sabía que en la biblioteca hay quien");
    // Firefox and WebKit put the cursor elsewhere, so the end of the line is written as a whole.
    tablet.fill("What was said", "no sabía que en la biblioteca hay quien ayude con eso\n");
    tablet.see("hay quien ayude con eso");
    tablet.press("Back");
    tablet.see("la comida, y cómo llegar a donde la dan 🚌");
    let tapped = "return [...document.querySelectorAll('.talk .choice')].filter(chip => chip.querySelector('input').checked)\
                  .map(chip => squeezed(chip.innerText)).join()";
    assert_eq!(tablet.run(tapped, &[]), json!("Comida,Transporte"));
    tablet.press("Next");
    tablet.press("Ask later");
    see_question(&tablet, "Cuando piensa en la biblioteca, ¿qué es lo primero que le viene a la mente?");
    tablet.press("Skip");
    finish(&tablet);
    tablet.see("12");
    tablet.see("Food, Transport");
    tablet.see("hay quien ayude con eso");
    tablet.go("Today");
    tablet.not_see("Pick up where you left off");
}

#[test]
fn who_takes_consent_back_is_told_what_goes_and_it_goes_everywhere() {
    let site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    begin(&tablet, "Community stakeholder", "Fair");
    tablet.choose("Age", "Under 18");
    tablet.see("A parent or guardian has to agree first");
    tablet.choose("Age", "Adult");
    tablet.choose("They agree to:", "Pueden tomar notas de lo que digo");
    tablet.choose("They agree to:", "Pueden citar mis palabras sin mi nombre");
    tablet.fill("Name or pseudonym", "Rosa");
    tablet.press("Start");
    see_question(&tablet, "¿Cuántos años lleva viviendo o trabajando aquí?");
    say(&tablet, "doce años, desde el incendio");
    say(&tablet, "مرحبا 👩‍👩‍👧 y adiós");
    finish(&tablet);

    // A passage marked with the finger, and a whole line with signs that are several letters long.
    let quote = |line: u32| {
        let open = "document.querySelectorAll('.lines > li')[arguments[0]].querySelector('button').click()";
        tablet.run(open, &[json!(line)]);
        tablet.see("Mark the words with a finger");
    };
    quote(0);
    tablet.press("Only the marked words");
    tablet.see("Nothing is marked");
    let mark = "const words = document.querySelector('.line-words').firstChild; \
                const range = document.createRange(); const at = words.data.indexOf('desde'); \
                range.setStart(words, at); range.setEnd(words, at + 'desde el incendio'.length); \
                getSelection().removeAllRanges(); getSelection().addRange(range)";
    tablet.run(mark, &[]);
    tablet.press("Only the marked words");
    tablet.see("Quote saved");
    quote(1);
    tablet.press("The whole line");
    let marked = "const marks = [...document.querySelectorAll('.line-words .mark')].map(mark => mark.innerText); \
                  return marks.length === 2 ? JSON.stringify(marks) : null";
    let marks = tablet.until("two quotes", marked, &[]);
    assert_eq!(marks, json!(json!(["desde el incendio", "مرحبا 👩‍👩‍👧 y adiós"]).to_string()));

    tablet.press("Rosa");
    tablet.see("You may take notes of what I say");
    tablet.press("Withdraw consent");
    tablet.choose_of("You may quote me without my name");
    tablet.see("This would be permanently erased: 2 quotes");
    tablet.choose_of("You may take notes of what I say");
    tablet.see("This would be permanently erased: 2 lines of notes, 2 quotes");
    tablet.press("Withdraw and erase");
    tablet.see("Consent withdrawn. Permanently erased: 4");
    tablet.see("withdrew all consent");
    tablet.not_see("doce años");
    tablet.not_see("Rosa");

    // Somebody who does not want to is counted, too, and not named.
    begin(&tablet, "Community stakeholder", "Fair");
    tablet.fill("Name or pseudonym", "Rosario");
    tablet.press("Declined");
    tablet.see("Noted as declined");
    tablet.see("Declined");
    tablet.see("Someone without a name");
    tablet.not_see("Rosario");

    // What belongs to an interview goes with it, and is named first.
    tablet.press("Delete");
    tablet.visit_part("#/deleted");
    tablet.press("Erase permanently");
    tablet.see("This is permanently erased with it: 1 person interviewed");
    tablet.press("Yes, erase: this cannot be undone");
    tablet.see("Interview permanently erased, with everything that belongs to it: 1");
}

/// Says who uses the tablet from now on.
fn hand_to(tablet: &Tablet, name: &str) {
    tablet.visit_part("#/who");
    tablet.fill("Your name", name);
    tablet.press("Add");
    tablet.saved();
}

/// Adds a theme to the code book.
fn theme(tablet: &Tablet, name: &str) {
    tablet.visit_part("#/outreach/themes");
    tablet.press("New theme");
    tablet.fill("In English", name);
    tablet.press("Done");
    tablet.see(&format!("{name} added"));
}

#[test]
fn from_a_quote_to_a_finding_and_its_report() {
    one_engine!(WebKit, "findings and reports are made natively");
    let mut site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    tablet.until("the app being kept", KEPT, &[]);
    site.go_away();
    tablet.reload();
    begin(&tablet, "Community stakeholder", "Fair");
    tablet.choose_of("Pueden tomar notas de lo que digo");
    tablet.choose_of("Pueden citar mis palabras sin mi nombre");
    tablet.fill("Name or pseudonym", "Rosa Canaria");
    tablet.choose("Role", "Parent or caregiver");
    tablet.fill("Neighborhood", "Hilltop");
    tablet.press("Start");
    see_question(&tablet, "¿Cuántos años lleva viviendo o trabajando aquí?");
    say(&tablet, "el autobús pasa dos veces al día, pregunte a Rosa Canaria");
    say(&tablet, "esto no se cita: palabra canaria");
    finish(&tablet);
    tablet.run("document.querySelector('.lines button').click()", &[]);
    tablet.press("The whole line");
    tablet.see("Quote saved");

    theme(&tablet, "Buses");
    tablet.see("Themes people bring up");
    let open_quote = || {
        tablet.visit_part("#/outreach/quotes");
        tablet.press("el autobús pasa dos veces al día, pregunte a Rosa Canaria");
        tablet.see("Tap the themes that fit");
    };
    open_quote();
    // A theme that comes to mind while a quote is read is marked at once.
    tablet.fill("Name of a theme", "Transportation");
    tablet.press("Add a theme");
    let marked = "return [...document.querySelectorAll('.marks .filter')].filter(e => e.ariaPressed === 'true' || \
                  e.getAttribute('aria-pressed') === 'true').map(e => squeezed(e.innerText)).join() === arguments[0]";
    tablet.until("the mark", marked, &[json!("Transportation")]);
    // A colleague sees another theme, and that does not touch the first one's mark.
    hand_to(&tablet, "Jo");
    open_quote();
    tablet.press("Buses");
    tablet.until("the mark", marked, &[json!("Buses")]);
    tablet.see("also tagged by 1");
    tablet.visit_part("#/outreach/themes");
    tablet.see("agree on 0% of all tags");
    // They find that both mean the same.
    tablet.press("Buses");
    tablet.press("Edit");
    tablet.pick("Same theme as", "Transportation");
    tablet.press("Done");
    tablet.see("agree on 100% of all tags");

    tablet.go("Reports");
    tablet.press("Findings");
    tablet.press("New finding");
    tablet.fill("Finding", "Getting there is what keeps people away");
    tablet.press("Done");
    tablet.see("No evidence yet");
    tablet.choose("Theme", "Transportation");
    tablet.press("Supports it: el autobús pasa dos veces al día, pregunte a Rosa Canaria");
    tablet.see("Added: supports it");
    tablet.see("Only one person supports this so far");
    tablet.visit_part("#/reports/findings");
    tablet.see("1 quote from 1 person · 0 against");
    tablet.press("Findings report");
    tablet.see("Parent or caregiver, Hilltop");
    // The name in the quote is found before it leaves, and reworded.
    tablet.see("Rosa Canaria Name · Finding 1, quote 1");
    tablet.press("Change how it is printed");
    tablet.fill("As it is printed in the report", "el autobús pasa dos veces al día");
    tablet.press("Done");
    // Where one came from.
    tablet.see("No names, numbers or addresses of people were found");
    for (button, holds) in [("Web page", "<!doctype html>"), ("Spreadsheet (CSV)", "Finding"), ("Data (JSON)", "{")] {
        let file = tablet.download(button);
        let text = std::fs::read_to_string(file).unwrap();
        assert!(text.contains(holds), "{button}: {text}");
        assert!(text.contains("el autobús pasa dos veces al día"), "{button}: {text}");
        for canary in ["Canaria", "canaria", "Rosa", "Fair", "Interview 1"] {
            assert!(!text.contains(canary), "{button} tells {canary}: {text}");
        }
    }
    tablet.visit_part("#/outreach/coverage");
    tablet.see("1 person heard in 1 interview");
    tablet.press("Add to the plan");
    tablet.choose("Group", "Language");
    tablet.choose("Language", "Portuguese");
    tablet.fill("How many people", "2");
    tablet.press("Done");
    tablet.see_fact("How many people", "2");
    tablet.visit_part("#/outreach/coverage");
    tablet.see("Portuguese: no one yet; the plan asks for 2");
}

#[test]
fn a_guide_is_copied_changed_and_travels_as_a_file() {
    one_engine!(Firefox, "guides are written and read natively");
    let site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    tablet.visit_part("#/outreach/guides");
    tablet.press("On the way out of an event");
    tablet.press("Copy and change");
    tablet.see("On the way out of an event (copy)");
    tablet.press("Add a question");
    tablet.fill("In English", "Would you bring a friend?");
    tablet.fill("In Spanish", "¿Traería a alguien?");
    tablet.press("Done");
    tablet.see("Would you bring a friend?");
    tablet.press("More actions");
    let file = tablet.download("Save as a file");
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("¿Traería a alguien?"), "{text}");

    let other = Tablet::of(&site, "Jo");
    other.visit_part("#/outreach/guides");
    let broken = file.with_file_name("broken.json");
    std::fs::write(&broken, &text[..text.len() / 2]).unwrap();
    other.give_file("Import a guide", &broken);
    other.see("“broken.json” is not a Porchlight guide");
    other.give_file("Import a guide", &file);
    other.see("imported, 6 questions");
    other.see("Would you bring a friend?");

    // An interview keeps the guide it was asked with, whatever becomes of it.
    other.visit_part("#/outreach/interview/new");
    other.press("On the way out of an event (copy)");
    other.press("English");
    other.press("Next: consent");
    other.choose_of("You may take notes of what I say");
    other.press("Start");
    other.see("Question 1 of");
    let first = other.run("return squeezed(document.querySelector('#asked-question').innerText)", &[]);
    let first = first.as_str().unwrap();
    let talk = other.run("return location.hash", &[]);
    other.visit_part("#/outreach/guides");
    other.press("On the way out of an event (copy)");
    other.press(first);
    other.fill("In English", "Quite another question");
    other.press("Done");
    other.see("Quite another question");
    other.visit_part(talk.as_str().unwrap());
    see_question(&other, first);
}

/// How many pieces of sound are on the disk.
const PIECES: &str = "
    indexedDB.open('porchlight').onsuccess = ({ target }) => {
        const count = target.result.transaction('blobs').objectStore('blobs').count();
        count.onsuccess = () => { window.pieces = count.result; target.result.close(); };
    };
    return window.pieces >= arguments[0]";

/// How many seconds the recorder says were recorded.
const RECORDED: &str = "
    const said = document.querySelector('.recorder b')?.innerText.match(/(\\d+):(\\d\\d)/);
    return said ? Number(said[1]) * 60 + Number(said[2]) : null";

/// Begins an interview in which they agree to notes and to being recorded, up to the first question.
fn begin_with_sound(tablet: &Tablet) {
    begin(tablet, "Community stakeholder", "Fair");
    for grant in ["Pueden tomar notas de lo que digo", "Pueden citar mis palabras sin mi nombre", "Pueden grabar audio"]
    {
        tablet.choose("They agree to:", grant);
    }
    tablet.fill("Name or pseudonym", "Rosa");
    tablet.press("Start");
    see_question(tablet, "¿Cuántos años lleva viviendo o trabajando aquí?");
}

#[test]
fn of_a_recording_a_kill_loses_the_last_piece_at_most() {
    only_in!(Chromium, "no other has a microphone that is not there");
    let site = Site::open();
    let mut tablet = Tablet::of(&site, "Marisol");
    begin_with_sound(&tablet);
    tablet.press("Record audio");
    tablet.see("Recording 0:");
    say(&tablet, "doce años");
    tablet.until("two pieces kept", PIECES, &[json!(2)]);
    tablet.press("Bookmark");
    let marked = "const said = text().match(/Bookmark at 0:(\\d\\d)/); return said ? Number(said[1]) : null";
    let marked = tablet.until("the bookmark", marked, &[]).as_f64().unwrap();
    assert!(marked >= 10.0, "two pieces are ten seconds, and the bookmark is at {marked}");
    let recorded = tablet.run(RECORDED, &[]).as_f64().unwrap();
    tablet.die_and_come_back();

    tablet.go("Outreach");
    tablet.press("Interviews");
    tablet.press("Interview 1");
    tablet.see("doce años");
    // How long it is follows from the pieces there are: all but the one that was being heard.
    let length = "const said = document.querySelector('.recording .row-title')?.innerText.match(/(\\d+):(\\d\\d)$/); \
                  return said ? Number(said[1]) * 60 + Number(said[2]) : null";
    let kept = tablet.until("its length", length, &[]).as_f64().unwrap();
    assert!(kept >= recorded - 5.0 && kept >= 10.0, "{kept} of {recorded} seconds were kept");
    tablet.run("document.querySelector('.recording .filters button').click()", &[]);
    let playing = "const audio = document.querySelector('audio'); return !!audio && audio.currentTime >= arguments[0]";
    tablet.until("playing from the bookmark", playing, &[json!(9)]);
    tablet.press("Quote this part");
    tablet.fill("Word for word", "doce años, dice");
    tablet.press("Save the quote");
    tablet.see("Quote saved");
    let read = tablet.run("return location.hash", &[]);
    tablet.visit_part("#/sync");
    tablet.see("The audio of 1 recording is only on this tablet");
    tablet.visit_part(read.as_str().unwrap());
    tablet.press("Rosa");
    tablet.press("Withdraw consent");
    tablet.choose_of("You may record audio");
    tablet.see("This would be permanently erased: 1 recording, 1 bookmark, 1 quote");
    tablet.press("Withdraw and erase");
    tablet.see("Consent withdrawn");
    let gone = "indexedDB.open('porchlight').onsuccess = ({ target }) => { \
                const count = target.result.transaction('blobs').objectStore('blobs').count(); \
                count.onsuccess = () => { window.left = count.result; target.result.close(); }; }; \
                return window.left === 0";
    tablet.until("the sound being gone", gone, &[]);
    tablet.see("doce años");
}

#[test]
fn without_a_microphone_the_interview_goes_on() {
    let site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    begin_with_sound(&tablet);
    let can =
        "return !!document.querySelector('.recorder button') ? 'yes' : text().includes('cannot record') ? 'no' : null";
    if tablet.until("the recorder, or why there is none", can, &[]) == "yes" {
        tablet.deny_microphone();
        tablet.press("Record audio");
        tablet.see("The interview continues without audio");
    }
    say(&tablet, "doce años");
    tablet.press("Next");
    see_question(&tablet, "¿Cómo se entera de lo que pasa en la ciudad?");
}

#[test]
fn a_tablet_that_is_full_stops_recording_and_says_so() {
    only_in!(Chromium, "no other can be told how much space a site has");
    let site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    begin_with_sound(&tablet);
    tablet.press("Record audio");
    tablet.until("a piece kept", PIECES, &[json!(1)]);
    let space_is = |parameters| tablet.chromium("Storage.overrideQuotaForOrigin", parameters);
    space_is(json!({ "origin": site.origin(), "quotaSize": 1 }));
    // Chromium notices only after a while that the space has shrunk.
    let stopped = "return !!document.querySelector('.recorder')?.innerText \
                   .includes('Audio is no longer being recorded; the interview continues')";
    tablet.until_within(Duration::from_secs(120), "the sound stopping", stopped, &[]);
    tablet.see("Record audio");
    space_is(json!({ "origin": site.origin() }));
    say(&tablet, "doce años");
    tablet.saved();
    // Whatever else was said meanwhile: why there is no sound stands where the sound would be.
    assert_eq!(tablet.run(stopped, &[]), true);
    tablet.press("Record audio");
    tablet.see("Recording 0:");
    assert_eq!(tablet.run(stopped, &[]), false);
}
