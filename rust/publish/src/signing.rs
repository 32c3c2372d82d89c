//! Who must sign, who did, and signing itself.

use std::collections::BTreeMap;

use crate::metadata::{Root, named_by};
use crate::{Config, Envelope, Folder, Problem, PublicKey, Role, SecretKey};

/// What one authority asks for, and who signed so far.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Need {
    /// Whose rules: "root 3".
    pub by: String,
    /// How many must sign.
    pub threshold: usize,
    /// Names of those whose signature holds.
    pub signed: Vec<String>,
    /// Names of those who may still sign.
    pub missing: Vec<String>,
}

impl Need {
    /// Whether enough signed.
    pub fn is_met(&self) -> bool {
        self.signed.len() >= self.threshold
    }
}

/// Keys that count, and how many of them must sign.
pub(crate) struct Authority {
    by: String,
    threshold: usize,
    keys: BTreeMap<String, PublicKey>,
}

impl Authority {
    pub(crate) fn of(root: &Root, role: Role) -> Result<Self, Problem> {
        let of_role = root.of_role(role)?;
        let keys = root
            .keys
            .iter()
            .filter(|(id, _)| of_role.keyids.contains(*id));
        Ok(Self {
            by: format!("root {}", root.version),
            threshold: of_role.threshold.max(1),
            keys: keys.map(|(id, key)| (id.clone(), key.clone())).collect(),
        })
    }

    pub(crate) fn need(&self, envelope: &Envelope, config: &Config) -> Need {
        let payload = envelope.payload();
        let name = |id: &String| config.name_of(id).to_owned();
        let holds = |id: &String, key: &PublicKey| {
            let mut signatures = envelope.signatures();
            signatures.any(|(by, signature)| by == id && key.verifies(&payload, &signature))
        };
        let (signed, missing): (Vec<_>, Vec<_>) =
            self.keys.iter().partition(|(id, key)| holds(id, key));
        let names = |keys: Vec<(&String, &PublicKey)>| {
            let mut names: Vec<String> = keys.into_iter().map(|(id, _)| name(id)).collect();
            names.sort_unstable();
            names
        };
        Need {
            by: self.by.clone(),
            threshold: self.threshold,
            signed: names(signed),
            missing: names(missing),
        }
    }
}

/// Who must sign the newest file of a role: for a new root the keys of the root before it and its
/// own, for any other role the keys of the newest root.
pub(crate) fn authorities(folder: &Folder, role: Role) -> Result<Vec<Authority>, Problem> {
    let root = folder.root()?;
    let mut all = vec![Authority::of(&root, role)?];
    if role == Role::Root
        && let Some(before) = folder.current(Role::Root)?
    {
        let before: Root = before.said()?;
        if before.version < root.version {
            all.insert(0, Authority::of(&before, Role::Root)?);
        }
    }
    Ok(all)
}

/// What is asked for of a file of a role, and who signed it.
pub(crate) fn needs(
    folder: &Folder,
    role: Role,
    envelope: &Envelope,
    config: &Config,
) -> Result<Vec<Need>, Problem> {
    let all = authorities(folder, role)?;
    Ok(all.iter().map(|one| one.need(envelope, config)).collect())
}

/// Whether enough signed a file of a role.
pub(crate) fn is_signed(
    folder: &Folder,
    role: Role,
    envelope: &Envelope,
    config: &Config,
) -> Result<bool, Problem> {
    Ok(needs(folder, role, envelope, config)?
        .iter()
        .all(Need::is_met))
}

/// The bytes that a role's keys have to sign, for a token or a machine without network.
///
/// # Errors
/// `nothing_staged`, `not_yet`, `file`, `damaged`
pub fn payload(folder: &Folder, role: Role) -> Result<Vec<u8>, Problem> {
    Ok(to_sign(folder, role)?.payload())
}

/// Signs the staged file of a role. The ids of keys that may sign it are in the root.
///
/// # Errors
/// `nothing_staged`, `not_yet`, `key_not_of_role`, `file`, `damaged`
pub fn sign(folder: &Folder, role: Role, key: &SecretKey) -> Result<Vec<Need>, Problem> {
    let envelope = to_sign(folder, role)?;
    let signature = key.sign(&envelope.payload());
    put(folder, role, envelope, &key.public().id(), &signature)
}

/// Takes in a signature that was made elsewhere: bytes or hexadecimal.
///
/// # Errors
/// `signature_wrong`, and those of [`sign`]
pub fn take_signature(
    folder: &Folder,
    role: Role,
    key_name: &str,
    signature: &[u8],
) -> Result<Vec<Need>, Problem> {
    let envelope = to_sign(folder, role)?;
    let config = folder.config()?;
    let id = config.key_of(key_name).unwrap_or(key_name);
    let key = authorities(folder, role)?
        .into_iter()
        .find_map(|mut one| one.keys.remove(id));
    let key = key.ok_or_else(|| not_of_role(role, key_name))?;
    let accepted = key.accept(&envelope.payload(), signature).ok_or_else(|| {
        Problem::new(
            "signature_wrong",
            format!("This is no signature of {key_name} over the staged {role}."),
            format!(
                "Write the bytes again (sign --role {role} --payload-out FILE) and sign exactly \
                 those: the file may have been built anew since."
            ),
        )
    })?;
    put(folder, role, envelope, id, &accepted)
}

/// The ids of the keys that may sign a role's newest file.
///
/// # Errors
/// `no_root`, and those of files
pub fn may_sign(folder: &Folder, role: Role) -> Result<Vec<String>, Problem> {
    let all = authorities(folder, role)?;
    let mut ids: Vec<String> = all
        .into_iter()
        .flat_map(|one| one.keys.into_keys())
        .collect();
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

fn to_sign(folder: &Folder, role: Role) -> Result<Envelope, Problem> {
    if let Some(before) = named_by(role)
        && let Some(staged) = folder.staged(before)?
        && !is_signed(folder, before, &staged, &folder.config()?)?
    {
        return Err(Problem::new(
            "not_yet",
            format!("The {role} names the {before}, which is not fully signed yet."),
            format!("Sign the {before} first; `cleardown list status` says who is missing."),
        ));
    }
    folder.staged(role)?.ok_or_else(|| {
        Problem::new(
            "nothing_staged",
            format!("There is no {role} to sign."),
            "Build the next version (cleardown list build) or change keys (cleardown list rotate) \
             first.",
        )
    })
}

fn put(
    folder: &Folder,
    role: Role,
    mut envelope: Envelope,
    id: &str,
    signature: &[u8],
) -> Result<Vec<Need>, Problem> {
    if !may_sign(folder, role)?.iter().any(|one| one == id) {
        return Err(not_of_role(role, folder.config()?.name_of(id)));
    }
    envelope.put_signature(id, signature);
    folder.stage(role, &envelope)?;
    needs(folder, role, &envelope, &folder.config()?)
}

fn not_of_role(role: Role, name: &str) -> Problem {
    Problem::new(
        "key_not_of_role",
        format!("The key {name} does not count for the {role}."),
        format!("Use one of its keys, or add the key: cleardown list rotate --role {role} --add."),
    )
}
