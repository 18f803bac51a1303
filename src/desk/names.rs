//! The names that a place of notes may hold.

/// The files and folders that stand at the top of a place.
const TOP: &[&str] = &["org.json", "heads", "log", "blobs", "snap", "probe"];
/// How many folders stand in one another at most, the file with them.
const DEPTH: usize = 5;
/// How long one name may be, in bytes.
const LONGEST: usize = 200;

/// Whether a path, with `/` between its parts and none at its ends, may stand in a place. The place itself, “”, may not.
pub fn may_stand(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    let top = parts.first().is_some_and(|top| TOP.contains(top));
    top && parts.len() <= DEPTH && parts.iter().all(|part| is_name(part))
}

/// Whether one part of a path is a name that means the same to every disk: letters, digits, `-`, `_` and `.`, and no file
/// that is hidden or half written.
pub fn is_name(part: &str) -> bool {
    let begins = part.bytes().next().is_some_and(|byte| byte.is_ascii_alphanumeric());
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    begins && part.len() <= LONGEST && part.bytes().all(plain) && !part.ends_with('.') && !part.ends_with(".tmp")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_holds_what_porchlight_puts_there_and_nothing_else() {
        for ours in ["org.json", "heads", "heads/00ff-1.json", "log/00ff-1/00ff-1-1-9-abc.json", "probe/00.json"] {
            assert!(may_stand(ours), "{ours}");
        }
        let others =
            ["", "/", ".", "..", "heads/..", "heads/../..", "heads/.hidden", "heads/", "heads//a", "taxes.xls"];
        for other in
            others.into_iter().chain(["log/a\\b", "log/a b", "log/a:b", "log/a.", "log/a.tmp", "log/ä", "log/a\0"])
        {
            assert!(!may_stand(other), "{other}");
        }
        assert!(!may_stand("log/a/b/c/d/e"), "folders without end");
        assert!(!may_stand(&format!("log/{}", "a".repeat(300))));
    }
}
