//! Doing something with lines of the week, one step each.

use crate::model::record_write::RecordWrite;
use crate::ui::context::Ui;
use crate::week::writing::found;
use crate::work::command::Command;
use crate::work::error::WorkError;

/// Writes down the times of tasks that come again which these would make records. Gives what is left to write.
pub(super) async fn write_down(ui: Ui, rows: Vec<RecordWrite>) -> Result<Vec<RecordWrite>, WorkError> {
    let (found, left) = ui.look(|book, _| found(book, rows));
    if !found.is_empty() {
        ui.work().run(Command::Found(found)).await?;
    }
    Ok(left)
}
