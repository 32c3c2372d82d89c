//! What is not published, and that nothing changes then.

use std::fs;

use cleardown_publish::{
    BuildOptions, Change, Folder, KeyChoice, Problem, Refused, Role, refresh, rotate, status, time,
};

use crate::support::{Publisher, passphrase, row, rows, tree};

fn code<T: std::fmt::Debug>(result: Result<T, Problem>) -> &'static str {
    result.expect_err("it is refused").code()
}

fn build_code(publisher: &Publisher) -> &'static str {
    match publisher.build().expect_err("it is refused") {
        Refused::Problem(problem) => problem.code(),
        Refused::Findings(findings) => findings[0].code.code(),
    }
}

#[test]
fn too_few_signatures_change_nothing_on_the_web_server() {
    let mut publisher = Publisher::with_version_1();
    publisher.now_s += 1;
    publisher.write_rows(&rows(0..210));
    publisher.build().expect("it builds");
    let before = tree(&publisher.web());
    assert_eq!(code(publisher.publish()), "not_signed");
    assert_eq!(tree(&publisher.web()), before);
}

#[test]
fn signatures_are_void_once_the_list_is_built_anew() {
    let mut publisher = Publisher::with_version_1();
    publisher.write_rows(&rows(0..210));
    publisher.build().expect("it builds");
    publisher.sign_by(&["dan", "eve"]);
    publisher.now_s += 1;
    publisher.write_rows(&rows(0..211));
    publisher.build().expect("it builds again");
    assert_eq!(code(publisher.publish()), "not_signed");
}

#[test]
fn a_list_that_expires_soon_is_not_published() {
    let mut publisher = Publisher::new();
    publisher.build().expect("it builds");
    publisher.sign_by(&["ann", "ben", "dan", "eve"]);
    publisher.now_s += 7 * time::DAY_S - 3_600;
    assert_eq!(code(publisher.publish()), "expires_soon");
    assert!(!publisher.web().exists());
}

#[test]
fn the_status_nags_when_a_quarter_of_the_time_is_left() {
    let mut publisher = Publisher::with_version_1();
    let codes = |publisher: &Publisher| -> Vec<&'static str> {
        let status = status(&publisher.folder, publisher.now_s).expect("a status");
        status.duties.iter().map(|duty| duty.code).collect()
    };
    publisher.now_s += 5 * time::DAY_S;
    assert!(codes(&publisher).is_empty());
    publisher.now_s += 6 * 3_600 + 1;
    assert_eq!(codes(&publisher), ["expires_soon"]);
    publisher.now_s += 2 * time::DAY_S;
    assert_eq!(codes(&publisher), ["expired"]);
}

#[test]
fn a_refresh_needs_the_online_key_and_a_list_that_still_counts() {
    let mut publisher = Publisher::with_version_1();
    let (dan, eve) = (publisher.secret("dan"), publisher.secret("eve"));
    let before = tree(&publisher.folder.published());
    assert_eq!(
        code(refresh(&publisher.folder, &[dan], None, publisher.now_s)),
        "not_signed"
    );
    publisher.now_s += 91 * time::DAY_S;
    assert_eq!(
        code(refresh(&publisher.folder, &[eve], None, publisher.now_s)),
        "expired"
    );
    assert_eq!(tree(&publisher.folder.published()), before);
}

#[test]
fn nothing_new_is_not_built() {
    let publisher = Publisher::with_version_1();
    assert_eq!(build_code(&publisher), "nothing_changed");
    let again = cleardown_publish::publish(&publisher.folder, None, publisher.now_s);
    assert_eq!(code(again), "nothing_staged");
}

#[test]
fn a_life_saving_number_is_not_built() {
    let publisher = Publisher::new();
    publisher.write_rows(
        "+44800111999,0800 111 999,Gas,,energy,unknown,no,high,,https://www.mybank.example/,x\r\n",
    );
    assert_eq!(build_code(&publisher), "life_saving");
}

#[test]
fn many_new_fakes_need_a_word_that_they_are_meant() {
    let mut publisher = Publisher::with_version_1();
    let changed: String = (0..200)
        .map(|n| row(n, if n < 51 { "never" } else { "unknown" }))
        .collect();
    publisher.write_rows(&changed);
    publisher.now_s += 1;
    assert_eq!(build_code(&publisher), "bulk_needed");
    let options = BuildOptions {
        bulk: true,
        ..BuildOptions::default()
    };
    publisher.build_with(options).expect("it is meant");
    publisher.sign_by(&["dan", "eve"]);
    publisher.publish().expect("it is published");
    assert_eq!(publisher.phone().newest().expect("a list").release.bulk, 2);

    // A phone that was off meanwhile has to get it with the version after, too.
    publisher.next_version(&(changed + &row(300, "unknown")));
    assert_eq!(publisher.phone().newest().expect("a list").release.bulk, 2);
}

#[test]
fn a_folder_of_somebody_else_is_left_alone() {
    let (ours, theirs) = (Publisher::with_version_1(), Publisher::with_version_1());
    let before = tree(&theirs.web());
    let to = Some(theirs.web());
    let result = cleardown_publish::publish(&ours.folder, to.as_deref(), ours.now_s);
    assert_eq!(code(result), "other_repository");
    assert_eq!(tree(&theirs.web()), before);
}

#[test]
fn a_server_that_is_ahead_is_left_alone() {
    let mut publisher = Publisher::with_version_1();
    let old = tree(&publisher.folder.published());
    publisher.next_version(&rows(0..210));
    // A colleague's copy of the folder, from before.
    fs::remove_dir_all(publisher.folder.published()).expect("it goes");
    for (path, bytes) in old {
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("the old state");
    }
    assert_eq!(code(publisher.publish()), "newer_there");
}

#[test]
fn a_threshold_that_cannot_be_met_is_refused_before_a_key_is_made() {
    let publisher = Publisher::with_version_1();
    let change = Change {
        role: Role::Root,
        add: vec![KeyChoice {
            name: "gil".to_owned(),
            public: None,
        }],
        drop: Vec::new(),
        threshold: Some(5),
    };
    let now_s = publisher.now_s;
    assert_eq!(
        code(rotate(
            &publisher.folder,
            Some(&change),
            now_s,
            &mut passphrase
        )),
        "threshold"
    );
    assert!(!publisher.folder.secret_key_file("gil").exists());
    assert!(!publisher.path("gb/staged/root.json").exists());
}

#[test]
fn a_folder_without_a_publisher_says_how_to_make_one() {
    let nowhere = tempfile::tempdir().expect("a folder");
    let problem = Folder::at(nowhere.path())
        .config()
        .expect_err("there is none");
    assert_eq!(problem.code(), "no_publisher");
    assert!(
        problem.to_string().contains("cleardown list init"),
        "{problem}"
    );
}
