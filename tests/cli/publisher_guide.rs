//! The commands of a publisher's guide, run as they stand there.

use std::fs;
use std::process::Command;

use super::project;

const GUIDE: &str = include_str!("../../rust/publish/README.md");

/// Stands for `cleardown` in the guide's commands; answers the prompts for passphrases.
const WRAPPER: &str = "#!/bin/sh\n\
    case \"$2\" in\n\
    init|key|sign|rotate|refresh-timestamp) set -- \"$@\" --passphrase-file \"$PASSPHRASE\" ;;\n\
    esac\n\
    exec \"$CLEARDOWN\" \"$@\"\n";

/// The blocks of a language, one after the other.
fn blocks(language: &str) -> String {
    let fence = format!("```{language}\n");
    let starts = GUIDE.split(&fence).skip(1);
    starts.filter_map(|rest| rest.split("```").next()).collect()
}

#[cfg(unix)]
#[test]
fn every_command_of_the_guide_works() {
    use std::os::unix::fs::PermissionsExt;

    let desk = tempfile::tempdir().expect("a folder");
    let (bin, work) = (desk.path().join("bin"), desk.path().join("work"));
    fs::create_dir(&bin).expect("a folder");
    fs::create_dir(&work).expect("a folder");
    let wrapper = bin.join("cleardown");
    fs::write(&wrapper, WRAPPER).expect("a script");
    fs::set_permissions(&wrapper, fs::Permissions::from_mode(0o755)).expect("it may run");
    let passphrase = desk.path().join("pass");
    fs::write(&passphrase, "made for a test only\n").expect("a passphrase");
    let own = fs::Permissions::from_mode(0o600);
    fs::set_permissions(&passphrase, own).expect("nobody else reads it");

    let commands = blocks("sh");
    assert!(
        commands.lines().count() > 30,
        "the guide's blocks were found"
    );
    let path = std::env::var("PATH").unwrap_or_default();
    let output = Command::new("sh")
        .args(["-e", "-x", "-c", &commands])
        .current_dir(&work)
        .env("PATH", format!("{}:{path}", bin.display()))
        .env("CLEARDOWN", env!("CARGO_BIN_EXE_cleardown"))
        .env("PASSPHRASE", &passphrase)
        .output()
        .expect("a shell");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let out = String::from_utf8_lossy(&output.stdout);
    assert!(
        out.contains("my-list 3: 2 numbers; a phone takes it"),
        "{out}"
    );
    assert!(work.join("www/metadata/2.root.json").exists(), "{said}");
}

#[test]
fn every_command_in_the_guide_is_one() {
    let source =
        fs::read_to_string(project().join("rust/cli/src/args/list.rs")).expect("its source");
    let mut found = 0;
    for rest in GUIDE.split("cleardown list ").skip(1) {
        let end = rest.find(|sign: char| !sign.is_ascii_lowercase() && sign != '-');
        let command = &rest[..end.unwrap_or(rest.len())];
        let name: String = command
            .split('-')
            .map(|word| {
                word.get(..1).unwrap_or_default().to_uppercase() + word.get(1..).unwrap_or_default()
            })
            .collect();
        let known =
            command.is_empty() || command == "--help" || source.contains(&format!("    {name}("));
        assert!(known, "cleardown list {command}");
        found += 1;
    }
    assert!(found > 30);
}
