//! A week is planned line by line, worked, carried over and handed on; with the keyboard alone, without a network, and by a
//! tablet that dies meanwhile.

use crate::accessibility::see_clean;
use crate::canvass::KEPT;
use crate::tablet::turns::{one_engine, only_in};
use crate::tablet::{Site, Tablet, key};
use crate::typing::kept;
use serde_json::{Value, json};

const TO_DO: &str = "New line: Outreach To-Do";

/// The words of the lines under a heading, in order.
const LINES: &str = "const list = document.querySelector(`.tasks[aria-label=\"${arguments[0]}\"]`); \
                     return [...list.querySelectorAll('.row-title')].map(e => squeezed(e.innerText))";

/// Waits until these lines stand under a heading, in this order.
fn see_lines(tablet: &Tablet, heading: &str, wanted: &[&str]) {
    let lines =
        format!("const lines = (() => {{ {LINES} }})(); return JSON.stringify(lines) === JSON.stringify(arguments[1])");
    tablet.until(&format!("{wanted:?} under “{heading}”"), &lines, &[json!(heading), json!(wanted)]);
}

/// Types a line under a heading, and Enter.
fn plan(tablet: &Tablet, heading: &str, words: &str) {
    tablet.fill(heading, words);
    tablet.key(key::ENTER);
    tablet.see_value(heading, "");
}

#[test]
fn a_week_is_planned_worked_and_carried_over() {
    let mut site = Site::open();
    let mut tablet = Tablet::of(&site, "Marisol");
    tablet.add_partner("Windham Middle School");
    tablet.until("the app being kept", KEPT, &[]);
    site.go_away();

    tablet.go("Outreach");
    tablet.press("Week");
    tablet.see("General to Do (In Building)");
    // What is understood is shown before it is kept.
    tablet.fill(TO_DO, "today classroom presentations @Middle School 8:45-10:51");
    tablet.see("8:45 AM – 10:51 AM · With Windham Middle School");
    tablet.key(key::ENTER);
    see_lines(&tablet, "Outreach To-Do", &["classroom presentations"]);
    plan(&tablet, TO_DO, "Small Business Support");
    plan(&tablet, "New line: Steering Thoughts / Program Ideas", "Summer Teen Book Club");
    // What cannot be known is asked, and not guessed.
    tablet.fill(TO_DO, "Storytime 13/2");
    tablet.see_button("Leave it as text");
    tablet.key(key::ENTER);
    see_lines(&tablet, "Outreach To-Do", &["classroom presentations", "Small Business Support"]);
    see_clean(&tablet, "a line that asks");
    tablet.press("Leave it as text");
    tablet.key(key::ENTER);
    let planned = ["classroom presentations", "Small Business Support", "Storytime 13/2"];
    see_lines(&tablet, "Outreach To-Do", &planned);

    // Half a line outlives the tablet.
    tablet.fill(TO_DO, "Career fair flyers");
    kept(&tablet, "Career fair flyers", true);
    tablet.die_and_come_back_as("Marisol");
    tablet.visit_part("#/outreach/week");
    see_lines(&tablet, "Outreach To-Do", &planned);
    tablet.see_value(TO_DO, "Career fair flyers");
    plan(&tablet, TO_DO, "Career fair flyers");
    see_lines(&tablet, "Outreach To-Do", &[planned[0], planned[1], planned[2], "Career fair flyers"]);

    // Done: it is asked once what came of it, and that is the note.
    tablet.press("Done: classroom presentations");
    tablet.until("the question having the focus", "return document.activeElement === control('What came of it?')", &[]);
    tablet.keys("Two teachers want more");
    tablet.key(key::ENTER);
    see_lines(&tablet, "Outreach Done", &["classroom presentations"]);
    tablet.see("Done today · Two teachers want more");
    tablet.not_see("What came of it?");
    // From there a contact is one tap away, with what is known of it.
    tablet.press("Log a contact");
    tablet.see("Windham Middle School");
    tablet.choose("How", "Visit");
    tablet.press("Done");
    tablet.see("Visit, Marisol");
    tablet.go("Outreach");
    tablet.press("Week");
    tablet.press("Contact: classroom presentations");
    tablet.see("From the weekly plan");
    tablet.go("Outreach");
    tablet.press("Week");

    // What was not finished the week before is carried over by itself.
    tablet.press("Week before");
    plan(&tablet, TO_DO, "Order bookmarks");
    tablet.see("Carried over");
    tablet.press("This week");
    tablet.see("Order bookmarks");
    tablet.see("Carried over since");
    see_clean(&tablet, "the week");
    tablet.go("Today");
    tablet.see("This week");
    tablet.see("Order bookmarks");
    tablet.press("Done: Order bookmarks");
    tablet.saved();
    tablet.go("Outreach");
    tablet.press("Week");
    let done = format!("const lines = (() => {{ {LINES} }})(); return lines.sort().join() === arguments[1]");
    let both = "Order bookmarks,classroom presentations";
    tablet.until("both being done", &done, &[json!("Outreach Done"), json!(both)]);

    // What is on paper has the headings and the lines, and no fields to type into.
    if tablet.engine() == crate::tablet::Engine::Chromium {
        tablet.chromium("Emulation.setEmulatedMedia", json!({ "media": "print" }));
        let page = tablet.text();
        for words in ["Add a line", "Print the week"] {
            assert!(!page.contains(words), "on paper stands “{words}”");
        }
        assert!(page.contains("Outreach Follow-Ups to do") && page.contains("Small Business Support"), "{page}");
        tablet.chromium("Emulation.setEmulatedMedia", json!({ "media": "" }));
    }
}

