//! A screen that a capability declares: its address, and the place it belongs to. What it shows stands in the declaration
//! of the capability, so that screens can name one another.
//!
//! The address is a pattern of words and values, `outreach/canvass/:id/:id?`: an identity or a `:number` each, the last
//! one optional where a `?` says so. The type of the values is that of the screen, so that only what fits is asked for.

use crate::model::id::Id;
use crate::ui::place::Place;
use std::fmt;
use std::marker::PhantomData;

/// The values in an address, in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Values([Option<u128>; 2]);

/// The values that the address of a screen may hold.
pub trait AddressValues: Copy + 'static {
    /// What they look like in the pattern.
    const PARTS: &'static [&'static str];

    /// As they are kept.
    fn values(self) -> Values;

    /// From what was kept.
    fn from_values(values: Values) -> Option<Self>;
}

impl AddressValues for () {
    const PARTS: &'static [&'static str] = &[];

    fn values(self) -> Values {
        Values::default()
    }

    fn from_values(_: Values) -> Option<()> {
        Some(())
    }
}

impl AddressValues for Id {
    const PARTS: &'static [&'static str] = &[":id"];

    fn values(self) -> Values {
        Values([Some(self.0), None])
    }

    fn from_values(values: Values) -> Option<Id> {
        values.0[0].map(Id)
    }
}

impl AddressValues for Option<Id> {
    const PARTS: &'static [&'static str] = &[":id?"];

    fn values(self) -> Values {
        Values([self.map(|id| id.0), None])
    }

    fn from_values(values: Values) -> Option<Option<Id>> {
        Some(values.0[0].map(Id))
    }
}

impl AddressValues for (Id, Id) {
    const PARTS: &'static [&'static str] = &[":id", ":id"];

    fn values(self) -> Values {
        Values([Some(self.0.0), Some(self.1.0)])
    }

    fn from_values(values: Values) -> Option<(Id, Id)> {
        Some((Id(values.0[0]?), Id(values.0[1]?)))
    }
}

impl AddressValues for (Id, Option<Id>) {
    const PARTS: &'static [&'static str] = &[":id", ":id?"];

    fn values(self) -> Values {
        Values([Some(self.0.0), self.1.map(|id| id.0)])
    }

    fn from_values(values: Values) -> Option<(Id, Option<Id>)> {
        Some((Id(values.0[0]?), values.0[1].map(Id)))
    }
}

impl AddressValues for (usize, usize) {
    const PARTS: &'static [&'static str] = &[":number", ":number"];

    fn values(self) -> Values {
        Values([u128::try_from(self.0).ok(), u128::try_from(self.1).ok()])
    }

    fn from_values(values: Values) -> Option<(usize, usize)> {
        Some((usize::try_from(values.0[0]?).ok()?, usize::try_from(values.0[1]?).ok()?))
    }
}

impl AddressValues for usize {
    const PARTS: &'static [&'static str] = &[":number"];

    fn values(self) -> Values {
        Values([u128::try_from(self).ok(), None])
    }

    fn from_values(values: Values) -> Option<usize> {
        usize::try_from(values.0[0]?).ok()
    }
}

/// A screen whose address holds values of this type.
pub struct Screen<V: 'static> {
    pattern: &'static str,
    place: Place,
    tab: Option<&'static str>,
    stays: bool,
    aside: bool,
    values: PhantomData<fn(V)>,
}

impl<V> Screen<V> {
    /// A screen at the address of this pattern. It belongs to the place that its address begins with.
    pub const fn new(place: Place, pattern: &'static str) -> Screen<V> {
        Screen { pattern, place, tab: None, stays: false, aside: false, values: PhantomData }
    }

    /// The same, with this tab lit.
    pub const fn tab(mut self, tab: &'static str) -> Screen<V> {
        self.tab = Some(tab);
        self
    }

    /// The same, staying as it is while only the optional value of its address changes, which it follows by itself.
    pub const fn stays(mut self) -> Screen<V> {
        self.stays = true;
        self
    }

