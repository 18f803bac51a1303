//! Sending commands, and working things out beside the screen.

use super::{NextId, Ui};
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::order;
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::model::text::Message;
use crate::model::value::Value;
use crate::ports::{FileError, OutFile, Sent};
use crate::ui::{sync_words, words};
use crate::work::command::{Command, Done, Revision};
use crate::work::job::{Cancelled, Job};
use crate::work::workspace::{WorkError, Workspace};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

/// Something done beside the screen, of one type whatever it is, so that what begins it is compiled once.
type Work = Pin<Box<dyn Future<Output = ()>>>;

impl Ui {
    /// Gives a file away, by the share sheet if asked for, and says what came of it. Practice notes never leave.
    pub fn give(self, file: OutFile, share: bool) {
        if self.practice() {
            return self.toast(words::PRACTICE_NO_EXPORT, None);
        }
        let name = file.name.clone();
        self.spawn(async move {
            match self.world().files.give(file, share).await {
                Ok(Sent::Shared | Sent::Synced) => self.toast(sync_words::FILE_SENT.with("file", name), None),
                Ok(Sent::Downloaded) => self.toast(sync_words::FILE_SAVED.with("file", name), None),
                Err(FileError::Cancelled) => {}
                Err(FileError::Failed(cause)) => self.warn(sync_words::NOT_GIVEN.with("cause", cause)),
            }
        });
    }

    /// Does something in the background of the screen.
    pub fn spawn(self, work: impl Future<Output = ()> + 'static) {
        let work: Work = Box::pin(work);
        wasm_bindgen_futures::spawn_local(work);
    }

    /// Works something out that takes a moment, with breaks for the screen, and shows it once it is there. Within an
    /// effect: when the effect runs again or its screen is left, nobody wants to know any more.
    pub fn in_the_background<T, F>(self, work_out: impl FnOnce(Rc<Workspace>, Job) -> F + 'static, to: RwSignal<T>)
    where
        T: Send + Sync + 'static,
        F: Future<Output = Result<T, Cancelled>> + 'static,
    {
        let job = Job::new(self.world().pace, |_| {});
        let own = job.clone();
        let work = async move {
            if let Ok(found) = work_out(self.work(), own).await {
                to.try_set(found);
            }
        };
        self.after_painting(job, Box::pin(work));
    }

    /// Begins work once the screen is painted; whoever leaves what asks for it cancels its job.
    fn after_painting(self, job: Job, work: Work) {
        let wanted = StoredValue::new_local(job);
        on_cleanup(move || {
            wanted.try_with_value(Job::cancel);
        });
        request_animation_frame(move || wasm_bindgen_futures::spawn_local(work));
    }

    /// Sends a command and says what came of it.
    pub async fn run(self, command: Command) -> Result<Done, WorkError> {
        let work = self.work();
        let result = work.run(command).await;
        match &result {
            Ok(done) => self.say_done(done),
            Err(error) => self.warn(error.message()),
        }
        result
    }

    /// Sets fields of a record at a tap, and says what came of it. What somebody is writing about it stays a draft.
    pub fn set(self, kind: &'static Kind, id: Id, values: impl IntoIterator<Item = (&'static str, Value)>) {
        self.send(Command::Set { kind: kind.id, id, values: order::values(values) });
    }

    /// Sets what follows from what stands in a record then, at a tap, and says what came of it.
    pub fn revise(self, kind: &'static Kind, id: Id, of: impl Fn(&Record) -> BTreeMap<String, Value> + 'static) {
        self.send(Command::Revise { kind: kind.id, id, revision: Revision::new(of) });
    }

    /// An identity for what is begun here with a tap.
    pub fn next_id(self) -> NextId {
        NextId(StoredValue::new(self.work().new_id()))
    }

    /// Begins something with a tap; whether it was not begun before. The same tap twice begins it once.
    pub async fn begin(self, next: NextId, kind: &'static Kind, label: Message, rows: Vec<RecordWrite>) -> bool {
        let id = next.get();
        let begun = self.run(Command::Once { kind: kind.id, id, label, rows }).await;
        let begun = begun.is_ok_and(|done| done.changed);
        if begun {
            next.0.try_set_value(self.work().new_id());
        }
        begun
    }

    /// Sends a command in the background, and says what came of it.
    pub fn send(self, command: Command) {
        self.spawn(async move {
            // What went wrong has been said.
            drop(self.run(command).await);
        });
    }
}
