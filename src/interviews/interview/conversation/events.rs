//! What a conversation is told, and what it asks for.

use crate::model::draft::Draft;
use crate::model::id::Id;
use crate::model::record_write::RecordWrite;
use crate::model::typed::Typed;

/// What happens in a conversation.
#[derive(Clone, Debug, PartialEq)]
pub enum ConversationEvent {
    /// The line that is being written holds this now.
    LineTyped(String),
    /// The line is entered: it becomes a note, and the next one begins.
    LineEntered,
    /// The store refused to make this line a note.
    LineRefused(Draft),
    /// The store refused to keep this line as a draft.
    LineNotKept(Id),
    /// Whose words are written from now on; nobody for everyone's.
    SpeakerTapped(Option<Id>),
    /// Who may be written down, of how many who take part.
    Speakers(Vec<Id>, usize),
    /// The answer that is typed holds this now.
    AnswerTyped(String),
    /// The answer that was typed is given.
    AnswerGiven(String),
    /// An answer was ticked or unticked.
    AnswerTapped {
        /// Which.
        key: String,
        /// Whether there can be several.
        several: bool,
        /// Whether it is ticked now.
        on: bool,
    },
    /// The store has this answer.
    AnswerStored(u64),
    /// The store refused this answer.
    AnswerRefused(u64),
    /// The store refused to keep an answer while it was typed.
    AnswerNotKept(Typed),
    /// The store refused to keep where one stands.
    PlaceRefused,
    /// On to the next question.
    Next,
    /// Back to the one before.
    Back,
    /// The question is put off.
    Later,
    /// The question is passed over.
    Skip,
    /// To the question at this place.
    GoTo(usize),
    /// Behind the last question.
    ToTheEnd,
    /// Nobody typed for a moment; or the screen or the page is left; or this tab may write from now on.
    Rested,
}

/// What is to be done, in this order.
#[derive(Clone, Debug, PartialEq)]
pub enum ConversationEffect {
    /// Tell of a rest once nobody has typed for a moment.
    Wait,
    /// Keep the line as a draft; without words, remove it.
    KeepLine(Draft),
    /// Remove a draft whose words stand in another line from now on.
    DropLine(Draft),
    /// Make the line a note.
    EnterLine(Draft),
    /// Keep an answer while it is typed.
    KeepTyped(Typed),
    /// Write an answer down, and empty the place where it was typed.
    Answer(SentAnswer),
    /// Write down that a question was passed.
    Pass(RecordWrite),
    /// Write down where one stands.
    StandAt(RecordWrite),
    /// Show the question from its top.
    ToTop,
}

/// An answer on its way to the store.
#[derive(Clone, Debug, PartialEq)]
pub struct SentAnswer {
    /// Tells it from others.
    pub number: u64,
    /// The key of its question.
    pub question: String,
    /// The answer; blank where it is taken back.
    pub value: String,
    /// Where it was typed; none where it was tapped.
    pub given: Option<Typed>,
}
