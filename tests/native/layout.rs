//! How the library lies in memory.

use object::LittleEndian;
use object::elf::{self, ProgramHeader64};
use object::read::elf::{Dyn, ProgramHeader};

use crate::elf::{Elf, parse, shipped};

/// The largest page of any phone: 16 KiB.
const PAGE: u64 = 16 * 1024;

#[test]
fn it_loads_on_phones_with_pages_of_16_kib() {
    for (abi, library) in shipped() {
        let elf = parse(&library);
        let loaded = of_kind(&elf, elf::PT_LOAD);
        assert!(loaded.len() >= 3, "{abi}: {}", loaded.len());
        assert!(loaded.iter().all(|segment| is_good(segment)), "{abi}");
    }
}

#[test]
fn nothing_in_it_can_be_written_and_run() {
    for (abi, library) in shipped() {
        let elf = parse(&library);
        let both = elf::PF_W | elf::PF_X;
        let loaded = elf.elf_program_headers().iter();
        let wrong = loaded.filter(|segment| segment.p_flags(LittleEndian) & both == both);
        assert_eq!(wrong.count(), 0, "{abi}");
        assert_eq!(
            of_kind(&elf, elf::PT_GNU_STACK).len(),
            1,
            "{abi}: no word on the stack"
        );
        assert_eq!(
            of_kind(&elf, elf::PT_GNU_RELRO).len(),
            1,
            "{abi}: its tables stay writable"
        );
    }
}

#[test]
fn it_needs_nothing_but_the_system_libraries() {
    for (abi, library) in shipped() {
        let found = needed(&parse(&library));
        let system = ["libc.so", "libdl.so", "liblog.so", "libm.so"];
        let other: Vec<_> = found
            .iter()
            .filter(|name| !system.contains(&name.as_str()))
            .collect();
        assert!(other.is_empty() && !found.is_empty(), "{abi}: {found:?}");
    }
}

#[test]
fn a_segment_for_pages_of_4_kib_is_found() {
    assert!(is_aligned(PAGE, PAGE, 3 * PAGE));
    assert!(!is_aligned(4096, 4096, 4096));
    assert!(!is_aligned(PAGE, 4096, 8192));
}

fn of_kind<'data>(elf: &Elf<'data>, kind: u32) -> Vec<&'data ProgramHeader64<LittleEndian>> {
    let segments = elf.elf_program_headers().iter();
    segments
        .filter(|segment| segment.p_type(LittleEndian) == kind)
        .collect()
}

fn is_good(segment: &ProgramHeader64<LittleEndian>) -> bool {
    let align = segment.p_align(LittleEndian);
    is_aligned(
        align,
        segment.p_offset(LittleEndian),
        segment.p_vaddr(LittleEndian),
    )
}

/// Whether a segment that is aligned so can be mapped from its place in the file.
fn is_aligned(align: u64, offset: u64, address: u64) -> bool {
    align >= PAGE && align.is_power_of_two() && offset % align == address % align
}

fn needed(elf: &Elf<'_>) -> Vec<String> {
    let sections = elf.elf_section_table();
    let table = sections
        .dynamic(LittleEndian, elf.data())
        .expect("a dynamic section");
    let (entries, strings) = table.expect("a dynamic section");
    let strings = sections
        .strings(LittleEndian, elf.data(), strings)
        .expect("its strings");
    let entries = entries
        .iter()
        .filter(|entry| entry.tag32(LittleEndian) == Some(elf::DT_NEEDED));
    let names = entries.map(|entry| entry.string(LittleEndian, strings).expect("a name"));
    names
        .map(|name| String::from_utf8_lossy(name).into_owned())
        .collect()
}
