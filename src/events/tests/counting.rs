//! Every rule by example, and sums that agree.

use crate::events::counting::rules::{CONNECTICUT, Rule, Rules, SURVEY, Source};
use crate::events::counting::totals::{GROUPS, PLACES, totals};
use crate::events::counting::{Counts, Question, Where, came, standing};
use crate::events::kinds::choices::{AUDIENCES, FORMATS, TYPES};
use crate::events::kinds::event::fields as event;
use crate::model::testing::cases;
use crate::model::text::t;
use crate::work::testing::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// An event in one line: status, type, format, the three answers (`y`, `n`, `-`), age group, participants; a `-` leaves
/// the answer out.
fn event(line: &str) -> BTreeMap<String, Value> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [status, ty, format, answers, group, came] = words[..] else { panic!("{line}") };
    let mut values: BTreeMap<String, Value> = BTreeMap::new();
    let mut set = |key: &str, value: Value| {
        values.insert(key.to_owned(), value);
    };
    for (key, answer) in [("status", status), ("type", ty), ("format", format), ("audience", group)] {
        if answer != "-" {
            set(key, Value::text(answer));
        }
    }
    for (question, answer) in Question::ALL.into_iter().zip(answers.chars()) {
        if answer != '-' {
            set(question.field().key(), Value::Bool(answer == 'y'));
        }
    }
    match came.parse() {
        Ok(number) => set("participants", Value::whole(number)),
        Err(_) if came == "nc" => set("known_by", Value::text("not_counted")),
        Err(_) => {}
    }
    values
}

/// What an event counts as, in one line: as what, by which rule, in which elements of the survey.
fn counted(rules: &Rules, values: &BTreeMap<String, Value>) -> String {
    let standing = standing(rules, values);
    let rule = standing.rule.map_or("?", |rule| rule.id);
    let said = match standing.counts {
        None => {
            let open: Vec<String> = standing.open.iter().map(|question| format!("{question:?}")).collect();
            return format!("open {}", open.join(","));
        }
        Some(Counts::Session) => {
            let group = GROUPS.iter().find(|(key, ..)| Some(*key) == standing.group.as_deref());
            let place = PLACES.iter().find(|(place, ..)| Some(*place) == standing.place);
            let number = |known: Option<u16>| known.map_or("-".to_owned(), |number| number.to_string());
            let hybrid = if standing.hybrid { " hybrid" } else { "" };
            format!(
                "session {rule} {} {}{hybrid}",
                number(group.map(|known| known.1)),
                number(place.map(|known| known.1))
            )
        }
        Some(counts) => format!("{} {rule}", format!("{counts:?}").to_lowercase()),
    };
    let people = came(values).map_or("unknown".to_owned(), |people| people.to_string());
    if standing.held { format!("{said} {people}") } else { format!("later {said}") }
}

