//! A photo at a visit is kept only while they agree, and goes with their consent.

use super::standing::{knock, maple};
use crate::canvass::kinds::visit::VISIT;
use crate::work::consent;
use crate::work::testing::*;

const PHOTO: &str = "data:image/jpeg;base64,/9j/4AAQSkZJRgABAQ";

fn finish(tablet: &Tablet, id: Id, consent: bool) -> Result<(), WorkError> {
    let known = tablet.work.state().book.record(VISIT.id, id).cloned();
    let mut draft = tablet.draft(VISIT.id, id, &[("photo", PHOTO)]);
    draft.set(known.as_deref(), "consent", Value::Bool(consent));
    now(tablet.work.run(Command::Finish(draft))).map(drop)
}

#[test]
fn a_photo_at_a_visit_goes_with_their_consent() {
    let tablet = Tablet::new(1);
    let door = maple(&tablet)[0];
    let (visit, _) = knock(&tablet, door, "talked");
    assert!(finish(&tablet, visit, false).is_err(), "nobody agreed to it");
    assert!(!holds(&stored(&tablet), PHOTO));
    finish(&tablet, visit, true).unwrap();
    assert!(holds(&stored(&tablet), PHOTO));
    now(tablet.work.run(consent::withdraw(VISIT.id, visit))).unwrap();
    assert!(!holds(&stored(&tablet), PHOTO), "it is gone from everything that is stored");
}
