//! `cargo xtask bench`.

use crate::steps::Steps;
use crate::{Failure, cargo, maven, places, setup};

const PROGRAM: [&str; 6] = ["run", "--quiet", "--release", "-p", "cleardown-bench", "--"];

/// Builds both sides and runs the benchmark, with its output on the terminal.
pub fn command(arguments: &[&str]) -> Result<(), Failure> {
    if arguments.first() == Some(&"sync") {
        return sync(arguments);
    }
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
    cargo::on_terminal(&[&PROGRAM, own.as_flattened(), arguments].concat())?;
    step.end("measured");
    println!("\nWhat it costs to keep a list fresh: cargo xtask bench sync");
    Ok(())
}

/// Measures fetching and installing lists. Needs no Java.
fn sync(arguments: &[&str]) -> Result<(), Failure> {
    let mut steps = Steps::new(1);
    let step = steps.begin("build and measure");
    cargo::on_terminal(&[&PROGRAM, arguments].concat())?;
    step.end("measured");
    Ok(())
}