/// Events, and what each counts as.
const CASES: &[(&str, &str)] = &[
    // The plain ones, by age group and by where they are.
    ("held storytime on_site yyy ages_0_5 12", "session session 601 606 12"),
    ("held storytime off_site yyy ages_0_5 17", "session session 601 607 17"),
    ("held storytime virtual yyy ages_0_5 9", "session session 601 608 9"),
    ("held class on_site yyy ages_6_11 8", "session session 602 606 8"),
    ("held class off_site yyy ages_12_18 24", "session session 603 607 24"),
    ("held class virtual yyy ages_19 31", "session session 604 608 31"),
    ("held performance on_site yyy all_ages 80", "session session 605 606 80"),
    ("held performance off_site yyy all_ages 140", "session session 605 607 140"),
    ("held presentation off_site yyy ages_19 22", "session session 604 607 22"),
    // About the library, to a class in its school.
    ("held presentation off_site yyy ages_6_11 26", "session session 602 607 26"),
    ("held school_visit off_site yyy ages_6_11 26", "session session 602 607 26"),
    ("held school_visit off_site yyy ages_12_18 19", "session session 603 607 19"),
    ("held other on_site yyy ages_19 5", "session session 604 606 5"),
    ("held - on_site yyy ages_19 5", "session session 604 606 5"),
    // Nobody came, one came, nobody counted.
    ("held class on_site yyy ages_19 0", "session session 604 606 0"),
    ("held class on_site yyy ages_19 1", "session session 604 606 1"),
    ("held storytime off_site yyy ages_0_5 0", "session session 601 607 0"),
    ("held class on_site yyy ages_19 nc", "session session 604 606 unknown"),
    ("held class on_site yyy ages_19 -", "session session 604 606 unknown"),
    // Both in person and online: once, in person.
    ("held class hybrid yyy ages_6_11 15", "session session 602 606 hybrid 15"),
    ("held class hybrid_off_site yyy ages_6_11 15", "session session 602 607 hybrid 15"),
    ("held presentation hybrid yyy ages_19 0", "session session 604 606 hybrid 0"),
    ("held class hybrid nyy ages_6_11 15", "outreach not_ours 15"),
    // A recording alone, whatever was answered; one of a live session is that session.
    ("held class recording yyy ages_19 200", "views recording 200"),
    ("held storytime recording --- ages_0_5 nc", "views recording unknown"),
    ("held booth recording yyy ages_19 3", "views recording 3"),
    ("held class recording nyy ages_19 200", "outreach not_ours 200"),
    // Without staff time or money of the library it is somebody else's.
    ("held class on_site nyy ages_19 12", "outreach not_ours 12"),
    ("held performance on_site nyy all_ages 90", "outreach not_ours 90"),
    ("held meeting off_site n-- ages_19 6", "outreach not_ours 6"),
    ("held booth off_site n-- all_ages 60", "outreach not_ours 60"),
    ("held kit - nyy ages_6_11 40", "outreach not_ours 40"),
    // A booth is outreach, even with staff, a group and a set time; a storytime at the same fair is a session.
    ("held booth off_site yyy all_ages 120", "outreach booth 120"),
    ("held booth off_site --- all_ages 120", "outreach booth 120"),
    ("held booth off_site y-y all_ages 0", "outreach booth 0"),
    ("held booth on_site yyn ages_19 nc", "outreach booth unknown"),
    ("held storytime off_site yyy all_ages 30", "session session 605 607 30"),
    ("held parade off_site yyy all_ages 500", "outreach parade 500"),
    ("held parade - --- - -", "outreach parade unknown"),
    ("held hub_visit off_site yyy ages_19 14", "outreach hub_visit 14"),
    ("held meeting off_site yyy ages_19 7", "outreach meeting 7"),
    // For one person at a time.
    ("held one_to_one on_site yny ages_19 1", "outreach one_to_one 1"),
    ("held one_to_one on_site yyy ages_19 1", "outreach one_to_one 1"),
    ("held class on_site yny ages_19 1", "outreach no_group 1"),
    ("held other off_site yny ages_19 1", "outreach no_group 1"),
    // By oneself, whenever one likes.
    ("held self_directed on_site yyn ages_6_11 45", "outreach self_directed 45"),
    ("held self_directed on_site yyy ages_6_11 45", "outreach self_directed 45"),
    ("held class on_site yyn ages_6_11 45", "outreach no_set_time 45"),
    ("held other - yyn all_ages 4", "outreach no_set_time 4"),
    ("held class on_site ynn ages_19 2", "outreach no_group 2"),
    // A kit to take home; one that a session introduces.
    ("held kit - ynn ages_6_11 60", "outreach kit_no_group 60"),
    ("held kit - yyn ages_6_11 60", "outreach kit 60"),
    ("held kit off_site yny ages_6_11 60", "outreach kit_no_group 60"),
    ("held kit on_site yyy ages_6_11 18", "session kit_session 602 606 18"),
    ("held kit virtual yyy ages_6_11 18", "session kit_session 602 608 18"),
    ("held kit on_site yy- ages_6_11 18", "open SetTime"),
    // What is not known yet is asked, and only what is needed.
    ("held class on_site --- ages_19 5", "open Gives,ForGroup,SetTime"),
    ("held class on_site y-- ages_19 5", "open ForGroup,SetTime"),
    ("held class on_site yy- ages_19 5", "open SetTime"),
    ("held class on_site -yy ages_19 5", "open Gives"),
    ("held class on_site -ny ages_19 5", "outreach no_group 5"),
    ("held class on_site --n ages_19 5", "outreach no_set_time 5"),
    ("held - - --- - -", "open Gives,ForGroup,SetTime"),
    // It counts without its format or group, which are to be said.
    ("held class - yyy ages_19 5", "session session 604 - 5"),
    ("held class on_site yyy - 5", "session session - 606 5"),
    ("held class - yyy - 5", "session session - - 5"),
    // Before it is held, and what is not held at all.
    ("planned class on_site yyy ages_19 -", "later session session 604 606"),
    ("confirmed booth off_site yyy all_ages -", "later outreach booth"),
    ("- class on_site yyy ages_19 5", "later session session 604 606"),
    ("canceled class on_site yyy ages_19 5", "later nothing canceled"),
    ("canceled booth off_site nnn all_ages 40", "later nothing canceled"),
];

