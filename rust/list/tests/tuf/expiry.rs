//! What is past its day.

use cleardown_list::tuf::{Keys, Trust};
use serde_json::json;

use crate::repo::{EXPIRES, NOW, Repo, bump, code, refresh};

#[test]
fn a_file_is_good_until_the_second_before_its_expiry() {
    let repo = Repo::new();
    refresh(&mut repo.pinned(), &repo, EXPIRES - 1).expect("the last second");
    assert_eq!(
        code(refresh(&mut repo.pinned(), &repo, EXPIRES)),
        "expired_root"
    );
}

#[test]
fn each_role_expires_by_itself() {
    for role in ["timestamp", "snapshot", "targets"] {
        let mut repo = Repo::new();
        repo.signed_mut(role)["expires"] = json!("2026-11-21T00:00:00Z");
        repo.pin();
        let mut trust = repo.pinned();
        assert_eq!(
            code(refresh(&mut trust, &repo, NOW)),
            format!("expired_{role}")
        );
        refresh(&mut trust, &repo, NOW - 1).expect("a second before it was good");
    }
}

#[test]
fn what_expired_since_the_last_run_is_not_used_again() {
    let mut repo = Repo::new();
    repo.timestamp["expires"] = json!("2026-11-22T00:00:00Z");
    let files = repo.client().files();
    let mut trust = Trust::resume(&files, Keys::Phone).expect("kept");
    // A server that goes on sending the same: a freeze.
    let frozen = code(refresh(&mut trust, &repo, NOW + 86_400));
    assert_eq!(frozen, "expired_timestamp");
    bump(&mut repo.timestamp);
    repo.timestamp["expires"] = json!("2026-11-29T00:00:00Z");
    refresh(&mut trust, &repo, NOW + 86_400).expect("thawed");
}

#[test]
fn an_expired_file_is_still_a_floor() {
    let mut repo = Repo::new();
    let old = repo.clone();
    repo.release();
    let files = repo.client().files();
    let mut trust = Trust::resume(&files, Keys::Phone).expect("kept");
    assert_eq!(trust.files(), files);
    let refused = code(refresh(&mut trust, &old, NOW));
    assert_eq!(refused, "timestamp_rollback");
}

#[test]
fn a_clock_that_jumps_ahead_and_back_breaks_nothing() {
    let mut repo = Repo::new();
    let mut trust = repo.client();
    let five_years = 5 * 365 * 86_400;
    repo.release();
    assert_eq!(
        code(refresh(&mut trust, &repo, NOW + five_years)),
        "expired_root"
    );
    refresh(&mut trust, &repo, NOW).expect("the clock is right again");
}
