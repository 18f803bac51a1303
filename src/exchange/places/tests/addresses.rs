//! Addresses as they are typed.

use super::*;
use crate::exchange::places::{Address, AddressError};

const PAGE: &str = "https://porch.example/app/";

fn at(page: Option<&'static str>, policy: &'static str) -> Scripted {
    Scripted { page, policy, ..Scripted::default() }
}

fn typed(typed: &str) -> Result<String, AddressError> {
    match Address::webdav(&at(Some(PAGE), ""), typed, "", "")? {
        Address::WebDav { url, .. } => Ok(url),
        Address::Couch { .. } => unreachable!(),
    }
}

#[test]
fn an_address_is_taken_as_it_is_typed() {
    for (words, url) in [
        ("https://cloud.example/remote.php/dav/files/anna", "https://cloud.example/remote.php/dav/files/anna/"),
        ("  cloud.example/Büro #1 ", "https://cloud.example/B%C3%BCro%20%231/"),
        ("davs://cloud.example/x/", "https://cloud.example/x/"),
        ("10.0.0.7:8443/dav", "https://10.0.0.7:8443/dav/"),
        ("localhost/dav", "https://localhost/dav/"),
        ("http://localhost:8080/dav", "http://localhost:8080/dav/"),
        ("./sync/", "https://porch.example/app/sync/"),
        ("/sync", "https://porch.example/sync/"),
    ] {
        assert_eq!(typed(words).as_deref(), Ok(url), "{words}");
    }
    for (words, error) in [
        ("  ", AddressError::Empty),
        ("porch", AddressError::NoAddress),
        ("\\\\server\\share", AddressError::NoAddress),
        ("ftp://a.example", AddressError::NoAddress),
        ("anna@", AddressError::NoAddress),
        ("http://cloud.example/", AddressError::Insecure),
    ] {
        assert_eq!(typed(words), Err(error), "{words}");
    }
    let blocked = Address::webdav(&at(Some(PAGE), "connect-src 'self'"), "cloud.example", "", "");
    assert_eq!(blocked, Err(AddressError::Blocked("https://cloud.example".into())));
    assert_eq!(Address::webdav(&at(None, ""), "./sync/", "", ""), Err(AddressError::NoAddress), "from no page");
    let page = at(Some("https://porch.example/app/index.html"), "");
    let Ok(Address::WebDav { url, .. }) = Address::webdav(&page, "./sync/", "", "") else { panic!() };
    assert_eq!(url, "https://porch.example/app/sync/");
}

#[test]
fn a_name_and_password_in_the_address_are_taken_out_of_it() {
    let page = at(None, "");
    let in_it = Address::webdav(&page, "https://zo%C3%AB:a%3Ab@a.example/x", "", "").unwrap();
    let (url, user, password) = ("https://a.example/x/".to_owned(), "zoë".to_owned(), "a:b".to_owned());
    assert_eq!(in_it, Address::WebDav { url: url.clone(), user, password });
    let beside = Address::webdav(&page, "https://zoe@a.example/x", " anna ", " word ").unwrap();
    assert_eq!(beside, Address::WebDav { url, user: "anna".into(), password: " word ".into() });
    assert_eq!(format!("{beside:?}"), "https://a.example/x/ as \"anna\"", "a password is written nowhere");
    let handed = serde_json::to_string(&beside.without_password()).unwrap();
    assert_eq!(handed, r#"{"way":"web_dav","url":"https://a.example/x/","user":"anna","password":""}"#);
    assert_eq!(serde_json::from_str::<Address>(&handed).unwrap(), beside.without_password());
}

#[test]
fn a_database_is_named_in_the_address_or_beside_it() {
    let couch = |typed: &str, name: &str| Address::couch(&at(None, ""), typed, name, "", "");
    let read = |url: &str, database: &str| {
        let (url, database) = (url.to_owned(), database.to_owned());
        Ok(Address::Couch { url, database, user: String::new(), password: String::new() })
    };
    assert_eq!(couch("couch.example:5984", "porch"), read("https://couch.example:5984/", "porch"));
    assert_eq!(couch("https://a.example/couch/porch", ""), read("https://a.example/couch/", "porch"));
    for name in ["", "Porch", "1porch", "porch light", "_users"] {
        assert_eq!(couch("https://a.example", name), Err(AddressError::NoName), "{name}");
    }
}
