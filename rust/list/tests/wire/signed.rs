//! A text that is sound in itself must also be the one that was signed.

use cleardown_list::{
    Content, ListText, MOST_ROWS, MOST_TEXT_BYTES, Problem, Release, Sha256, TextProblem, Update,
    Verified, write_delta, write_text,
};

use crate::lists::{first, meta, second};

fn release(version: u64, text: &[u8]) -> Release {
    let read = ListText::parse(text.to_vec()).expect("a text");
    Release {
        anchor: [7; 32],
        publisher: "test".to_owned(),
        title: "Test".to_owned(),
        epoch: 1,
        version,
        issued_ms: 0,
        rows: read.rows(),
        codes: read.codes().len() as u64,
        sha256: read.sha256(),
        bytes: read.bytes(),
        bulk: 0,
    }
}

fn problem(update: Result<Update, cleardown_list::WireError>) -> Problem {
    update.expect_err("refused").problem
}

#[test]
fn a_full_text_is_taken_only_as_it_was_signed() {
    let text = write_text(&first());
    let good = release(1, &text);
    let update = Update::full(good.clone(), text.clone()).expect("an update");
    assert_eq!(update.release, good);
    let Content::Full(read) = update.content else {
        panic!("a full text");
    };
    assert_eq!(read.to_list(meta(1)), first());

    type Change = (&'static str, fn(&mut Release));
    let changes: [Change; 4] = [
        ("sha256", |release| release.sha256[31] ^= 1),
        ("bytes", |release| release.bytes += 1),
        ("rows", |release| release.rows -= 1),
        ("codes", |release| release.codes += 1),
    ];
    for (field, change) in changes {
        let mut other = good.clone();
        change(&mut other);
        let refused = problem(Update::full(other, text.clone()));
        assert_eq!(refused, Problem::NotAsSigned(field));
    }
}

#[test]
fn a_delta_is_taken_only_as_it_was_signed() {
    let (old, new) = (write_text(&first()), write_text(&second()));
    let delta = write_delta(&first(), &second());
    let good = release(2, &new);
    let base = Sha256::of(&old);
    let taken = Update::delta(good.clone(), 1, base, delta.clone());
    assert!(matches!(
        taken.expect("an update").content,
        Content::Delta(_)
    ));

    let take = |release: &Release, version, base| {
        problem(Update::delta(release.clone(), version, base, delta.clone()))
    };
    assert_eq!(take(&good, 2, base), Problem::NotAsSigned("base"));
    assert_eq!(take(&good, 1, [0; 32]), Problem::NotAsSigned("base_sha256"));
    assert_eq!(
        take(&release(3, &new), 1, base),
        Problem::NotAsSigned("list")
    );
    assert_eq!(
        take(&release(2, &old), 1, base),
        Problem::NotAsSigned("sha256")
    );
}

#[test]
fn what_no_phone_takes_is_refused_whoever_signed_it() {
    type Case = (Problem, fn(&mut Release));
    let cases: [Case; 14] = [
        (Problem::NotAsSigned("publisher"), |release| {
            release.publisher.clear()
        }),
        (Problem::NotAsSigned("publisher"), |release| {
            release.publisher = "../gb".into()
        }),
        (Problem::NotAsSigned("publisher"), |release| {
            release.publisher = "GB".into()
        }),
        (Problem::NotAsSigned("publisher"), |release| {
            release.publisher = "g".repeat(33)
        }),
        (Problem::Text(TextProblem::Empty), |release| {
            release.title.clear()
        }),
        (Problem::Text(TextProblem::TooLong(120)), |release| {
            release.title = "t".repeat(121)
        }),
        (Problem::Text(TextProblem::Invisible), |release| {
            release.title = "a\nb".into()
        }),
        (Problem::NotAsSigned("list"), |release| release.version = 0),
        (Problem::NotAsSigned("list"), |release| {
            release.version = u64::MAX
        }),
        (Problem::NotAsSigned("list"), |release| release.epoch = 0),
        (Problem::NotAsSigned("bulk"), |release| release.bulk = 2),
        (Problem::TooMany, |release| {
            release.rows = MOST_ROWS as u64 + 1
        }),
        (Problem::TooMany, |release| release.codes = 1_001),
        (Problem::TooLarge, |release| {
            release.bytes = MOST_TEXT_BYTES + 1
        }),
    ];
    let good = release(1, &write_text(&first()));
    assert!(Update::same(good.clone()).is_ok());
    for (expected, change) in cases {
        let mut other = good.clone();
        change(&mut other);
        assert_eq!(problem(Update::same(other)), expected);
    }
}

#[test]
fn a_list_of_a_test_is_an_update_like_any_other() {
    let verified = Verified::for_tests(&first());
    let update = verified.get().clone();
    assert_eq!(update.release.meta(), meta(1));
    assert_eq!((update.release.rows, update.release.codes), (6, 3));
    assert_eq!(update.release.sha256, Sha256::of(&write_text(&first())));
    let Content::Full(text) = verified.into_inner().content else {
        panic!("a full text");
    };
    assert_eq!(text.to_list(meta(1)), first());
}
