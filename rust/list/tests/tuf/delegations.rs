//! Targets that others sign.

use cleardown_list::tuf::{Search, SearchStep, TargetInfo, Trust, TrustError};
use serde_json::{Value, json};
use std::collections::BTreeMap;

use crate::repo::{Key, NOW, Repo, code, file, pin, refresh, signed, target};

/// A repository with delegated roles.
struct Tree {
    repo: Repo,
    roles: BTreeMap<String, Vec<u8>>,
}

impl Tree {
    fn new() -> Self {
        Self {
            repo: Repo::new(),
            roles: BTreeMap::new(),
        }
    }

    /// A role of its own key that has this target, handed over by the top targets.
    fn role(&mut self, name: &str, number: u8, paths: Value, terminating: bool, has: &[&str]) {
        let key = Key::new(number);
        let targets: BTreeMap<&str, Value> = has
            .iter()
            .map(|path| (*path, target(name.as_bytes())))
            .collect();
        let role = signed("targets", json!({"targets": targets}));
        let bytes = file(&role, std::slice::from_ref(&key));
        self.hand_over(name, &key, paths, terminating);
        self.repo.snapshot["meta"][format!("{name}.json")] = pin(&role, &bytes);
        self.roles.insert(name.to_owned(), bytes);
        self.repo.pin();
    }

    fn hand_over(&mut self, name: &str, key: &Key, paths: Value, terminating: bool) {
        let delegations = &mut self.repo.targets["delegations"];
        if delegations.is_null() {
            *delegations = json!({"keys": {}, "roles": []});
        }
        delegations["keys"][&key.id] = key.public();
        let mut role = json!({
            "name": name, "keyids": [key.id], "threshold": 1, "terminating": terminating,
        });
        let by = if paths.is_string() {
            "path_hash_prefixes"
        } else {
            "paths"
        };
        role[by] = if paths.is_string() {
            json!([paths])
        } else {
            paths
        };
        delegations["roles"]
            .as_array_mut()
            .expect("roles")
            .push(role);
        self.repo.pin();
    }

    /// Looks for a target. Gives it, and the roles whose files were fetched.
    fn find(&self, path: &str) -> Result<(TargetInfo, Vec<String>), TrustError> {
        let mut trust = self.repo.pinned();
        refresh(&mut trust, &self.repo, NOW)?;
        self.find_with(&mut trust, path)
    }

    fn find_with(
        &self,
        trust: &mut Trust,
        path: &str,
    ) -> Result<(TargetInfo, Vec<String>), TrustError> {
        let mut search = Search::new(path);
        let mut fetched = Vec::new();
        loop {
            match trust.search(&mut search, NOW)? {
                SearchStep::Found(target) => return Ok((target, fetched)),
                SearchStep::Needs { role, .. } => {
                    let bytes = self.roles.get(&role).cloned().unwrap_or_default();
                    fetched.push(role);
                    trust.update_delegated(&search, &bytes, NOW)?;
                }
            }
        }
    }
}

#[test]
fn roles_are_asked_in_their_order_and_only_for_paths_that_are_theirs() {
    let mut tree = Tree::new();
    tree.role("a", 21, json!(["a/*"]), false, &["a/x", "b/x"]);
    tree.role("b", 22, json!(["*/*"]), false, &["a/x", "b/x"]);
    let (found, fetched) = tree.find("a/x").expect("there");
    found.check(b"a").expect("the first role's");
    assert_eq!(fetched, ["a"]);
    let (found, fetched) = tree.find("b/x").expect("there");
    found
        .check(b"b")
        .expect("the second role's: b/x is not the first one's to give");
    assert_eq!(fetched, ["b"]);
    assert_eq!(code(tree.find("c")), "no_target");
}

#[test]
fn a_terminating_role_ends_the_search() {
    let mut tree = Tree::new();
    tree.role("a", 21, json!(["*"]), true, &["y"]);
    tree.role("b", 22, json!(["*"]), false, &["x"]);
    assert_eq!(code(tree.find("x")), "no_target");
    let mut tree = Tree::new();
    tree.role("a", 21, json!(["*"]), false, &["y"]);
    tree.role("b", 22, json!(["*"]), false, &["x"]);
    assert_eq!(tree.find("x").expect("there").1, ["a", "b"]);
}

#[test]
fn hash_bins_take_their_share() {
    let mut tree = Tree::new();
    // SHA-256 of "x" begins with 2d.
    tree.role("wrong", 21, json!("2e"), false, &["x"]);
    tree.role("right", 22, json!("2d"), false, &["x"]);
    assert_eq!(tree.find("x").expect("there").1, ["right"]);
}