#[test]
fn a_week_and_a_worksheet_are_filled_in_with_no_network_in_spanish() {
    one_engine!(WebKit, "the same is done in English in all of them, and words come from one table");
    let mut site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    tablet.add_partner("Escuela Windham");
    tablet.visit_part("#/settings");
    tablet.choose("Language", "Español");
    tablet.until("the page being Spanish", "return document.documentElement.lang === 'es'", &[]);
    tablet.until("the app being kept", KEPT, &[]);
    site.go_away();
    tablet.reload();

    tablet.go("Alcance");
    tablet.press("Semana");
    tablet.see("Pendientes generales (en la biblioteca)");
    let to_do = "Nueva línea: Alcance: por hacer";
    tablet.fill(to_do, "hoy presentaciones en clase @Escuela Windham 8:45-10:51");
    tablet.see("8:45 a. m. – 10:51 a. m. · Con Escuela Windham");
    tablet.key(key::ENTER);
    see_lines(&tablet, "Alcance: por hacer", &["presentaciones en clase"]);
    tablet.fill(to_do, "Charla con café un jueves sí y otro no hasta junio");
    tablet.see("Próximas:");
    // What cannot be known is asked.
    tablet.fill(to_do, "Hora de cuentos 30 de febrero");
    tablet.see("El 30 de febrero no existe.");
    tablet.press("Dejarlo como texto");
    tablet.key(key::ENTER);
    see_lines(&tablet, "Alcance: por hacer", &["presentaciones en clase", "Hora de cuentos 30 de febrero"]);
    tablet.press("Hecho: presentaciones en clase");
    tablet.until("the question having the focus", "return document.activeElement === control('¿En qué quedó?')", &[]);
    tablet.keys("Dos maestras quieren más");
    tablet.key(key::ENTER);
    see_lines(&tablet, "Alcance: hecho", &["presentaciones en clase"]);
    tablet.see("Hecho: hoy · Dos maestras quieren más");
    see_clean(&tablet, "the week in Spanish");
    // A thought becomes an event, and each leads to the other with one tap.
    plan(&tablet, "Nueva línea: Rumbo / ideas de programas", "Club de lectura de verano");
    let more = "const line = [...document.querySelectorAll('.task')].find(e => e.innerText.includes(arguments[0])); \
                const button = line?.querySelector('.task-more .more-button'); const isOpen = () => button?.ariaExpanded === 'true'; \
                if (!isOpen()) button?.click(); return isOpen()";
    tablet.until("what else is done with it", more, &[json!("Club de lectura")]);
    tablet.press("Convertir en evento");
    tablet.see_value("Nombre del evento o programa", "Club de lectura de verano");
    tablet.fill("Fecha y hora", "2027-06-12T10:00");
    tablet.press("Listo");
    tablet.see("Del plan semanal");
    tablet.press("Club de lectura de verano");
    tablet.see("Se inició a partir de esto");
    tablet.go("Alcance");
    tablet.press("Semana");
    tablet.press("Evento: Club de lectura de verano");
    tablet.see("Del plan semanal");

    tablet.go("Comunidad");
    tablet.press("Hojas de trabajo");
    tablet.press("Revisión de relaciones");
    tablet.press("Llenarla");
    let question = "Anote los programas y servicios prometedores que otras personas compartieron sobre la conexión social \
                    y que quiere recordar.";
    tablet.fill(question, "Café y conversación");
    kept(&tablet, "Café y conversación", true);
    tablet.reload();
    tablet.see_value(question, "Café y conversación");
    see_clean(&tablet, "a worksheet in Spanish");
}

