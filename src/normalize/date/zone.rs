//! The offsets of time zones: the second column of `zones.tsv`.

/// The offset as TIMEX3 writes it after a time; empty for a local time.
pub fn offset(row: u8) -> &'static str {
    let rows = include_str!("../../../dictionaries/date/zones.tsv").lines();
    let mut rows = rows.filter(|line| !line.starts_with('#'));
    let fields = rows.nth(usize::from(row)).and_then(|line| line.split_once('\t'));
    match fields {
        Some((_, "local")) | None => "",
        Some((_, offset)) => offset,
    }
}
