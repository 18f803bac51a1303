//! Trying a place, answer by answer.

use super::*;
use crate::exchange::places::WebDav;
use crate::exchange::places::probe::{ProbeError, Step, probe};
use crate::model::text::Lang;
use crate::work::memory::SeededIds;
use std::cell::Cell;

const NAME: &str = "00000000000000000000000000000007.json";

/// Probes a server that gives these answers; it is named after the last question.
fn tried(answers: Vec<Response>) -> (Result<(), ProbeError>, String) {
    let http = Scripted::of(answers);
    let ids = SeededIds(Cell::new(7));
    let place = WebDav::new(http.clone(), "https://a.example/", "", "").unwrap();
    let tried = now(probe(&place, &ids));
    (tried, http.asked().pop().unwrap_or_default())
}

fn name() -> String {
    let name = crate::ports::Ids::random(&SeededIds(Cell::new(7)));
    format!("{name:032x}.json")
}

fn listing(names: &[&str]) -> Response {
    let entry = |name: &&str| format!("<response><href>/probe/{name}</href></response>");
    says(207, &format!("<multistatus>{}</multistatus>", names.iter().map(entry).collect::<String>()))
}

/// What a server answers that does all of it.
fn good() -> Vec<Response> {
    let name = name();
    let bytes = format!("[\"Porchlight\",\"{name}\"]");
    vec![
        status(404),
        status(404),
        status(201),
        status(201),
        says(200, &bytes),
        listing(&["", &name]),
        status(204),
        status(404),
    ]
}

#[test]
fn a_place_that_does_all_of_it_passes() {
    let (tried, last) = tried(good());
    assert_eq!(tried, Ok(()));
    assert_eq!(last, format!("GET /probe/{}", name()));
    assert_eq!(NAME.len(), name().len());
}

#[test]
fn whatever_it_cannot_do_is_told() {
    let with = |at: usize, answer: Response| {
        let mut answers = good();
        answers[at] = answer;
        answers.truncate(at + 1);
        tried(answers).0.unwrap_err()
    };
    let failed = |step, cause| ProbeError { step, cause };
    assert_eq!(with(0, status(401)), failed(Step::List, Some(PlaceError::NotAllowed)));
    assert_eq!(with(1, status(200)), failed(Step::Write, None));
    assert_eq!(with(3, status(403)), failed(Step::Write, Some(PlaceError::ReadOnly)));
    assert_eq!(with(4, says(200, "[")), failed(Step::Read, None));
    assert_eq!(with(5, listing(&[""])), failed(Step::List, None));
    assert_eq!(with(6, status(403)), failed(Step::Remove, Some(PlaceError::ReadOnly)));
    assert_eq!(with(7, says(200, "[]")), failed(Step::Remove, None));
    let said = with(3, status(507)).message().say(Lang::En);
    assert!(said.starts_with("Saving a test file did not work. This place is full"), "{said}");
    let said = with(0, status(401)).message().say(Lang::Es);
    assert!(said.starts_with("El lugar no aceptó"), "{said}");
}
