//! Dates as machines write them: in metadata, in records and in the names of files.

use jiff::civil::Date;

/// The day at the start of an ISO 8601 date or time (`2023-11-09`, `2023-11-09T08:00:00+09:00`,
/// `20231109`), as written there: no time zone is applied.
pub fn of_metadata(text: &str) -> Option<Date> {
    let text = text.trim();
    day_at(text).or_else(|| rfc_2822(text))
}

/// The first day that stands in a file's name: `2023-11-09-summit.txt`, `summit_20231109.html`.
pub fn of_name(name: &str) -> Option<Date> {
    let is_start = |&(i, _): &(usize, char)| !name[..i].ends_with(|c: char| c.is_ascii_digit());
    let mut starts = name.char_indices().filter(|(_, c)| c.is_ascii_digit()).filter(is_start);
    starts.find_map(|(i, _)| day_at(&name[i..]))
}

/// The day that `text` starts with, if no further digit follows.
fn day_at(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    let number = |from: usize, to: usize| -> Option<i16> {
        let digits = bytes.get(from..to)?;
        let all = digits.iter().all(u8::is_ascii_digit);
        all.then(|| digits.iter().fold(0, |n, d| n * 10 + i16::from(d - b'0')))
    };
    let (month, day, end) = match bytes.get(4)? {
        mark @ (b'-' | b'_' | b'.' | b'/') => {
            let same = bytes.get(7) == Some(mark);
            (same.then(|| number(5, 7)).flatten()?, number(8, 10)?, 10)
        }
        _ => (number(4, 6)?, number(6, 8)?, 8),
    };
    let year = number(0, 4).filter(|year| (1000..2200).contains(year))?;
    if bytes.get(end).is_some_and(u8::is_ascii_digit) {
        return None;
    }
    Date::new(year, month as i8, day as i8).ok()
}

/// `Thu, 09 Nov 2023 08:00:00 GMT`, as feeds and mail have it.
fn rfc_2822(text: &str) -> Option<Date> {
    const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let mut parts = text.split_once(", ").map_or(text, |(_, rest)| rest).split(' ');
    let day = parts.next()?.parse().ok()?;
    let name = parts.next().filter(|name| name.len() == 3)?;
    let month = MONTHS.find(name).filter(|at| at % 3 == 0)? / 3 + 1;
    let year = parts.next()?.parse().ok()?;
    Date::new(year, month as i8, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn reads_metadata() {
        let day = Some(date(2023, 11, 9));
        for text in [
            "2023-11-09",
            " 2023-11-09T23:59:00-05:00",
            "2023-11-09 08:00",
            "20231109",
            "2023/11/09",
            "Thu, 09 Nov 2023 08:00:00 GMT",
            "9 Nov 2023",
        ] {
            assert_eq!(of_metadata(text), day, "{text}");
        }
        for text in ["", "2023", "2023-13-09", "2023-11-091", "yesterday", "9 Noé 2023", "é"] {
            assert_eq!(of_metadata(text), None, "{text}");
        }
    }

    #[test]
    fn reads_names() {
        let day = Some(date(2023, 11, 9));
        for name in
            ["2023-11-09-summit.txt", "summit-2023_11_09.html", "ap20231109.txt", "é 2 2023.11.09"]
        {
            assert_eq!(of_name(name), day, "{name}");
        }
        for name in ["2882015.txt", "120231109.txt", "2023-11-0.txt", "20231309.txt", "a-1.txt"] {
            assert_eq!(of_name(name), None, "{name}");
        }
    }
}
