//! What people can agree to, declared with the kind whose records are those people.

/// What the people whom records of a kind describe can agree to, and how that is read from their records. Other kinds
/// say in `granted` what their records need of it.
#[derive(Clone, Copy, Debug)]
pub struct Gives {
    /// The link to what they take part in, such as a conversation: a field of that key leads there from their own
    /// record and from every record that needs something of everyone who took part.
    pub takes_part_in: &'static str,
    /// The link by which another record names one of them.
    pub named_by: &'static str,
    /// What they are called in it.
    pub name: &'static str,
    /// What each can agree to, apart from the others, in the order it is asked: keys of yes-or-no fields. Without the
    /// first, nothing of theirs is kept.
    pub grants: &'static [&'static str],
    /// What must be granted for another to count: (this, that). Everything else but the first rests on the first.
    pub rests_on: &'static [(&'static str, &'static str)],
    /// Who cannot agree alone.
    pub guardian: Guardian,
    /// When they took something back.
    pub withdrawn: &'static str,
    /// How they were asked.
    pub asked: HowAsked,
}

/// How a record says that somebody cannot agree alone.
#[derive(Clone, Copy, Debug)]
pub struct Guardian {
    /// The choice of their age.
    pub age: &'static str,
    /// The answer by which they need a parent or guardian.
    pub minor: &'static str,
    /// Whether that one agrees.
    pub agrees: &'static str,
}

/// The fields that tell how somebody was asked.
#[derive(Clone, Copy, Debug)]
pub struct HowAsked {
    /// When.
    pub when: &'static str,
    /// In which language.
    pub lang: &'static str,
    /// In which words.
    pub words: &'static str,
    /// By whom.
    pub by: &'static str,
}

impl Gives {
    /// What must be granted first for this to count; nothing for the first of all.
    pub fn rests_on(&self, what: &str) -> Option<&'static str> {
        let declared = self.rests_on.iter().find(|(this, _)| *this == what).map(|(_, that)| *that);
        let first = self.first();
        declared.or((what != first).then_some(first))
    }

    /// What nothing is kept without.
    pub fn first(&self) -> &'static str {
        self.grants.first().copied().unwrap_or_default()
    }
}
