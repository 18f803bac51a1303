//! The six competencies and their 35 points stand as in the seed document. The sentences are copied from it, apart from the
//! app; where it has a straight apostrophe or two spaces, the app sets them as everywhere.

use crate::competencies::list::COMPETENCIES;
use std::collections::BTreeSet;

/// Each competency with its points.
const SEED: [(&str, &[&str]); 6] = [
    (
        "Documents library use in terms of community impact and value",
        &[
            "Uses appropriate business and management approaches to communicate the library’s value to decision makers",
            "Understands data collection, research and analysis methods",
            "Identifies sources and tools for gathering the best available data (both quantitative and qualitative), including systems to manage library data and generate reports",
            "Performs outcome-based evaluations to measure the effect of library programs and service on the community",
            "Follows emerging trends on new ways of measuring social and economic impact in the public library and not-for-profit sectors.",
        ],
    ),
    (
        "Builds community-wide support for the library, using a variety of methods",
        &[
            "Communicates the library’s value in community outcome measures that make clear the library’s contribution to the community",
            "Delivers clear and coherent messages to targeted audiences employing a variety of communication vehicles - in print, in person and online",
            "Raises the library’s visibility by having a library presence at community events, and participating in community initiatives",
            "Seeks public speaking opportunities as a means of educating the community about the library, promoting programs and services, and highlighting key community outcomes that address community challenges and priorities",
            "Leverages the community to build additional support at the local,  provincial and national levels, both for ongoing library services and special one-time campaigns",
            "Leverages partnerships and participation in organizations to promote library initiatives",
            "Cultivates relationships with media representatives, community leaders and decision makers.",
        ],
    ),
    (
        "Engages the community in conversation",
        &[
            "Understands and uses conversation as the best way of getting to know the community and helping the community get to know the library",
            "Engages individuals, groups and community organizations in conversations that help shape the library and help ensure that the library is meeting the community's evolving needs",
            "Uses a variety of vehicles for conversation, including one-on-one, key informant interviews, neighbourhood/ community events, library programs and events, and social media.",
        ],
    ),
    (
        "Uses social media effectively for interaction and engagement",
        &[
            "Uses a variety of social media technologies to tell the library's story and raise the library's profile in the community",
            "Creates a familiar online persona that is personable and approachable",
            "Develops a social media strategy that coordinates online communications and conversations, while also allowing for spontaneous responses to emerging opportunities",
            "Follows trends in customer/community interaction platforms and experiments with new ones",
            "Knows how to get noticed online and implements strategies to do so",
            "Engages the public in dialogue about the library and the community",
            "Solicits input and feedback from the public in a variety of ways",
            "Generates interest in the library, its programs and services.",
        ],
    ),
    (
        "Understands and supports community resilience and well-being",
        &[
            "Takes every opportunity to champion a strong and healthy community",
            "Helps library staff and board understand the library's role in supporting a strong and healthy community; models community engagement and leadership",
            "Advocates equal opportunity and offers the library as a vehicle for equal opportunity",
            "Supports community development initiatives and looks for ways the library might help",
            "Understands community issues and challenges",
            "Supports the community’s aspirations for the future",
            "Contributes to community vitality by celebrating local arts and culture, participating in local events and supporting the local economy.",
        ],
    ),
    (
        "Forms strategic partnerships with community organizations",
        &[
            "Identifies potential partners and opportunities to partner, and articulates the mutual advantages of partnership",
            "Develops and leverages collaborative relationships to facilitate the accomplishment of the library’s goals and broader community goals",
            "Provides leadership to build effective relationships and coordinate efforts between internal and external stakeholders",
            "Sustains partner relationships for future opportunities",
            "Develops the library’s reputation as a community leader and key community collaborator.",
        ],
    ),
];

fn set_as_here(words: &str) -> String {
    words.replace('\'', "’").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_six_competencies_and_their_points_stand_word_for_word() {
    let said: Vec<(&str, Vec<&str>)> = COMPETENCIES
        .iter()
        .map(|competency| (competency.name.en, competency.points.iter().map(|point| point.en).collect()))
        .collect();
    let seed: Vec<(String, Vec<String>)> = SEED
        .iter()
        .map(|(name, points)| (set_as_here(name), points.iter().map(|point| set_as_here(point)).collect()))
        .collect();
    assert_eq!((said.len(), said.iter().map(|(_, points)| points.len()).sum::<usize>()), (6, 35));
    for ((name, points), (seed_name, seed_points)) in said.iter().zip(&seed) {
        assert_eq!((*name, points), (&**seed_name, &seed_points.iter().map(String::as_str).collect()));
    }
}

#[test]
fn everything_is_said_in_both_languages_under_keys_of_its_own() {
    let keys: BTreeSet<String> =
        COMPETENCIES.iter().flat_map(|one| (0..one.points.len()).map(|at| one.point_key(at))).collect();
    assert_eq!(keys.len(), 35);
    for competency in COMPETENCIES {
        for text in competency.points.iter().chain([&competency.name]) {
            assert!(!text.es.is_empty() && text.es != text.en, "{text:?}");
            // A sentence ends in both languages, or in neither.
            assert_eq!(text.en.ends_with('.'), text.es.ends_with('.'), "{text:?}");
        }
        for kind in competency.shown_by {
            assert!(["event", "interview", "partner"].contains(kind), "{kind}");
        }
    }
}
