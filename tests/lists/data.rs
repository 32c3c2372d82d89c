//! Rows 8, 9 and 23: what the network does to files.

use std::time::{Duration, Instant};

use crate::server::Fault;
use crate::world::{FORGED, NEW, OLD, World};

#[test]
fn row_08_endless_data() {
    for (part, fault, code) in [
        ("timestamp", Fault::Endless, "too_big"),
        ("snapshot", Fault::Endless, "too_big"),
        ("targets.json", Fault::Endless, "too_big"),
        ("2.root", Fault::Endless, "too_big"),
        ("timestamp", Fault::Announces(1 << 50), "io"),
    ] {
        let mut world = World::new();
        world.publisher.publish(&[FORGED]);
        world.serve();
        world.server.spoil(part, fault);
        world.refuses(code);
        assert!(world.server.sent() < 16 << 20, "{part}: it hung up");
        world.recovers();
    }
    // A bomb that the publisher signed: small as a file, large as a text.
    let mut world = World::new();
    world.publisher.sign_text(2, 1, b"small");
    let bomb = cleardown_list::pack(&vec![b'0'; 48 << 20]);
    world
        .publisher
        .sign_file("list.txt.gz", &bomb, serde_json::Value::Null);
    world.publisher.repo.release();
    world.publisher.put();
    world.serve();
    world.refuses("list_too_large");
    world.recovers();
}

#[test]
fn row_09_slow_retrieval() {
    let mut world = World::new();
    world.publisher.publish(&[FORGED]);
    world.serve();
    world.server.spoil("timestamp", Fault::Slow);
    let since = Instant::now();
    std::thread::scope(|scope| {
        let update = scope.spawn(|| world.update());
        while !update.is_finished() {
            // Calls are answered all the time.
            let asked = Instant::now();
            assert!(world.phone.lists(OLD));
            assert!(asked.elapsed() < Duration::from_secs(2));
            std::thread::sleep(Duration::from_millis(200));
        }
        assert_eq!(
            update.join().expect("it ends").code.as_deref(),
            Some("too_slow")
        );
    });
    assert!(since.elapsed() < Duration::from_secs(25));
    world.recovers();
}

#[test]
fn row_23_captive_portal() {
    let page = b"<html><body>Please log in</body></html>".to_vec();
    let mut world = World::new();
    world.publisher.publish(&[OLD, NEW]);
    world.serve();
    world.server.spoil("", Fault::Bytes(page));
    world.refuses("root_unreadable");
    assert_eq!(world.server.asked().len(), 1, "it asks for nothing more");
    let result = world.update();
    let text = result.text.expect("words for the person");
    assert!(
        text.contains("log-in") && !text.contains("attack"),
        "{text}"
    );
    // Other things that networks do.
    for (part, fault, code) in [
        ("timestamp", Fault::Packed, "timestamp_unreadable"),
        ("timestamp", Fault::Cut, "io"),
        ("timestamp", Fault::Status(500), "http_500"),
        ("timestamp", Fault::Status(404), "http_404"),
        ("snapshot", Fault::Status(403), "http_403"),
        ("2.root", Fault::Status(302), "http_302"),
    ] {
        world.server.heal();
        world.server.spoil(part, fault);
        world.refuses(code);
    }
    world.recovers();
}
