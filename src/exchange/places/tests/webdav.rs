//! WebDAV, answer by answer.

use super::*;
use crate::exchange::places::WebDav;
use crate::model::text::Lang;
use crate::ports::http::Unsaid;

const BASE: &str = "https://a.example/dav/Büro #1";
const PAGE: &str = "<!DOCTYPE html><html><body>Sign in</body></html>";

fn place(http: &Rc<Scripted>) -> WebDav {
    WebDav::new(http.clone(), BASE, "Zoë", "pä:ß").unwrap()
}

/// What an answer to each question means.
fn reading(answer: Response) -> PlaceError {
    now(place(&Scripted::of([answer])).get("a.json")).unwrap_err()
}

fn writing(answer: Response) -> PlaceError {
    now(place(&Scripted::of([status(405), answer])).put("a.json", b"123")).unwrap_err()
}

fn listing(answer: Response) -> PlaceError {
    now(place(&Scripted::of([answer])).names("heads")).unwrap_err()
}

#[test]
fn a_file_is_asked_for_by_its_encoded_name_in_the_name_of_the_user() {
    let http = Scripted::of([says(200, "[1]")]);
    assert_eq!(now(place(&http).get("log/a b.json")).unwrap(), Some(b"[1]".to_vec()));
    assert_eq!(http.last("Authorization").as_deref(), Some("Basic Wm/Dqzpww6Q6w58="));
    assert_eq!(http.asked(), ["GET /dav/B%C3%BCro%20%231/log/a%20b.json"]);
    let nobody = Scripted::of([status(404)]);
    assert_eq!(now(WebDav::new(nobody.clone(), BASE, "", "").unwrap().get("x")), Ok(None));
    assert_eq!(nobody.last("Authorization"), None);
}

#[test]
fn folders_are_made_once_and_again_if_somebody_removes_them() {
    let http = Scripted::of([409, 409, 201, 201, 201, 201].map(status));
    let place = place(&http);
    now(place.put("log/t1/a.json", b"1")).unwrap();
    let base = "/dav/B%C3%BCro%20%231";
    let mkcol = |folder: &str| format!("MKCOL {base}{folder}");
    let put = |file: &str| format!("PUT {base}/{file}");
    let made = [mkcol("/log/t1/"), mkcol("/log/"), mkcol("/"), mkcol("/log/"), mkcol("/log/t1/")];
    assert_eq!(&http.asked()[..5], made);
    http.answers.borrow_mut().extend([201, 409, 405, 201].map(status).map(Ok));
    now(place.put("log/t1/b.json", b"1")).unwrap();
    now(place.put("log/t1/c.json", b"1")).unwrap();
    let again = [put("log/t1/b.json"), put("log/t1/c.json"), mkcol("/log/t1/"), put("log/t1/c.json")];
    assert_eq!(http.asked(), again);
}

#[test]
fn folders_that_cannot_be_made_are_not_tried_without_end() {
    let http = Scripted::of([409, 500].map(status));
    assert!(matches!(now(place(&http).put("log/a.json", b"1")), Err(PlaceError::Failed(_))));
    let http = Scripted::of([409, 201, 409, 409, 409, 201, 409, 409].map(status));
    assert!(matches!(now(place(&http).put("log/a.json", b"1")), Err(PlaceError::Failed(_))));
    let asked = http.asked();
    assert_eq!(asked.iter().filter(|asked| asked.starts_with("PUT")).count(), 2, "{asked:?}");
    // Who may make no folders may have one.
    let http = Scripted::of([403, 201].map(status));
    assert_eq!(now(place(&http).put("log/a.json", b"1")), Ok(()));
}

#[test]
fn what_is_there_is_never_put_again_whatever_the_server_heeds() {
    let http = Scripted::of([status(200)]);
    assert_eq!(now(place(&http).put_new("a.json", b"1")), Ok(false));
    let http = Scripted::of([404, 405, 412].map(status));
    assert_eq!(now(place(&http).put_new("a.json", b"1")), Ok(false));
    assert_eq!(http.last("If-None-Match").as_deref(), Some("*"));
    let http = Scripted::of([404, 405, 201].map(status));
    assert_eq!(now(place(&http).put_new("a.json", b"1")), Ok(true));
    // A server that does not know HEAD.
    let http = Scripted::of([status(405), says(200, "1")]);
    assert_eq!(now(place(&http).put_new("a.json", b"1")), Ok(false));
    let http = Scripted::of([with(status(200), "content-type", "text/html")]);
    assert!(matches!(now(place(&http).put_new("a.json", b"1")), Err(PlaceError::LoginPage(_))));
}

