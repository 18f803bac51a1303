//! What people said and agreed to, told on two tablets, with a canary in everything that is written.

use super::*;

/// How somebody stands to each of the grants when they are first written down: yes, no, or not asked.
pub(super) type Asked = [Option<bool>; 6];

/// Somebody, as the test knows them.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub(super) interview: usize,
    pub(super) id: Id,
    pub(super) asked: Asked,
    pub(super) minor: bool,
    pub(super) guardian: bool,
}

impl Person {
    /// What they agree to, said in the simplest way: nothing without what comes before it.
    pub(super) fn agrees(&self, what: &str) -> Grant {
        let needed: &[&str] = match what {
            QUOTES => &[NOTES, QUOTES],
            NAMED => &[NOTES, QUOTES, NAMED],
            what => &[NOTES, what],
        };
        let said = |grant: &&str| GRANTS.iter().position(|known| known == grant).and_then(|at| self.asked[at]);
        let said: Vec<Option<bool>> = needed.iter().map(said).collect();
        match () {
            () if said.contains(&Some(false)) => Grant::Denied,
            () if said.contains(&None) || (self.minor && !self.guardian) => Grant::NotAsked,
            () => Grant::Given,
        }
    }
}

/// A record with a canary in it.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub(super) canary: String,
    pub(super) interview: usize,
    /// Who speaks in it; everyone where nobody was noted.
    pub(super) person: Option<usize>,
    /// Everything that must be agreed to.
    pub(super) needs: Vec<&'static str>,
    /// Whether it is the name of a person rather than a record of its own.
    pub(super) name: bool,
    /// Whether the report prints it while it may.
    pub(super) printed: bool,
}

/// Words that are nowhere else.
pub(super) fn canary(next: &mut usize) -> String {
    *next += 1;
    format!("qz{next}zq")
}

pub(super) struct Story {
    pub(super) here: Tablet,
    pub(super) elsewhere: Tablet,
    pub(super) people: Vec<Person>,
    pub(super) kept: Vec<Kept>,
    /// What the report must never say: what interviews were called, where they were, the team's remarks.
    pub(super) never: Vec<String>,
    pub(super) next: usize,
}

impl Story {
    pub(super) fn row(&self, tablet: &Tablet, kind: &'static str, id: Id, values: &[(&str, Value)]) -> bool {
        let values = order::map(values.iter().map(|(key, value)| ((*key).to_owned(), value.clone())));
        let label = crate::model::text::Message::same("Written");
        now(tablet.work.run(Command::Write { label, rows: vec![(kind, id, values)] })).is_ok()
    }

