//! What `porchlight help` says.

/// All commands.
pub const ALL: &str = "\
Porchlight at a desk.

  porchlight serve    hands out the app, and a place beside it where tablets meet

`porchlight help COMMAND` says more. Every command takes --json, for scripts.
It ends with 0 if all is well, 1 if something is wrong, 2 if the command was not understood.
";

/// How to serve.
const SERVE: &str = "\
porchlight serve --notes FOLDER [--app FOLDER] [options]

Hands out the app, and beside it, at ./sync/, a WebDAV place in which the notes of all tablets meet. The app finds
it by itself. Everything the tablets put there lies in the folder given as --notes, as plain files: back it up.

  --notes FOLDER         where the notes of all tablets meet
  --app FOLDER           the built app, such as dist/; without it, only ./sync/ is there
  --listen HOST:PORT     127.0.0.1:8080 if not given. 0.0.0.0:8443 is every network of this computer at port 8443;
                         port 0 takes a free one. The first line that is written out says which
  --password-file FILE   who may read and write notes: lines of user:password
  --tls-cert FILE        the certificate with its chain, as PEM. It is read again when the file changes
  --tls-key FILE         its private key, as PEM
  --plain                without TLS on a network. Everybody on it can then read all notes and all passwords
  --no-password          without a password on a network. Everybody on it can then read and change all notes
  --json                 what is written out is JSON

Browsers keep an app for offline use only if it comes over https, or from this computer itself.
";

/// What is said of a command.
pub fn of(command: &str) -> Option<&'static str> {
    match command {
        "serve" => Some(SERVE),
        _ => None,
    }
}
