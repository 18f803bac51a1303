//! What `porchlight help` says.

/// All commands.
pub const ALL: &str = "\
Porchlight at a desk.

  porchlight serve     hands out the app, and a place beside it where tablets meet
  porchlight verify    proves that the notes in a folder or in files are whole, and says what is not
  porchlight merge     brings the notes of several folders and files together
  porchlight list      shows the records of a kind
  porchlight export    writes what is true now as JSON, or as one CSV for each kind
  porchlight salvage   keeps what is whole of damaged folders and files

FROM is a folder in which tablets meet, a file that “Back up or share” made, or a folder of such files.
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
  --allow-origin ORIGIN  an app that comes from elsewhere, such as https://porch.example, may sync here, too (CORS).
                         Several stand between commas. It needs a password file
  --password-file FILE   who may read and write notes: lines of user:password
  --tls-cert FILE        the certificate with its chain, as PEM. It is read again when the file changes
  --tls-key FILE         its private key, as PEM
  --plain                without TLS on a network. Everybody on it can then read all notes and all passwords
  --no-password          without a password on a network. Everybody on it can then read and change all notes
  --json                 what is written out is JSON

Browsers keep an app for offline use only if it comes over https, or from this computer itself.
";

/// How to verify.
const VERIFY: &str = "\
porchlight verify FROM… [--json]

Proves every file by its hashes and the history of every tablet by its chain. Nothing is written. For each tablet it says
how many operations are there and which are not; of files, which are damaged or missing, which a newer version wrote, and
which are none of Porchlight’s. A file is read line by line, so it may be of any size.

It ends with 0 if everything is whole, 1 if anything is wrong.
";

/// How to merge.
const MERGE: &str = "\
porchlight merge INTO FROM… [options]

Brings all notes together, in INTO: a folder in which tablets meet (or an empty one, which becomes one), or a file whose
name ends with .json. What is there stays: of each FROM only what INTO lacks comes in. If any FROM is not whole, nothing
is merged. Merging the same again changes nothing.

  --other-org     FROM may be of another organization; both become one
  --years-ahead   notes may be dated years ahead of this computer
  --json          what is written out is JSON
";

/// How to list.
const LIST: &str = "\
porchlight list [KIND] FROM… [options]

Shows the records of a kind, such as partner, or without one how many there are of each. What the app withholds from
others, because nobody agreed to it, is not shown here either.

  --public     without private fields, such as phone numbers
  --lang es    in Spanish
  --json       the records as JSON, in the form of the office export
";

/// How to export.
const EXPORT: &str = "\
porchlight export --format json|csv OUT FROM… [options]

Writes what is true now: as one JSON file, or as a folder with one CSV for each kind (partner.csv). These are the files
that “Export spreadsheets” makes in the app; what the app withholds from others is not in them.

  --public     without private fields, such as phone numbers
  --lang es    headers and answers of the CSV in Spanish
  --json       which files were written, as JSON
";

/// How to salvage.
const SALVAGE: &str = "\
porchlight salvage OUT FROM… [--json]

Reads damaged folders and files, also past the damage, and writes every operation that is whole into OUT, a file that the
app and `merge` take in. FROM is not changed. It says what was wrong with each file, and which operations are missing.

It ends with 0 if nothing was damaged or missing.
";

/// What is said of a command.
pub fn of(command: &str) -> Option<&'static str> {
    match command {
        "serve" => Some(SERVE),
        "verify" => Some(VERIFY),
        "merge" => Some(MERGE),
        "list" => Some(LIST),
        "export" => Some(EXPORT),
        "salvage" => Some(SALVAGE),
        _ => None,
    }
}
