//! What the campaigns share: how long they are, the hand in the page, and files of other tablets.

use crate::tablet::{Site, Tablet};
use porchlight::log::document::Writer;
use porchlight::log::hash::Sha;
use porchlight::log::line;
use porchlight::log::segment::{MOST, Segment};
use porchlight::model::id::{DeviceId, Id, Salt};
use porchlight::model::operation::Operation;
use porchlight::model::order;
use porchlight::model::record_write::RecordWrite;
use porchlight::model::stamp::{Stream, Tick};
use porchlight::model::value::Value;
use serde_json::Value as Json;
use std::io::Write;
use std::path::Path;

/// How the hand works, before every script that uses it.
const HAND: &str = include_str!("hand.js");

/// So many at full length; `PORCHLIGHT_SOAK=0.1` is a rehearsal with a tenth.
pub fn scaled(full: usize) -> usize {
    let scale: f64 = std::env::var("PORCHLIGHT_SOAK").map_or(1.0, |scale| scale.parse().unwrap());
    ((full as f64 * scale).ceil() as usize).max(1)
}

/// Lets the hand begin; it goes on by itself.
pub fn begin(tablet: &Tablet, script: &str, arguments: &[Json]) {
    tablet.run(&format!("{HAND}\n{script}"), arguments);
}

/// What the hand told the host.
#[derive(Default)]
pub struct Told {
    /// What the screen said was saved.
    pub saved: Vec<Json>,
    /// Where the hand could not go on.
    pub stuck: Vec<String>,
    /// Whether it has done all it was to do.
    pub rested: bool,
}

impl Told {
    /// Adds what was told since the last time.
    pub fn hear(&mut self, site: &Site) {
        site.take_requests().iter().for_each(|path| self.take(path));
    }

    /// Adds what a request tells.
    pub fn take(&mut self, path: &str) {
        if let Some(saved) = path.strip_prefix("saved/") {
            self.saved.push(serde_json::from_str(saved).unwrap());
        }
        self.stuck.extend(path.strip_prefix("stuck/").map(str::to_owned));
        self.rested |= path == "rested";
    }
}

/// An export of records, as another tablet would have made it.
pub fn write_export(file: &Path, dev: u64, rows: Vec<RecordWrite>) {
    let stream = Stream { dev: DeviceId(dev), epoch: 1 };
    let mut out = std::io::BufWriter::new(std::fs::File::create(file).unwrap());
    let (mut writer, mut before) = (Writer::default(), Sha::start_of(stream));
    let operation = |(at, (kind, id, set)): (usize, RecordWrite)| Operation {
        stream,
        writer: stream,
        seq: at as u64 + 1,
        tick: Tick::from_ms(1_760_000_000_000 + at as u64),
        wall: "2025-10-09T05:00:00-04:00".to_owned(),
        by: None,
        kind: kind.to_owned(),
        id,
        set,
        prev: Default::default(),
    };
    let all: Vec<Operation> = rows.into_iter().enumerate().map(operation).collect();
    for piece in all.chunks(MOST) {
        let lines = piece.iter().map(|op| line::write(op, Salt(u128::from(op.seq)))).collect();
        let segment = Segment { stream, writer: stream, org: "soak".to_owned(), before, lines };
        before = segment.after();
        out.write_all(&writer.segment(&segment)).unwrap();
    }
    out.write_all(&writer.finish()).unwrap();
}

/// A partner as another tablet would have noted it.
pub fn partner(id: Id, name: String) -> RecordWrite {
    let offers = Value::text("Meals every weekday, and space for a shelf by the door");
    ("partner", id, order::values([("name", Value::text(name)), ("offers", offers)]))
}

/// Takes in a file of another tablet.
pub fn take_in(tablet: &Tablet, file: &Path) {
    tablet.import(file);
    tablet.take_in();
}

/// Waits until the list of partners says that there are so many.
pub fn see_count(tablet: &Tablet, count: usize) {
    tablet.visit_part("#/community");
    let says = "return text().replaceAll(',', '').match(/(\\d+) in all/)?.[1] === arguments[0] || \
                (arguments[0] === '0' && text().includes('Nothing here yet'))";
    tablet.until(&format!("{count} partners in the list"), says, &[count.to_string().into()]);
}
