use super::*;
use proptest::prelude::*;

/// The words that lead somewhere, and where.
fn links(field: &Field, words: &str) -> Vec<(String, String)> {
    let pieces = pieces(field, &Value::text(words), words, Maps::Web);
    assert_eq!(pieces.iter().map(|piece| piece.words.as_str()).collect::<String>(), words);
    pieces.into_iter().filter_map(|piece| Some((piece.words, piece.to?.1))).collect()
}

fn free(words: &str) -> Vec<(String, String)> {
    links(&Field::text("any"), words)
}

#[test]
fn what_stands_in_the_middle_of_words_is_found() {
    for (words, found) in [
        ("front desk, 860 555 0100", &[("860 555 0100", "tel:8605550100")][..]),
        (
            "Kim (860) 555-0114 or kim@example.org.",
            &[("(860) 555-0114", "tel:8605550114"), ("kim@example.org", "mailto:kim@example.org")],
        ),
        ("<office@example.org>; ask for Bo", &[("office@example.org", "mailto:office@example.org")]),
        ("mailto:office@example.org", &[("mailto:office@example.org", "mailto:office@example.org")]),
        ("1-860-555-0100 x 715", &[("1-860-555-0100", "tel:18605550100;ext=715")]),
        ("tel. +1 860.555.0100", &[("+1 860.555.0100", "tel:+18605550100")]),
        ("en México: +52 55 5555 0100, de día", &[("+52 55 5555 0100", "tel:+525555550100")]),
        ("860-555-0100/860-555-0177", &[("860-555-0100", "tel:8605550100"), ("860-555-0177", "tel:8605550177")]),
        (
            "Kim/860-555-0100/kim@example.org",
            &[("860-555-0100", "tel:8605550100"), ("kim@example.org", "mailto:kim@example.org")],
        ),
        ("8605550100 8605550177", &[("8605550100", "tel:8605550100"), ("8605550177", "tel:8605550177")]),
        (
            "see https://example.org/board?week=2.",
            &[("https://example.org/board?week=2", "https://example.org/board?week=2")],
        ),
        ("(www.Example.org/a)", &[("www.Example.org/a", "https://www.Example.org/a")]),
        (
            "example.org, or http://old.example.org/",
            &[("example.org", "https://example.org"), ("http://old.example.org", "http://old.example.org")],
        ),
    ] {
        let found: Vec<(String, String)> = found.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        assert_eq!(free(words), found, "{words}");
    }
}

#[test]
fn what_may_be_something_else_is_left_alone() {
    for words in [
        "",
        "ask at desk 2",
        "2026-11-27 10:00",
        "9780306406157",
        "978-0-306-40615-7",
        "012 345 6789",
        "$8605550100",
        "room 8605550100123",
        "860-555-01",
        "41.71060, -72.20810",
        "Apt.3, bldg.B",
        "e.g. St. Joseph",
        "Ms.Kim",
        "kim@desk",
        "a@b@c.org",
        "16226 7 8 9 10 11 12 13",
    ] {
        assert_eq!(free(words), [], "{words}");
    }
    assert_eq!(links(&Field::text("code").barcode(), "2125550100"), []);
    assert_eq!(links(&Field::choice("of", &[]), "860-555-0100"), []);
}

#[test]
fn a_field_for_one_thing_is_a_link_as_a_whole() {
    let (phone, mail) = (Field::phone("any"), Field::email("any"));
    let one = |words: &str, to: &str| vec![(words.to_owned(), to.to_owned())];
    assert_eq!(links(&phone, "555-0100 (cell, evenings)"), one("555-0100 (cell, evenings)", "tel:5550100"));
    assert_eq!(links(&phone, "860-555-0100 or 860-555-0177").len(), 2);
    assert_eq!(links(&phone, "ask at the desk"), []);
    assert_eq!(links(&mail, "jörg@bücher.example"), one("jörg@bücher.example", "mailto:jörg@bücher.example"));
    assert_eq!(links(&mail, "kim@example.org and bo@example.org").len(), 2);
    assert_eq!(links(&mail, "kim@example.org?bcc=all@example.org"), []);
}

#[test]
fn a_number_takes_a_message_where_it_is_somebodys_own() {
    for (call, text) in [("tel:8605550100", "sms:8605550100"), ("tel:+18605550100", "sms:+18605550100")] {
        assert_eq!(text_message(call), Some((Reach::Text, text.to_owned())));
    }
    for call in ["tel:8605550100;ext=715", "tel:211", "mailto:kim@example.org"] {
        assert_eq!(text_message(call), None, "{call}");
    }
}

#[test]
fn a_place_opens_the_map_of_the_system() {
    let address = Value::Map(
        [("street", "12 Maple St"), ("town", "San Germán")].map(|(k, v)| (k.to_owned(), Value::text(v))).into(),
    );
    let place = Value::Map([("lat", 41.7106), ("lon", -72.2081)].map(|(k, v)| (k.to_owned(), Value::Number(v))).into());
    let to = |field: Field, value: &Value, agent: &str| {
        let pieces = pieces(&field, value, "in words", Maps::of(agent));
        pieces.into_iter().next().and_then(|piece| piece.to).map(|(reach, to)| (reach == Reach::Map, to))
    };
    let ipad = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15";
    let android =
        "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36";
    let other = "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36";
    for (agent, searched, spot) in [
        (
            ipad,
            "https://maps.apple.com/?q=12%20Maple%20St%2C%20San%20Germ%C3%A1n",
            "https://maps.apple.com/?ll=41.7106,-72.2081&q=41.7106,-72.2081",
        ),
        (android, "geo:0,0?q=12%20Maple%20St%2C%20San%20Germ%C3%A1n", "geo:41.7106,-72.2081?q=41.7106,-72.2081"),
        (
            other,
            "https://www.openstreetmap.org/search?query=12%20Maple%20St%2C%20San%20Germ%C3%A1n",
            "https://www.openstreetmap.org/?mlat=41.7106&mlon=-72.2081#map=17/41.7106/-72.2081",
        ),
    ] {
        assert_eq!(to(Field::address("any"), &address, agent), Some((true, searched.to_owned())));
        assert_eq!(to(Field::place("any"), &place, agent), Some((true, spot.to_owned())));
    }
    assert_eq!(to(Field::address("any"), &Value::Map([].into()), other), None);
}

proptest! {
    #[test]
    fn nothing_is_lost_and_nothing_leads_elsewhere(words in "([-0-9+() ./@a-z,;:]|\\PC){0,40}") {
        for field in [Field::text("any"), Field::phone("any"), Field::email("any")] {
            let pieces = pieces(&field, &Value::text(&*words), &words, Maps::Web);
            prop_assert_eq!(pieces.iter().map(|piece| piece.words.as_str()).collect::<String>(), words.clone());
            for (_, to) in pieces.into_iter().filter_map(|piece| piece.to) {
                prop_assert!(["tel:", "mailto:", "https://", "http://"].iter().any(|lead| to.to_lowercase().starts_with(lead)), "{}", to);
            }
        }
    }
}