#[test]
fn only_the_keys_that_the_parent_names_count() {
    let mut tree = Tree::new();
    tree.role("a", 21, json!(["*"]), false, &["x"]);
    let forged = signed("targets", json!({"targets": {"x": target(b"!")}}));
    let bytes = file(&forged, &tree.repo.keys["targets"]);
    tree.repo.snapshot["meta"]["a.json"] = pin(&forged, &bytes);
    tree.roles.insert("a".to_owned(), bytes);
    tree.repo.pin();
    assert_eq!(code(tree.find("x")), "threshold");
}

#[test]
fn a_role_that_two_parents_name_must_satisfy_both() {
    let mut tree = Tree::new();
    // "b" is handed over by "a" too, but with another key there.
    let stranger = Key::new(30);
    tree.role("a", 21, json!(["z/*"]), false, &[]);
    tree.role("b", 22, json!(["*"]), false, &["x"]);
    let mut role = signed("targets", json!({"targets": {}}));
    role["delegations"] = json!({
        "keys": {&stranger.id: stranger.public()},
        "roles": [{"name": "b", "keyids": [stranger.id], "threshold": 1, "paths": ["z/*"]}],
    });
    let bytes = file(&role, &[Key::new(21)]);
    tree.repo.snapshot["meta"]["a.json"] = pin(&role, &bytes);
    tree.roles.insert("a".to_owned(), bytes);
    tree.repo.pin();
    let mut trust = tree.repo.client();
    tree.find_with(&mut trust, "x").expect("through the top");
    assert_eq!(code(tree.find_with(&mut trust, "z/x")), "threshold");
}

#[test]
fn a_role_that_hands_over_to_itself_ends() {
    let mut tree = Tree::new();
    tree.role("a", 21, json!(["*"]), false, &[]);
    let key = Key::new(21);
    let mut role = signed("targets", json!({"targets": {}}));
    role["delegations"] = json!({
        "keys": {&key.id: key.public()},
        "roles": [{"name": "a", "keyids": [key.id], "threshold": 1, "paths": ["*"]}],
    });
    let bytes = file(&role, &[key]);
    tree.repo.snapshot["meta"]["a.json"] = pin(&role, &bytes);
    tree.roles.insert("a".to_owned(), bytes);
    tree.repo.pin();
    assert_eq!(code(tree.find("x")), "no_target");
}

#[test]
fn nobody_can_be_called_like_a_top_role() {
    let mut tree = Tree::new();
    tree.hand_over("timestamp", &Key::new(21), json!(["*"]), false);
    tree.hand_over("", &Key::new(21), json!(["*"]), false);
    assert_eq!(code(tree.find("x")), "no_target");
}

#[test]
fn a_search_goes_through_so_many_roles_and_no_more() {
    let mut tree = Tree::new();
    for number in 0..40 {
        tree.role(
            &format!("r{number}"),
            100 + number,
            json!(["*"]),
            false,
            &[],
        );
    }
    tree.role("last", 99, json!(["*"]), false, &["x"]);
    assert_eq!(code(tree.find("x")), "no_target");
}

#[test]
fn names_are_harmless_in_addresses() {
    let mut tree = Tree::new();
    tree.role("../a b?", 21, json!(["*"]), false, &["x"]);
    let trust = tree.repo.client();
    let step = trust.search(&mut Search::new("x"), NOW).expect("good");
    let SearchStep::Needs { role, file } = step else {
        panic!("the role's file is not there yet");
    };
    assert_eq!(
        (role.as_str(), file.name.as_str()),
        ("../a b?", "1...%2Fa%20b%3F.json")
    );
}

#[test]
fn targets_are_named_by_their_hash_in_the_last_part_of_the_path() {
    let mut tree = Tree::new();
    tree.role("a", 21, json!(["*/*"]), false, &["d d/x?"]);
    let (found, _) = tree.find("d d/x?").expect("there");
    let trust = tree.repo.client();
    let wanted = trust.wanted_target(&found).expect("small");
    let hash = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";
    assert_eq!(wanted.name, format!("d%20d/{hash}.x%3F"));
    assert_eq!(wanted.most_bytes, 1);
}

#[test]
fn a_target_is_its_length_and_its_hash() {
    let mut tree = Tree::new();
    tree.role("a", 21, json!(["*"]), false, &["x"]);
    let (found, _) = tree.find("x").expect("there");
    found.check(b"a").expect("it is");
    for wrong in [&b"b"[..], b"", b"aa"] {
        assert_eq!(code(found.check(wrong)), "target_hash");
    }
}
