//! Code that is loaded when it is first needed, so that a first visit waits only for what its first screen needs.
//!
//! A release is split where [`chunk!`](crate::chunk) says so: what is reached through a chunk's table alone stands in files
//! of its own, which the service worker keeps with all others. Without the feature `split`, as in development, everything
//! is one file and a chunk is there as soon as it is asked for. What is shown meanwhile says `ui/loading.rs`.

use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;
use std::sync::OnceLock;

/// The code of a chunk is not on this tablet, and could not be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a part of the app could not be loaded")]
pub struct ChunkMissing;

#[cfg(all(target_arch = "wasm32", feature = "split"))]
impl From<leptos::wasm_split::SplitLoaderError> for ChunkMissing {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> ChunkMissing {
        ChunkMissing
    }
}

/// The table through which everything else in a chunk is reached, once its code is there.
pub type Table<T> = Result<&'static T, ChunkMissing>;

/// Code that is loaded when it is first needed. It is declared with [`chunk!`](crate::chunk).
pub struct Chunk<T: 'static> {
    load: fn() -> LocalBoxFuture<'static, Table<T>>,
    table: OnceLock<&'static T>,
}

impl<T: Sync> Chunk<T> {
    /// A chunk whose table this loads.
    pub const fn new(load: fn() -> LocalBoxFuture<'static, Table<T>>) -> Chunk<T> {
        Chunk { load, table: OnceLock::new() }
    }

    /// Its table, if its code is there.
    pub fn table(&self) -> Option<&'static T> {
        self.table.get().copied()
    }

    /// Loads its code, unless it is there. What failed can be tried again.
    ///
    /// # Errors
    /// If the code can be had from nowhere.
    pub async fn load(&self) -> Table<T> {
        if let Some(table) = self.table() {
            return Ok(table);
        }
        let table = (self.load)().await?;
        Ok(self.table.get_or_init(|| table))
    }
}

/// A chunk, whatever its table holds.
pub trait AnyChunk: Sync {
    /// Whether its code is there.
    fn is_there(&self) -> bool;

    /// Loads its code, unless it is there.
    ///
    /// # Errors
    /// If the code can be had from nowhere.
    fn obtain(&'static self) -> LocalBoxFuture<'static, Result<(), ChunkMissing>>;
}

impl<T: Sync> AnyChunk for Chunk<T> {
    fn is_there(&self) -> bool {
        self.table().is_some()
    }

    fn obtain(&'static self) -> LocalBoxFuture<'static, Result<(), ChunkMissing>> {
        async { self.load().await.map(|_| ()) }.boxed_local()
    }
}

/// Declares a chunk: `chunk! { /// … pub static VIEWS: Views = interviews => DRAWN; }` is the code that is reached through
/// the static `DRAWN` alone, in the file called `interviews`. Several chunks may share a file.
#[macro_export]
macro_rules! chunk {
    ($(#[$doc:meta])* $vis:vis static $chunk:ident: $table:ty = $file:ident => $value:expr;) => {
        $(#[$doc])*
        #[cfg_attr(all(target_arch = "wasm32", feature = "split"), allow(unsafe_code, reason = "what splits the code exports and imports its functions by name"))]
        $vis static $chunk: $crate::ui::chunk::Chunk<$table> = {
            #[cfg(all(target_arch = "wasm32", feature = "split"))]
            #[leptos::wasm_split::wasm_split($file, wasm_split_path = ::leptos::wasm_split, fallible)]
            fn $file() -> $crate::ui::chunk::Table<$table> {
                Ok(&$value)
            }
            #[cfg(not(all(target_arch = "wasm32", feature = "split")))]
            async fn $file() -> $crate::ui::chunk::Table<$table> {
                Ok(&$value)
            }
            $crate::ui::chunk::Chunk::new(|| ::std::boxed::Box::pin($file()))
        };
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    static FORTY: u32 = 40;

    chunk! {
        /// One that is there at once.
        static AT_HAND: u32 = at_hand => FORTY;
    }

    #[test]
    fn a_chunk_is_there_once_it_was_loaded() {
        assert_eq!(AT_HAND.table(), None);
        assert_eq!(AT_HAND.obtain().now_or_never(), Some(Ok(())));
        assert_eq!((AT_HAND.table(), AT_HAND.is_there()), (Some(&40), true));
    }

    #[test]
    fn what_could_not_be_loaded_is_tried_again_and_loaded_once() {
        static ASKED: AtomicUsize = AtomicUsize::new(0);
        static AT_LAST: Chunk<u32> = Chunk::new(|| {
            let asked = ASKED.fetch_add(1, Ordering::SeqCst);
            Box::pin(async move { if asked == 0 { Err(ChunkMissing) } else { Ok(&FORTY) } })
        });
        assert_eq!(AT_LAST.load().now_or_never(), Some(Err(ChunkMissing)));
        assert!(!AT_LAST.is_there());
        assert_eq!(AT_LAST.load().now_or_never(), Some(Ok(&40)));
        assert_eq!(AT_LAST.load().now_or_never(), Some(Ok(&40)));
        assert_eq!(ASKED.load(Ordering::SeqCst), 2);
    }
}
