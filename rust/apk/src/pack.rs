//! Packs an APK so that its bytes depend on nothing but what is in it.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::Failure;
use crate::entry::{Entry, entries, read};

/// Libraries are mapped from the APK where they lie: at the page size of the newest phones.
const LIBRARY_ALIGNMENT: u16 = 16 * 1024;
/// The table of resources is mapped, too, and read in words.
const TABLE_ALIGNMENT: u16 = 4;
const TABLE: &str = "resources.arsc";
const PACKING: i64 = 9;

/// What the APK is made of, and where it goes.
#[derive(Args)]
pub struct Parts {
    /// Manifest and resources, as aapt2 links them
    #[arg(long)]
    pub resources: PathBuf,
    /// Folder with classes.dex, classes2.dex and so on
    #[arg(long)]
    pub classes: PathBuf,
    /// A native library
    #[arg(long = "library", value_name = "ABI=FILE", value_parser = pair)]
    pub libraries: Vec<(String, PathBuf)>,
    /// A file in place of one of the resources
    #[arg(long = "instead", value_name = "ENTRY=FILE", value_parser = pair)]
    pub instead: Vec<(String, PathBuf)>,
    /// The APK to write
    #[arg(long)]
    pub out: PathBuf,
}

/// Packs the APK: entries by name, one time for all, libraries and the table of resources as they
/// are and aligned, everything else packed. Answers what is in it.
pub fn pack(parts: &Parts) -> Result<Vec<Entry>, Failure> {
    let files = collect(parts)?;
    let said = |e: &dyn std::fmt::Display| format!("{}: {e}", parts.out.display());
    let mut writer = ZipWriter::new(File::create(&parts.out).map_err(|e| said(&e))?);
    for (name, data) in &files {
        writer
            .start_file(name.as_str(), options(name))
            .map_err(|e| said(&e))?;
        writer.write_all(data).map_err(|e| said(&e))?;
    }
    writer.finish().map_err(|e| said(&e))?;
    Ok(entries(&parts.out)?
        .into_iter()
        .map(|(entry, _)| entry)
        .collect())
}

fn collect(parts: &Parts) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let mut files: BTreeMap<_, _> = entries(&parts.resources)?
        .into_iter()
        .map(|(entry, data)| (entry.name, data))
        .collect();
    for (name, file) in &parts.instead {
        let old = files
            .get_mut(name)
            .ok_or(format!("There is no {name} to put a file in place of."))?;
        *old = read(file)?;
    }
    for (name, file) in dex_files(&parts.classes)? {
        files.insert(name, read(&file)?);
    }
    for (abi, file) in &parts.libraries {
        files.insert(format!("lib/{abi}/libcleardown.so"), read(file)?);
    }
    Ok(files)
}

/// `classes.dex`, `classes2.dex` … in the folder; at least one.
fn dex_files(folder: &Path) -> Result<Vec<(String, PathBuf)>, Failure> {
    let listed = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let paths = listed.flatten().map(|file| file.path());
    let found: Vec<_> = paths
        .filter_map(|path| Some((path.file_name()?.to_str()?.to_owned(), path)))
        .filter(|(name, _)| name.ends_with(".dex"))
        .collect();
    match found.len() {
        0 => Err(format!("There are no classes in {}.", folder.display())),
        _ => Ok(found),
    }
}

fn options(name: &str) -> SimpleFileOptions {
    // The time that Google's own builds write; the format begins with 1980.
    let time = DateTime::from_date_and_time(1981, 1, 1, 1, 1, 2).unwrap_or_default();
    let options = SimpleFileOptions::default()
        .last_modified_time(time)
        .unix_permissions(0o644);
    let alignment = match name {
        TABLE => TABLE_ALIGNMENT,
        _ if name.ends_with(".so") => LIBRARY_ALIGNMENT,
        _ => {
            return options
                .compression_method(CompressionMethod::Deflated)
                .compression_level(Some(PACKING));
        }
    };
    options
        .compression_method(CompressionMethod::Stored)
        .with_alignment(alignment)
}

fn pair(text: &str) -> Result<(String, PathBuf), String> {
    let (name, file) = text.split_once('=').ok_or("NAME=FILE is expected")?;
    Ok((name.to_owned(), file.into()))
}
