//! Changing inputs that are JSON values, one after the other.

use serde_json::{Deserializer, Value, json};

use crate::Blind;
use crate::random::Random;

/// Most values of one input.
const MOST_VALUES: usize = 6;

/// Changes an input: its bytes blindly, or something in one of its values.
pub fn change(data: &mut [u8], size: usize, max_size: usize, seed: u32, blind: Blind) -> usize {
    let mut random = Random::new(seed);
    let mut values = match read(&data[..size]) {
        Some(values) if random.below(4) > 0 => values,
        _ => return blind(data, size, max_size),
    };
    for _ in 0..=random.below(3) {
        change_one(&mut values, &mut random, blind);
    }
    let out: Vec<String> = values.iter().map(Value::to_string).collect();
    let out = out.join("\n");
    match data[..max_size].get_mut(..out.len()) {
        Some(place) => place.copy_from_slice(out.as_bytes()),
        None => return blind(data, size, max_size),
    }
    out.len()
}

fn read(data: &[u8]) -> Option<Vec<Value>> {
    let values = Deserializer::from_slice(data).into_iter::<Value>();
    let values: Vec<Value> = values.collect::<Result<_, _>>().ok()?;
    (1..=MOST_VALUES).contains(&values.len()).then_some(values)
}

fn change_one(values: &mut Vec<Value>, random: &mut Random, blind: Blind) {
    let file = random.below(values.len());
    match random.below(10) {
        // The next version of a file.
        0 if values.len() < MOST_VALUES => {
            let mut next = values[file].clone();
            if let Some(version) = next.pointer_mut("/signed/version") {
                *version = json!(version.as_u64().unwrap_or_default().wrapping_add(1));
            }
            values.push(next);
        }
        1 if values.len() > 1 => drop(values.remove(file)),
        2 => drop(take_out(&mut values[file], random)),
        3 => {
            let other = random.below(values.len());
            let other = node(&mut values[other], random).clone();
            *node(&mut values[file], random) = other;
        }
        4 => {
            let other = random.below(values.len());
            let other = node(&mut values[other], random).clone();
            put_in(node(&mut values[file], random), other, random);
        }
        5 => *node(&mut values[file], random) = interesting(random),
        _ => change_value(node(&mut values[file], random), random, blind),
    }
}

fn change_value(value: &mut Value, random: &mut Random, blind: Blind) {
    match value {
        Value::String(text) => {
            let mut bytes = text.clone().into_bytes();
            let (size, most) = (bytes.len(), bytes.len() + 8);
            bytes.resize(most, 0);
            let size = blind(&mut bytes, size, most);
            *text = String::from_utf8_lossy(&bytes[..size]).into_owned();
        }
        Value::Number(number) => {
            let number = number.as_u64().unwrap_or_default();
            *value = match random.below(3) {
                0 => json!(number.wrapping_add(1)),
                1 => json!(number.wrapping_sub(1)),
                _ => interesting(random),
            };
        }
        Value::Bool(truth) => *truth = !*truth,
        Value::Array(all) => all.reverse(),
        Value::Null | Value::Object(_) => *value = interesting(random),
    }
}

/// Removes an entry of an object or array.
fn take_out(value: &mut Value, random: &mut Random) -> Option<Value> {
    match node(value, random) {
        Value::Array(all) if !all.is_empty() => Some(all.remove(random.below(all.len()))),
        Value::Object(all) => {
            let name = all.keys().nth(random.below(all.len()))?.clone();
            all.remove(&name)
        }
        _ => None,
    }
}

/// Adds an entry to an object or array.
fn put_in(value: &mut Value, entry: Value, random: &mut Random) {
    match value {
        Value::Array(all) => all.push(entry),
        Value::Object(all) => {
            let name = random.one_of(NAMES);
            all.insert((*name).to_owned(), entry);
        }
        _ => *value = entry,
    }
}

fn interesting(random: &mut Random) -> Value {
    let all = [
        json!(null),
        json!(true),
        json!(0),
        json!(2),
        json!(-1),
        json!(i64::MAX),
        json!(u64::MAX),
        json!(2_000_001),
        json!(1.5),
        json!(1e300),
        json!(""),
        json!("../.."),
        json!("a/*"),
        json!("9999-12-31T23:59:59Z"),
        json!("1970-01-01T00:00:00Z"),
        json!("-0001-02-30T24:60:60+99:99"),
        json!([]),
        json!({}),
    ];
    random.one_of(&all).clone()
}

/// Names of fields that mean something.
const NAMES: &[&str] = &[
    "a",
    "bulk",
    "cleardown",
    "custom",
    "base",
    "delegations",
    "format",
    "hashes",
    "keyids",
    "length",
    "list",
    "name",
    "oldest_client",
    "path_hash_prefixes",
    "paths",
    "roles",
    "sha256",
    "sha512",
    "succinct_roles",
    "targets.json",
    "terminating",
    "threshold",
    "version",
];

/// Any value in a value, itself too.
fn node<'a>(value: &'a mut Value, random: &mut Random) -> &'a mut Value {
    let place = random.below(count(value));
    nth(value, place)
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(all) => all.iter().map(count).sum::<usize>(),
        Value::Object(all) => all.values().map(count).sum(),
        _ => 0,
    }
}

/// The value with so many before it, in the order in which they are written.
fn nth(value: &mut Value, place: usize) -> &mut Value {
    let Some(mut left) = place.checked_sub(1) else {
        return value;
    };
    let inner: Vec<&mut Value> = match value {
        Value::Array(all) => all.iter_mut().collect(),
        Value::Object(all) => all.values_mut().collect(),
        _ => unreachable!("it has nothing in it"),
    };
    for one in inner {
        let size = count(one);
        if left < size {
            return nth(one, left);
        }
        left -= size;
    }
    unreachable!("the place was counted")
}