    pub(super) fn of(&self, interview: usize) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(move |person| person.interview == interview)
    }

    /// How all who speak in something stand to what it needs; who was never known counts for nothing.
    pub(super) fn stands(&self, kept: &Kept) -> Grant {
        let who: Vec<&Person> = match kept.person {
            Some(at) => vec![&self.people[at]],
            None => self.of(kept.interview).collect(),
        };
        let all: Vec<Grant> = kept.needs.iter().flat_map(|what| who.iter().map(move |one| one.agrees(what))).collect();
        match () {
            () if all.contains(&Grant::Denied) => Grant::Denied,
            () if all.contains(&Grant::NotAsked) => Grant::NotAsked,
            () => Grant::Given,
        }
    }

    pub(super) fn interview_id(&self, interview: usize) -> Id {
        Id(0x1000 + interview as u128)
    }

    /// Writes something, if the tablet takes it.
    pub(super) fn keep(
        &mut self,
        tablet: usize,
        kind: &'static str,
        values: &[(&str, Value)],
        kept: Kept,
    ) -> Option<Id> {
        let tablet = if tablet == 0 { &self.here } else { &self.elsewhere };
        let id = tablet.work.new_id();
        let mut all = vec![("interview", Value::text(self.interview_id(kept.interview).to_string()))];
        if let Some(person) = kept.person {
            all.push(("speaker", Value::text(self.people[person].id.to_string())));
        }
        all.extend(values.iter().cloned());
        let written = self.row(tablet, kind, id, &all);
        // A record that was refused is nowhere, and its canary must not turn up either.
        self.kept.push(kept);
        written.then_some(id)
    }

    /// Everything that one person says and leaves, in one visit of an interviewer.
    pub(super) fn told(&mut self, tablet: usize, interview: usize, person: Option<usize>, shown: bool) {
        let (note, quoted, printed, sound, mark, photo, reached) = {
            let mut next = || canary(&mut self.next);
            (next(), next(), next(), next(), next(), next(), [next(), next(), next()])
        };
        let kept = |canary: &str, needs: &[&'static str], printed: bool| Kept {
            canary: canary.to_owned(),
            interview,
            person,
            needs: needs.to_vec(),
            name: false,
            printed,
        };
        let text = |words: &str| Value::text(format!("about {words} indeed"));
        let said = self.keep(tablet, SAID.id, &[("words", text(&note))], kept(&note, &[NOTES], false));
        let recording = self.keep(
            tablet,
            RECORDING.id,
            &[("note", text(&sound))],
            Kept { person: None, ..kept(&sound, &[AUDIO], false) },
        );
        if let Some(recording) = recording {
            let link = ("recording", Value::link(recording));
            self.keep(
                tablet,
                BOOKMARK.id,
                &[("note", text(&mark)), link],
                Kept { person: None, ..kept(&mark, &[AUDIO], false) },
            );
        }
        self.keep(tablet, INTERVIEW_PHOTO.id, &[("caption", text(&photo))], kept(&photo, &[PHOTO], false));
        if person.is_some() {
            let values = [("phone", text(&reached[0])), ("email", text(&reached[1])), ("note", text(&reached[2]))];
            self.keep(tablet, CALLBACK.id, &values, kept(&reached[0], &[CALL_BACK], false));
            self.kept.extend(reached[1..].iter().map(|canary| kept(canary, &[CALL_BACK], false)));
        }
        let Some(said) = said else { return };
        let mut values = vec![("words", text(&quoted)), ("said", Value::text(said.to_string()))];
        if shown {
            values.push(("shown", text(&printed)));
            self.kept.push(kept(&printed, &[NOTES, QUOTES], true));
        }
        // Where it is shown in other words, its own are never printed.
        let quote = self.keep(tablet, QUOTE.id, &values, kept(&quoted, &[NOTES, QUOTES], !shown));
        if let Some(quote) = quote {
            let (kind, id, values) = findings::receipt(Id(0xf1), quote, said.0.is_multiple_of(2));
            let values: Vec<(&str, Value)> = values.iter().map(|(key, value)| (&**key, value.clone())).collect();
            self.row(if tablet == 0 { &self.here } else { &self.elsewhere }, kind, id, &values);
        }
    }

    pub(super) fn begin(people: &[(usize, Asked, bool, bool, bool)]) -> Story {
        let (here, elsewhere) = (Tablet::new(1), Tablet::new(2));
        let mut story = Story { here, elsewhere, people: Vec::new(), kept: Vec::new(), never: Vec::new(), next: 0 };
        story.row(&story.here, FINDING.id, Id(0xf1), &[("claim", Value::text("Most know only the books"))]);
        for interview in 0..3 {
            let called = [(); 3].map(|()| canary(&mut story.next));
            let keys = ["called", "where", "memo"];
            let mut values: Vec<(&str, Value)> =
                keys.into_iter().zip(&called).map(|(key, canary)| (key, Value::text(canary.clone()))).collect();
            values.push(("outcome", Value::text("held")));
            values.push(("when", Value::text("2026-11-20T10:00:00-05:00")));
            story.row(&story.here, INTERVIEW.id, story.interview_id(interview), &values);
            story.never.extend(called);
        }
        for (interview, asked, minor, guardian, shown) in people {
            let (id, name) = (story.here.work.new_id(), canary(&mut story.next));
            let mut values = vec![
                ("name", Value::text(name.clone())),
                ("role", Value::text("parent")),
                ("interview", Value::text(story.interview_id(*interview).to_string())),
                ("adult", Value::text(if *minor { MINOR } else { "adult" })),
                ("guardian", Value::Bool(*guardian)),
            ];
            values.extend(GRANTS.iter().zip(asked).filter_map(|(grant, yes)| Some((*grant, Value::Bool((*yes)?)))));
            story.row(&story.here, SPEAKER.id, id, &values);
            let at = story.people.len();
            story.people.push(Person { interview: *interview, id, asked: *asked, minor: *minor, guardian: *guardian });
            story.kept.push(Kept {
                canary: name,
                interview: *interview,
                person: Some(at),
                needs: vec![NAMED],
                name: true,
                printed: !*minor,
            });
            story.told(0, *interview, Some(at), *shown);
        }
        for interview in 0..3 {
            if story.of(interview).next().is_some() {
                story.told(0, interview, None, interview == 0);
            }
        }
        // Somebody who came later may have said no to what was kept before: it goes when the app is opened again.
        story.here = story.here.reopened();
        story.elsewhere.import(&story.here.export()).unwrap();
        story
    }

    /// Somebody takes consents back.
    pub(super) fn take_back(&mut self, at: usize, mask: u8) {
        let grants: Vec<&'static str> =
            GRANTS.iter().enumerate().filter(|(bit, _)| mask & (1 << bit) != 0).map(|(_, grant)| *grant).collect();
        let speaker = self.people[at].id;
        let everything = grants.contains(&NOTES);
        let was_gone = self.was_erased(&self.here, &self.people[at]);
        let command = consent::take_back(speaker, grants.clone(), "2026-11-22T10:00:00-05:00".into());
        // Who took everything back is nobody any more, and has nothing left to take back.
        assert_eq!(now(self.here.work.run(command)).is_ok(), !was_gone);
        for (bit, grant) in GRANTS.iter().enumerate() {
            if everything || grants.contains(grant) {
                self.people[at].asked[bit] = Some(false);
            }
        }
    }

    pub(super) fn stored(tablet: &Tablet) -> Vec<u8> {
        let Contents { log, meta, snapshot, blobs } = tablet.store.contents();
        let meta = meta.into_iter().flat_map(|(name, bytes)| [name.into_bytes(), bytes].concat());
        let sound = blobs.into_values().flatten();
        log.into_values().flatten().chain(meta).chain(snapshot.into_iter().flatten()).chain(sound).collect()
    }

    pub(super) fn office(tablet: &Tablet, public_only: bool) -> String {
        let mut all = String::new();
        for lang in Lang::ALL {
            let files = now(tablet.work.office_export(Office { lang, public_only }, &Job::quiet())).unwrap();
            let bytes = files.into_iter().flat_map(|file| file.file.pieces).flatten().collect();
            all.push_str(&String::from_utf8(bytes).unwrap());
        }
        all
    }

    /// What leaves a tablet says what it may and nothing else, and what was taken back is nowhere in it.
    pub(super) fn check(&self, tablet: &Tablet, here: bool) {
        let report = tablet.work.look(|book, index| report(book, index, BY_CONSENT, tablet.work.now()));
        let files = all_files(&report);
        let (public, full, stored) = (Self::office(tablet, true), Self::office(tablet, false), Self::stored(tablet));
        for word in &self.never {
            assert!(!public.contains(word), "an interview's own words in the public files: {word}");
            files.iter().for_each(|file| assert!(!file.contains(word), "{word} in {file}"));
        }
        for kept in &self.kept {
            let (stands, word) = (self.stands(kept), &kept.canary);
            assert!(!public.contains(word), "{kept:?} is in the public files");
            let may = stands == Grant::Given && kept.printed;
            for file in &files {
                assert!(may || !file.contains(word), "{kept:?} is in {file}");
            }
            // Names of those who may be written down go to the office, where people know each other.
            let written_down = kept.person.is_some_and(|at| self.people[at].asked[0] == Some(true));
            let told = stands == Grant::Given || (kept.name && written_down);
            assert!(told || !full.contains(word), "{kept:?} is in the office files");
            let person = kept.person.map(|at| &self.people[at]);
            // What was taken back here is not known elsewhere until they meet.
            let heard = |person: &Person| person.asked[0] == Some(false) && self.was_erased(tablet, person);
            let gone = match kept.name {
                true => person.is_some_and(heard),
                false => stands == Grant::Denied,
            };
            assert!(!gone || memmem::find(&stored, word.as_bytes()).is_none(), "{kept:?} is still stored");
            if here && stands == Grant::Given && !kept.name {
                assert!(full.contains(word), "{kept:?} is kept from the office though it may be told");
                assert!(!kept.printed || files.iter().all(|file| file.contains(word)), "{kept:?} is in no report");
            }
        }
    }

    pub(super) fn was_erased(&self, tablet: &Tablet, person: &Person) -> bool {
        tablet.work.state().book.record(SPEAKER.id, person.id).is_some_and(|record| record.erased)
    }
}