#[test]
fn every_case_counts_as_the_survey_says() {
    assert!(CASES.len() >= 60);
    for (line, expected) in CASES {
        assert_eq!(counted(&SURVEY, &event(line)), *expected, "{line}");
    }
    let lines: BTreeSet<&str> = CASES.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines.len(), CASES.len(), "a case stands there twice");
    let shown: String = CASES.iter().map(|(_, expected)| format!(" {expected} ")).collect();
    for rule in SURVEY.all() {
        assert!(shown.contains(&format!(" {} ", rule.id)), "no case for {}", rule.id);
    }
}

#[test]
fn every_rule_says_why_and_where_it_comes_from() {
    let ids: BTreeSet<&str> = SURVEY.all().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), SURVEY.all().count());
    for rule in SURVEY.all() {
        assert!(!rule.why.en.is_empty() && !rule.why.es.is_empty() && !rule.when.is_empty(), "{}", rule.id);
        assert!((2020..=2030).contains(&rule.source.year) && !rule.source.name.is_empty(), "{}", rule.id);
    }
    assert_eq!(AUDIENCES.iter().map(|group| group.key).collect::<Vec<_>>(), GROUPS.map(|(key, ..)| key));
}

#[test]
fn a_person_overrules_with_a_reason() {
    let mut booth = event("held booth off_site yyy all_ages 120");
    booth.extend([event::COUNT_AS.is("session"), event::WHY_OTHERWISE.is("A talk every hour")].map(own));
    let shown = standing(&SURVEY, &booth);
    assert_eq!((shown.counts, shown.rule.unwrap().id), (Some(Counts::Session), "booth"));
    assert_eq!(shown.overruled.as_deref(), Some("A talk every hour"));
    // What says the same as the rule overrules nothing.
    let mut class = event("held class on_site yyy ages_19 5");
    class.extend([own(event::COUNT_AS.is("session"))]);
    assert_eq!(standing(&SURVEY, &class).overruled, None);
    class.extend([event::COUNT_AS.is("outreach"), event::WHY_OTHERWISE.is("A rehearsal")].map(own));
    assert_eq!(standing(&SURVEY, &class).counts, Some(Counts::Outreach));
    // Before any question is answered, and then none is open.
    let mut bare = event("held class on_site --- ages_19 5");
    bare.extend([own(event::COUNT_AS.is("session"))]);
    assert_eq!((standing(&SURVEY, &bare).counts, standing(&SURVEY, &bare).open), (Some(Counts::Session), vec![]));
    // Canceled afterward.
    booth.extend([own(event::STATUS.is("canceled"))]);
    assert_eq!((standing(&SURVEY, &booth).counts, standing(&SURVEY, &booth).overruled), (Some(Counts::Nothing), None));
    assert_eq!(check_reason("", "session"), ["Enter Why it counts otherwise"]);
    assert_eq!(check_reason("A talk every hour", "session"), [""; 0]);
    assert_eq!(check_reason("", ""), [""; 0]);
}

