//! Rows 18 and 19: damaged deltas and hostile rows.

use cleardown_core::{CallsOut, Confidence, Kind};
use cleardown_list::{
    Class, Counts, Line, NumberRow, Sha256, TextWriter, pack, write_delta, write_text,
};

use crate::publisher::row;
use crate::server::Fault;
use crate::world::{FORGED, NEW, NEXT, OLD, World};

#[test]
fn row_18_delta_damage() {
    // On the way: cut, missing, other bytes. The whole list takes its place.
    for fault in [Fault::Cut, Fault::Status(404), Fault::Bytes(b"x".to_vec())] {
        let mut world = World::new();
        world.publisher.publish(&[OLD, NEW]);
        world.serve();
        let delta = world.publisher.path_of("delta-1");
        let was_cut = matches!(fault, Fault::Cut);
        world.server.spoil(&delta, fault);
        if was_cut {
            // A broken connection says nothing of the file: it is tried again.
            world.refuses("io");
            world.server.heal();
        }
        world.takes(NEW);
        let asked = world.server.asked();
        assert_eq!(asked.contains(&world.publisher.path_of("list")), !was_cut);
        world.recovers();
    }
    // Signed, but wrong: of another list, and with another result.
    let base = |world: &World, rows: &[&str]| {
        let rows = rows.iter().map(|number| row(number, CallsOut::Unlikely));
        world.publisher.list(1, rows.collect())
    };
    for wrong_base in [true, false] {
        let mut world = World::new();
        let old = base(&world, if wrong_base { &[NEXT] } else { &[OLD] });
        world.publisher.publish(&[OLD, NEW]);
        let other = world.publisher.list(
            2,
            vec![
                row(OLD, CallsOut::Unlikely),
                row(FORGED, CallsOut::Unlikely),
            ],
        );
        let mut text = write_delta(&old, &other);
        if !wrong_base {
            // It claims the right result and gives another.
            text = claim(&text, &other, &world);
        }
        let hash = Sha256::of(&write_text(&base(&world, &[OLD])));
        world.publisher.sign_delta(1, &hash, &pack(&text));
        world.publisher.repo.release();
        world.publisher.put();
        world.serve();
        world.takes(NEW);
        assert!(!world.phone.lists(FORGED));
        let asked = world.server.asked();
        assert!(asked.contains(&world.publisher.path_of("delta-1")));
        assert!(asked.contains(&world.publisher.path_of("list")));
        // The whole list, too, is bad: once, and the old one stays.
        world.publisher.publish(&[OLD, NEXT]);
        world.serve();
        world.server.heal();
        world.server.spoil("txt.gz", Fault::Bytes(b"x".to_vec()));
        world.refuses("target_hash");
        assert_eq!(
            world
                .server
                .asked()
                .iter()
                .filter(|path| path.contains("txt.gz"))
                .count(),
            2
        );
        world.recovers();
    }
}

/// The same delta with the hash of the list that was signed.
fn claim(delta: &[u8], gives: &cleardown_list::List, world: &World) -> Vec<u8> {
    let text = String::from_utf8(delta.to_vec()).expect("text");
    let signed = world.publisher.repo.targets["cleardown"]["sha256"]
        .as_str()
        .expect("a hash");
    let found = crate::repo::hex(&Sha256::of(&write_text(gives)));
    assert!(text.contains(&found), "the delta names its result");
    text.replace(&found, signed).into_bytes()
}

#[test]
fn row_19_hostile_rows() {
    // Childline, gas emergency: no list may warn about them.
    for number in ["+448001111", "+44800111999"] {
        let text = text_with(number);
        let mut world = World::new();
        world.publisher.sign_text(2, 1, &text);
        world.publisher.repo.release();
        world.publisher.put();
        world.serve();
        world.refuses("list_life_saving");
        assert!(!world.phone.lists(number));
        world.recovers();
    }
    // What is no text of this form: no digits, forty digits, rows that overlap, a billion of them.
    let good = String::from_utf8(text_with(NEW)).expect("text");
    let billion = good.replace("numbers 1\n", "numbers 1000000000\n");
    let letters = good.replace("441632960002", "44163296000x");
    let forty = good.replace("441632960002", &"4".repeat(40));
    let twice = good.replace("441632960002", "441632960002 0");
    for (text, rows) in [
        (billion, 1_000_000_000),
        (letters, 1),
        (forty, 1),
        (twice, 2),
    ] {
        assert_ne!(text, good);
        let mut world = World::new();
        world.publisher.sign_text(2, rows, text.as_bytes());
        world.publisher.repo.release();
        world.publisher.put();
        world.serve();
        let code = world.update().code.expect("refused");
        assert!(code.starts_with("list_"), "{code}");
        world.refuses(&code);
        world.recovers();
    }
    // A slip that would make a thousand genuine calls look false.
    let mut world = World::new();
    let never = (0..100).map(|at| row(&format!("+4416329611{at:02}"), CallsOut::Never));
    world
        .publisher
        .publish_rows(never.chain([row(OLD, CallsOut::Unlikely)]).collect());
    world.serve();
    world.refuses("list_bulk");
    world.recovers();
}

/// A text of one number, in the right form.
fn text_with(number: &str) -> Vec<u8> {
    let mut text = Vec::new();
    let counts = Counts {
        lines: 1,
        codes: 0,
        numbers: 1,
    };
    let mut writer = TextWriter::new(|bytes: &[u8]| text.extend_from_slice(bytes), counts);
    let line = Line {
        organisation: "Test Police",
        kind: Kind::Police,
        line: "",
    };
    writer.line(&line).expect("the first line");
    let row = NumberRow {
        number: number.parse().expect("a number"),
        line: 0,
        class: Class::new(CallsOut::Never, Confidence::High, false).expect("a class"),
    };
    writer.number(row).expect("the first number");
    writer.finish().expect("complete");
    text
}
