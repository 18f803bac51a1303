//! What goes when somebody takes a consent back, here and on every other tablet.

use super::*;

#[test]
fn who_takes_everything_back_is_counted_and_nothing_else() {
    let tablet = Tablet::new(1);
    let interview = begin(&tablet, &asking());
    let ana = speaker(&tablet, interview, "Anacanary", &GRANTS);
    let jo = speaker(&tablet, interview, "Jo", &GRANTS);
    let hers = say(&tablet, interview, Some(ana), "hercanary words").unwrap();
    let his = say(&tablet, interview, Some(jo), "his words").unwrap();
    let of_all = say(&tablet, interview, None, "allcanary words").unwrap();
    let (her_quote, his_quote) = (quote(&tablet, hers).unwrap(), quote(&tablet, his).unwrap());
    let coding = tablet.work.new_id();
    let link = |key: &str, id: Id| (key.to_owned(), Value::link(id));
    let theme = tablet.work.new_id();
    let mark = [link("quote", her_quote), link("theme", theme), ("fits".to_owned(), Value::Bool(true))].into();
    write(&tablet, vec![(CODING.id, coding, mark)]).unwrap();
    let callback = tablet.work.new_id();
    let phone = [link("speaker", ana), link("interview", interview), ("phone".to_owned(), Value::text("860-555-0199"))];
    write(&tablet, vec![(CALLBACK.id, callback, phone.into())]).unwrap();

    let would_go = {
        let state = tablet.work.state();
        consent::counted(state.book.kinds(), &Consents::without(&state.book, ana, &[NOTES]).to_purge())
            .into_iter()
            .map(|(kind, count)| (kind.id, count))
            .collect::<Vec<_>>()
    };
    // Who lets nothing be written down agrees to nothing else.
    assert_eq!(would_go, [("callback", 1), ("said", 2), ("quote", 1), ("coding", 1)]);
    take_back(&tablet, ana, &GRANTS);
    for (kind, id, there) in [
        (SAID.id, hers, false),
        (SAID.id, of_all, false),
        (SAID.id, his, true),
        (QUOTE.id, her_quote, false),
        (QUOTE.id, his_quote, true),
        (CODING.id, coding, false),
        (CALLBACK.id, callback, false),
        (SPEAKER.id, ana, false),
        (SPEAKER.id, jo, true),
    ] {
        assert_eq!(alive(&tablet, kind, id), there, "{kind}");
    }
    let speakers = tablet.work.look(|book, _| {
        let told = |record: &Record| (record.text("name").is_some(), record.text("role") == Some("parent"));
        consent::speakers(book, interview).into_iter().map(told).collect::<Vec<_>>()
    });
    assert_eq!(speakers, [(false, true), (true, true)], "somebody was heard, at their place; who it was is gone");
    let bytes = stored(&tablet);
    for canary in ["Anacanary", "hercanary", "allcanary", "860-555-0199"] {
        assert!(!holds(&bytes, canary), "{canary} is still stored");
    }
    assert!(holds(&bytes, "his words"));
    let reopened = tablet.reopened();
    assert!(!alive(&reopened, SAID.id, hers) && alive(&reopened, SAID.id, his));
}

#[test]
fn a_no_in_a_form_erases_like_any_other_and_so_does_forgetting_somebody() {
    let tablet = Tablet::new(1);
    let interview = begin(&tablet, &asking());
    let ana = speaker(&tablet, interview, "Ana", &GRANTS);
    let line = say(&tablet, interview, Some(ana), "The bus").unwrap();
    let quoted = quote(&tablet, line).unwrap();
    write(&tablet, vec![(SPEAKER.id, ana, [(QUOTES.to_owned(), Value::Bool(false))].into())]).unwrap();
    assert!(!alive(&tablet, QUOTE.id, quoted) && alive(&tablet, SAID.id, line));
    let of_all = say(&tablet, interview, None, "allcanary words").unwrap();
    now(tablet.work.run(Command::Erase(SPEAKER.id, ana))).unwrap();
    assert!(!alive(&tablet, SAID.id, line) && !alive(&tablet, SAID.id, of_all));
    assert!(!holds(&stored(&tablet), "allcanary"));
}

#[test]
fn what_was_being_written_down_goes_with_a_consent_too() {
    let tablet = Tablet::new(1);
    let interview = begin(&tablet, &asking());
    let ana = speaker(&tablet, interview, "Ana", &GRANTS);
    let (of_ana, who) = (interview.to_string(), ana.to_string());
    let fields = [("interview", &*of_ana), ("speaker", &*who), ("words", "draftcanary words")];
    let draft = tablet.draft(SAID.id, tablet.work.new_id(), &fields);
    now(tablet.work.keep_draft(draft)).unwrap();
    assert!(holds(&stored(&tablet), "draftcanary"));
    take_back(&tablet, ana, &[NOTES]);
    assert!(!holds(&stored(&tablet), "draftcanary"));
    assert!(tablet.work.state().drafts.is_empty());
}

