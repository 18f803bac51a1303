//! `serve` with a certificate.

use super::Folder;
use super::http::{Answer, request};
use super::started::Started;
use rcgen::{CertifiedKey, generate_simple_self_signed};
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

/// Writes a certificate for this computer and its key into the folder. Gives the certificate.
fn certificate(folder: &Folder) -> CertificateDer<'static> {
    let CertifiedKey { cert, signing_key } = generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    folder.write("cert.pem", cert.pem());
    folder.write("key.pem", signing_key.serialize_pem());
    cert.der().clone()
}

/// Asks over TLS, believing this certificate alone.
fn ask(at: &str, trusted: &CertificateDer<'static>, path: &str) -> std::io::Result<Answer> {
    let mut roots = RootCertStore::empty();
    roots.add(trusted.clone()).unwrap();
    let config = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
    let client = ClientConnection::new(Arc::new(config), ServerName::try_from("localhost").unwrap()).unwrap();
    let mut stream = StreamOwned::new(client, TcpStream::connect(at)?);
    stream.write_all(&request("GET", path, &[], b""))?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(Answer::of(&answer))
}

#[test]
fn with_a_certificate_it_speaks_https_and_takes_a_renewed_one_without_a_restart() {
    let folder = Folder::new("tls");
    fs::create_dir(folder.0.join("notes")).unwrap();
    folder.write("notes/org.json", "{}");
    let first = certificate(&folder);
    let (notes, cert, key) = (folder.at("notes"), folder.at("cert.pem"), folder.at("key.pem"));
    let server = Started::with(&["--notes", &notes, "--tls-cert", &cert, "--tls-key", &key]);
    assert!(server.said.contains("https://127.0.0.1:"), "{}", server.said);
    assert_eq!(ask(&server.at, &first, "/sync/org.json").unwrap().text(), "{}");
    // While only one of the two files is there, or half of it, the one before holds.
    let second = certificate(&folder);
    let renewed = (folder.read("cert.pem"), folder.read("key.pem"));
    folder.write("cert.pem", &renewed.0[..40]);
    assert_eq!(ask(&server.at, &first, "/sync/org.json").unwrap().text(), "{}");
    folder.write("cert.pem", &renewed.0);
    assert_eq!(ask(&server.at, &second, "/sync/org.json").unwrap().text(), "{}");
    assert!(ask(&server.at, &first, "/sync/org.json").is_err());
}

#[test]
fn what_is_no_certificate_is_said_with_its_name() {
    let folder = Folder::new("no-tls");
    certificate(&folder);
    let (first, key) = (folder.read("cert.pem"), folder.at("key.pem"));
    certificate(&folder);
    let (other, text) = (folder.write("other.pem", first), folder.write("text.pem", "hello"));
    for (cert, key, said) in [
        (&other, &key, "it does not belong to"),
        (&text, &key, "there is no certificate in it"),
        (&other, &text, "there is no private key as PEM in it"),
    ] {
        let words =
            ["serve", "--notes", &folder.at(""), "--tls-cert", cert, "--tls-key", key, "--listen", "127.0.0.1:0"];
        let (code, out, complaint) = super::run(&words);
        assert_eq!((code, out.as_str(), complaint.contains(said)), (1, "", true), "{complaint}");
    }
}
