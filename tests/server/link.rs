//! A slow network between the server and whoever asks.
//!
//! It is slow here and not in the browser, because Chromium's own throttle holds for a page alone: what its service
//! worker fetches, and a worker is what makes the app ready for offline, would come at full speed.

use std::io::{self, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// What one packet carries; answers take turns by so many bytes.
const PACKET: usize = 1460;

/// The way to one tablet: everything it asks for shares it.
#[derive(Debug)]
pub struct Link {
    latency: Duration,
    bytes_per_second: f64,
    /// When the last byte that was handed to it will have arrived.
    free: Mutex<Instant>,
    carried: AtomicU64,
}

impl Link {
    /// A link that carries so many bits a second, and on which an answer begins so long after its question.
    pub fn new(bits_per_second: f64, latency: Duration) -> Link {
        Link {
            latency,
            bytes_per_second: bits_per_second / 8.0,
            free: Mutex::new(Instant::now()),
            carried: AtomicU64::new(0),
        }
    }

    /// Waits as long as a question and the beginning of its answer are under way.
    pub fn turn_around(&self) {
        thread::sleep(self.latency);
    }

    /// Hands bytes on as they arrive at the other end.
    pub fn carry(&self, mut to: impl Write, bytes: &[u8]) -> io::Result<()> {
        for packet in bytes.chunks(PACKET) {
            thread::sleep(self.arrival(packet.len()).saturating_duration_since(Instant::now()));
            to.write_all(packet)?;
            self.carried.fetch_add(packet.len() as u64, Ordering::Relaxed);
        }
        Ok(())
    }

    /// How many bytes it has carried so far.
    pub fn carried(&self) -> u64 {
        self.carried.load(Ordering::Relaxed)
    }

    /// When so many bytes more will have arrived, after all that are on their way.
    fn arrival(&self, bytes: usize) -> Instant {
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        *free = Instant::now().max(*free) + Duration::from_secs_f64(bytes as f64 / self.bytes_per_second);
        *free
    }
}
