//! What is to be done, by whom, until when.

use serde::Serialize;

use crate::history::history;
use crate::online::{Readiness, prepare};
use crate::publish::{least_s, renewal};
use crate::signing::needs;
use crate::{Folder, Need, Problem, Role, time};

/// How a publisher stands.
#[derive(Clone, Debug, Serialize)]
pub struct Status {
    /// The publisher's short name.
    pub publisher: String,
    /// The newest published version of the list.
    pub list: Option<u64>,
    /// Each role's published and staged file.
    pub files: Vec<FileStatus>,
    /// What is to be done, the most urgent first. Empty: nothing.
    pub duties: Vec<Duty>,
}

/// How one file stands.
#[derive(Clone, Debug, Serialize)]
pub struct FileStatus {
    /// Whose.
    pub role: Role,
    /// Its version.
    pub version: u64,
    /// Whether it is staged, not published.
    pub staged: bool,
    /// When it expires: `2026-11-21T10:00:00Z`.
    pub expires: String,
    /// Seconds until then; less than 0: it has expired.
    pub left_s: i64,
    /// Who signed, and who may still sign.
    pub needs: Vec<Need>,
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Duty {
    /// Stable code: `expired`, `expires_soon`, `sign`, `publish`.
    pub code: &'static str,
    /// What, in words.
    pub text: String,
}

/// Looks at all files. The reminder comes when a quarter of a file's days is left.
///
/// # Errors
/// Those of files
pub fn status(folder: &Folder, now_s: i64) -> Result<Status, Problem> {
    let config = folder.config()?;
    let mut found = Vec::new();
    let mut duties = Vec::new();
    let mut is_complete = true;
    for role in Role::ALL {
        let staged = folder.staged(role)?;
        let renewed = staged.is_some();
        let both = [(folder.current(role)?, false), (staged, true)];
        for (envelope, staged) in both {
            let Some(envelope) = envelope else { continue };
            let expires_s = envelope.expires_s().unwrap_or_default();
            let left_s = expires_s - now_s;
            let needs = needs(folder, role, &envelope, &config)?;
            if staged && let Some(need) = needs.iter().find(|need| !need.is_met()) {
                is_complete = false;
                let text = format!(
                    "Sign the staged {role}: {} more of {}.",
                    need.threshold - need.signed.len(),
                    need.missing.join(", ")
                );
                duties.push(Duty { code: "sign", text });
            } else if !staged && !renewed && needs.iter().any(|need| !need.is_met()) {
                is_complete = false;
                let text = format!("The keys of the {role} change: build and sign it again.");
                duties.push(Duty { code: "sign", text });
            }
            let is_due = left_s < config.days(role) * time::DAY_S / 4;
            if is_due && (staged || !renewed || left_s <= 0) {
                duties.push(due(role, left_s, expires_s, now_s));
            }
            found.push(FileStatus {
                role,
                version: envelope.version(),
                staged,
                expires: time::text_of(expires_s),
                left_s,
                needs,
            });
        }
    }
    let staged = found.iter().filter(|file| file.staged).count();
    if staged > 0 && is_complete {
        let late = |file: &FileStatus| file.left_s < least_s(&config, file.role);
        let text = if found.iter().any(late) {
            "The staged version expires too soon to be published: renew it."
        } else {
            "The staged version is signed: sign what follows from it, then publish."
        };
        let text = text.to_owned();
        duties.push(Duty {
            code: "publish",
            text,
        });
    }
    duties.sort_by_key(|duty| duty.code != "expired");
    Ok(Status {
        publisher: config.publisher,
        list: history(folder)?.last_key_value().map(|(list, _)| *list),
        files: found,
        duties,
    })
}

fn due(role: Role, left_s: i64, expires_s: i64, now_s: i64) -> Duty {
    let when = time::until(expires_s, now_s);
    let (code, text) = if left_s <= 0 {
        ("expired", format!("The {role} expired {when}."))
    } else {
        ("expires_soon", format!("The {role} expires {when}."))
    };
    let text = format!("{text} {}", renewal(role));
    Duty { code, text }
}

/// Stages whatever follows from signed files, so that it can be signed; tells how each role stands.
///
/// # Errors
/// Those of files
pub fn prepare_all(folder: &Folder, now_s: i64) -> Result<Vec<(Role, Readiness)>, Problem> {
    let all = Role::ALL.into_iter();
    all.map(|role| Ok((role, prepare(folder, role, now_s)?)))
        .collect()
}