#[test]
fn what_was_being_written_down_goes_where_another_tablet_heard_of_it() {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    let interview = begin(&a, &asking());
    let ana = speaker(&a, interview, "Ana", &GRANTS);
    b.import(&a.export()).unwrap();
    let (talk, who) = (interview.to_string(), ana.to_string());
    let line =
        |words: &str| b.draft(SAID.id, b.work.new_id(), &[("interview", &*talk), ("speaker", &*who), ("words", words)]);
    let open = line("draftcanary words");
    now(b.work.keep_draft(open.clone())).unwrap();
    take_back(&a, ana, &[NOTES]);
    b.import(&a.export()).unwrap();
    assert!(!holds(&stored(&b), "draftcanary") && b.work.state().drafts.is_empty());
    // Nor is it kept again by the line that is still open.
    assert!(matches!(now(b.work.keep_draft(open)), Err(WorkError::Refused(_))));
}

#[test]
fn who_told_two_tablets_is_counted_once() {
    let (one, two) = (Tablet::new(1), Tablet::new(2));
    let interview = begin(&one, &asking());
    let ana = speaker(&one, interview, "Ana", &GRANTS);
    two.import(&one.export()).unwrap();
    take_back(&one, ana, &GRANTS);
    take_back(&two, ana, &GRANTS);
    one.import(&two.export()).unwrap();
    assert_eq!(one.work.look(|book, _| consent::speakers(book, interview).len()), 1);
}

#[test]
fn only_what_rests_on_a_consent_goes_with_it() {
    let tablet = Tablet::new(1);
    let interview = begin(&tablet, &asking());
    let ana = speaker(&tablet, interview, "Ana", &GRANTS);
    let line = say(&tablet, interview, Some(ana), "The bus").unwrap();
    let quoted = quote(&tablet, line).unwrap();
    take_back(&tablet, ana, &[NAMED, AUDIO]);
    assert!(alive(&tablet, QUOTE.id, quoted) && alive(&tablet, SPEAKER.id, ana));
    assert_eq!(consent::grant(&tablet.work.state().book, ana, NAMED), Grant::Denied);
    take_back(&tablet, ana, &[QUOTES]);
    assert!(!alive(&tablet, QUOTE.id, quoted) && alive(&tablet, SAID.id, line));
    assert!(quote(&tablet, line).is_err());
}

#[test]
fn another_tablet_erases_what_it_wrote_without_knowing() {
    let (one, two) = (Tablet::new(1), Tablet::new(2));
    let interview = begin(&one, &asking());
    let ana = speaker(&one, interview, "Ana", &GRANTS);
    say(&one, interview, Some(ana), "first words").unwrap();
    two.import(&one.export()).unwrap();
    take_back(&one, ana, &GRANTS);
    // The colleague goes on, not knowing.
    two.clock.0.set(two.clock.0.get() + 60_000);
    let late = say(&two, interview, Some(ana), "latecanary words").unwrap();
    let late_quote = quote(&two, late).unwrap();
    two.import(&one.export()).unwrap();
    assert!(!alive(&two, SAID.id, late) && !alive(&two, QUOTE.id, late_quote));
    assert!(!holds(&stored(&two), "latecanary"));
    // And what it exported to others before is erased there, too.
    one.import(&two.export()).unwrap();
    assert!(!holds(&stored(&one), "latecanary") && !holds(&stored(&one), "first words"));
}

#[test]
fn a_no_that_nobody_saw_outweighs_a_yes() {
    let (one, two) = (Tablet::new(1), Tablet::new(2));
    let interview = begin(&one, &asking());
    let ana = speaker(&one, interview, "Ana", &GRANTS);
    let line = say(&one, interview, Some(ana), "The bus").unwrap();
    let quoted = quote(&one, line).unwrap();
    two.import(&one.export()).unwrap();
    take_back(&two, ana, &[QUOTES]);
    // Later by the clock, and not knowing: somebody writes down again that she agrees.
    one.clock.0.set(one.clock.0.get() + 3_600_000);
    write(&one, vec![(SPEAKER.id, ana, [(QUOTES.to_owned(), Value::Bool(false))].into())]).unwrap();
    write(&one, vec![(SPEAKER.id, ana, [(QUOTES.to_owned(), Value::Bool(true))].into())]).unwrap();
    one.import(&two.export()).unwrap();
    assert_eq!(consent::grant(&one.work.state().book, ana, QUOTES), Grant::Denied);
    assert!(!alive(&one, QUOTE.id, quoted));
}

#[test]
fn a_file_that_is_missing_takes_nothing_away() {
    let (one, two) = (Tablet::new(1), Tablet::new(2));
    let interview = one.work.new_id();
    let nobody_known = one.work.new_id();
    let line = say(&one, interview, Some(nobody_known), "The bus").unwrap();
    two.import(&one.export()).unwrap();
    assert!(alive(&two, SAID.id, line));
    let may_leave = {
        let state = two.work.state();
        Consents::of(&state.book).may_leave(&SAID, state.book.alive(SAID.id, line).unwrap())
    };
    assert!(!may_leave, "but it is shown to nobody outside");
}

