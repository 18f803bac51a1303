//! What the page must keep, whatever is built into it: nothing comes from elsewhere, nothing is sent elsewhere, and no
//! script stands in it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

/// Where anything may come from or go to. `blob:` and `data:` are what the app itself has made; the last one lets the
/// app's wasm run, and no text.
const OURS: [&str; 5] = ["'none'", "'self'", "blob:", "data:", "'wasm-unsafe-eval'"];

#[test]
fn the_page_allows_nothing_but_its_own_files() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/index.html")).unwrap();
    let (_, rest) = page.split_once("http-equiv=\"Content-Security-Policy\" content=\"").expect("a policy");
    let (policy, _) = rest.split_once('"').unwrap();
    let rules: Vec<Vec<&str>> = policy.split(';').map(|rule| rule.split_whitespace().collect()).collect();
    assert_eq!(rules[0], ["default-src", "'none'"], "what is not named is forbidden");
    for rule in &rules {
        let (name, from) = rule.split_first().unwrap();
        let scripts = name.starts_with("script");
        for source in from {
            assert!(OURS.contains(source), "{rule:?}");
            assert!(!scripts || !["blob:", "data:"].contains(source), "{rule:?}");
        }
    }
    let rule = |name: &str| rules.iter().find(|rule| rule[0] == name).map(|rule| rule[1..].to_vec());
    assert_eq!(rule("connect-src"), Some(vec!["'self'"]), "notes are sent nowhere");
    assert_eq!(rule("form-action"), Some(vec!["'none'"]));
    assert_eq!(rule("base-uri"), Some(vec!["'none'"]));
    for script in page.split("<script").skip(1) {
        let (tag, _) = script.split_once('>').unwrap();
        assert!(tag.contains(" src=\"") && !tag.contains("//"), "<script{tag}>");
    }
}
