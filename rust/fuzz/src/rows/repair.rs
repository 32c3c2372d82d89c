//! Putting headings and order of a text right.

/// How many values stand on a row.
const BLOCK: usize = 256;

/// The text with rows in order, columns of one length, and headings that say how many there are.
/// What the rows say is left as it is.
pub fn repair(rows: &[String]) -> Vec<String> {
    let mut out = Vec::new();
    let mut rest = rows;
    while let [first, tail @ ..] = rest {
        let length = tail.iter().take_while(|row| heading(row).is_none()).count();
        let (section, after) = tail.split_at(length);
        match heading(first) {
            Some((word @ ("numbers" | "set"), _)) => put_numbers(&mut out, word, section),
            Some(("removed", unit)) => put_removed(&mut out, unit, section),
            Some((word, _)) => put_sorted(&mut out, word, section),
            None => {
                out.push(first.clone());
                out.extend_from_slice(section);
            }
        }
        rest = after;
    }
    out
}

/// The word of a heading, and what follows the count. An organisation may be called "set 0": rows
/// that say whose numbers they are have tabs.
fn heading(row: &str) -> Option<(&str, &str)> {
    const WORDS: [&str; 9] = [
        "lines",
        "codes",
        "numbers",
        "old lines",
        "new lines",
        "old codes",
        "new codes",
        "removed",
        "set",
    ];
    if row.contains('\t') {
        return None;
    }
    let word = WORDS.into_iter().find(|word| {
        let values = row
            .strip_prefix(word)
            .and_then(|rest| rest.strip_prefix(' '));
        values.is_some_and(|values| values.starts_with(|one: char| one.is_ascii_digit()))
    })?;
    let values = &row[word.len() + 1..];
    Some((word, values.split_once(' ').map_or("", |(_, more)| more)))
}

fn put_sorted(out: &mut Vec<String>, word: &str, rows: &[String]) {
    let mut rows = rows.to_vec();
    rows.sort_unstable();
    rows.dedup();
    out.push(format!("{word} {}", rows.len()));
    out.append(&mut rows);
}

fn put_numbers(out: &mut Vec<String>, word: &str, rows: &[String]) {
    let blocks = || rows.chunks_exact(3);
    let gaps: Vec<&str> = blocks().flat_map(|block| block[0].split(' ')).collect();
    let lines: Vec<&str> = blocks().flat_map(|block| block[1].split(' ')).collect();
    let classes: Vec<char> = blocks().flat_map(|block| block[2].chars()).collect();
    let count = gaps.len().min(lines.len()).min(classes.len());
    out.push(format!("{word} {count}"));
    for from in (0..count).step_by(BLOCK) {
        let block = from..count.min(from + BLOCK);
        out.push(gaps[block.clone()].join(" "));
        out.push(lines[block.clone()].join(" "));
        out.push(classes[block].iter().collect());
    }
}

fn put_removed(out: &mut Vec<String>, unit: &str, rows: &[String]) {
    let values: Vec<&str> = rows.iter().flat_map(|row| row.split(' ')).collect();
    let unit = if values.is_empty() { "1" } else { unit };
    out.push(format!("removed {} {unit}", values.len()));
    out.extend(values.chunks(BLOCK).map(|block| block.join(" ")));
}
