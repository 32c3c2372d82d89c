//! `cleardown list sign`

use std::fs;
use std::path::Path;

use cleardown_publish::{
    Folder, Need, Problem, Readiness, Role, SecretKey, keys, may_sign, payload, prepare, sign,
    take_signature,
};

use super::Place;
use super::passphrases::Asker;
use crate::args::SignArgs;

/// Signs what is staged, or writes the bytes to sign, or takes a signature in.
pub fn run(place: &Place, args: &SignArgs) -> Result<bool, String> {
    if let Some(file) = &args.payload_out {
        return write_payload(place, only(args)?, file);
    }
    if let (Some(file), Some(key)) = (&args.signature, &args.key_id) {
        return take(place, only(args)?, file, key);
    }
    let mut asker = Asker::new(&args.passphrases);
    let mut ring = KeyRing::new(&place.folder, &args.key, &mut asker);
    let (mut all_signed, mut asked_signed, mut staged) = (true, true, false);
    for role in Role::ALL {
        let readiness = prepare(&place.folder, role, place.now_s).map_err(text)?;
        let wanted = args.role.is_empty() || args.role.contains(&role);
        if readiness == Readiness::NotYet {
            all_signed = false;
            asked_signed &= !wanted;
        }
        if readiness != Readiness::Staged {
            continue;
        }
        staged = true;
        let mut needs = place.folder.needs(role).map_err(text)?;
        if wanted {
            let missing: Vec<String> = needs.iter().flat_map(|need| need.missing.clone()).collect();
            for id in may_sign(&place.folder, role).map_err(text)? {
                let Some(key) = ring.key(&id, &missing).map_err(text)? else {
                    continue;
                };
                needs = sign(&place.folder, role, &key).map_err(text)?;
            }
        }
        print(role, &needs);
        let is_met = needs.iter().all(Need::is_met);
        all_signed &= is_met;
        asked_signed &= is_met || !wanted;
    }
    if !staged {
        return Err(
            "Nothing is staged. Build the next version first: cleardown list build.".into(),
        );
    }
    ring.complain()?;
    tell_next(all_signed);
    Ok(asked_signed)
}

fn only(args: &SignArgs) -> Result<Role, String> {
    match args.role[..] {
        [role] => Ok(role),
        _ => Err("Name the role: --role targets.".to_owned()),
    }
}

fn write_payload(place: &Place, role: Role, file: &Path) -> Result<bool, String> {
    prepare(&place.folder, role, place.now_s).map_err(text)?;
    let bytes = payload(&place.folder, role).map_err(text)?;
    fs::write(file, bytes).map_err(|error| format!("{}: {error}.", file.display()))?;
    eprintln!(
        "{} holds the bytes to sign. Then: cleardown list sign --role {role} --signature FILE \
         --key-id KEY",
        file.display()
    );
    Ok(true)
}

fn take(place: &Place, role: Role, file: &Path, key: &str) -> Result<bool, String> {
    let bytes = fs::read(file).map_err(|error| {
        format!(
            "{}: {error}. Name the file with the signature.",
            file.display()
        )
    })?;
    let needs = take_signature(&place.folder, role, key, &bytes).map_err(text)?;
    print(role, &needs);
    Ok(needs.iter().all(Need::is_met))
}

fn print(role: Role, needs: &[Need]) {
    for need in needs {
        let signed = if need.signed.is_empty() {
            "nobody".to_owned()
        } else {
            need.signed.join(", ")
        };
        print!(
            "{role}: {} of {} for {}: {signed}",
            need.signed.len(),
            need.threshold,
            need.by
        );
        if need.is_met() {
            println!();
        } else {
            println!("; still to sign: {}", need.missing.join(", "));
        }
    }
}

fn tell_next(complete: bool) {
    if complete {
        eprintln!("Next: cleardown list publish");
    } else {
        eprintln!("More signatures are needed: `cleardown list status` says whose.");
    }
}

/// The secret keys that this run may use.
pub struct KeyRing<'a> {
    folder: &'a Folder,
    asker: &'a mut Asker,
    named: Vec<String>,
    open: Vec<SecretKey>,
}

impl<'a> KeyRing<'a> {
    /// All keys of the folder, or only those named.
    pub fn new(folder: &'a Folder, named: &[String], asker: &'a mut Asker) -> Self {
        Self {
            folder,
            asker,
            named: named.to_vec(),
            open: Vec::new(),
        }
    }

    /// The key with this id, unless its signature is not among those missing.
    fn key(&mut self, id: &str, missing: &[String]) -> Result<Option<SecretKey>, Problem> {
        let config = self.folder.config()?;
        let name = config.name_of(id).to_owned();
        if !missing.contains(&name) {
            return Ok(None);
        }
        self.open(&name, id)
    }

    /// Opens the key with this name and id, if it is here and may be used.
    pub fn open(&mut self, name: &str, id: &str) -> Result<Option<SecretKey>, Problem> {
        self.open_named()?;
        if let Some(known) = self.open.iter().find(|key| key.public().id() == id) {
            return Ok(Some(known.clone()));
        }
        let file = self.folder.secret_key_file(name);
        if !self.named.is_empty() || !file.exists() {
            return Ok(None);
        }
        let key = keys::open(&file, name, &mut |key, is_new| self.asker.ask(key, is_new))?;
        self.open.push(key.clone());
        Ok(Some(key).filter(|key| key.public().id() == id))
    }

    /// Opens the keys that were named, once.
    fn open_named(&mut self) -> Result<(), Problem> {
        if self.open.len() >= self.named.len() {
            return Ok(());
        }
        for given in self.named.clone() {
            let in_folder = self.folder.secret_key_file(&given);
            let path = if in_folder.exists() {
                in_folder.as_path()
            } else {
                Path::new(&given)
            };
            let name = path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let key = keys::open(path, &name, &mut |key, is_new| self.asker.ask(key, is_new))?;
            self.open.push(key);
        }
        Ok(())
    }

    /// Refuses a run whose named keys could sign nothing.
    fn complain(&self) -> Result<(), String> {
        if self.named.is_empty() || !self.open.is_empty() {
            return Ok(());
        }
        Err("The keys named have nothing to sign: `cleardown list status` says who has.".to_owned())
    }
}

fn text(problem: Problem) -> String {
    problem.to_string()
}
