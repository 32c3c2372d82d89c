//! Turns the editors' tables in `data/gb/` into static tables: sorted, with every text kept once,
//! so that the library answers from them without reading or allocating a list. Beside them, packed:
//! where each row comes from.

use std::collections::HashMap;
use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::{env, fs};

const DATA: &str = "data/gb";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={DATA}");
    let numbers = Table::read("numbers.csv")?;
    let codes = Table::read("codes.csv")?;
    let offers = Table::read("ring.csv")?;

    write_out("seed.rs", seed(&numbers, &codes, &offers)?.as_bytes())?;
    write_out(
        "provenance.txt.gz",
        &packed(&provenance(&numbers, &codes)?)?,
    )
}

/// What the phone needs.
fn seed(numbers: &Table, codes: &Table, offers: &Table) -> Result<String, Box<dyn Error>> {
    let mut texts = Texts::default();
    let mut out = String::new();

    writeln!(out, "static NUMBERS: &[Seed] = &[")?;
    for row in numbers.sorted_by_number()? {
        let (organisation, line) = (texts.span(&row["organisation"])?, texts.span(&row["line"])?);
        writeln!(
            out,
            "Seed {{ number: {}, organisation: {organisation}, line: {line}, kind: Kind::{}, \
             calls_out: CallsOut::{}, confidence: Confidence::{}, ring: {} }},",
            &row["number"][1..],
            variant(&row["kind"]),
            variant(&row["calls_out"]),
            variant(&row["confidence"]),
            row["ring"] == "yes",
        )?;
    }
    writeln!(out, "];\nstatic TEXTS: &str = {:?};", texts.all)?;

    writeln!(out, "static CODES: &[SeedCode] = &[")?;
    for row in &codes.rows {
        let kind = match row["kind"].as_str() {
            "" => "None".to_owned(),
            kind => format!("Some(Kind::{})", variant(kind)),
        };
        writeln!(
            out,
            "SeedCode {{ code: {:?}, organisation: {:?}, kind: {kind}, \
             calls_out: CallsOut::{}, confidence: Confidence::{} }},",
            row["code"],
            row["organisation"],
            variant(&row["calls_out"]),
            variant(&row["confidence"]),
        )?;
    }

    writeln!(out, "];\nstatic OFFERS: &[Offer] = &[")?;
    for row in &offers.rows {
        let (number, organisation) = (&row["number"], &row["organisation"]);
        writeln!(
            out,
            "Offer {{ number: {number:?}, organisation: {organisation:?} }},"
        )?;
    }
    writeln!(out, "];")?;
    Ok(out)
}

/// Where each row comes from, a line a row in the order of the static tables, numbers first: date,
/// source, note. Asked for seldom, so it lies in the library as small as it gets.
fn provenance(numbers: &Table, codes: &Table) -> Result<String, Box<dyn Error>> {
    let mut out = String::new();
    for row in numbers.sorted_by_number()? {
        let cells = ["checked_on", "source", "note"].map(|column| row[column].as_str());
        out.push_str(&line(cells)?);
    }
    for row in &codes.rows {
        out.push_str(&line(["", &row["source"], &row["evidence"]])?);
    }
    Ok(out)
}

fn line(cells: [&str; 3]) -> Result<String, Box<dyn Error>> {
    if cells.iter().any(|cell| cell.contains(['\t', '\n', '\r'])) {
        return Err(format!("{DATA}: a tab or a line break in `{}`", cells.join(" ")).into());
    }
    Ok(cells.join("\t") + "\n")
}

fn packed(text: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(text.as_bytes())?;
    Ok(packer.finish()?)
}

/// Values of closed columns, so that a slip is named here and not as an error in generated code.
const CLOSED: &[(&str, &[&str])] = &[
    (
        "kind",
        &[
            "bank",
            "energy",
            "government",
            "health",
            "helpline",
            "police",
            "post",
            "tax",
            "telecom",
        ],
    ),
    ("calls_out", &["known", "unknown", "unlikely", "never"]),
    ("confidence", &["low", "medium", "high"]),
    ("ring", &["yes", "no"]),
];

type Row = HashMap<String, String>;

struct Table {
    name: &'static str,
    rows: Vec<Row>,
}

impl Table {
    fn read(name: &'static str) -> Result<Self, Box<dyn Error>> {
        let path = Path::new(DATA).join(name);
        let mut reader = csv::Reader::from_path(&path)?;
        let rows: Vec<Row> = reader.deserialize().collect::<Result<_, _>>()?;
        for (at, row) in rows.iter().enumerate() {
            for (column, allowed) in CLOSED {
                // A code may be of no kind.
                let may_be_empty = name == "codes.csv" && *column == "kind";
                let Some(value) = row.get(*column) else {
                    continue;
                };
                let is_empty = may_be_empty && value.is_empty();
                if !is_empty && !allowed.contains(&value.as_str()) {
                    let line = at + 2;
                    return Err(format!("{DATA}/{name}:{line}: {column} is `{value}`").into());
                }
            }
        }
        Ok(Self { name, rows })
    }

    fn sorted_by_number(&self) -> Result<Vec<&Row>, Box<dyn Error>> {
        let mut rows = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            let number = &row["number"];
            let digits = number
                .strip_prefix('+')
                .and_then(|digits| digits.parse::<u64>().ok());
            let digits = digits.ok_or_else(|| format!("{DATA}/{}: `{number}`", self.name))?;
            rows.push((digits, row));
        }
        rows.sort_by_key(|(digits, _)| *digits);
        Ok(rows.into_iter().map(|(_, row)| row).collect())
    }
}

/// All texts in one string, each kept once.
#[derive(Default)]
struct Texts {
    all: String,
    known: HashMap<String, usize>,
}

impl Texts {
    fn span(&mut self, text: &str) -> Result<String, Box<dyn Error>> {
        let start = *self.known.entry(text.to_owned()).or_insert_with(|| {
            let start = self.all.len();
            self.all.push_str(text);
            start
        });
        let (start, length) = (u16::try_from(start)?, u8::try_from(text.len())?);
        Ok(format!("Span {{ start: {start}, length: {length} }}"))
    }
}

/// `helpline` is `Helpline`.
fn variant(code: &str) -> String {
    let (first, rest) = code.split_at(1);
    first.to_uppercase() + rest
}

fn write_out(name: &str, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    let folder = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
    Ok(fs::write(Path::new(&folder).join(name), bytes)?)
}
