//! The certificate, which is read again when its file changes: most are renewed every few weeks.

use crate::desk::error::DeskError;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

/// A certificate with its key, as it stands in two files.
pub struct Tls {
    cert: PathBuf,
    key: PathBuf,
    /// What was read last, and how old the files were.
    read: Mutex<(Age, TlsAcceptor)>,
}

/// When each of the two files was written, as far as that is known.
type Age = [Option<SystemTime>; 2];

impl Tls {
    /// Reads both files.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn open(cert: &Path, key: &Path) -> Result<Tls, DeskError> {
        let read = Mutex::new((age(cert, key), read(cert, key)?));
        Ok(Tls { cert: cert.to_owned(), key: key.to_owned(), read })
    }

    /// What encrypts a new connection.
    pub fn acceptor(&self) -> TlsAcceptor {
        let mut last = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let now = age(&self.cert, &self.key);
        if now != last.0 {
            match read(&self.cert, &self.key) {
                Ok(acceptor) => *last = (now, acceptor),
                // The one from before may still hold, and the files may be only half renewed.
                Err(error) => drop(writeln!(io::stderr(), "porchlight: the certificate from before is used: {error}")),
            }
        }
        last.1.clone()
    }
}

fn age(cert: &Path, key: &Path) -> Age {
    [cert, key].map(|file| fs::metadata(file).and_then(|about| about.modified()).ok())
}

fn read(cert: &Path, key: &Path) -> Result<TlsAcceptor, DeskError> {
    let wrong = |file: &Path, what: &str| DeskError::Failed(format!("{}: {what}", file.display()));
    let text = fs::read(cert).map_err(DeskError::at(cert, "the certificate"))?;
    let chain: Result<Vec<CertificateDer<'static>>, _> = CertificateDer::pem_slice_iter(&text).collect();
    let chain = chain.map_err(|error| wrong(cert, &format!("this is no certificate as PEM: {error}")))?;
    if chain.is_empty() {
        return Err(wrong(cert, "there is no certificate in it: it should hold “-----BEGIN CERTIFICATE-----”"));
    }
    let text = fs::read(key).map_err(DeskError::at(key, "the private key"))?;
    let private = PrivateKeyDer::from_pem_slice(&text)
        .map_err(|error| wrong(key, &format!("there is no private key as PEM in it: {error}")))?;
    let config = ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(chain, private)
        .map_err(|error| wrong(key, &format!("it does not belong to {}: {error}", cert.display())))?;
    Ok(TlsAcceptor::from(Arc::new(config)))
}
