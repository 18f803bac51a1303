//! Serves a built app for a look at it: `serve FOLDER [PORT]`, with the headers of a good host. Anything real stands
//! behind a proper web server with https; see "Hosting it" in README.md.

#[path = "../tests/server/mod.rs"]
mod server;

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().unwrap_or_else(|| "dist".to_owned());
    let port = arguments.next().unwrap_or_else(|| "8080".to_owned());
    let Ok(port) = port.parse::<u16>() else {
        eprintln!("{port} is not a port number.");
        return ExitCode::FAILURE;
    };
    let manner = server::manner::Manner { host: true, link: None };
    match server::Server::start_with(folder, port, "/", manner) {
        Ok(server) => {
            println!("Porchlight is at {} (Ctrl-C stops it)", server.url());
            server.wait();
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("Port {port} cannot be used ({error}). Another one: make run PORT=9090");
            ExitCode::FAILURE
        }
    }
}
