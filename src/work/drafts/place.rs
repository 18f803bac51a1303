//! A place where words are typed that belong to no form, such as the answer to a question: which words stand there,
//! when they are given to be kept, and when they become something else.

use crate::model::typed::{Of, Typed};

/// A place where words are typed. The words themselves stand in the control and are handed in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TypedPlace {
    /// Its name, and what its words belong to; none where nothing is kept.
    at: Option<(String, Option<Of>)>,
    /// Whether there is something typed that was not given to be kept.
    unkept: bool,
    /// Whether somebody typed there what did not become anything yet.
    waits: bool,
    /// The place that was emptied last, which takes the store a moment.
    emptied: Option<String>,
}

impl TypedPlace {
    /// Goes to another place, where these words are `known` to have been typed before. Gives what is to be kept of the
    /// place that is left, and what was typed in the new one.
    pub fn go(
        &mut self,
        text: &str,
        place: String,
        of: Option<Of>,
        known: Option<String>,
    ) -> (Option<Typed>, Option<String>) {
        let left = self.keep(text);
        let known = known.filter(|_| self.emptied.as_ref() != Some(&place));
        self.waits = known.is_some();
        self.at = Some((place, of));
        (left, known)
    }

    /// Leaves the place: what stands here from now on is not typed. Gives what is to be kept.
    pub fn leave(&mut self, text: &str) -> Option<Typed> {
        let left = self.keep(text);
        (self.at, self.waits) = (None, false);
        left
    }

    /// Somebody typed.
    pub fn write(&mut self) {
        (self.emptied, self.unkept, self.waits) = (None, true, true);
    }

    /// What the words belong to is known better by now.
    pub fn belongs_to(&mut self, of: Of) {
        if let Some((_, was)) = &mut self.at {
            *was = Some(of);
        }
    }

    /// Whether something stands there that was typed and did not become anything yet.
    pub fn waits(&self) -> bool {
        self.waits
    }

    /// What is to be kept now, if anything was typed since the last time.
    pub fn keep(&mut self, text: &str) -> Option<Typed> {
        if !std::mem::take(&mut self.unkept) {
            return None;
        }
        self.words(text)
    }

    /// These words could not be kept: that is tried again the next time, unless one has gone on from their place.
    pub fn not_kept(&mut self, typed: &Typed) {
        self.unkept |= self.is_at(&typed.place) && self.waits;
    }

    /// What stands there is given to become something else; none where it was not typed.
    pub fn give(&mut self, text: &str) -> Option<Typed> {
        (self.unkept, self.waits) = (false, false);
        self.words(text)
    }

    /// What was given could not become anything: it waits again, unless one has gone on from its place.
    pub fn refused(&mut self, given: &Typed) {
        self.waits |= self.is_at(&given.place);
    }

    /// Empties the place, because its words became something else already. Gives what the store is to be told.
    pub fn empty(&mut self) -> Option<Typed> {
        let words = self.give("")?;
        self.emptied = Some(words.place.clone());
        Some(Typed { of: None, ..words })
    }

    fn is_at(&self, place: &str) -> bool {
        self.at.as_ref().is_some_and(|(at, _)| at == place)
    }

    fn words(&self, text: &str) -> Option<Typed> {
        let (place, of) = self.at.clone()?;
        Some(Typed { place, text: text.to_owned(), of })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(place: &str) -> TypedPlace {
        let mut typed = TypedPlace::default();
        assert_eq!(typed.go("", place.to_owned(), None, None), (None, None));
        typed
    }

    fn words(place: &str, text: &str) -> Typed {
        Typed { place: place.into(), text: text.into(), of: None }
    }

    #[test]
    fn what_was_typed_is_kept_once_and_where_it_was_typed() {
        let mut place = at("a");
        assert_eq!(place.keep("untouched"), None, "nobody typed it");
        place.write();
        assert_eq!(place.keep("milk"), Some(words("a", "milk")));
        assert_eq!(place.keep("milk"), None, "it was given already");
        place.write();
        let (left, known) = place.go("milk and", "b".into(), None, Some("bread".into()));
        assert_eq!((left, known.as_deref()), (Some(words("a", "milk and")), Some("bread")));
        assert!(place.waits(), "what was typed there before still waits");
        assert_eq!(place.keep("bread"), None);
    }

    #[test]
    fn a_late_refusal_is_tried_again_only_where_it_was_typed() {
        let mut place = at("a");
        place.write();
        let kept = place.keep("milk").unwrap();
        place.not_kept(&kept);
        assert_eq!(place.keep("milk"), Some(kept.clone()));
        place.go("milk", "b".into(), None, None);
        place.not_kept(&kept);
        assert_eq!(place.keep("of the book"), None, "what stands elsewhere was not typed");
        place.refused(&kept);
        assert!(!place.waits());
    }

    #[test]
    fn what_was_given_waits_again_when_it_is_refused() {
        let mut place = at("a");
        place.write();
        let given = place.give("milk").unwrap();
        assert!(!place.waits());
        assert_eq!(place.keep("milk"), None, "given, it is not kept beside what it becomes");
        place.not_kept(&given);
        assert_eq!(place.keep("milk"), None, "a late refusal of an earlier try changes nothing of that");
        place.refused(&given);
        assert!(place.waits());
    }

    #[test]
    fn an_emptied_place_is_empty_at_once() {
        let mut place = at("a");
        place.write();
        assert_eq!(place.empty(), Some(words("a", "")));
        // The store still has them for a moment.
        assert_eq!(place.go("", "a".into(), None, Some("milk".into())), (None, None));
        place.write();
        assert_eq!(place.go("tea", "a".into(), None, Some("tea".into())).1.as_deref(), Some("tea"));
    }
}
