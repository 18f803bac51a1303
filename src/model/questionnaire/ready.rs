//! Questions that come with the app, as a room declares them.

use crate::model::field::Choice;
use crate::model::text::Text;

/// Questions that come with the app.
#[derive(Clone, Copy, Debug)]
pub struct Ready {
    /// What it is known by. For ever.
    pub key: &'static str,
    /// What it is called.
    pub name: Text,
    /// Whom it is for.
    pub purpose: Text,
    /// What is said before the first question.
    pub intro: Text,
    /// What is asked, in order.
    pub questions: &'static [ReadyQuestion],
}

/// One of the questions that come with the app.
#[derive(Clone, Copy, Debug)]
pub struct ReadyQuestion {
    /// What answers are kept under. For ever, unique among its neighbors.
    pub key: &'static str,
    /// The section it stands in; the same words for neighbors.
    pub part: Text,
    /// What is asked.
    pub ask: Text,
    /// Help for whoever asks; may be none.
    pub help: Text,
    /// How it is answered, a key of [`crate::model::question::MANNERS`].
    pub manner: &'static str,
    /// The answers to choose from; for a scale, what one and what five mean.
    pub answers: &'static [Choice],
    /// What may be asked further.
    pub prompts: &'static [Text],
    /// Asked only after one of these answers to an earlier question.
    pub only_if: Option<(&'static str, &'static [&'static str])>,
}

impl ReadyQuestion {
    /// A question in a section, answered in their own words.
    pub const fn open(key: &'static str, part: Text, ask: Text) -> ReadyQuestion {
        let (help, answers, prompts) = (Text::NONE, &[] as &[Choice], &[] as &[Text]);
        ReadyQuestion { key, part, ask, help, manner: "long_text", answers, prompts, only_if: None }
    }

    /// The same, answered in another manner.
    pub const fn by(mut self, manner: &'static str, answers: &'static [Choice]) -> ReadyQuestion {
        self.manner = manner;
        self.answers = answers;
        self
    }

    /// The same, with help for whoever asks.
    pub const fn help(mut self, help: Text) -> ReadyQuestion {
        self.help = help;
        self
    }

    /// The same, with more to ask.
    pub const fn prompts(mut self, prompts: &'static [Text]) -> ReadyQuestion {
        self.prompts = prompts;
        self
    }

    /// The same, asked only after one of these answers to an earlier question.
    pub const fn only_if(mut self, question: &'static str, answers: &'static [&'static str]) -> ReadyQuestion {
        self.only_if = Some((question, answers));
        self
    }
}