#[test]
fn lines_are_put_in_order_and_promises_kept_with_the_keyboard_alone() {
    let site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    tablet.visit_part("#/outreach/week");
    tablet.see("Outreach To-Do");
    for words in ["First", "Second", "Third"] {
        tablet.tab_to(TO_DO);
        tablet.keys(words);
        tablet.key(key::ENTER);
        tablet.see_value(TO_DO, "");
    }
    see_lines(&tablet, "Outreach To-Do", &["First", "Second", "Third"]);
    let focus = "const link = [...document.querySelectorAll('.task a.row')].find(a => a.innerText.includes(arguments[0])); \
                 link?.focus(); return document.activeElement === link";
    tablet.until("the line", focus, &[json!("Third")]);
    tablet.chord(&[key::ALT], key::UP);
    see_lines(&tablet, "Outreach To-Do", &["First", "Third", "Second"]);
    // The focus stays on what was moved, and where it is now is said.
    tablet.has_focus("Third");
    tablet.until(
        "the place being said",
        "return document.querySelector('.week .unseen').textContent === 'Third: 2 of 3'",
        &[],
    );
    tablet.chord(&[key::ALT], key::UP);
    see_lines(&tablet, "Outreach To-Do", &["Third", "First", "Second"]);
    tablet.until("the line", focus, &[json!("Second")]);
    tablet.chord(&[key::ALT], key::RIGHT);
    let indent = "return [...document.querySelectorAll('.task')].map(task => task.dataset.indent).join()";
    tablet.until("one being further in", &format!("return (() => {{ {indent} }})() === '0,0,1'"), &[]);
    assert_eq!(tablet.run("return document.activeElement.innerText.includes('Second')", &[]), Value::Bool(true));
    // It goes with the line that it belongs to.
    tablet.until("the line", focus, &[json!("First")]);
    tablet.chord(&[key::ALT], key::UP);
    see_lines(&tablet, "Outreach To-Do", &["First", "Second", "Third"]);
    tablet.reload();
    see_lines(&tablet, "Outreach To-Do", &["First", "Second", "Third"]);
}

#[test]
fn a_line_is_dragged_to_another_place() {
    only_in!(Chromium, "its protocol alone moves a mouse as a hand does; keys and buttons do the same in all");
    let site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    tablet.visit_part("#/outreach/week");
    for words in ["First", "Second", "Third"] {
        plan(&tablet, TO_DO, words);
    }
    see_lines(&tablet, "Outreach To-Do", &["First", "Second", "Third"]);
    let places = "const tasks = [...document.querySelectorAll('.task')]; tasks[1].scrollIntoView({ block: 'center' }); \
                  const [from, to] = [tasks[2].querySelector('.grip'), tasks[0]].map(e => e.getBoundingClientRect()); \
                  return [from.left + from.width / 2, from.top + from.height / 2, to.top + 5]";
    tablet.until("the list being still", "return !document.querySelector('[data-settling]')", &[]);
    let places: Vec<f64> = serde_json::from_value(tablet.run(places, &[])).unwrap();
    let mouse = |kind: &str, y: f64| {
        let event = json!({ "type": kind, "x": places[0], "y": y, "button": "left", "buttons": 1, "clickCount": 1 });
        tablet.chromium("Input.dispatchMouseEvent", event);
    };
    mouse("mousePressed", places[1]);
    mouse("mouseMoved", (places[1] + places[2]) / 2.0);
    mouse("mouseMoved", places[2]);
    tablet.until(
        "where it would stand being shown",
        "return document.querySelector('[data-over=before]') !== null",
        &[],
    );
    mouse("mouseReleased", places[2]);
    see_lines(&tablet, "Outreach To-Do", &["Third", "First", "Second"]);
    tablet.saved();
}
