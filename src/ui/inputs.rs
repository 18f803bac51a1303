//! What every field of the screens must keep, read from their source.

use std::path::{Path, PathBuf};

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let found = entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] });
    found.filter(|path| path.extension().is_some_and(|end| end == "rs") && !path.ends_with("inputs.rs")).collect()
}

/// Every element of this name in the screens' source: the file, and its markup.
fn elements(name: &str, end: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let of_file = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        let starts: Vec<usize> = text.match_indices(name).map(|(at, _)| at).collect();
        let markup = |at: usize| text[at..].split_once(end).map_or(&text[at..], |(markup, _)| markup).to_owned();
        starts.into_iter().map(|at| (path.clone(), markup(at))).collect::<Vec<_>>()
    };
    sources(&folder).into_iter().flat_map(of_file).collect()
}

/// A browser writes down what stands in a field, for filling it in again, outside of everything this app can erase.
#[test]
fn no_field_leaves_its_words_in_the_browsers_session_files() {
    let areas = elements("<textarea", "</textarea>");
    let typed = |markup: &String| !["\"checkbox\"", "\"radio\"", "\"file\""].iter().any(|like| markup.contains(like));
    let lines: Vec<_> = elements("<input", "/>").into_iter().filter(|(_, markup)| typed(markup)).collect();
    assert!(areas.len() >= 5 && lines.len() >= 10, "{} and {} were found", areas.len(), lines.len());
    // Chromium asks the form of a text area.
    let forms = elements("<form", ">");
    for (path, markup) in &areas {
        let inside = forms.iter().any(|(of, _)| of == path) || path.components().any(|part| part.as_os_str() == "form");
        assert!(inside || markup.contains("form=APART"), "{}: {markup}", path.display());
    }
    for (path, markup) in areas.into_iter().chain(lines).chain(forms) {
        assert!(markup.contains("autocomplete=\"off\""), "{}: {markup}", path.display());
    }
}