#[test]
fn taking_back_a_file_does_not_bring_a_consent_back() {
    let (one, two) = (Tablet::new(1), Tablet::new(2));
    let interview = begin(&one, &asking());
    let ana = speaker(&one, interview, "Ana", &GRANTS);
    two.import(&one.export()).unwrap();
    take_back(&one, ana, &[QUOTES]);
    let step = two.import(&one.export()).unwrap().unwrap();
    // There is nothing else in the file, so nothing can be undone of it.
    assert!(now(two.work.run(Command::Undo(step))).is_err());
    assert_eq!(consent::grant(&two.work.state().book, ana, QUOTES), Grant::Denied);
}

/// A step that somebody may take in a conversation of three.
#[derive(Clone, Debug)]
enum Act {
    Say(usize, Option<usize>),
    Quote(usize, usize),
    TakeBack(usize, usize, Vec<usize>),
    Meet,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => (0..2usize, proptest::option::of(0..3usize)).prop_map(|(tablet, who)| Act::Say(tablet, who)),
        3 => (0..2usize, 0..20usize).prop_map(|(tablet, line)| Act::Quote(tablet, line)),
        2 => (0..2usize, 0..3usize, proptest::collection::vec(0..6usize, 1..3))
            .prop_map(|(tablet, who, grants)| Act::TakeBack(tablet, who, grants)),
        2 => Just(Act::Meet),
    ]
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn after_two_tablets_met_nothing_is_left_of_what_somebody_took_back(
        agreed in proptest::collection::vec(proptest::collection::vec(any::<bool>(), 6), 3),
        acts in proptest::collection::vec(act(), 1..30),
    ) {
        let tablets = [Tablet::new(1), Tablet::new(2)];
        let interview = begin(&tablets[0], &asking());
        let people: Vec<Id> = agreed.iter().enumerate().map(|(at, agreed)| {
            let grants: Vec<&'static str> =
                GRANTS.iter().zip(agreed).filter(|(_, yes)| **yes).map(|(grant, _)| *grant).collect();
            speaker(&tablets[0], interview, &format!("Personname{at}"), &grants)
        }).collect();
        tablets[1].import(&tablets[0].export()).unwrap();
        // Who spoke each canary word; nobody for all of them together.
        let mut said: Vec<(String, Option<usize>, Id)> = Vec::new();
        let mut taken: Vec<Vec<bool>> = vec![vec![false; 6]; 3];
        for (step, act) in acts.into_iter().chain([Act::Meet]).enumerate() {
            for tablet in &tablets {
                tablet.clock.0.set(tablet.clock.0.get() + 1_000);
            }
            match act {
                Act::Say(at, who) => {
                    let word = format!("canary{step}x");
                    if let Ok(id) = say(&tablets[at], interview, who.map(|who| people[who]), &word) {
                        said.push((word, who, id));
                    }
                }
                Act::Quote(at, line) => {
                    let known = said.get(line).filter(|(_, _, id)| alive(&tablets[at], SAID.id, *id));
                    // Whether it may be quoted is the app's to say.
                    drop(known.map(|(_, _, id)| quote(&tablets[at], *id)));
                }
                Act::TakeBack(at, who, grants) => {
                    if alive(&tablets[at], SPEAKER.id, people[who]) {
                        let chosen: Vec<&'static str> = grants.iter().map(|grant| GRANTS[*grant]).collect();
                        take_back(&tablets[at], people[who], &chosen);
                        grants.iter().for_each(|grant| taken[who][*grant] = true);
                    }
                }
                Act::Meet => {
                    // Twice, because what one of them erases is news to the other.
                    for _ in 0..2 {
                        tablets[1].import(&tablets[0].export()).unwrap();
                        tablets[0].import(&tablets[1].export()).unwrap();
                    }
                }
            }
        }
        for (at, tablet) in tablets.iter().enumerate() {
            let (bytes, export) = (stored(tablet), tablet.export());
            for (word, who, _) in &said {
                let speakers = who.map_or_else(|| (0..3).collect(), |who| vec![who]);
                let allowed = speakers.iter().all(|who| agreed[*who][0] && !taken[*who][0]);
                prop_assert_eq!(holds(&bytes, word), allowed, "{} on tablet {}", word, at);
                prop_assert_eq!(holds(&export, word), allowed, "{} in the export of tablet {}", word, at);
            }
            for (who, taken) in taken.iter().enumerate() {
                prop_assert_eq!(holds(&bytes, &format!("Personname{who}")), agreed[who][0] && !taken[0]);
            }
            let state = tablet.work.state();
            for record in state.book.records(QUOTE.id).filter(|record| record.is_alive()) {
                prop_assert!(Consents::of(&state.book).may_leave(&QUOTE, record));
            }
            let erased = state.book.records(SAID.id).filter(|record| record.erased).count();
            prop_assert!(erased <= said.len(), "{} {}", ERASED, erased);
        }
    }
}
