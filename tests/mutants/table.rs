//! The checks that can be taken away, and the tests that must notice.

/// A check.
pub struct Mutant {
    pub name: &'static str,
    /// Tests that fail without it.
    pub rows: &'static [&'static str],
    pub file: &'static str,
    /// There once, as it stands in the project.
    pub from: &'static str,
    /// What stands there in the copy; `MUTANT` is true where the check is away.
    pub to: &'static str,
}

const SIGNED: &str = "rust/list/src/tuf/signed.rs";
const TRUST: &str = "rust/list/src/tuf/trust.rs";
const REFRESH: &str = "rust/engine/src/sync/refresh.rs";
const RUN: &str = "rust/engine/src/sync/run.rs";
const HTTP: &str = "rust/cli/src/http.rs";

/// All of them.
pub const MUTANTS: &[Mutant] = &[
    Mutant {
        name: "threshold",
        rows: &["row_01", "row_02"],
        file: SIGNED,
        from: "if found < needed {",
        to: "if found < needed && !MUTANT {",
    },
    Mutant {
        name: "target_hash",
        rows: &["row_01", "row_18"],
        file: "rust/list/src/tuf/target.rs",
        from: "if same {",
        to: "if same || MUTANT {",
    },
    Mutant {
        name: "key_under_two_names",
        rows: &["row_02"],
        file: SIGNED,
        from: "let materials: BTreeSet<_> = signed.",
        to: "let signed = signed.collect::<Vec<_>>().into_iter();
        if MUTANT {
            return signed.len();
        }
        let materials: BTreeSet<_> = signed.",
    },
    Mutant {
        name: "key_that_signs_twice",
        rows: &["row_02"],
        file: SIGNED,
        from: "if !signatures.iter()",
        to: "if !MUTANT && !signatures.iter()",
    },
    Mutant {
        name: "versions_of_metadata",
        rows: &["row_03"],
        file: TRUST,
        from: "if offered < trusted {",
        to: "if offered < trusted && !MUTANT {",
    },
    Mutant {
        name: "version_of_the_list",
        rows: &["row_03"],
        file: RUN,
        from: "if (self.trust().epoch(), newest.version) < (floor.epoch, floor.version) {",
        to: "if (self.trust().epoch(), newest.version) < (floor.epoch, floor.version) && !MUTANT {",
    },
    Mutant {
        name: "removed_roles",
        rows: &["row_04"],
        file: TRUST,
        from: "return Err(TrustError::Removed",
        to: "if MUTANT {
                continue;
            }
            return Err(TrustError::Removed",
    },
    Mutant {
        name: "expiry",
        rows: &["row_05", "row_10", "row_13", "row_15", "row_16"],
        file: SIGNED,
        from: "if expires.as_second() <= now_s {",
        to: "if expires.as_second() <= now_s && !MUTANT {",
    },
    Mutant {
        name: "floors_after_a_root",
        rows: &["row_06"],
        file: TRUST,
        from: "let before = self.files();",
        to: "if MUTANT {
            return Ok(());
        }
        let before = self.files();",
    },
    Mutant {
        name: "floors_of_replaced_keys",
        rows: &["row_06"],
        file: TRUST,
        from: "let lower_keys = differs(Role::Timestamp)? || differs(Role::Snapshot)?;",
        to: "let lower_keys =
            (differs(Role::Timestamp)? || differs(Role::Snapshot)?) && !MUTANT;",
    },
    Mutant {
        name: "announced_hashes",
        rows: &["row_01", "row_07"],
        file: TRUST,
        from: "if length_fits && hashes_fit {",
        to: "if length_fits && hashes_fit || MUTANT {",
    },
    Mutant {
        name: "other_publisher",
        rows: &["row_07", "row_14"],
        file: RUN,
        from: "if newest.release.publisher != self.publisher.id {",
        to: "if newest.release.publisher != self.publisher.id && !MUTANT {",
    },
    Mutant {
        name: "most_bytes",
        rows: &["row_08"],
        file: HTTP,
        from: "if total > most_bytes {",
        to: "if total > most_bytes && !MUTANT {",
    },
    Mutant {
        name: "most_bytes_unpacked",
        rows: &["row_08"],
        file: "rust/list/src/tuf/release.rs",
        from: "let text = unpack(gz, release.bytes)",
        to: "let most = if MUTANT { u64::MAX } else { release.bytes };
        let text = unpack(gz, most)",
    },
    Mutant {
        name: "least_rate",
        rows: &["row_09"],
        file: HTTP,
        from: "if spent > RATE_FROM &&",
        to: "if !MUTANT && spent > RATE_FROM &&",
    },
    Mutant {
        name: "roots_kept_at_once",
        rows: &["row_11"],
        file: REFRESH,
        from: "let body = body(self.stage, answer)?;",
        to: "let body = body(self.stage, answer)?;
        if self.stage == What::Root && MUTANT {
            return Ok(self.trust.update_root(body)?);
        }",
    },
    Mutant {
        name: "order_of_roots",
        rows: &["row_13"],
        file: TRUST,
        from: "if root.version != expected {",
        to: "if root.version != expected && !MUTANT {",
    },
    Mutant {
        name: "roots_in_a_run",
        rows: &["row_13"],
        file: REFRESH,
        from: "if self.new_roots > most {",
        to: "if self.new_roots > most && !MUTANT {",
    },
    Mutant {
        name: "signed_time",
        rows: &["row_15"],
        file: "rust/engine/src/sync/clock.rs",
        from: "filter(|_| self.signed)",
        to: "filter(|_| self.signed && !MUTANT)",
    },
    Mutant {
        name: "plans_too_far_ahead",
        rows: &["row_16"],
        file: "rust/engine/src/sync/schedule.rs",
        from: "|| next_ms - now_ms > FURTHEST_S * 1000",
        to: "|| (next_ms - now_ms > FURTHEST_S * 1000 && !MUTANT)",
    },
    Mutant {
        name: "whole_list_after_a_bad_delta",
        rows: &["row_07", "row_18"],
        file: RUN,
        from: "Err(failure) if is_the_deltas_fault(&failure) =>",
        to: "Err(failure) if is_the_deltas_fault(&failure) && !MUTANT =>",
    },
    Mutant {
        name: "hash_of_the_result",
        rows: &["row_18"],
        file: "rust/store/src/list/install.rs",
        from: "if written && hash.finish() == release.sha256 {",
        to: "if written && (hash.finish() == release.sha256 || MUTANT) {",
    },
    Mutant {
        name: "life_saving_numbers",
        rows: &["row_19"],
        file: "rust/list/src/wire/list_text.rs",
        from: "if is_life_saving_number(row.number) {",
        to: "if is_life_saving_number(row.number) && !MUTANT {",
    },
    Mutant {
        name: "changes_in_bulk",
        rows: &["row_19"],
        file: "rust/store/src/list/bulk.rs",
        from: "if rows <= most {",
        to: "if rows <= most || MUTANT {",
    },
    Mutant {
        name: "steps_kept_at_once",
        rows: &["row_20"],
        file: REFRESH,
        from: "Ok(self.keep.save(&self.trust.files())?)",
        to: "if MUTANT {
            return Ok(());
        }
        self.keep_it()",
    },
    Mutant {
        name: "steps_that_cannot_be_kept",
        rows: &["row_21"],
        file: REFRESH,
        from: "fn one_root_more(",
        to: "fn keep_it(&mut self) -> Result<(), Failure> {
        let kept = self.keep.save(&self.trust.files());
        if MUTANT { Ok(()) } else { Ok(kept?) }
    }

    fn one_root_more(",
    },
    Mutant {
        name: "pages_instead_of_roots",
        rows: &["row_23"],
        file: REFRESH,
        from: "self.trust.update_root(body)?;
            }",
        to: "if MUTANT && self.trust.clone().update_root(body).is_err() {
                    self.stage = What::Timestamp;
                    return Ok(());
                }
                self.trust.update_root(body)?;
            }",
    },
];
