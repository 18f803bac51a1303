//! Byte for byte what a library says that does nothing else.

use super::*;
use crate::model::testing::cases;
use proptest::prelude::*;
use serde_json::{Number, Value as Json};

fn ours(any: &Value) -> String {
    let mut json = String::new();
    value(&mut json, any);
    json
}

/// What the library makes of it. In a list, because a bare number that is none is an error there and `null` elsewhere.
fn theirs(any: &impl serde::Serialize) -> String {
    let json = serde_json_canonicalizer::to_string(&[any]).unwrap();
    json[1..json.len() - 1].to_owned()
}

fn any_number() -> impl Strategy<Value = f64> {
    let near = |double: f64, steps: i8| f64::from_bits(double.to_bits().wrapping_add_signed(steps.into()));
    prop_oneof![
        4 => any::<u64>().prop_map(f64::from_bits),
        2 => any::<i64>().prop_map(|whole| whole as f64),
        2 => any::<u64>().prop_map(|whole| whole as f64),
        2 => (-1000..1000i32).prop_map(f64::from),
        2 => (any::<i32>(), -30..30i32).prop_map(|(digits, power)| f64::from(digits) * 10f64.powi(power)),
        2 => (-90.0..90.0f64).prop_map(|degrees| (degrees * 1e6).round() / 1e6),
        // Subnormal numbers.
        2 => (0u64..1 << 52).prop_map(f64::from_bits),
        // What lies around every power of two and of ten.
        2 => (-1074..1024i32, any::<i8>()).prop_map(move |(power, steps)| near(2f64.powi(power), steps)),
        2 => (-323..309i32, any::<i8>()).prop_map(move |(power, steps)| near(10f64.powi(power), steps)),
    ]
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z_]{0,6}",
        any::<String>(),
        // Where the orders of UTF-8 and UTF-16 part, and what is escaped, or looks as if.
        "[a-c\u{d7ff}\u{e000}\u{ffff}\u{10000}\u{10ffff}😀]{0,5}",
        "[\u{0}-\u{22}/\\\\\u{7f}-\u{a0}\u{2028}\u{2029}\u{feff}\u{fffd}]{0,8}",
    ]
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any_number().prop_map(Value::Number),
        any_text().prop_map(Value::Text),
    ];
    leaf.prop_recursive(6, 48, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::List),
            prop::collection::btree_map(any_text(), inner, 0..6).prop_map(Value::Map),
        ]
    })
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn any_value_is_written_as_the_library_does(any in any_json()) {
        prop_assert_eq!(ours(&any), theirs(&any));
    }

    #[test]
    fn numbers_are_written_as_the_library_does(numbers in prop::collection::vec(any_number(), 32)) {
        for number in numbers {
            prop_assert_eq!(ours(&Value::Number(number)), theirs(&number));
            prop_assert_eq!(ours(&Value::Number(-number)), theirs(&-number));
        }
    }

    #[test]
    fn whole_numbers_are_rounded_as_the_library_does(whole in any::<u64>()) {
        for whole in [whole, whole >> 11, whole >> 40] {
            let mut json = String::new();
            let mut object = Object::open(&mut json);
            object.whole("n", whole);
            object.close();
            prop_assert_eq!(json, theirs(&serde_json::json!({ "n": whole })));
        }
    }

    #[test]
    fn names_stand_in_the_order_of_the_library(names in prop::collection::btree_set(any_text(), 0..40)) {
        let all: BTreeMap<String, Value> = names.into_iter().map(|name| (name, Value::Null)).collect();
        let mut json = String::new();
        map(&mut json, &all);
        prop_assert_eq!(json, theirs(&all));
    }

    /// What another program wrote, and what was read of it as a value of ours.
    #[test]
    fn what_was_read_is_written_as_the_library_does(any in any_json(), whole in any::<i64>()) {
        let json = Json::Array(vec![serde_json::to_value(&any).unwrap(), Json::Number(Number::from(whole))]);
        let read: Value = serde_json::from_str(&json.to_string()).unwrap();
        prop_assert_eq!(ours(&read), theirs(&json));
    }
}

#[test]
fn every_character_is_written_as_the_library_does() {
    for character in '\0'..=char::MAX {
        let text = String::from(character);
        // The library is slow; beyond the controls of ASCII nothing is escaped.
        if character < '\u{3000}' || u32::from(character) % 97 == 0 {
            assert_eq!(ours(&Value::text(text.as_str())), theirs(&text));
        } else {
            assert_eq!(ours(&Value::text(text.as_str())), format!("\"{text}\""));
        }
    }
}

#[test]
fn numbers_as_the_standard_lists_them() {
    let listed: [(u64, &str); 24] = [
        (0x0000_0000_0000_0000, "0"),
        (0x8000_0000_0000_0000, "0"),
        (0x0000_0000_0000_0001, "5e-324"),
        (0x8000_0000_0000_0001, "-5e-324"),
        (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
        (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"),
        (0x4340_0000_0000_0000, "9007199254740992"),
        (0xc340_0000_0000_0000, "-9007199254740992"),
        (0x4430_0000_0000_0000, "295147905179352830000"),
        (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
        (0x44b5_2d02_c7e1_4af6, "1e+23"),
        (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"),
        (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
        (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"),
        (0x444b_1ae4_d6e2_ef50, "1e+21"),
        (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
        (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
        (0x41b3_de43_5555_5553, "333333333.3333332"),
        (0x41b3_de43_5555_5554, "333333333.33333325"),
        (0x41b3_de43_5555_5555, "333333333.3333333"),
        (0x41b3_de43_5555_5556, "333333333.3333334"),
        (0x41b3_de43_5555_5557, "333333333.33333343"),
        (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
        (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
    ];
    for (bits, written) in listed {
        assert_eq!(ours(&Value::Number(f64::from_bits(bits))), written);
    }
    for none in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(ours(&Value::Number(none)), "null");
    }
}
