//! Unpacking what strangers send.

use cleardown_list::{Problem, pack, unpack};

fn problem(gz: &[u8], most: u64) -> Problem {
    unpack(gz, most).expect_err("refused").problem
}

#[test]
fn what_is_packed_is_unpacked_and_the_same_text_gives_the_same_file() {
    for text in [&b""[..], b"cleardown", &[7; 100_000]] {
        assert_eq!(unpack(&pack(text), 100_000).as_deref(), Ok(text));
        assert_eq!(pack(text), pack(text));
    }
}

#[test]
fn a_bomb_is_stopped_at_the_limit() {
    let bomb = pack(&vec![b'0'; 50_000_000]);
    assert!(bomb.len() < 60_000);
    assert_eq!(problem(&bomb, 1_000_000), Problem::TooLarge);
    assert_eq!(problem(&pack(b"12345"), 4), Problem::TooLarge);
    assert!(unpack(&pack(b"12345"), 5).is_ok());
}

#[test]
fn what_is_no_whole_gzip_file_is_refused() {
    let good = pack(b"cleardown list 1\n");
    for length in 0..good.len() {
        assert_eq!(problem(&good[..length], 100), Problem::Gzip, "{length}");
    }
    let mut behind = good.clone();
    behind.push(0);
    assert_eq!(problem(&behind, 100), Problem::Gzip);
    let twice = [good.clone(), good.clone()].concat();
    assert_eq!(problem(&twice, 100), Problem::Gzip);
    assert_eq!(
        problem(b"<!doctype html><title>Log in</title>", 100),
        Problem::Gzip
    );
    let mut damaged = good;
    let last = damaged.len() - 1;
    damaged[last - 4] ^= 1;
    assert_eq!(problem(&damaged, 100), Problem::Gzip);
}
