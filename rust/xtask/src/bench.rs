//! `cargo xtask bench`.

use crate::steps::Steps;
use crate::{Failure, cargo, maven, places, setup};

/// Builds both sides and runs the benchmark, with its output on the terminal.
pub fn command(arguments: &[&str]) -> Result<(), Failure> {
    let mut steps = Steps::new(setup::STEPS + 3);
    let java = setup::ready(&mut steps, false)?;
    let mut step = steps.begin("build the native library as it is shipped");
    cargo::shipped_library(&mut step)?;
    step.end("built");
    let mut step = steps.begin("build the JVM side");
    let class_path = maven::bench(&java, &mut step)?;
    step.end("built");

    let step = steps.begin("measure");
    let program = java.home.join("bin/java").display().to_string();
    let library = places::shipped_library().display().to_string();
    let own = [
        ["--java", &program],
        ["--jvm-classpath", &class_path],
        ["--library", &library],
    ];
    let fixed = ["run", "--quiet", "--release", "-p", "cleardown-bench", "--"];
    cargo::on_terminal(&[&fixed, own.as_flattened(), arguments].concat())?;
    step.end("measured");
    Ok(())
}
