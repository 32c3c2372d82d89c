use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::compare::compare;
use crate::entry::entries;
use crate::pack::{Parts, pack};

const PUBLISHERS: &str = "res/raw/publishers.json";

#[test]
fn what_is_mapped_lies_as_it_is_at_its_alignment() {
    let folder = TempDir::new().expect("a folder");
    let apk = packed(folder.path(), &[]);
    for (name, alignment) in [
        ("lib/arm64-v8a/libcleardown.so", 16384),
        ("lib/x86_64/libcleardown.so", 16384),
        ("resources.arsc", 4),
    ] {
        let mut archive = ZipArchive::new(File::open(&apk).expect("it is there")).expect("a zip");
        let file = archive.by_name(name).expect("it is in it");
        assert_eq!(file.compression(), CompressionMethod::Stored, "{name}");
        assert_eq!(
            file.data_start().expect("it has data") % alignment,
            0,
            "{name}"
        );
    }
}

#[test]
fn entries_come_by_name_and_all_at_one_time() {
    let folder = TempDir::new().expect("a folder");
    let apk = packed(folder.path(), &[]);
    let mut archive = ZipArchive::new(File::open(apk).expect("it is there")).expect("a zip");
    let names: Vec<String> = archive
        .file_names()
        .map(|name| name.expect("a name").to_string())
        .collect();
    assert_eq!(
        names,
        [
            "AndroidManifest.xml",
            "classes.dex",
            "lib/arm64-v8a/libcleardown.so",
            "lib/x86_64/libcleardown.so",
            PUBLISHERS,
            "resources.arsc",
        ]
    );
    for index in 0..archive.len() {
        let time = archive
            .by_index(index)
            .expect("it is there")
            .last_modified();
        assert_eq!(time.expect("a time").to_string(), "1981-01-01 01:01:02");
    }
}

#[test]
fn same_parts_are_the_same_bytes_and_others_are_named() {
    let folders = [(); 3].map(|()| TempDir::new().expect("a folder"));
    let one = packed(folders[0].path(), &[]);
    let same = packed(folders[1].path(), &[]);
    assert!(
        compare(&one, &same)
            .expect("the same")
            .starts_with("the same ")
    );

    let baked = folders[2].path().join("baked.json");
    fs::write(&baked, "[{}]").expect("written");
    let other = packed(folders[2].path(), &[(PUBLISHERS.to_owned(), baked)]);
    let difference = compare(&one, &other).expect_err("not the same");
    assert_eq!(
        difference,
        format!("{PUBLISHERS} differs from byte 1 on: 2 bytes and 4 bytes.")
    );
}

#[test]
fn a_publisher_is_in_the_apk_byte_for_byte() {
    let folder = TempDir::new().expect("a folder");
    let baked = folder.path().join("baked.json");
    fs::write(&baked, "[{\"id\": \"gb\"}]\n").expect("written");
    let apk = packed(folder.path(), &[(PUBLISHERS.to_owned(), baked)]);
    let held = entries(&apk).expect("a zip");
    let held = held.into_iter().find(|(entry, _)| entry.name == PUBLISHERS);
    assert_eq!(held.expect("it is in it").1, b"[{\"id\": \"gb\"}]\n");
}

#[test]
fn what_stands_in_for_nothing_is_refused() {
    let folder = TempDir::new().expect("a folder");
    let parts = parts(
        folder.path(),
        &[("res/raw/other.json".to_owned(), "x".into())],
    );
    assert!(
        pack(&parts)
            .expect_err("refused")
            .contains("res/raw/other.json")
    );
}

#[test]
fn an_apk_without_classes_is_refused() {
    let folder = TempDir::new().expect("a folder");
    let parts = parts(folder.path(), &[]);
    fs::remove_file(folder.path().join("dex/classes.dex")).expect("removed");
    assert!(pack(&parts).expect_err("refused").contains("no classes"));
}

fn packed(folder: &Path, instead: &[(String, PathBuf)]) -> PathBuf {
    let parts = parts(folder, instead);
    let entries = pack(&parts).expect("packed");
    assert_eq!(entries.len(), 6);
    parts.out
}

fn parts(folder: &Path, instead: &[(String, PathBuf)]) -> Parts {
    let at = |name: &str| folder.join(name);
    let mut resources = ZipWriter::new(File::create(at("res.ap_")).expect("made"));
    for (name, text) in [
        ("resources.arsc", "table"),
        (PUBLISHERS, "[]"),
        ("AndroidManifest.xml", "m"),
    ] {
        resources
            .start_file(name, SimpleFileOptions::default())
            .expect("begun");
        resources.write_all(text.as_bytes()).expect("written");
    }
    resources.finish().expect("closed");
    fs::create_dir(at("dex")).expect("made");
    fs::write(at("dex/classes.dex"), "dex").expect("written");
    fs::write(at("arm.so"), "arm").expect("written");
    fs::write(at("x86.so"), "x86").expect("written");
    Parts {
        resources: at("res.ap_"),
        classes: at("dex"),
        libraries: vec![
            ("x86_64".into(), at("x86.so")),
            ("arm64-v8a".into(), at("arm.so")),
        ],
        instead: instead.to_vec(),
        out: at("out.apk"),
    }
}
