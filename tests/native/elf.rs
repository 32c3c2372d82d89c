//! Reads the libraries.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use cleardown_tests::root;
use object::elf::FileHeader64;
use object::read::elf::ElfFile;
use object::{LittleEndian, Object, ObjectSymbol};

/// A 64-bit ELF file.
pub type Elf<'data> = ElfFile<'data, FileHeader64<LittleEndian>>;

/// Android's name of each processor, and the compilers'.
const ABIS: &[(&str, &str)] = &[
    ("arm64-v8a", "aarch64-linux-android"),
    ("x86_64", "x86_64-linux-android"),
];

/// The shipped libraries: Android's name of the processor, and the bytes.
pub fn shipped() -> Vec<(&'static str, Vec<u8>)> {
    let file = |abi| root().join(format!("target/apk/lib/{abi}/libcleardown.so"));
    ABIS.iter()
        .map(|(abi, _)| (*abi, bytes(&file(abi))))
        .collect()
}

/// The same before their symbols were taken off.
pub fn unstripped() -> Vec<(&'static str, Vec<u8>)> {
    let file = |target| root().join(format!("target/apk/rust/{target}/android/libcleardown.so"));
    ABIS.iter()
        .map(|(abi, target)| (*abi, bytes(&file(target))))
        .collect()
}

/// Reads a library.
pub fn parse(bytes: &[u8]) -> Elf<'_> {
    Elf::parse(bytes).expect("a 64-bit ELF file")
}

/// The symbols it asks for.
pub fn undefined(elf: &Elf<'_>) -> BTreeSet<String> {
    named(elf.dynamic_symbols().filter(ObjectSymbol::is_undefined))
}

/// The symbols it offers.
pub fn defined(elf: &Elf<'_>) -> BTreeSet<String> {
    named(elf.dynamic_symbols().filter(ObjectSymbol::is_definition))
}

fn named<'data>(symbols: impl Iterator<Item = impl ObjectSymbol<'data>>) -> BTreeSet<String> {
    let name = |symbol: &dyn Fn() -> object::Result<&'data str>| symbol().ok().map(str::to_owned);
    symbols
        .filter_map(|symbol| name(&|| symbol.name()))
        .filter(|name| !name.is_empty())
        .collect()
}

fn bytes(file: &Path) -> Vec<u8> {
    fs::read(file).unwrap_or_else(|error| {
        panic!("{}: {error}. `cargo xtask apk` builds it.", file.display());
    })
}
