//! Trying a place before anything rests on it.

use crate::model::text::Message;
use crate::ports::{Ids, Place, PlaceError};

/// The sentences of this module.
pub mod words {
    crate::words! {
        NOT_WRITTEN = "Saving a test file did not work. {cause}", "No se pudo guardar un archivo de prueba. {cause}";
        NOT_READ = "A test file was saved, but it could not be read. {cause}", "Se guardó un archivo de prueba, pero no se pudo leer. {cause}";
        NOT_LISTED = "The list of files in this place could not be read. {cause}", "No se pudo leer la lista de archivos de este lugar. {cause}";
        NOT_REMOVED = "A test file was saved and read, but it could not be removed. {cause}", "Se guardó y se leyó un archivo de prueba, pero no se pudo quitar. {cause}";
        OTHER_BYTES = "What came back is not what was saved", "Lo que volvió no es lo que se guardó";
    }
}

/// What a place was asked to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To keep a file.
    Write,
    /// To give it back.
    Read,
    /// To tell that it has it.
    List,
    /// To remove it.
    Remove,
}

/// What a place could not do, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{step:?}: {cause:?}")]
pub struct ProbeError {
    /// What it was asked.
    pub step: Step,
    /// Why it could not; none if it did something else without saying so.
    pub cause: Option<PlaceError>,
}

impl ProbeError {
    /// What to tell the person.
    pub fn message(&self) -> Message {
        let step = match self.step {
            Step::Write => words::NOT_WRITTEN,
            Step::Read => words::NOT_READ,
            Step::List => words::NOT_LISTED,
            Step::Remove => words::NOT_REMOVED,
        };
        match &self.cause {
            // What keeps the tablet out is the same whatever it asked for.
            Some(
                cause @ (PlaceError::Unreachable(_)
                | PlaceError::Hidden { .. }
                | PlaceError::Blocked(_)
                | PlaceError::Insecure(_)
                | PlaceError::NotAllowed
                | PlaceError::NoDatabase(_)
                | PlaceError::LoginPage(_)
                | PlaceError::NotAPlace(_)),
            ) => cause.message(),
            Some(cause) => step.with("cause", cause.message()),
            None => step.with("cause", words::OTHER_BYTES),
        }
    }
}

/// Puts a small file into a place, gets it back, sees it listed and removes it.
///
/// # Errors
/// The first of these that did not work.
pub async fn probe(place: &dyn Place, ids: &dyn Ids) -> Result<(), ProbeError> {
    let failed = |step| move |cause| ProbeError { step, cause: Some(cause) };
    let otherwise = |step| Err(ProbeError { step, cause: None });
    // Names nobody else tries at the same time.
    let name = format!("{:032x}.json", ids.random());
    let path = format!("probe/{name}");
    let bytes = format!("[\"Porchlight\",\"{name}\"]");
    // What stands in the way, such as a wrong password, is told of reading, which asks for less.
    let before = place.names("probe").await.map_err(failed(Step::List))?;
    if !place.put_new(&path, bytes.as_bytes()).await.map_err(failed(Step::Write))? {
        return otherwise(Step::Write);
    }
    if place.get(&path).await.map_err(failed(Step::Read))?.as_deref() != Some(bytes.as_bytes()) {
        return otherwise(Step::Read);
    }
    let listed = place.names("probe").await.map_err(failed(Step::List))?;
    if before.contains(&name) || !listed.contains(&name) {
        return otherwise(Step::List);
    }
    place.remove(&path).await.map_err(failed(Step::Remove))?;
    match place.get(&path).await.map_err(failed(Step::Remove))? {
        None => Ok(()),
        Some(_) => otherwise(Step::Remove),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_in_both_languages() {
        assert_eq!(crate::model::text::faults(words::ALL), Vec::<String>::new());
    }
}
