//! What every device writes, the same for each of those who are compared.

/// How many partners and items all devices know from the start.
pub const PARTNERS: u64 = 1_000;
pub const ITEMS: u64 = 20;

/// The text fields of a partner.
pub const FIELDS: [&str; 4] = ["name", "contact_name", "offers", "notes"];

/// One thing that somebody writes.
pub enum Edit {
    /// A field of a partner that all know.
    Set { partner: u64, field: usize, text: String },
    /// A new partner, with all of its fields.
    New { partner: u64, texts: [String; 4] },
    /// So many more of an item.
    Count { item: u64, by: i64 },
}

/// A number by chance (xorshift).
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Chance {
        Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }
}

/// The fields of a partner as somebody first writes them.
pub fn texts(chance: &mut Chance) -> [String; 4] {
    const WORDS: [&str; 8] = ["meals", "shelf", "door", "Tuesday", "clinic", "escuela", "keys", "garden"];
    std::array::from_fn(|field| {
        let words: Vec<_> = (0..2 + field * 2).map(|_| WORDS[chance.below(8) as usize]).collect();
        format!("{} {}", words.join(" "), chance.below(100_000))
    })
}

/// What a device writes: seven in ten change a field, two note a new partner, one counts.
pub fn of(device: u64, count: u64) -> impl Iterator<Item = Edit> {
    let mut chance = Chance::new(device + 1);
    (0..count).map(move |at| match chance.below(10) {
        0..7 => {
            let (partner, field) = (chance.below(PARTNERS), chance.below(4) as usize);
            let [_, _, _, text] = texts(&mut chance);
            Edit::Set { partner, field, text }
        }
        7..9 => Edit::New { partner: PARTNERS + device * count + at, texts: texts(&mut chance) },
        _ => Edit::Count { item: chance.below(ITEMS), by: 1 + chance.below(9) as i64 },
    })
}
