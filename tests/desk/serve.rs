//! `serve`: the app, and beside it a place where tablets meet.

use super::http::{Answer, ask, request};
use super::started::Started;
use super::{Folder, run};
use std::fs;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::process::{Command, Stdio};

/// An app and an empty folder of notes.
fn folders(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("dist/index.html", "<p>front");
    folder.write("dist/app-0123456789abcdef_bg.wasm", b"\0asm....");
    folder.write("dist/manifest.webmanifest", "{}");
    folder.write("dist/sw.js", "self");
    folder.write("dist/sw.js.br", "packed");
    folder.write("dist/.hidden", "no");
    folder.write("secret.txt", "no");
    fs::create_dir(folder.0.join("notes")).unwrap();
    folder
}

fn started(folder: &Folder, more: &[&str]) -> Started {
    Started::with(&[&["--app", &folder.at("dist"), "--notes", &folder.at("notes")], more].concat())
}

fn get(at: &str, path: &str) -> Answer {
    ask(at, "GET", path, &[], b"")
}

/// Puts a file that is only there if none was.
fn put_new(at: &str, path: &str, body: &[u8]) -> u16 {
    ask(at, "PUT", path, &["If-None-Match: *"], body).status
}

#[test]
fn the_app_is_handed_out_as_a_good_host_does_it() {
    let folder = folders("app");
    let server = started(&folder, &[]);
    assert!(server.said.starts_with("Porchlight is at http://127.0.0.1:"), "{}", server.said);
    let front = get(&server.at, "/");
    assert_eq!((front.status, front.text(), front.said("content-type")), (200, "<p>front", "text/html; charset=utf-8"));
    assert_eq!(front.said("cache-control"), "no-cache");
    assert_eq!(front.said("content-security-policy"), "frame-ancestors 'none'");
    assert_eq!((front.said("x-frame-options"), front.said("x-content-type-options")), ("DENY", "nosniff"));
    assert_eq!(front.said("cross-origin-opener-policy"), "same-origin");

    let wasm = get(&server.at, "/app-0123456789abcdef_bg.wasm?v=1");
    assert_eq!((wasm.said("content-type"), wasm.body.as_slice()), ("application/wasm", &b"\0asm...."[..]));
    assert_eq!(wasm.said("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(get(&server.at, "/manifest.webmanifest").said("content-type"), "application/manifest+json");

    let packed = ask(&server.at, "GET", "/sw.js", &["Accept-Encoding: gzip, br"], b"");
    assert_eq!(
        (packed.text(), packed.said("content-encoding"), packed.said("vary")),
        ("packed", "br", "Accept-Encoding")
    );
    assert_eq!(get(&server.at, "/sw.js").text(), "self");

    let again = ask(&server.at, "GET", "/", &[&format!("If-None-Match: {}", front.said("etag"))], b"");
    assert_eq!((again.status, again.body.len()), (304, 0));
    let head = ask(&server.at, "HEAD", "/sw.js", &[], b"");
    assert_eq!((head.status, head.said("content-length"), head.body.len()), (200, "4", 0));
    assert_eq!(ask(&server.at, "PUT", "/sw.js", &[], b"x").status, 405);
    assert_eq!(folder.read("dist/sw.js"), b"self");

    for none in
        ["/nothing", "/.hidden", "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%ff", "/index.html/"]
    {
        assert_eq!(get(&server.at, none).status, 404, "{none}");
    }
}

#[test]
fn a_place_takes_files_lists_them_gives_them_back_and_removes_them() {
    let folder = folders("place");
    let server = started(&folder, &[]);
    let at = server.at.as_str();
    let found = ask(at, "OPTIONS", "/sync/", &[], b"");
    assert_eq!((found.status, found.said("dav").contains('1')), (200, true));
    assert_eq!(found.said("cache-control"), "no-store");

    assert_eq!(put_new(at, "/sync/heads/7-1.json", b"x"), 409, "the folder is not there");
    assert_eq!(ask(at, "MKCOL", "/sync/heads/", &[], b"").status, 201);
    assert_eq!(ask(at, "MKCOL", "/sync/heads/", &[], b"").status, 405);
    assert_eq!(put_new(at, "/sync/heads/7-1.json", b"{\"first\":1}"), 201);
    assert_eq!(put_new(at, "/sync/heads/7-1.json", b"{\"second\":2}"), 412);
    let read = get(at, "/sync/heads/7-1.json");
    assert_eq!((read.text(), read.said("content-type")), ("{\"first\":1}", "application/json"));
    assert_eq!((read.said("cache-control"), read.said("x-content-type-options")), ("no-store", "nosniff"));
    assert_eq!(ask(at, "PUT", "/sync/heads/7-1.json", &[], b"third").status, 204);
    assert_eq!(folder.read("notes/heads/7-1.json"), b"third");
    assert_eq!(put_new(at, "/sync/org.json", b"{}"), 201);

    let top = ask(at, "PROPFIND", "/sync/", &["Depth: 1"], b"");
    assert_eq!(top.status, 207);
    for named in ["/sync/</", "/sync/heads/</", "/sync/org.json</"] {
        assert!(top.text().contains(named), "{named}: {}", top.text());
    }
    assert!(!top.text().contains("incoming"), "{}", top.text());
    assert!(top.text().contains("collection"));
    assert_eq!(ask(at, "PROPFIND", "/sync/log/", &["Depth: 1"], b"").status, 404);

    assert_eq!(ask(at, "DELETE", "/sync/heads/", &[], b"").status, 403, "a folder with notes stays");
    assert_eq!(ask(at, "DELETE", "/sync/", &[], b"").status, 403);
    assert!(folder.has("notes/heads/7-1.json"));
    assert_eq!(ask(at, "DELETE", "/sync/heads/7-1.json", &[], b"").status, 204);
    assert_eq!(ask(at, "DELETE", "/sync/heads/7-1.json", &[], b"").status, 404);
    assert_eq!(ask(at, "DELETE", "/sync/heads/", &[], b"").status, 204);
    assert!(!folder.has("notes/heads"));
}

#[test]
fn a_place_holds_nothing_but_what_porchlight_puts_there_and_leads_nowhere_else() {
    let folder = folders("escapes");
    folder.write("notes/taxes.xls", "no");
    folder.write("notes/.git/config", "no");
    folder.write("notes/heads/.secret.json", "no");
    folder.write("notes/heads/7-1.json", "yes");
    let server = started(&folder, &[]);
    let at = server.at.as_str();
    for none in [
        "/sync/../secret.txt",
        "/sync/%2e%2e/secret.txt",
        "/sync/heads/..%2f..%2fsecret.txt",
        "/sync/heads/%2e%2e/%2e%2e/%2e%2e/secret.txt",
        "/sync/heads/../heads/7-1.json",
        "/sync//etc/passwd",
        "/sync/taxes.xls",
        "/sync/.git/config",
        "/sync/heads/.secret.json",
        "/sync/heads%5c..%5c7-1.json",
        "/sync/%00",
        "/syncx",
    ] {
        assert_eq!(get(at, none).status, 404, "{none}");
        let written = ask(at, "PUT", none, &[], b"x").status;
        assert!([403, 405].contains(&written), "{none}: {written}");
    }
    for method in ["MOVE", "COPY", "LOCK", "PATCH", "POST", "PROPPATCH"] {
        let answer = ask(at, method, "/sync/heads/7-1.json", &["Destination: /sync/heads/8-1.json"], b"");
        assert!([405, 501].contains(&answer.status), "{method}: {}", answer.status);
    }
    assert_eq!(ask(at, "PUT", "/sync/heads/7-1.json", &["Content-Range: bytes 0-0/3"], b"n").status, 400);
    let listed = ask(at, "PROPFIND", "/sync/heads/", &["Depth: 1"], b"");
    assert!(listed.text().contains("7-1.json") && !listed.text().contains("secret"), "{}", listed.text());
    let listed = ask(at, "PROPFIND", "/sync/", &["Depth: 1"], b"");
    assert!(!listed.text().contains("taxes") && !listed.text().contains("git"), "{}", listed.text());
    assert_eq!(folder.read("notes/heads/7-1.json"), b"yes");
    assert_eq!(folder.read("secret.txt"), b"no");
}

#[cfg(unix)]
#[test]
fn a_link_to_elsewhere_is_not_there() {
    let folder = folders("links");
    fs::create_dir(folder.0.join("notes/heads")).unwrap();
    std::os::unix::fs::symlink(folder.0.join("secret.txt"), folder.0.join("notes/heads/7-1.json")).unwrap();
    let server = started(&folder, &[]);
    assert_eq!(get(&server.at, "/sync/heads/7-1.json").status, 404);
    assert!(!ask(&server.at, "PROPFIND", "/sync/heads/", &["Depth: 1"], b"").text().contains("7-1"));
}

#[test]
fn a_large_file_comes_back_as_it_was_put() {
    let folder = folders("large");
    fs::create_dir(folder.0.join("notes/log")).unwrap();
    let server = started(&folder, &[]);
    let large: Vec<u8> = (0..40_000_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    assert_eq!(put_new(&server.at, "/sync/log/7-1", &large), 201);
    assert!(get(&server.at, "/sync/log/7-1").body == large);
    let part = ask(&server.at, "GET", "/sync/log/7-1", &["Range: bytes=1000000-1000009"], b"");
    assert_eq!((part.status, part.body.as_slice()), (206, &large[1_000_000..1_000_010]));
}

#[test]
fn of_two_new_files_of_one_name_that_come_at_once_one_stays_and_the_other_is_told() {
    let folder = folders("race");
    let server = started(&folder, &[]);
    let asked = |body: &[u8]| {
        let mut stream = TcpStream::connect(&server.at).unwrap();
        let whole = request("PUT", "/sync/org.json", &["If-None-Match: *", "Expect: 100-continue"], body);
        stream.write_all(&whole[..whole.len() - body.len()]).unwrap();
        // It says so when it has seen that nothing stands there.
        let mut go_on = [0; 25];
        stream.read_exact(&mut go_on).unwrap();
        assert_eq!(&go_on, b"HTTP/1.1 100 Continue\r\n\r\n");
        stream
    };
    let answered = |mut stream: TcpStream, body: &[u8]| {
        stream.write_all(body).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        Answer::of(&answer).status
    };
    let (first, second) = (asked(b"first"), asked(b"second"));
    assert_eq!((answered(second, b"second"), answered(first, b"first")), (201, 412));
    assert_eq!(folder.read("notes/org.json"), b"second");
}

/// What lies in the folder of files on their way.
fn on_their_way(folder: &Folder) -> usize {
    fs::read_dir(folder.0.join("notes/.porchlight-incoming")).map_or(0, Iterator::count)
}

#[test]
fn a_cut_upload_leaves_nothing_half() {
    let folder = folders("cut");
    folder.write("notes/heads/7-1.json", "before");
    let server = started(&folder, &[]);
    let whole = request("PUT", "/sync/heads/7-1.json", &[], &[b'x'; 100_000]);
    for cut in [whole.len() - 1, whole.len() - 50_000, whole.len() - 100_000] {
        let mut stream = TcpStream::connect(&server.at).unwrap();
        stream.write_all(&whole[..cut]).unwrap();
        stream.shutdown(Shutdown::Write).unwrap();
        // Once it has hung up, it has done what it will do.
        let mut answer = Vec::new();
        drop(stream.read_to_end(&mut answer));
        assert!(!answer.starts_with(b"HTTP/1.1 2"), "cut at {cut}");
        assert_eq!(folder.read("notes/heads/7-1.json"), b"before", "cut at {cut}");
        assert_eq!(on_their_way(&folder), 0, "cut at {cut}");
    }
}

#[test]
fn a_server_that_is_killed_leaves_what_was_there() {
    let folder = folders("killed");
    folder.write("notes/heads/7-1.json", "before");
    let server = started(&folder, &[]);
    let whole = request("PUT", "/sync/heads/7-1.json", &["Expect: 100-continue"], &[b'x'; 100_000]);
    let mut stream = TcpStream::connect(&server.at).unwrap();
    stream.write_all(&whole[..whole.len() - 100_000]).unwrap();
    // It says so when it has begun to take the file in.
    let mut go_on = [0; 12];
    stream.read_exact(&mut go_on).unwrap();
    assert_eq!(&go_on, b"HTTP/1.1 100");
    stream.write_all(&[b'x'; 50_000]).unwrap();
    server.kill();
    assert_eq!(folder.read("notes/heads/7-1.json"), b"before");
    // Nobody is shown what is left of it, and the next one works.
    let server = started(&folder, &[]);
    assert!(!ask(&server.at, "PROPFIND", "/sync/", &["Depth: 1"], b"").text().contains("incoming"));
    assert_eq!(get(&server.at, "/sync/heads/7-1.json").text(), "before");
}

#[test]
fn only_those_who_know_a_password_read_or_write() {
    let folder = folders("password");
    let passwords = folder.write("passwords", "# staff\nrosa:s3cret\n");
    folder.write("notes/heads/7-1.json", "notes");
    let server = started(&folder, &["--password-file", &passwords]);
    let at = server.at.as_str();
    // rosa:s3cret, rosa:secret
    let (right, wrong) = ("Authorization: Basic cm9zYTpzM2NyZXQ=", "Authorization: Basic cm9zYTpzZWNyZXQ=");
    let path = "/sync/heads/7-1.json";
    assert_eq!(ask(at, "GET", path, &[right], b"").text(), "notes");
    assert_eq!(get(at, "/").status, 200, "the app is everybody's");
    for (method, head) in
        [("GET", vec![]), ("GET", vec![wrong]), ("PROPFIND", vec![]), ("PUT", vec![wrong]), ("DELETE", vec![])]
    {
        let refused = ask(at, method, path, &head, b"");
        assert_eq!((refused.status, refused.body.len()), (401, 0), "{method} {head:?}");
        assert!(refused.said("www-authenticate").starts_with("Basic "), "{method}");
        assert_eq!(refused.said("cache-control"), "no-store");
    }
    let by_the_app = ask(at, "GET", path, &["X-Requested-With: Porchlight"], b"");
    assert_eq!((by_the_app.status, by_the_app.said("www-authenticate")), (401, ""), "no window of the browser's own");
    // That there is a place is how the app finds it; what is in it is not told.
    let found = ask(at, "OPTIONS", "/sync/", &[], b"");
    assert_eq!((found.status, found.said("dav")), (200, "1"));
    assert_eq!(ask(at, "OPTIONS", "/sync/", &[wrong], b"").status, 401);
    assert_eq!(folder.read("notes/heads/7-1.json"), b"notes");
}

#[test]
fn a_page_from_elsewhere_whose_name_leads_here_reads_nothing() {
    let folder = folders("rebinding");
    folder.write("notes/org.json", "{}");
    let server = started(&folder, &[]);
    assert_eq!(ask(&server.at, "GET", "/sync/org.json", &["Host: evil.example"], b"").status, 403);
    assert_eq!(ask(&server.at, "GET", "/sync/org.json", &["Host: 127.0.0.1:1"], b"").status, 200);
}

#[test]
fn what_cannot_be_served_is_said_with_its_name() {
    let folder = folders("wrong");
    fs::create_dir(folder.0.join("dist/notes")).unwrap();
    fs::create_dir(folder.0.join("empty")).unwrap();
    let passwords = folder.write("passwords", "rosa:x\n\nmaria\n");
    let (dist, notes, empty, inside) =
        (folder.at("dist"), folder.at("notes"), folder.at("empty"), folder.at("dist/notes"));
    let gone = folder.at("gone");
    for (words, said) in [
        (vec!["--notes", &gone], format!("{gone}: the folder of the notes")),
        (vec!["--notes", &notes, "--app", &empty], "there is no index.html".to_owned()),
        (vec!["--notes", &inside, "--app", &dist], "everybody could read them".to_owned()),
        (
            vec!["--notes", &notes, "--password-file", &passwords],
            "passwords: line 3: it should say user:password".to_owned(),
        ),
    ] {
        let (code, out, complaint) = run(&[&["serve", "--listen", "127.0.0.1:0"], words.as_slice()].concat());
        assert_eq!((code, out.as_str(), complaint.contains(&said)), (1, "", true), "{words:?}: {complaint}");
    }
    let taken = started(&folder, &[]);
    let (code, _, complaint) = run(&["serve", "--notes", &notes, "--listen", &taken.at]);
    assert_eq!((code, complaint.contains("cannot be listened at")), (1, true), "{complaint}");
}

#[test]
fn whoever_starts_it_without_a_password_is_told_what_that_means() {
    let folder = folders("warned");
    let words = ["serve", "--notes", &folder.at("notes"), "--listen", "127.0.0.1:0", "--json"];
    let mut child = super::porchlight(&words).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut said = [0; 1024];
    let length = child.stdout.take().unwrap().read(&mut said).unwrap();
    let said: serde_json::Value = serde_json::from_slice(&said[..length]).unwrap();
    assert!(said["sync"].as_str().unwrap().ends_with("/sync/") && said["app"] == false);
    child.kill().unwrap();
    let warned = String::from_utf8(child.wait_with_output().unwrap().stderr).unwrap();
    assert!(warned.contains("everybody who reaches this address can read and change all notes"), "{warned}");
}

#[test]
fn an_app_from_elsewhere_may_sync_here_where_somebody_said_so() {
    let folder = folders("elsewhere");
    let words = folder.write("words", "rosa:a long password\n");
    let server =
        started(&folder, &["--password-file", &words, "--allow-origin", "https://porch.example, http://localhost:9"]);
    let right = "Authorization: Basic cm9zYTphIGxvbmcgcGFzc3dvcmQ=";
    let allowed = |answer: &Answer| answer.said("access-control-allow-origin").to_owned();
    for origin in ["https://porch.example", "http://localhost:9"] {
        let from = format!("Origin: {origin}");
        // A browser asks first, and names no password.
        let asks = [&*from, "Access-Control-Request-Method: PUT", "Access-Control-Request-Headers: depth"];
        let first = ask(&server.at, "OPTIONS", "/sync/heads/", &asks, b"");
        assert_eq!((first.status, allowed(&first)), (200, origin.to_owned()));
        assert!(first.said("access-control-allow-methods").contains("PROPFIND"));
        assert!(first.said("access-control-allow-headers").contains("If-None-Match"));
        let listed = ask(&server.at, "PROPFIND", "/sync/", &[&from, right, "Depth: 1"], b"");
        assert_eq!((listed.status, allowed(&listed), listed.said("vary")), (207, origin.to_owned(), "Origin"));
        // What was refused has to be readable as well, or the app could not tell why.
        let refused = ask(&server.at, "GET", "/sync/org.json", &[&from], b"");
        assert_eq!((refused.status, allowed(&refused)), (401, origin.to_owned()));
        assert_eq!(allowed(&ask(&server.at, "GET", "/", &[&from], b"")), "", "the app is nobody else’s");
    }
    for origin in ["https://evil.example", "https://porch.example.evil.example", "http://porch.example", "null"] {
        let from = format!("Origin: {origin}");
        for (method, head) in [("OPTIONS", "X: y"), ("GET", right)] {
            let answer = ask(&server.at, method, "/sync/", &[&from, head], b"");
            assert_eq!((allowed(&answer), answer.said("vary")), (String::new(), "Origin"), "{origin}");
        }
    }
    let nobody = ask(&started(&folder, &[]).at, "OPTIONS", "/sync/", &["Origin: https://porch.example"], b"");
    assert_eq!((allowed(&nobody), nobody.said("vary")), (String::new(), ""));
}

#[test]
fn that_somebody_is_here_may_be_seen_from_elsewhere_and_nothing_else() {
    let folder = folders("seen");
    let words = folder.write("words", "rosa:a long password\n");
    let server = started(&folder, &["--password-file", &words]);
    let resource = |path: &str, head: &[&str]| {
        let answer = ask(&server.at, "GET", path, head, b"");
        (answer.status, answer.said("cross-origin-resource-policy").to_owned())
    };
    assert_eq!(resource("/sync/heads/", &[]), (401, "cross-origin".to_owned()));
    let right = "Authorization: Basic cm9zYTphIGxvbmcgcGFzc3dvcmQ=";
    assert_eq!(resource("/sync/org.json", &[right]), (404, "same-origin".to_owned()));
    assert_eq!(resource("/", &[]), (200, "same-origin".to_owned()));
}

/// A server whose notes lie on a disk of half a megabyte; none where this system lets nobody but its keeper mount one.
fn on_a_small_disk(folder: &Folder) -> Option<Started> {
    let mount = "mount -t tmpfs -o size=512k none \"$1\" && exec \"$0\" serve --listen 127.0.0.1:0 --notes \"$1\"";
    let own = ["--user", "--map-root-user", "--mount"];
    let may = Command::new("unshare").args(own).args(["sh", "-c", "mount -t tmpfs none /mnt"]).output();
    if !may.is_ok_and(|tried| tried.status.success()) {
        // Not by `print!`, which is kept back where a test passes.
        drop(write!(std::io::stdout(), "left out: no disk can be mounted here ... "));
        return None;
    }
    let mut command = Command::new("unshare");
    command.args(own).args(["sh", "-c", mount, env!("CARGO_BIN_EXE_porchlight"), &folder.at("notes")]);
    Some(Started::by(command))
}

#[test]
fn a_full_disk_is_said_and_holds_no_half_of_a_file() {
    let folder = folders("full");
    let Some(server) = on_a_small_disk(&folder) else { return };
    let at = server.at.as_str();
    let (small, large) = (vec![b'a'; 200_000], vec![b'b'; 400_000]);
    assert_eq!(ask(at, "MKCOL", "/sync/log/", &[], b"").status, 201);
    assert_eq!(put_new(at, "/sync/log/first.json", &small), 201);
    // Neither a new file, nor one in place of another, nor the next small one once there is room.
    assert_eq!(put_new(at, "/sync/log/second.json", &large), 507);
    assert_eq!(ask(at, "PUT", "/sync/log/first.json", &[], &large).status, 507);
    assert_eq!(get(at, "/sync/log/second.json").status, 404);
    assert!(get(at, "/sync/log/first.json").body == small, "what stood there stands");
    let listed = ask(at, "PROPFIND", "/sync/log/", &["Depth: 1"], b"");
    assert!(listed.text().contains("first.json") && !listed.text().contains("second.json"), "{}", listed.text());
    // All that was begun is gone: there is room for as much as before.
    assert_eq!(put_new(at, "/sync/log/third.json", &small), 201);
    assert_eq!(put_new(at, "/sync/log/fourth.json", &small), 507);
    assert_eq!(ask(at, "DELETE", "/sync/log/first.json", &[], b"").status, 204);
    assert_eq!(put_new(at, "/sync/log/fourth.json", &small), 201);
}
