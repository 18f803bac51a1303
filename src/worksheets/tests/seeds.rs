//! What the seed documents ask stands in the worksheets word for word. The sentences are copied from the documents by hand,
//! apart from the app.

use crate::model::questionnaire::Asking;
use crate::model::questionnaire::ready::Ready;
use crate::model::text::Text;
use crate::worksheets::kinds::ready::READY;
use std::collections::BTreeSet;

/// “Building Community Relationships for Better Library Services”: what the two goals are headed by.
const GOALS: &str = "What are your goals for viewing this webinar?";
/// Its goals.
const GOAL_LINES: [&str; 2] = ["Personal Goals", "Team Goals"];
/// Its five headings, each with its question.
const FIVE: [(&str, &str); 5] = [
    ("Community assessment", "How do you decide who to approach in the community?"),
    (
        "Reaching out",
        "How do you reach out and start to build a relationship with a community you don’t share an identity with?",
    ),
    ("Ideal community relationship", "How would you describe an ideal community relationship in your work?"),
    (
        "Repairing relationships",
        "How do you go about refreshing or revitalizing a relationship that has been broken or lapsed in some way?",
    ),
    (
        "Overcoming relationship challenges",
        "What is a challenge you face in relationship building, and how do you overcome that?",
    ),
];
/// The plan at its end.
const PLAN: (&str, &str) = ("Action Plan", "Action Plan: (include next steps, when, who, etc.)");

/// “Resources and Action Guide”: the pillars, as a list.
const PILLARS: [&str; 6] = [
    "Strengthen Social Infrastructure",
    "Enact Pro-Connection Public Policies",
    "Mobilize the Health Sector",
    "Reform Digital Environments",
    "Deepen Our Knowledge",
    "Cultivate a Culture of Connection",
];
/// What is to be done with them.
const PILLARS_READ: [&str; 2] = [
    "Review the six foundational pillars of the framework for a National Strategy to Advance Social Connection (more details in Press Release or on p. 47 of Advisory) and identify places you see overlap with your library’s mission and vision.",
    "Use the Surgeon General’s Advisory to bring discussion about the loneliness epidemic to your colleagues and community stakeholders.",
];
/// What follows them.
const WHY_LIBRARIES: (&str, &str) = (
    "Why Libraries?",
    "How would you make the case with your stakeholders for why libraries make sense to help address social isolation?",
);

/// The audit.
const AUDIT: [&str; 2] = [
    "Note any promising programs and services others shared that address social connection that you want to be sure to remember.",
    "Reflect on the range of relationships your library has or wants to have with different stakeholders. Which groups may benefit from some intentional focus on social connection? Prioritize a group or two and keep them in mind.",
];

/// The checklist for gatherings.
const CHECKLIST_READ: &str =
    "Review this checklist for your intended gathering, to apply intentionality for deeper engagement.";
const CHECKLIST: [&str; 11] = [
    "What is your ‘why’?",
    "What is your desired outcome?",
    "Who should extend the invitation and in what form to reach the intended audience?",
    "Does the invitation match people to purpose?",
    "Do people know what to expect from the invitation?",
    "Does the invitation have emotional resonance?",
    "Have you designed for connection?",
    "Does your opening maximize the audience’s captured attention?",
    "Have you helped people feel comfortable and safe enough to participate?",
    "Have you provided some time for reflection at the end?",
    "Does your closing elevate what you want people to remember most?",
];

/// The strategies.
const STRATEGIES: [&str; 1] =
    ["How did the examples from different libraries spark ideas you’d like to capture here for further exploration?"];

/// The planning.
const PLANNING_READ: &str = "Revisit the “audience” you selected earlier – sketch out an engagement idea here, consider questions and roadblocks. Share with your neighbor.";
const PLANNING: [&str; 4] = [
    "Why are you gathering this group?",
    "What is your desired outcome?",
    "How will you intentionally structure the time / activities for social connection?",
    "What roadblocks do you anticipate?",
];

fn sheet(key: &str) -> &'static Ready {
    READY.iter().find(|ready| ready.key == key).unwrap()
}

fn lines(ready: &Ready) -> Vec<(&'static str, &'static str)> {
    ready.questions.iter().map(|question| (question.part.en, question.ask.en)).collect()
}

fn asks(ready: &Ready) -> Vec<&'static str> {
    ready.questions.iter().map(|question| question.ask.en).collect()
}

#[test]
fn the_reflection_asks_five_questions_and_ends_with_the_plan() {
    let reflection = sheet("relationship_reflection");
    let goals = GOAL_LINES.map(|line| (GOALS, line));
    let all: Vec<(&str, &str)> = goals.into_iter().chain(FIVE).chain([PLAN]).collect();
    assert_eq!(lines(reflection), all);
    assert_eq!(reflection.purpose.en, "Building Community Relationships for Better Library Services");
}

#[test]
fn there_are_six_pillars_and_why_libraries() {
    let pillars = sheet("six_pillars");
    assert_eq!(asks(pillars)[..6], PILLARS);
    assert!(pillars.questions[..6].iter().all(|question| question.part.en == "Six foundational pillars:"));
    assert_eq!(lines(pillars)[6..], [WHY_LIBRARIES]);
    assert_eq!(pillars.intro.en, PILLARS_READ.join("\n"));
    assert_eq!(pillars.purpose.en, "Why focus on social connection?");
}

#[test]
fn the_rest_of_the_guide_stands_as_it_is() {
    assert_eq!(asks(sheet("relationship_audit")), AUDIT);
    assert_eq!(sheet("relationship_audit").questions[0].part.en, "Relationship Audit for Social Connection");
    assert_eq!(asks(sheet("strategies_for_connection")), STRATEGIES);
    assert_eq!(sheet("strategies_for_connection").name.en, "Strategies for Connection");
    assert_eq!((asks(sheet("action_planning")), sheet("action_planning").intro.en), (PLANNING.to_vec(), PLANNING_READ));
    assert_eq!(sheet("action_planning").name.en, "Action Planning");
}

#[test]
fn the_checklist_has_eleven_questions_and_the_why_comes_first() {
    let checklist = sheet("gathering_checklist");
    assert_eq!(asks(checklist), CHECKLIST);
    assert_eq!((checklist.name.en, checklist.intro.en), ("A checklist for gatherings", CHECKLIST_READ));
    assert_eq!(checklist.questions[0].part.en, "Adding Intentionality");
}

#[test]
fn everything_is_said_in_both_languages_and_under_keys_of_its_own() {
    let sound = |text: Text| {
        let one = |words: &str| !words.is_empty() && words.trim() == words && !words.contains("  ");
        one(text.en) && one(text.es)
    };
    let keys: BTreeSet<&str> = READY.iter().map(|ready| ready.key).collect();
    assert_eq!(keys.len(), READY.len());
    for ready in READY {
        assert!(sound(ready.name) && sound(ready.purpose), "{}", ready.key);
        assert!(ready.intro == Text::NONE || sound(ready.intro), "{}", ready.key);
        let keys: BTreeSet<&str> = ready.questions.iter().map(|question| question.key).collect();
        assert_eq!(keys.len(), ready.questions.len(), "{}", ready.key);
        for question in ready.questions {
            assert!(sound(question.part) && sound(question.ask), "{}.{}", ready.key, question.key);
            assert_eq!(question.manner, "long_text", "{}.{}", ready.key, question.key);
        }
        let asking = Asking::from(ready);
        assert_eq!(Asking::from_json(&asking.to_json().unwrap()).unwrap(), asking);
    }
}
