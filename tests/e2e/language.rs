//! Spanish through and through.

use crate::tablet::turns::one_engine;
use crate::tablet::{Site, Tablet};
use porchlight::capabilities::kinds::KINDS;
use porchlight::model::field::Field;
use porchlight::model::text::Text;
use serde_json::json;
use std::collections::BTreeSet;

/// Every English sentence of the interface that is said in other words in Spanish.
fn english() -> BTreeSet<&'static str> {
    let sentences = [
        porchlight::ui::words::ALL,
        porchlight::ui::sync_words::ALL,
        porchlight::canvass::words::ALL,
        porchlight::events::promotion::words::ALL,
        porchlight::events::report::words::ALL,
        porchlight::checks::words::ALL,
        porchlight::hubs::words::ALL,
        porchlight::events::words::ALL,
        porchlight::events::closing::words::ALL,
        porchlight::interviews::words::ALL,
        porchlight::work::consent::words::ALL,
        porchlight::findings::evidence::words::ALL,
        porchlight::interviews::coverage::words::ALL,
        porchlight::findings::report::words::ALL,
        porchlight::week::words::ALL,
        porchlight::work::status::words::ALL,
        porchlight::work::command::words::ALL,
        porchlight::work::error::words::ALL,
        porchlight::model::check::words::ALL,
    ];
    let sentences = sentences.into_iter().flatten().map(|(_, text)| *text);
    let of_field = |field: &'static Field| {
        let offered = field.offered().iter().map(|choice| choice.label);
        [field.label, field.help].into_iter().chain(offered).collect::<Vec<Text>>()
    };
    let of_kinds = KINDS.iter().flat_map(|kind| {
        let own = [kind.name, kind.plural, kind.new, kind.purpose];
        let sections = kind.sections.iter().map(|section| section.name);
        own.into_iter().chain(sections).chain(kind.fields().flat_map(of_field)).collect::<Vec<Text>>()
    });
    let all: Vec<Text> = sentences.chain(of_kinds).collect();
    let spanish: BTreeSet<&str> = all.iter().map(|text| text.es).collect();
    // A word that is Spanish too ("No", "Idea") proves nothing; a language is called by its own name.
    let own = porchlight::ui::words::OTHER_LANGUAGE.en;
    all.iter().map(|text| text.en).filter(|en| !en.is_empty() && *en != own && !spanish.contains(en)).collect()
}

/// What is said on the page piece by piece: texts, names for the ear, placeholders.
const PIECES: &str = "
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const pieces = new Set();
    // What says that it is English, such as a question in the other language, is meant to be.
    const meant = (element) => element.closest('[lang]').lang === 'en';
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (shown(element) && !meant(element)) pieces.add(squeezed(walker.currentNode.data));
    }
    for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
        for (const element of document.querySelectorAll(`[${name}]`)) pieces.add(squeezed(element.getAttribute(name)));
    return [...pieces]";