fn own((key, value): (&'static str, Value)) -> (String, Value) {
    (key.to_owned(), value)
}

fn check_reason(why: &str, as_what: &str) -> Vec<String> {
    let kind = &crate::events::kinds::event::EVENT;
    let mut values = event("held booth off_site yyy all_ages 120");
    values.extend(
        [("name", "Fair"), ("when", "2026-10-03T10:00:00-04:00")].map(|(key, text)| own((key, Value::text(text)))),
    );
    values.extend([event::COUNT_AS.is(as_what), event::WHY_OTHERWISE.is(why)].map(own));
    let problems = crate::model::check::check(kind, kind.fields(), |key| values.get(key));
    problems.into_iter().map(|problem| problem.message.say(Lang::En)).collect()
}

#[test]
fn a_state_that_counts_otherwise_is_data() {
    static PARADES: [Rule; 1] = [Rule {
        id: "parades_count",
        when: &[crate::events::counting::rules::Condition::Type(&["parade"])],
        counts: Counts::Session,
        why: t("A parade counts here.", "Aquí un desfile cuenta."),
        source: Source { name: "A state", year: 2026 },
    }];
    static STATE: Rules = Rules { year_begins: 10, own: &PARADES, base: Some(&SURVEY) };
    let parade = event("held parade off_site yyy all_ages 500");
    assert_eq!(counted(&STATE, &parade), "session parades_count 605 607 500");
    for (line, expected) in CASES.iter().filter(|(line, _)| !line.contains("parade")) {
        assert_eq!(counted(&STATE, &event(line)), *expected, "{line}");
        assert_eq!(counted(&CONNECTICUT, &event(line)), *expected, "{line}");
    }
    assert_eq!((SURVEY.year_begins, CONNECTICUT.year_begins), (1, 7));
}

#[test]
fn a_hybrid_session_is_one_and_its_people_are_counted_where_they_were() {
    // The survey's own example: 10 in the library, 5 online.
    let mut hybrid = event("held class hybrid yyy ages_6_11 15");
    hybrid.extend([own(event::ONLINE.is_whole(5))]);
    let sums = totals(&SURVEY, [&hybrid]);
    assert_eq!((sums.sessions.events, sums.sessions.people), (1, 15));
    let group = sums.by_group[&Some("ages_6_11".to_owned())];
    assert_eq!((group.events, group.people), (1, 15));
    let place = |place| sums.by_place.get(&Some(place)).map(|sum| (sum.events, sum.people));
    assert_eq!((place(Where::OnSite), place(Where::Virtual)), (Some((1, 10)), Some((0, 5))));
}

/// Any event, with whatever was answered.
fn any_event() -> impl Strategy<Value = BTreeMap<String, Value>> {
    let of = |choices: &'static [crate::model::field::Choice]| {
        prop::option::of(prop::sample::select(choices).prop_map(|choice| choice.key))
    };
    let answer = || prop::option::of(any::<bool>());
    let status = prop::sample::select(&["planned", "held", "held", "held", "canceled"][..]);
    let as_what = prop::option::of(prop::sample::select(&["session", "outreach"][..]));
    let people = prop::option::of(0i64..300);
    ((status, of(TYPES), of(FORMATS), of(AUDIENCES)), (answer(), answer(), answer()), (as_what, people, 0i64..300))
        .prop_map(|((status, ty, format, group), (gives, for_group, set_time), (as_what, came, online))| {
            let mut values: BTreeMap<String, Value> = [own(event::STATUS.is(status))].into();
            let texts = [("type", ty), ("format", format), ("audience", group), ("counts_as", as_what)];
            values.extend(texts.into_iter().filter_map(|(key, text)| Some((key.to_owned(), Value::text(text?)))));
            let answers = Question::ALL.into_iter().zip([gives, for_group, set_time]);
            values.extend(
                answers.filter_map(|(question, yes)| Some((question.field().key().to_owned(), Value::Bool(yes?)))),
            );
            values.extend(came.map(|came| own(event::PARTICIPANTS.is_whole(came))));
            values.extend([own(event::ONLINE.is_whole(online))]);
            values
        })
}

proptest! {
    #![proptest_config(cases(256))]

    /// 600 = 601 + … + 605 = 606 + 607 + 608, and the same of attendance; nothing that was held is left out.
    #[test]
    fn the_sums_of_the_survey_agree(events in prop::collection::vec(any_event(), 0..40)) {
        let sums = totals(&SURVEY, &events);
        let by_group: (u64, i64) = sums.by_group.values().fold((0, 0), |(e, p), sum| (e + sum.events, p + sum.people));
        let by_place: (u64, i64) = sums.by_place.values().fold((0, 0), |(e, p), sum| (e + sum.events, p + sum.people));
        prop_assert_eq!(by_group, (sums.sessions.events, sums.sessions.people));
        prop_assert_eq!(by_place, (sums.sessions.events, sums.sessions.people));
        let held = events.iter().filter(|event| event["status"] == Value::text("held")).count() as u64;
        let all = [sums.sessions, sums.recordings, sums.outreach, sums.open];
        prop_assert_eq!(all.iter().map(|sum| sum.events).sum::<u64>(), held);
        let people: i64 = events.iter().filter(|event| event["status"] == Value::text("held")).filter_map(came).sum();
        prop_assert_eq!(all.iter().map(|sum| sum.people).sum::<i64>(), people);
    }
}
