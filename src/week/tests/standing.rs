use super::*;

fn since(day: &str) -> Option<String> {
    Some(day.to_owned())
}

#[test]
fn a_task_stands_in_the_week_of_its_day_or_in_the_one_it_was_written_for() {
    let here = Some((Part::Outreach, None));
    assert_eq!(stands(&[("day", "2027-02-05")]), [None, here.clone(), None]);
    assert_eq!(stands(&[("week", "2027-02-05")]), [None, here.clone(), None]);
    assert_eq!(stands(&[("week", "2027-01-31"), ("day", "2027-02-12")]), [None, None, here.clone()]);
    // Who said nothing means now, whenever now is.
    assert_eq!(stands(&[]), [None, here, None]);
}

#[test]
fn what_is_unfinished_is_carried_over_since_its_day_and_stays_planned_where_it_was() {
    let [before, now, next] = stands(&[("day", "2027-01-26")]);
    assert_eq!(before, Some((Part::Outreach, None)));
    assert_eq!(now, Some((Part::Outreach, since("2027-01-26"))));
    assert_eq!(next, None);
    assert_eq!(stands(&[("week", "2027-01-07")])[1], Some((Part::Outreach, since("2027-01-03"))));
    let book = book(&[(0x21, &[("day", "2027-01-26")])]);
    assert!(page(&book, "2027-01-26")[0].went_on);
    // A week later it is carried on further, without anything being written.
    assert_eq!(page_on(&book, "2027-02-10", "2027-02-10")[0].carried, Some(day("2027-01-26")));
}

#[test]
fn what_was_done_stands_under_outreach_done_in_the_week_in_which_it_was_done() {
    let done = [("week", "2027-01-26"), ("state", DONE), ("done_on", "2027-02-01")];
    let [before, now, next] = stands(&done);
    assert_eq!(before, Some((Part::Outreach, None)), "the week it was planned for still says so");
    assert_eq!((now, next), (Some((Part::Done, None)), None));
    let in_building = [("section", "other"), ("week", "2027-02-01"), ("state", DONE), ("done_on", "2027-02-01")];
    assert_eq!(stands(&in_building)[1], Some((Part::Other, None)), "the plan has no other place for it");
}

#[test]
fn a_follow_up_stands_under_follow_ups_until_it_is_done() {
    let follows = [("week", "2027-01-26"), ("state", FOLLOW_UP)];
    assert_eq!(stands(&follows)[1], Some((Part::FollowUps, since("2027-01-24"))));
    let done = [("week", "2027-01-26"), ("state", DONE), ("done_on", TODAY)];
    assert_eq!(stands(&done)[1], Some((Part::Done, None)));
}

#[test]
fn a_date_to_come_is_shown_from_the_week_it_was_written_down_until_it_is_here() {
    let upcoming = [("section", "upcoming"), ("week", TODAY), ("day", "2027-02-11")];
    let here = Some((Part::Upcoming, None));
    assert_eq!(stands(&upcoming), [None, here.clone(), here.clone()]);
    let over = [("section", "upcoming"), ("week", "2027-01-20"), ("day", "2027-01-28")];
    assert_eq!(stands(&over), [here, None, None], "nobody carries a date that is over");
}

#[test]
fn a_thought_is_never_late() {
    let idea = [("section", "ideas"), ("week", "2027-01-20")];
    let here = Some((Part::Ideas, None));
    assert_eq!(stands(&idea), [here.clone(), here, None]);
}

#[test]
fn a_task_whose_partner_was_erased_stays_without_the_link() {
    let partner = Id(0x11).to_string();
    let mut book = book(&[(0x21, &[("partner", &partner), ("what", "Meet the principal")])]);
    assert_eq!(page(&book, TODAY)[0].partner, Some(Id(0x11)));
    testing::set(&mut book, "partner", Id(0x11), [(crate::model::operation::ERASED.to_owned(), Value::Bool(true))]);
    let lines = page(&book, TODAY);
    assert_eq!((lines[0].what.as_str(), lines[0].partner), ("Meet the principal", None));
}

#[test]
fn whoever_looks_at_their_own_week_sees_what_is_for_everybody_too() {
    let (me, other) = (Id(0x31).to_string(), Id(0x32).to_string());
    let book = book(&[(0x21, &[("staff", &me)]), (0x22, &[("staff", &other)]), (0x23, &[])]);
    let mine = Looked::at(day(TODAY), day(TODAY), Whose::One(Id(0x31)));
    let ids =
        |looked| lines(&book, &mut Index::default(), &[], looked).into_iter().map(|line| line.of).collect::<Vec<_>>();
    assert_eq!(ids(mine), [Of::Task(Id(0x21)), Of::Task(Id(0x23))]);
    assert_eq!(ids(Looked { whose: Whose::Team, ..mine }).len(), 3);
}