    /// The same, being looked at meanwhile: a form to which one comes back from it leads where it led before.
    pub const fn aside(mut self) -> Screen<V> {
        self.aside = true;
        self
    }
}

/// A declared screen, whatever the values of its address.
pub trait AnyScreen: Sync {
    /// The pattern of its address.
    fn pattern(&self) -> &'static str;
    /// The place it belongs to.
    fn place(&self) -> Place;
    /// The tab that is lit.
    fn tab(&self) -> Option<&'static str>;
    /// Whether another optional value is no new screen.
    fn stays(&self) -> bool;
    /// Whether it is looked at meanwhile.
    fn aside(&self) -> bool;
    /// What the values of its type look like in a pattern.
    fn parts(&self) -> &'static [&'static str];
}

impl<V: AddressValues> AnyScreen for Screen<V> {
    fn pattern(&self) -> &'static str {
        self.pattern
    }

    fn place(&self) -> Place {
        self.place
    }

    fn tab(&self) -> Option<&'static str> {
        self.tab
    }

    fn stays(&self) -> bool {
        self.stays
    }

    fn aside(&self) -> bool {
        self.aside
    }

    fn parts(&self) -> &'static [&'static str] {
        V::PARTS
    }
}

/// A screen with the values of its address: where somebody is, or goes.
#[derive(Clone, Copy)]
pub struct At {
    screen: &'static dyn AnyScreen,
    values: Values,
}

impl PartialEq for At {
    fn eq(&self, other: &At) -> bool {
        (self.screen.pattern(), self.values) == (other.screen.pattern(), other.values)
    }
}

impl Eq for At {}

impl fmt::Debug for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path())
    }
}

impl At {
    /// A screen without a value in its address.
    pub const fn plain<V: AddressValues>(screen: &'static Screen<V>) -> At {
        At { screen, values: Values([None, None]) }
    }

    /// A screen with the values of its address.
    pub fn of<V: AddressValues>(screen: &'static Screen<V>, values: V) -> At {
        At { screen, values: values.values() }
    }

    /// The screen.
    pub fn screen(self) -> &'static dyn AnyScreen {
        self.screen
    }

    /// The values of its address.
    pub fn values(self) -> Values {
        self.values
    }

    /// The address, without what comes before the place.
    pub fn path(self) -> String {
        let mut values = self.values.0.into_iter();
        let part = |part: &'static str| match part.strip_prefix(':') {
            None => Some(part.to_owned()),
            Some("number") => values.next().flatten().map(|number| number.to_string()),
            Some(_) => values.next().flatten().map(|id| Id(id).to_string()),
        };
        self.screen.pattern().split('/').filter_map(part).collect::<Vec<_>>().join("/")
    }

    /// Where this address leads, if it is one of this screen’s.
    pub fn parse(screen: &'static dyn AnyScreen, path: &[&str]) -> Option<At> {
        let mut values = Values::default();
        let mut free = values.0.iter_mut();
        let mut path = path.iter();
        for part in screen.pattern().split('/') {
            let Some(value) = part.strip_prefix(':') else {
                path.next().filter(|found| **found == part)?;
                continue;
            };
            let to = free.next()?;
            match (path.next(), value) {
                (None, _) if value.ends_with('?') => {}
                (None, _) => return None,
                (Some(found), "number") => *to = Some(found.parse().ok()?),
                (Some(found), _) => *to = Some(found.parse::<Id>().ok()?.0),
            }
        }
        path.next().is_none().then_some(At { screen, values })
    }

    /// Whether the screen is about this record.
    pub fn is_about(self, id: Id) -> bool {
        self.lasting().values.0.contains(&Some(id.0))
    }

    /// The same for as long as the screen is the same.
    pub fn lasting(self) -> At {
        let mut at = self;
        if self.screen.stays() {
            let optional = self.screen.parts().iter().position(|part| part.ends_with('?'));
            optional.and_then(|place| at.values.0.get_mut(place)).into_iter().for_each(|value| *value = None);
        }
        at
    }
}
