//! `cleardown client`: the plain TUF client.

mod args;
mod folder;
mod target;

use std::fs;
use std::time::{SystemTime, UNIX_EPOCH};

use cleardown_engine::sync::tuf::{Keys, Trust};
use cleardown_engine::sync::{Clock, Failure, Refresh};

pub use args::ClientArgs;
use args::ClientCommand;
use folder::Folder;

use crate::http::Http;

/// Does what is asked; whatever fails is said on standard error. True for full success.
pub fn run(args: &ClientArgs) -> bool {
    let done = match &args.command {
        ClientCommand::Init { root } => init(args, root),
        ClientCommand::Refresh => refresh(args, &Http::new()).map(|_| ()),
        ClientCommand::Download => download(args),
    };
    if let Err(message) = &done {
        eprintln!("cleardown: {message}");
    }
    done.is_ok()
}

fn init(args: &ClientArgs, root: &std::path::Path) -> Result<(), String> {
    let folder = given(&args.metadata_dir, "--metadata-dir")?;
    let bytes = fs::read(root).map_err(|error| format!("{}: {error}", root.display()))?;
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    folder::write(&folder.join("root.json"), &bytes).map_err(|error| error.to_string())
}

fn refresh(args: &ClientArgs, http: &Http) -> Result<Refresh<Folder>, String> {
    let folder = Folder::open(given(&args.metadata_dir, "--metadata-dir")?)?;
    let base = given(&args.metadata_url, "--metadata-url")?;
    let trust = Trust::resume(folder.files(), Keys::Any).map_err(|error| say(&error.into()))?;
    let mut refresh = Refresh::new(trust, folder, Clock::plain(now_s()?));
    while let Some(want) = refresh.want().map_err(|error| say(&error))? {
        let url = join(base, &want.file.name);
        let fetched = http.get(&url, want.file.most_bytes, &mut |_| ());
        refresh
            .take(fetched.answer())
            .map_err(|error| say(&error))?;
    }
    Ok(refresh)
}

fn download(args: &ClientArgs) -> Result<(), String> {
    let place = target::Place {
        metadata_url: given(&args.metadata_url, "--metadata-url")?,
        base_url: given(&args.target_base_url, "--target-base-url")?,
        folder: given(&args.target_dir, "--target-dir")?,
    };
    if args.target_name.is_empty() {
        return Err("--target-name is missing".to_owned());
    }
    let http = Http::new();
    let mut refresh = refresh(args, &http)?;
    for name in &args.target_name {
        target::fetch(&mut refresh, &http, &place, name)?;
    }
    Ok(())
}

/// A file below a folder's address.
fn join(base: &str, name: &str) -> String {
    let slash = if base.ends_with('/') { "" } else { "/" };
    format!("{base}{slash}{name}")
}

fn say(failure: &Failure) -> String {
    format!("{failure} ({}). {}", failure.code(), failure.remedy())
}

fn given<'a, T>(value: &'a Option<T>, name: &str) -> Result<&'a T, String> {
    value.as_ref().ok_or_else(|| format!("{name} is missing"))
}

fn now_s() -> Result<i64, String> {
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH);
    let wrong = "this computer's clock is before 1970: set it";
    let seconds = since_1970.map_err(|_| wrong.to_owned())?.as_secs();
    i64::try_from(seconds).map_err(|_| wrong.to_owned())
}
