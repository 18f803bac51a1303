//! Addresses on the web, as far as a place needs them: a server, and names of folders below it.

use std::fmt::{self, Write};

/// An address of a server, or of a file or folder there. Whatever a name holds, it is written so that the server reads
/// that name: spaces, `#` and umlauts are letters like any other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Url {
    secure: bool,
    /// The name of the server, with its port if one is given.
    host: String,
    /// The names of the folders, as people read them.
    path: Vec<String>,
    /// Whether it ends with `/`, as that of a folder does.
    folder: bool,
}

impl Url {
    /// Reads an address, whether its names are encoded yet or not; none if it begins with no `http://` or `https://`,
    /// or names no server. A name and password in front of the server are left out.
    pub fn parse(text: &str) -> Option<Url> {
        let (scheme, rest) = text.trim().split_once("://")?;
        let secure = match scheme {
            _ if scheme.eq_ignore_ascii_case("https") => true,
            _ if scheme.eq_ignore_ascii_case("http") => false,
            _ => return None,
        };
        let (host, path) = rest.find(['/', '?', '#']).map_or((rest, ""), |end| rest.split_at(end));
        let host = host.rsplit('@').next()?.to_lowercase();
        let host = host.strip_suffix(if secure { ":443" } else { ":80" }).unwrap_or(&host);
        let odd = |c: char| c.is_whitespace() || c.is_control() || "<>\"\\^`{|}%".contains(c);
        if host.is_empty() || host.starts_with(':') || host.contains(odd) {
            return None;
        }
        Some(Url { secure, host: host.to_owned(), path: names(path), folder: path.is_empty() || path.ends_with('/') })
    }

    /// Whether what is sent there is encrypted.
    pub fn is_secure(&self) -> bool {
        self.secure
    }

    /// The name of the server, without its port.
    pub fn host(&self) -> &str {
        let end = self.host.rfind(':').filter(|end| !self.host[*end..].contains(']'));
        &self.host[..end.unwrap_or(self.host.len())]
    }

    /// The port that is asked.
    pub fn port(&self) -> u16 {
        let given = self.host[self.host().len()..].strip_prefix(':').and_then(|port| port.parse().ok());
        given.unwrap_or(if self.secure { 443 } else { 80 })
    }

    /// Whose answers a page may read without being allowed to: pages of the same server.
    pub fn origin(&self) -> String {
        format!("{}://{}", self.scheme(), self.host)
    }

    /// How it is spoken to: `http` or `https`.
    pub fn scheme(&self) -> &'static str {
        if self.secure { "https" } else { "http" }
    }

    /// The names of the folders on the way there, and its own.
    pub fn path(&self) -> &[String] {
        &self.path
    }

    /// What stands below it under this name, which may lead through folders: `log/a.json`. A name that ends with `/`
    /// is that of a folder.
    pub fn below(&self, name: &str) -> Url {
        let more = name.split('/').filter(|name| !name.is_empty()).map(str::to_owned);
        let path = self.path.iter().cloned().chain(more).collect();
        Url { path, folder: name.is_empty() || name.ends_with('/'), ..self.clone() }
    }

    /// The folder that it stands in; none for the server itself.
    pub fn parent(&self) -> Option<Url> {
        let (_, path) = self.path.split_last()?;
        Some(Url { path: path.to_vec(), folder: true, ..self.clone() })
    }

    /// The same address as that of a folder.
    pub fn as_folder(&self) -> Url {
        Url { folder: true, ..self.clone() }
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.origin())?;
        self.path.iter().try_for_each(|name| write!(f, "/{}", encoded(name)))?;
        if self.folder { f.write_str("/") } else { Ok(()) }
    }
}

/// The names of a path, decoded.
pub fn names(path: &str) -> Vec<String> {
    let mut names = Vec::new();
    for name in path.split('/') {
        match name {
            "" | "." => {}
            ".." => drop(names.pop()),
            _ => names.push(decoded(name)),
        }
    }
    names
}

/// A name as it is written in an address.
pub fn encoded(name: &str) -> String {
    let mut written = String::with_capacity(name.len());
    for byte in name.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => written.push(char::from(byte)),
            // Writing to a string does not fail.
            _ => _ = write!(written, "%{byte:02X}"),
        }
    }
    written
}

/// What an address writes, as a name. A `%` that encodes nothing is a letter.
pub fn decoded(written: &str) -> String {
    let bytes = written.as_bytes();
    let digit = |at: usize| bytes.get(at).and_then(|digit| char::from(*digit).to_digit(16));
    let (mut name, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while at < bytes.len() {
        match (bytes[at], digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                name.push((high * 16 + low) as u8);
                at += 3;
            }
            (byte, ..) => {
                name.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(name).unwrap_or_else(|_| written.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_written_as_servers_read_it() {
        let written = |text: &str| Url::parse(text).map(|url| url.to_string());
        for (typed, address) in [
            ("https://Cloud.example:443", "https://cloud.example/"),
            (" http://10.0.0.7:8080/dav ", "http://10.0.0.7:8080/dav"),
            ("HTTPS://a.example/Büro #1/50%/", "https://a.example/B%C3%BCro%20%231/50%25/"),
            ("https://a.example/B%C3%BCro%20%231/50%25/", "https://a.example/B%C3%BCro%20%231/50%25/"),
            ("https://a.example/a/./b/../c//d?e", "https://a.example/a/c/d%3Fe"),
            ("https://[fe80::1]:8443/x", "https://[fe80::1]:8443/x"),
            ("https://anna:secret@a.example/x", "https://a.example/x"),
            ("https://a.example/%FF", "https://a.example/%25FF"),
        ] {
            assert_eq!(written(typed).as_deref(), Some(address), "{typed}");
            assert_eq!(written(address).as_deref(), Some(address), "written again");
        }
        for nothing in ["", "a.example", "ftp://a.example", "https://", "https:///x", "https://a b/", "https://:80/"] {
            assert_eq!(written(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn an_address_leads_down_and_up() {
        let base = Url::parse("https://a.example:8443/Büro").unwrap();
        assert_eq!(base.below("log/a b.json").to_string(), "https://a.example:8443/B%C3%BCro/log/a%20b.json");
        assert_eq!(base.below("log/").to_string(), "https://a.example:8443/B%C3%BCro/log/");
        assert_eq!(base.below("").to_string(), "https://a.example:8443/B%C3%BCro/");
        assert_eq!(base.below("log/").parent(), Some(base.as_folder()));
        assert_eq!(base.parent().unwrap().to_string(), "https://a.example:8443/");
        assert_eq!(base.parent().unwrap().parent(), None);
        assert_eq!((base.host(), base.port(), &*base.origin()), ("a.example", 8443, "https://a.example:8443"));
        let other = Url::parse("http://[::1]/").unwrap();
        assert_eq!((other.host(), other.port(), other.is_secure()), ("[::1]", 80, false));
    }
}
