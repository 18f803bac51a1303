//! The directory of services: what somebody needs is typed, and the answer says how sure it is.

use crate::accessibility::see_clean;
use crate::canvass::KEPT;
use crate::canvass::{bring_street, open_street};
use crate::tablet::turns::one_engine;
use crate::tablet::{Site, Tablet};

#[test]
fn what_is_needed_is_typed_and_an_answer_is_open_only_once_it_was_verified() {
    one_engine!(Firefox, "what is open and which answer stands first is decided natively");
    let site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    tablet.visit_part("#/directory/service");
    tablet.press("New service");
    tablet.fill("Name", "Noon meal");
    tablet.choose("What it helps with", "Food");
    tablet.fill("When it is open", "24/7");
    tablet.fill("Phone", "860-555-0171");
    tablet.press("Done");
    tablet.saved();

    tablet.visit_part("#/directory/help");
    tablet.fill("What is needed?", "comdia hoy");
    tablet.see("Looking for: Food");
    tablet.see("The best we know: 1 answer");
    tablet.see("Call first");
    tablet.see("Nobody has checked this yet.");
    see_clean(&tablet, "find help");
    let calls = "return !!document.querySelector('.entry a[href=\"tel:8605550171\"]')";
    tablet.until("the number being called with one tap", calls, &[]);

    tablet.press("Verify");
    tablet.choose("What you learned", "Still so");
    tablet.press("Done");
    tablet.saved();
    tablet.visit_part("#/directory/help");
    tablet.choose_of("Food");
    tablet.see("Open now, 24 hours");
    tablet.see("Checked today by M.");
    tablet.visit_part("#/directory");
    tablet.visit_part("#/directory/help");
    tablet.fill("What is needed?", "zebra");
    tablet.see("We know of no service for this");
}

/// A service with these fields, in Spanish.
fn agregar(tablet: &Tablet, name: &str, phone: &str) {
    tablet.visit_part("#/directory/service");
    tablet.press("Nuevo servicio");
    tablet.fill("Nombre", name);
    tablet.choose("En qué ayuda", "Comida");
    tablet.fill("Cuándo está abierto", "24/7");
    tablet.fill("Teléfono", phone);
    tablet.press("Listo");
    tablet.see_chip("Guardado en esta tableta");
}

#[test]
fn with_no_network_and_in_spanish_one_asks_gets_three_answers_refers_and_reads_the_report() {
    let mut site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    tablet.until("the app being kept", KEPT, &[]);
    tablet.visit_part("#/settings");
    tablet.choose("Language", "Español");
    tablet.see("Ajustes");
    for (name, phone) in [("Comida del sol", "860-555-0171"), ("Despensa", "860-555-0172"), ("Sopa", "860-555-0173")] {
        agregar(&tablet, name, phone);
    }
    site.go_away();
    tablet.reload();
    tablet.visit_part("#/directory/help");
    tablet.fill("¿Qué se necesita?", "comida hoy");
    tablet.see("Lo mejor que sabemos: 3 respuestas");
    tablet.press("Se le envió aquí: Sopa");
    tablet.see("Orientación anotada: Comida");
    tablet.see_chip("Guardado en esta tableta");
    tablet.see("¿Se acordó volver a llamar?");
    see_clean(&tablet, "a referral that was noted");
    // It can be taken back, and noted again.
    tablet.undo();
    tablet.see("Nada abierto para esto");
    tablet.press("Se le envió aquí: Sopa");
    tablet.press("Mañana");
    tablet.see("Orientación");
    tablet.see_chip("Guardado en esta tableta");
    tablet.press("Siguiente persona");
    tablet.fill("¿Qué se necesita?", "zebra");
    tablet.see("No conocemos ningún servicio para esto");
    tablet.see("Esto se anota como “Otro”");
    tablet.press("Nada abierto para esto");
    tablet.see("Orientación anotada: Otro");
    tablet.see_chip("Guardado en esta tableta");

    tablet.visit_part("#/reports/referrals");
    tablet.see("Nada abierto: 1 de 2 orientaciones en los últimos 12 meses");
    tablet.see("Nada abierto para esto, por necesidad");
    tablet.reload();
    tablet.see("Nada abierto: 1 de 2 orientaciones en los últimos 12 meses");
    tablet.visit_part("#/");
    tablet.see("Volver a llamar");
    tablet.press("Volver a llamar");
    tablet.see("No se guarda quién era.");
    tablet.press("Sí");
    tablet.see_chip("Guardado en esta tableta");
    tablet.visit_part("#/");
    tablet.not_see("Volver a llamar");
}

#[test]
fn a_need_heard_at_a_door_opens_its_answers_and_leads_back_with_all_that_was_typed() {
    one_engine!(Firefox, "forms and what they lead back to are the same in every engine");
    let site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    bring_street(&tablet, "Maple St 1-3", 3);
    open_street(&tablet, "Maple Street");
    tablet.press("Talked");
    tablet.fill("What did you hear?", "Half a sentence about");
    tablet.choose_of("Food");
    tablet.press("Find help: Food");
    tablet.see("We know of no service for this");
    tablet.press("Nothing open for this");
    tablet.see("Referral noted: Food");
    tablet.see_value("What did you hear?", "Half a sentence about");
    tablet.press("Done");
    tablet.saved();
    tablet.visit_part("#/directory/referral");
    tablet.see("At a door");
}

#[test]
fn services_are_verified_by_phone_one_after_the_other() {
    one_engine!(WebKit, "who is called next is decided natively");
    let site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    let add = |name: &str| {
        tablet.visit_part("#/directory/service");
        tablet.press("New service");
        tablet.fill("Name", name);
        tablet.choose("What it helps with", "Food");
        tablet.fill("When it is open", "24/7");
        tablet.fill("Phone", "860-555-0171");
        tablet.press("Done");
        tablet.saved();
    };
    add("Noon meal");
    tablet.visit_part("#/directory/verify");
    tablet.see("1 of 1");
    tablet.see("Do you have two minutes?");
    tablet.fill("When it is open", "Mon-Fri 9-5");
    tablet.see("Was: 24/7");
    see_clean(&tablet, "a call");
    tablet.press("Save what changed");
    tablet.see("Every service was verified lately");
    // It is one step, and the other tablets learn what changed.
    tablet.visit_part("#/directory/help");
    tablet.fill("What is needed?", "food");
    tablet.see("Checked today by M.");
    tablet.press("Noon meal");
    tablet.see("Mon-Fri 9-5");
    tablet.see("When it is open");

    add("Coat closet");
    tablet.visit_part("#/directory/verify");
    tablet.press("Could not reach");
    tablet.see("Every service was verified lately");
    tablet.visit_part("#/directory/help");
    tablet.fill("What is needed?", "coat closet");
    tablet.see("Not checked yet");
}
