//! What a WebDAV server says stands in a folder: an XML document of `response`s with an `href` each.

/// Why no listing can be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum NotListing {
    /// It is a page for people.
    #[error("it is a page for people")]
    Page,
    /// It breaks off.
    #[error("it breaks off")]
    Cut,
    /// It is something else.
    #[error("it is not a listing")]
    Other,
}

/// How deep elements may stand in one another. A listing needs six.
const DEPTH: usize = 32;

/// The addresses that are listed, as they are written. Reads no more of XML than a listing needs, whatever its elements
/// are prefixed with, and follows no entities but those of letters.
pub(super) fn hrefs(bytes: &[u8]) -> Result<Vec<String>, NotListing> {
    let text = std::str::from_utf8(bytes).map_err(|_| NotListing::Other)?;
    let mut rest = text.trim_start_matches('\u{feff}');
    let mut open: Vec<&str> = Vec::new();
    let mut said = String::new();
    let (mut found, mut href, mut gone, mut whole) = (Vec::new(), None, false, false);
    while let Some(at) = rest.find('<') {
        said.push_str(&letters(&rest[..at]));
        rest = &rest[at..];
        if let Some(cdata) = rest.strip_prefix("<![CDATA[") {
            let (inside, after) = cdata.split_once("]]>").ok_or(NotListing::Cut)?;
            said.push_str(inside);
            rest = after;
            continue;
        }
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->").ok_or(NotListing::Cut)?.1;
            continue;
        }
        if let Some(instruction) = rest.strip_prefix("<?") {
            rest = instruction.split_once("?>").ok_or(NotListing::Cut)?.1;
            continue;
        }
        if rest.starts_with("<!") {
            // Declarations make entities, and those make bombs; a listing has none.
            let page = rest.get(..14).is_some_and(|begins| begins.eq_ignore_ascii_case("<!doctype html"));
            return Err(if page { NotListing::Page } else { NotListing::Other });
        }
        let end = end(rest).ok_or(NotListing::Cut)?;
        let tag = &rest[1..end];
        rest = &rest[end + 1..];
        let (closes, tag) = tag.strip_prefix('/').map_or((false, tag), |tag| (true, tag));
        let (closed, tag) = tag.strip_suffix('/').map_or((false, tag), |tag| (true, tag));
        let name = tag.split(char::is_whitespace).next().unwrap_or_default();
        let name = name.rsplit(':').next().unwrap_or_default();
        if !closes {
            match open.len() {
                0 if name.eq_ignore_ascii_case("html") => return Err(NotListing::Page),
                0 if name != "multistatus" || whole => return Err(NotListing::Other),
                DEPTH.. => return Err(NotListing::Other),
                _ => {}
            }
            if open == ["multistatus"] {
                (href, gone) = (None, false);
            }
            open.push(name);
            said.clear();
        }
        if closes || closed {
            match &open[..] {
                ["multistatus", "response", "href"] => href = Some(said.trim().to_owned()),
                // What is said of the whole entry: that it is not there after all.
                ["multistatus", "response", "status"] => {
                    gone = said.split(' ').nth(1).is_some_and(|said| said >= "400")
                }
                ["multistatus", "response"] if !gone => found.extend(href.take()),
                _ => {}
            }
            if open.pop() != Some(name) {
                return Err(NotListing::Other);
            }
            whole = open.is_empty();
            said.clear();
        }
    }
    match (whole, open.is_empty()) {
        (true, _) => Ok(found),
        (false, false) => Err(NotListing::Cut),
        (false, true) => Err(NotListing::Other),
    }
}

/// Where a tag ends: at the first `>` that stands in no quotes.
fn end(tag: &str) -> Option<usize> {
    let mut quote = None;
    tag.bytes().position(|byte| {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
        quote.is_none() && byte == b'>'
    })
}

/// Text with its entities as letters.
fn letters(text: &str) -> String {
    let mut said = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        said.push_str(&rest[..at]);
        rest = &rest[at..];
        let letter = rest.find(';').filter(|end| *end < 12).and_then(|end| {
            let name = &rest[1..end];
            let number = name.strip_prefix("#x").or(name.strip_prefix("#X")).map(|hex| u32::from_str_radix(hex, 16));
            let number = number.or_else(|| name.strip_prefix('#').map(str::parse));
            let letter = match (name, number) {
                (_, Some(number)) => char::from_u32(number.ok()?)?,
                ("amp", _) => '&',
                ("lt", _) => '<',
                ("gt", _) => '>',
                ("quot", _) => '"',
                ("apos", _) => '\'',
                _ => return None,
            };
            Some((letter, end))
        });
        let (letter, end) = letter.unwrap_or(('&', 0));
        said.push(letter);
        rest = &rest[end + 1..];
    }
    said.push_str(rest);
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<String>, NotListing> {
        hrefs(text.as_bytes())
    }

    #[test]
    fn listings_of_any_server_are_read() {
        let apache = r#"<?xml version="1.0" encoding="utf-8"?>
<D:multistatus xmlns:D="DAV:" xmlns:ns0="DAV:">
<D:response xmlns:lp1="DAV:"><D:href>/dav/</D:href><D:propstat><D:prop><lp1:resourcetype><D:collection/></lp1:resourcetype>
</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>
<D:response><D:href>/dav/a%20b.json</D:href><D:propstat><D:status>HTTP/1.1 404 Not Found</D:status></D:propstat></D:response>
</D:multistatus>"#;
        assert_eq!(read(apache).unwrap(), ["/dav/", "/dav/a%20b.json"]);
        let plain = "\u{feff}<multistatus xmlns='DAV:' a=\"x>y\"><!-- <response> --><response><href>\n x&amp;y&#x2F;&#47;&bogus;\n\
                     </href></response><response><href><![CDATA[a<b]]></href><status>HTTP/1.1 200 OK</status></response>\
                     <response><status>HTTP/1.1 404 Not Found</status><href>gone</href></response>\
                     <response><propstat><prop><owner><href>/users/me</href></owner></prop></propstat><href>z</href></response>\
                     <responsedescription>all</responsedescription></multistatus>\n";
        assert_eq!(read(plain).unwrap(), ["x&y//&bogus;", "a<b", "z"]);
        assert_eq!(read("<a:multistatus/>").unwrap(), [""; 0]);
    }

    #[test]
    fn what_is_no_whole_listing_is_told() {
        let bomb = "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\">]><multistatus>&lol;</multistatus>";
        assert_eq!(read(bomb), Err(NotListing::Other));
        let deep = format!("<multistatus>{}", "<a>".repeat(100_000));
        assert_eq!(read(&deep), Err(NotListing::Other));
        for page in ["<!DOCTYPE html><html>", "\n<!doctype HTML>", "<html lang='en'><body>", "<HTML>"] {
            assert_eq!(read(page), Err(NotListing::Page), "{page}");
        }
        for other in ["", "{}", "<feed></feed>", "<multistatus></b></multistatus>", "</multistatus>"] {
            assert_eq!(read(other), Err(NotListing::Other), "{other}");
        }
        assert_eq!(hrefs(b"<multistatus>\xff</multistatus>"), Err(NotListing::Other));
    }

    #[test]
    fn wherever_it_breaks_off_it_is_not_taken_for_less() {
        let whole = "<d:multistatus xmlns:d=\"DAV:\"><d:response><d:href>/a/b</d:href></d:response></d:multistatus>";
        for end in 1..whole.len() {
            let cut = read(&whole[..end]);
            assert!(cut.is_err(), "{cut:?} {}", &whole[..end]);
        }
        assert_eq!(read(whole).unwrap(), ["/a/b"]);
    }
}