#[test]
fn what_is_gone_is_removed() {
    for there in [200, 204, 404, 410] {
        assert_eq!(now(place(&Scripted::of([status(there)])).remove("a.json")), Ok(()));
    }
    assert_eq!(now(place(&Scripted::of([status(403)])).remove("a.json")), Err(PlaceError::ReadOnly));
}

#[test]
fn a_listing_names_what_stands_in_the_folder_however_the_server_writes_it() {
    let list = |hrefs: &[&str]| {
        let responses = hrefs.iter().map(|href| format!("<d:response><d:href>{href}</d:href></d:response>"));
        let body = format!("<d:multistatus xmlns:d=\"DAV:\">{}</d:multistatus>", responses.collect::<String>());
        let http = Scripted::of([says(207, &body)]);
        let names = now(place(&http).names("log"));
        assert_eq!(http.last("Depth").as_deref(), Some("1"));
        names.unwrap()
    };
    let own = "/dav/B%C3%BCro%20%231/log";
    let slash = format!("{own}/");
    let whole = |name: &str| format!("https://a.example{own}/{name}");
    let (file, folder) = (format!("{own}/a%20b.json"), format!("{own}/t1/"));
    assert_eq!(list(&[&slash, &file, &folder]), ["a b.json", "t1"]);
    assert_eq!(list(&[own, &folder, "/dav/elsewhere/x", &format!("{own}/deep/er")]), ["t1"]);
    assert_eq!(list(&[&whole(""), &whole("a%23.json"), &whole("b/")]), ["a#.json", "b"]);
    assert_eq!(list(&["./", "a.json", "./b.json"]), ["a.json", "b.json"]);
    assert_eq!(list(&["/inside/log/", "/inside/log/a.json", "/inside/log/t/"]), ["a.json", "t"], "behind a proxy");
    assert_eq!(list(&[&slash]), [""; 0]);
    assert_eq!(list(&[]), [""; 0]);
    assert_eq!(now(place(&Scripted::of([status(404)])).names("log")), Ok(vec![]));
}

#[test]
fn each_refusal_is_told_as_what_it_is() {
    for way in [reading, writing, listing] {
        assert_eq!(way(status(401)), PlaceError::NotAllowed);
        assert_eq!(way(with(status(429), "retry-after", "120")), PlaceError::Busy(120));
        assert_eq!(way(status(503)), PlaceError::Busy(30));
        assert_eq!(way(status(423)), PlaceError::Busy(30));
        assert_eq!(way(status(507)), PlaceError::Full);
        assert!(matches!(way(status(504)), PlaceError::Unreachable(_)));
        assert!(matches!(way(status(511)), PlaceError::LoginPage(_)));
        assert!(matches!(way(status(500)), PlaceError::Failed(told) if told.starts_with("500 https://a.example/")));
        assert_eq!(way(with(status(302), "location", "/login")), PlaceError::LoginPage("/login".into()));
        assert!(matches!(way(from(says(200, PAGE), "https://wifi.example/")), PlaceError::LoginPage(_)));
        assert!(matches!(way(from(status(401), "https://b.example/dav")), PlaceError::LoginPage(_)));
    }
    assert_eq!(reading(status(403)), PlaceError::NotAllowed);
    assert_eq!(writing(status(403)), PlaceError::ReadOnly);
    assert_eq!(writing(status(405)), PlaceError::ReadOnly);
    assert_eq!(writing(status(413)), PlaceError::TooLarge(3));
    assert!(matches!(listing(status(405)), PlaceError::NotAPlace(_)));
    assert!(matches!(listing(status(501)), PlaceError::NotAPlace(_)));
    assert!(matches!(listing(says(207, "<feed/>")), PlaceError::NotAPlace(_)));
    assert!(matches!(listing(says(200, "{}")), PlaceError::NotAPlace(_)));
    assert!(matches!(listing(says(207, PAGE)), PlaceError::LoginPage(_)));
    assert!(matches!(listing(says(207, "<d:multistatus>")), PlaceError::Unreachable(_)));
    assert!(matches!(reading(says(200, PAGE)), PlaceError::LoginPage(_)));
    assert!(matches!(reading(with(says(200, "x"), "content-type", "Text/HTML; charset=x")), PlaceError::LoginPage(_)));
}

