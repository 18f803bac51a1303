//! What a page may ask: by its Content-Security-Policy, and by how it came itself.

use super::http::HttpError;
use super::url::Url;

/// Whether a page that came from `page`, under these policies, may ask at an address.
///
/// # Errors
/// [`HttpError::Blocked`] or [`HttpError::Insecure`].
pub fn may_reach(page: &Url, policies: &[String], url: &Url) -> Result<(), HttpError> {
    // Browsers make an exception of the tablet itself.
    let here = ["localhost", "127.0.0.1", "[::1]"].contains(&url.host()) || url.host().ends_with(".localhost");
    if page.is_secure() && !url.is_secure() && !here {
        return Err(HttpError::Insecure);
    }
    if policies.iter().all(|policy| allows(policy, page, url)) { Ok(()) } else { Err(HttpError::Blocked) }
}

/// Whether a Content-Security-Policy lets the page connect there.
fn allows(policy: &str, page: &Url, url: &Url) -> bool {
    let directive = |wanted: &str| {
        policy.split(';').find_map(|directive| {
            let (name, sources) = directive.trim().split_once(char::is_whitespace).unwrap_or((directive.trim(), ""));
            name.eq_ignore_ascii_case(wanted).then_some(sources)
        })
    };
    let Some(sources) = directive("connect-src").or_else(|| directive("default-src")) else { return true };
    sources.split_whitespace().any(|source| matches(source, page, url))
}

/// Whether one source of a policy means this address.
fn matches(source: &str, page: &Url, url: &Url) -> bool {
    let source = source.to_lowercase();
    // What is allowed without encryption is allowed with it.
    let scheme_is = |scheme: &str| scheme == url.scheme() || scheme == "http" && url.is_secure();
    if source == "'self'" {
        let same_port = page.port() == url.port() || page.port() == 80 && url.port() == 443;
        return scheme_is(page.scheme()) && page.host() == url.host() && same_port;
    }
    if source.starts_with('\'') {
        return false;
    }
    if source == "*" {
        return true;
    }
    if let Some(scheme) = source.strip_suffix(':') {
        return scheme_is(scheme);
    }
    let (scheme, rest) = source.split_once("://").unwrap_or((page.scheme(), &source));
    let (host, path) = rest.find('/').map_or((rest, ""), |end| rest.split_at(end));
    let (host, port) = match host.rfind(':').filter(|end| !host[*end..].contains(']')) {
        Some(end) => (&host[..end], Some(&host[end + 1..])),
        None => (host, None),
    };
    let host_is = match host.strip_prefix('*') {
        Some("") => true,
        Some(end) => url.host().ends_with(end),
        None => url.host() == host,
    };
    let port_is = match port {
        None => url.port() == if url.is_secure() { 443 } else { 80 },
        Some("*") => true,
        Some(port) => port.parse() == Ok(url.port()),
    };
    let asked = url.to_string().to_lowercase();
    let asked = &asked[url.origin().len()..];
    let path_is = if path.ends_with('/') { asked.starts_with(path) } else { path.is_empty() || asked == path };
    scheme_is(scheme) && host_is && port_is && path_is
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reach(page: &str, policy: &str, url: &str) -> Result<(), HttpError> {
        may_reach(&Url::parse(page).unwrap(), &[policy.to_owned()], &Url::parse(url).unwrap())
    }

    #[test]
    fn a_page_asks_where_its_policy_lets_it() {
        const PAGE: &str = "https://porch.example/app/";
        for (policy, url, may) in [
            ("", "https://a.example/", true),
            ("script-src 'none'", "https://a.example/", true),
            ("default-src 'none'", "https://a.example/", false),
            ("default-src 'none'; connect-src 'self'", "https://porch.example/sync/", true),
            ("default-src 'none'; connect-src 'self'", "https://porch.example:8443/sync/", false),
            ("default-src 'none'; connect-src 'self'", "https://a.example/", false),
            ("connect-src 'none'", "https://porch.example/", false),
            ("connect-src", "https://porch.example/", false),
            ("Connect-Src 'self' https://a.example", "https://a.example/dav", true),
            ("connect-src https://a.example", "https://a.example:8443/dav", false),
            ("connect-src https://a.example:*", "https://a.example:8443/dav", true),
            ("connect-src a.example:8443", "https://a.example:8443/dav", true),
            ("connect-src https://*.example", "https://deep.a.example/", true),
            ("connect-src https://*.a.example", "https://a.example/", false),
            ("connect-src https:", "https://a.example/", true),
            ("connect-src *", "https://a.example/", true),
            ("connect-src https://a.example/dav/", "https://a.example/dav/x", true),
            ("connect-src https://a.example/dav/", "https://a.example/other/", false),
        ] {
            let told = reach(PAGE, policy, url);
            assert_eq!(told, if may { Ok(()) } else { Err(HttpError::Blocked) }, "{policy} {url}");
        }
        let both = ["connect-src *".to_owned(), "connect-src 'self'".to_owned()];
        let other = Url::parse("https://a.example/").unwrap();
        assert_eq!(may_reach(&Url::parse(PAGE).unwrap(), &both, &other), Err(HttpError::Blocked), "each has its say");
    }

    #[test]
    fn a_page_that_came_encrypted_asks_nobody_in_the_open() {
        assert_eq!(reach("https://porch.example/", "", "http://10.0.0.7/dav"), Err(HttpError::Insecure));
        assert_eq!(reach("https://porch.example/", "", "http://localhost:8080/"), Ok(()));
        assert_eq!(reach("http://porch.example/", "", "http://10.0.0.7/dav"), Ok(()));
        assert_eq!(reach("http://porch.example/", "connect-src 'self'", "https://porch.example/"), Ok(()));
    }
}
