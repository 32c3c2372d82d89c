//! The key of this machine, for those who have none: made when first needed, kept outside the
//! checkout, because phones take an update only with the key of before.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Failure;
use crate::java::Java;
use crate::run::{self, Show};
use crate::steps::Step;

/// It protects nothing: whoever reads the file has the key.
pub const PASSWORD: &str = "cleardown-debug";
/// Its name in the keystore.
pub const ALIAS: &str = "debug";

/// `$XDG_DATA_HOME/cleardown/debug-key.p12`.
pub fn place() -> PathBuf {
    let set = |name| std::env::var_os(name).filter(|value| !value.is_empty());
    let data = match (set("XDG_DATA_HOME"), set("HOME")) {
        (Some(data), _) => PathBuf::from(data),
        (None, Some(home)) => Path::new(&home).join(".local/share"),
        (None, None) => std::env::temp_dir(),
    };
    data.join("cleardown/debug-key.p12")
}

/// The key's file; made if it is not there.
pub fn ready(java: &Java, step: &mut Step) -> Result<PathBuf, Failure> {
    let file = place();
    if file.exists() {
        return Ok(file);
    }
    step.line(&format!(
        "      no debug key yet; making {}",
        file.display()
    ));
    let folder = file.parent().unwrap_or(Path::new("/"));
    std::fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    // keytool by its class: a small Java runtime has no program of that name.
    let mut command = Command::new(java.home.join("bin/java"));
    command.args([
        "-m",
        "java.base/sun.security.tools.keytool.Main",
        "-genkeypair",
    ]);
    command.args(["-storetype", "PKCS12", "-keyalg", "RSA", "-keysize", "3072"]);
    command.args([
        "-validity",
        "10950",
        "-dname",
        "CN=Cleardown debug key",
        "-alias",
        ALIAS,
    ]);
    command
        .args(["-storepass:env", "PASSWORD", "-keystore"])
        .arg(&file);
    command.env("PASSWORD", PASSWORD);
    let said = run::logged(&mut command, "debug-key", step, |line| {
        Show::News(line.into())
    })?;
    if !said.ok {
        return Err(said.failure("Making a debug key"));
    }
    std::fs::set_permissions(&file, Permissions::from_mode(0o600))
        .map_err(|e| format!("{}: {e}", file.display()))?;
    Ok(file)
}