#[test]
fn a_server_that_moved_is_followed_and_one_that_wants_the_password_anew_is_named() {
    let moved = "https://b.example/dav/B%C3%BCro%20%231/a.json";
    let http = Scripted::of([from(says(200, "[1]"), moved)]);
    assert_eq!(now(place(&http).get("a.json")), Ok(Some(b"[1]".to_vec())));
    assert_eq!(reading(from(status(401), moved)), PlaceError::NotAPlace(moved.into()));
    // A file that comes from elsewhere is a file.
    let http = Scripted::of([from(says(200, "[1]"), "https://cdn.example/x?y")]);
    assert_eq!(now(place(&http).get("a.json")), Ok(Some(b"[1]".to_vec())));
}

#[test]
fn a_date_to_wait_for_is_meant_by_the_clock_of_the_server() {
    let busy = |until: &str, date: &str| {
        let answer = with(status(503), "retry-after", until);
        reading(if date.is_empty() { answer } else { with(answer, "date", date) })
    };
    let date = "Fri, 27 Nov 2026 23:59:30 GMT";
    assert_eq!(busy("Sat, 28 Nov 2026 00:01:00 GMT", date), PlaceError::Busy(90));
    assert_eq!(busy("Fri, 27 Nov 2026 10:00:00 GMT", date), PlaceError::Busy(1), "it is past");
    assert_eq!(busy("Sat, 28 Nov 2027 00:01:00 GMT", date), PlaceError::Busy(3_600), "an hour at most");
    assert_eq!(busy("999999999999", date), PlaceError::Busy(30));
    for odd in ["soon", "Sat, 28 Nov", "Sat, 99 Nov 2026 00:00:00 GMT", "a 1 ovD 2026 0:0:0"] {
        assert_eq!(busy(odd, date), PlaceError::Busy(30), "{odd}");
    }
    assert_eq!(busy("Sat, 28 Nov 2026 00:01:00 GMT", ""), PlaceError::Busy(30));
}

#[test]
fn why_nothing_answers_is_told_as_far_as_the_browser_tells() {
    let failed = |error: HttpError| {
        let http = Scripted::fails(error, Some("https://porch.example/app/"));
        now(WebDav::new(http, "https://a.example/dav", "", "").unwrap().get("x")).unwrap_err()
    };
    assert!(matches!(failed(HttpError::Unanswered("no".into())), PlaceError::Unreachable(told) if told.contains("no")));
    assert!(matches!(failed(HttpError::Silent), PlaceError::Unreachable(_)));
    let headers = ["Access-Control-Allow-Origin: https://porch.example;", "PROPFIND, MKCOL", "Depth, If-None-Match"];
    for (unsaid, told) in [
        (Unsaid::Origin, [true, true, true]),
        (Unsaid::Methods, [false, true, false]),
        (Unsaid::Headers, [false, false, true]),
        (Unsaid::MethodsOrHeaders, [false, true, true]),
    ] {
        let said = failed(HttpError::Hidden(unsaid)).message().say(Lang::En);
        assert_eq!(headers.map(|header| said.contains(header)), told, "{said}");
    }
    let opened = |address: &str, policy: &'static str| {
        let http = Scripted { page: Some("https://porch.example/app/"), policy, ..Scripted::default() };
        WebDav::new(Rc::new(http), address, "", "").map(drop)
    };
    assert_eq!(
        opened("https://a.example/", "connect-src 'self'"),
        Err(PlaceError::Blocked("https://a.example".into()))
    );
    assert_eq!(opened("http://a.example/", ""), Err(PlaceError::Insecure("http://a.example".into())));
    assert_eq!(opened("porch", ""), Err(PlaceError::NotAPlace("porch".into())));
    assert_eq!(opened("https://porch.example/sync/", "connect-src 'self'"), Ok(()));
}
