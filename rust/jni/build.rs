//! How the library is linked for Android, whatever the tool that builds it.

/// Given to the linker of the library alone, so that a change of one compiles nothing else anew.
const FOR_ANDROID: &[&str] = &[
    "-Wl,-soname,libcleardown.so",
    // Loads on phones with pages of 16 KiB.
    "-Wl,-z,max-page-size=16384",
    // A missing symbol is an error now, not on the phone.
    "-Wl,-z,defs",
    // Its own unwinder is not taken from another library.
    "-Wl,-Bsymbolic",
    // Addresses to be filled in take a tenth of the room. Android 6 and later read it; the still
    // smaller `relr` is not read by the emulator of the tests.
    "-Wl,--pack-dyn-relocs=android",
    // Of the contents: the same for the same bytes.
    "-Wl,--build-id=sha1",
];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "android") {
        for argument in FOR_ANDROID {
            println!("cargo::rustc-cdylib-link-arg={argument}");
        }
    }
}
