//! Filters and searches of a list that somebody keeps under a name.
//!
//! They are a habit of one person, so they stay on the tablet, among its preferences, and under who uses it: a note would
//! travel to everybody, be in every export and never go. Whatever cannot be read any more is left out, and words that find
//! nothing any more are not kept: they may name somebody who was erased.

use crate::model::kind::Kind;
use serde::{Deserialize, Serialize};

/// The sentences of this module.
pub mod words {
    crate::words! {
        SAVED = "Saved filters", "Filtros guardados";
        SAVE = "Save this filter", "Guardar este filtro";
        EDIT = "Edit “{name}”", "Editar “{name}”";
        NAME = "Name of the filter", "Nombre del filtro";
        WHAT = "Only you see it, on this tablet.", "Solo usted lo ve, en esta tableta.";
        EVERYBODY = "Everyone’s", "De cualquier persona";
        KEEP = "Save", "Guardar";
        REMOVE = "Remove", "Quitar";
    }
}

/// A filter under its name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedFilter {
    /// What somebody calls it.
    pub name: String,
    /// The words that are looked for.
    #[serde(default)]
    pub words: String,
    /// Fields that must hold an answer: (field, answer).
    #[serde(default)]
    pub filters: Vec<(String, String)>,
    /// The key of the order.
    #[serde(default)]
    pub order: String,
}

/// A filter whose fields are those of a kind: what a list is narrowed to.
pub type Fields = Vec<(&'static str, String)>;

impl SavedFilter {
    /// The fields of it that a kind has.
    pub fn fields(&self, kind: &Kind) -> Fields {
        let known = |(key, answer): &(String, String)| Some((kind.field(key)?.key, answer.clone()));
        self.filters.iter().filter_map(known).collect()
    }

    /// Whether it narrows a list to the same.
    pub fn is_same(&self, words: &str, filters: &[(&'static str, String)], order: &str) -> bool {
        let has = |(key, answer): &(&'static str, String)| {
            self.filters.iter().any(|(known, held)| known == key && held == answer)
        };
        let as_many = self.filters.len() == filters.len();
        self.words.trim() == words.trim() && as_many && filters.iter().all(has) && self.order == order
    }
}

/// The filters of one list and one person, in the order in which they were kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedFilters(Vec<SavedFilter>);

impl SavedFilters {
    /// As they were kept; none where that cannot be read.
    pub fn read(kept: &str) -> SavedFilters {
        SavedFilters(serde_json::from_str(kept).unwrap_or_default())
    }

    /// As they are kept.
    pub fn written(&self) -> String {
        serde_json::to_string(&self.0).unwrap_or_default()
    }

    /// All of them.
    pub fn all(&self) -> &[SavedFilter] {
        &self.0
    }

    /// Keeps a filter. One of the same name goes, and so does the one that it was until now, in whose place it stands.
    pub fn keep(&mut self, filter: SavedFilter, was: Option<&str>) {
        let filter = SavedFilter { name: filter.name.trim().to_owned(), ..filter };
        let goes = |known: &SavedFilter| known.name == filter.name || Some(&*known.name) == was;
        let at = self.0.iter().position(|known| Some(&*known.name) == was).unwrap_or(self.0.len());
        let at = self.0.iter().take(at).filter(|known| !goes(known)).count();
        self.0.retain(|known| !goes(known));
        self.0.insert(at, filter);
    }

    /// Takes away those that look for words which find nothing any more. Whether there were such.
    pub fn forget_searches(&mut self, finds: impl Fn(&str) -> bool) -> bool {
        let before = self.0.len();
        self.0.retain(|known| known.words.trim().is_empty() || finds(&known.words));
        self.0.len() < before
    }

    /// Takes one away.
    pub fn remove(&mut self, name: &str) {
        self.0.retain(|known| known.name != name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::partners::kinds::partner::PARTNER;

    fn filter(name: &str, status: &str) -> SavedFilter {
        SavedFilter { name: name.into(), filters: vec![("status".into(), status.into())], ..SavedFilter::default() }
    }

    fn names(saved: &SavedFilters) -> Vec<&str> {
        saved.all().iter().map(|filter| &*filter.name).collect()
    }

    #[test]
    fn filters_are_kept_renamed_and_removed() {
        let mut saved = SavedFilters::default();
        saved.keep(filter(" Quiet ", "quiet"), None);
        saved.keep(filter("New", "new"), None);
        saved.keep(filter("Quiet", "lapsed"), None);
        assert_eq!(names(&saved), ["New", "Quiet"]);
        assert_eq!(saved.all()[1].filters[0].1, "lapsed", "the later one counts");
        saved.keep(filter("Newest", "new"), Some("New"));
        assert_eq!(names(&saved), ["Newest", "Quiet"], "it stands where it stood");
        saved.keep(filter("Quiet", "new"), Some("Newest"));
        assert_eq!(names(&saved), ["Quiet"]);
        assert_eq!(SavedFilters::read(&saved.written()), saved);
        saved.remove("Quiet");
        assert_eq!(saved, SavedFilters::default());
    }

    #[test]
    fn what_is_shown_is_known_as_the_filter_it_is() {
        let kept = filter("Quiet", "quiet");
        let fields = kept.fields(&PARTNER);
        assert_eq!(fields, [("status", "quiet".to_owned())]);
        assert!(kept.is_same(" ", &fields, ""));
        assert!(!kept.is_same("soup", &fields, ""));
        assert!(!kept.is_same("", &[], ""));
        assert!(!kept.is_same("", &fields, "changed"));
        let gone = SavedFilter { filters: vec![("mood".into(), "x".into())], ..SavedFilter::default() };
        assert_eq!(gone.fields(&PARTNER), []);
    }

    #[test]
    fn a_search_for_somebody_who_was_erased_is_not_kept() {
        let mut saved = SavedFilters::default();
        saved.keep(filter("Quiet", "quiet"), None);
        saved.keep(SavedFilter { name: "Rosa".into(), words: "rosa diaz".into(), ..SavedFilter::default() }, None);
        assert!(!saved.forget_searches(|_| true));
        assert!(saved.forget_searches(|words| words != "rosa diaz"));
        assert_eq!(names(&saved), ["Quiet"]);
        assert!(!saved.written().contains("rosa"));
    }

    #[test]
    fn what_cannot_be_read_is_no_filter() {
        for kept in ["", "nonsense", "{}", "[1]"] {
            assert_eq!(SavedFilters::read(kept), SavedFilters::default());
        }
    }

    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(words::ALL), Vec::<String>::new());
    }
}