#[test]
fn nothing_is_left_in_english() {
    one_engine!(Chromium, "every sentence comes from one table");
    let site = Site::open();
    let tablet = Tablet::visiting(&site);
    tablet.press("Practice with sample notes");
    tablet.press("Continue without a name");
    tablet.visit_part("#/settings");
    tablet.choose("Language", "Español");
    tablet.until("the page being Spanish", "return document.documentElement.lang === 'es'", &[]);
    tablet.see("Hoy Alcance Comunidad Directorio Informes");
    tablet.reload();
    tablet.until("the page still being Spanish", "return document.documentElement.lang === 'es'", &[]);

    let english = english();
    assert!(english.len() > 150, "only {} sentences to look for", english.len());
    let look = |place: &str| {
        let pieces: Vec<String> = serde_json::from_value(tablet.run(PIECES, &[])).unwrap();
        let found: Vec<&String> = pieces.iter().filter(|piece| english.contains(piece.as_str())).collect();
        assert!(found.is_empty(), "{place}: still English: {found:?}");
    };
    for (hash, words) in [
        ("#/today", "Para esta semana"),
        ("#/community", "Nuevo socio"),
        ("#/outreach/contact", "Anotar un contacto"),
        ("#/outreach/canvass", "Importar direcciones"),
        ("#/outreach/canvass/addresses", "Las notas reales no se mezclan"),
        ("#/outreach/canvass/heard", "Qué pasó"),
        ("#/outreach/canvass/guide", "Preguntas, en orden"),
        ("#/outreach/canvass/same", "Quizá la misma dirección"),
        ("#/outreach/interview", "Nueva entrevista"),
        ("#/outreach/interview/new", "¿Qué guía?"),
        ("#/outreach/guides", "Importar una guía"),
        ("#/outreach/guides/0", "Copiar y cambiar"),
        ("#/outreach/quotes", "citas"),
        ("#/outreach/themes", "Cuánto coinciden"),
        ("#/outreach/coverage", "Quién falta"),
        ("#/outreach/calendar", "Guardar como archivo de calendario"),
        ("#/community/worksheets", "Revisión de relaciones"),
        ("#/community/worksheets/0", "Reparar relaciones"),
        ("#/outreach/week", "Alcance: por hacer"),
        ("#/outreach/week/paste", "Se reconocen sus títulos"),
        ("#/outreach/follow-ups", "Seguimientos"),
        ("#/community/checks/partners", "Ningún socio necesita revisión"),
        ("#/community/checks/opportunities", "Ideas que nadie ha retomado"),
        ("#/community/checks/hubs", "Ahora no"),
        ("#/community/competencies", "Primero elija su nombre"),
        ("#/community/prompts", "Sacar una al azar"),
        ("#/reports/events", "Guardar como hoja de cálculo"),
        ("#/reports/referrals", "Nada abierto para esto, por necesidad"),
        ("#/reports/findings", "Hallazgos, cada uno"),
        ("#/reports/findings/report", "Revise antes de compartir"),
        ("#/directory", "Solo información pública"),
        ("#/directory/help", "toque una necesidad"),
        ("#/directory/help/1/0", "Nada abierto para esto"),
        ("#/directory/verify", "¿Tiene dos minutos?"),
        ("#/directory/paper", "Elija el papel"),
        ("#/directory/files", "Las notas reales no se mezclan"),
        ("#/directory/service", "Nuevo servicio"),
        ("#/reports", "Totales de sus notas"),
        ("#/sync", "Copias y almacenamiento"),
        ("#/settings", "Pleno sol"),
        ("#/who", "¿Quién usa esta tableta?"),
        ("#/conflicts", "Conflictos"),
        ("#/duplicates", "Duplicados"),
        ("#/sync/place", "Agregar un lugar"),
        ("#/deleted", "Eliminados recientemente"),
    ] {
        tablet.visit_part(hash);
        tablet.see(words);
        look(hash);
    }
    tablet.go("Alcance");
    tablet.press("Linden Street");
    tablet.see("Siguiente");
    tablet.press("Más");
    look("a street");
    tablet.go("Alcance");
    tablet.press("North side");
    tablet.see("Elija calles o lados");
    look("a turf");
    tablet.visit_part("#/outreach/canvass/guide");
    tablet.press("¿Qué sabe de la biblioteca?");
    tablet.see("Respuestas para elegir");
    look("a question");
    for (list, first, words) in [
        ("#/outreach/interview", ".list a.row", "Lo que se dijo"),
        ("#/outreach/quotes", ".list a.row", "Toque los temas"),
        ("#/reports/findings", ".findings a.row", "Contado en las puertas"),
    ] {
        tablet.visit_part(list);
        tablet.visit_first(first);
        tablet.see(words);
        look(list);
    }
    tablet.visit_part("#/outreach/interview/new");
    tablet.press("Siguiente: consentimiento");
    tablet.see("Acepta:");
    look("the question for consent");
    tablet.choose_of("Pueden tomar notas de lo que digo");
    tablet.choose_of("Pueden grabar audio");
    tablet.press("Empezar");
    tablet.see("Preguntar después");
    look("an interview being held");
    tablet.visit_part("#/community/worksheets");
    tablet.visit_first(".group a.row");
    tablet.see("Día, quién y sobre qué");
    look("a worksheet being filled in");
    tablet.visit_part("#/outreach/event");
    tablet.press("Table at the fall fair");
    tablet.press("Difusión");
    tablet.see("Quién debe enterarse");
    tablet.until_there(".rows input[type=checkbox]");
    tablet.run("document.querySelector('.rows input[type=checkbox]').click()", &[]);
    tablet.see("Marcar 1 como avisado");
    look("promotion");
    tablet.press("Volante");
    tablet.see("Tiras para arrancar abajo");
    look("a flyer");
    tablet.go("Comunidad");
    tablet.press("Puntos de acceso");
    tablet.press("Río Verde School");
    tablet.see("En las mesas");
    look("a hub");
    tablet.press("Lista de reposición");
    tablet.see("Suficiente para");
    look("a restock list");
    tablet.visit_part("#/outreach/event");
    let event = tablet.visit_first(".list a.row");
    tablet.see("Hacerlo otra vez");
    look("an event");
    tablet.visit_part(&format!("{event}/tally"));
    tablet.see("Llegó un grupo");
    look("a tally");
    tablet.visit_part(&format!("{event}/close"));
    tablet.see("¿Se realizó?");
    look("the card that closes an event");
    tablet.visit_part("#/community/hub");
    tablet.press("Río Verde School");
    tablet.press("Contar");
    tablet.see("Diferencias hasta ahora");
    look("a count");
    tablet.go("Comunidad");
    tablet.press("Escuela Primaria Río Verde");
    tablet.see("Historial: quién cambió qué");
    look("a partner");
    tablet.press("Editar");
    tablet.see("Estado de la relación");
    look("a partner's form");
    tablet.visit_part(&format!("#/community/partner/{:032x}/edit", 7));
    tablet.press("Listo");
    tablet.see("Corrija 1 dato");
    look("a form with a problem");
    tablet.run("document.activeElement.blur()", &[json!(null)]);
    tablet.key('?');
    tablet.see("Atajos de teclado");
    look("the help");
}
