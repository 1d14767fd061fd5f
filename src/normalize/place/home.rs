//! Reads [`Home`], where a user's texts come from, from what the user wrote.

use crate::gazetteer::Gazetteer;
use crate::options::Home;

use super::readings::{Spot, spots};

impl Home {
    /// Reads a country and maybe a division in it: `US`, `US-OH`, `DE-Bavaria`.
    ///
    /// # Errors
    /// If there is no such country or division; says what is allowed.
    pub fn read_region(text: &str) -> Result<Self, String> {
        let (country, division) = match text.split_once('-') {
            Some((country, division)) => (country, Some(division)),
            None => (text, None),
        };
        let gazetteer = Gazetteer::new(Vec::new());
        if !is_country(&gazetteer, country) {
            return Err(format!(
                "'{country}' is not a country's code; give two letters, as US or DE, or with a \
                 region, as US-OH"
            ));
        }
        let admin1 = division.map(|division| {
            find_division(&gazetteer, country, division).ok_or_else(|| {
                format!(
                    "'{division}' is not a region of {country}; give its name or GeoNames code, \
                     as US-OH or DE-Bavaria"
                )
            })
        });
        let country = Some(country.to_owned());
        Ok(Self { country, admin1: admin1.transpose()?, near: None })
    }

    /// Reads a point: `39.96,-83.00`.
    ///
    /// # Errors
    /// If it is no latitude and longitude.
    pub fn read_point(text: &str) -> Result<(f64, f64), String> {
        let number = |part: &str, most: f64| {
            let number: f64 = part.trim().parse().ok()?;
            (number.abs() <= most).then_some(number)
        };
        let point = text.split_once(',').and_then(|(latitude, longitude)| {
            Some((number(latitude, 90.0)?, number(longitude, 180.0)?))
        });
        point.ok_or_else(|| {
            format!(
                "'{text}' is not a point; give latitude and longitude in degrees, as 39.96,-83.00"
            )
        })
    }
}

fn is_country(gazetteer: &Gazetteer, code: &str) -> bool {
    let mut rows = gazetteer.built_in_rows("place/countries.tsv");
    code.len() == 2 && rows.any(|row| row.split('\t').nth(3) == Some(code))
}

/// The name of a country's division that is called so or has this GeoNames code.
fn find_division(gazetteer: &Gazetteer, country: &str, text: &str) -> Option<String> {
    let flag = format!("code={country}.{text}");
    let coded = gazetteer.built_in_rows("place/regions.tsv").find(|row| {
        row.rsplit('\t').next().is_some_and(|flags| flags.split(',').any(|found| found == flag))
    });
    if let Some(row) = coded {
        return row.split('\t').next().map(str::to_owned);
    }
    let mut named = spots(gazetteer, gazetteer.named(text));
    let division = named.find(|spot: &Spot<'_>| spot.country == country && spot.is_division())?;
    Some(division.admin1.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_are_read_by_code_and_name() {
        for (text, country, admin1) in [
            ("US", "US", None),
            ("US-OH", "US", Some("Ohio")),
            ("US-North Carolina", "US", Some("North Carolina")),
            ("DE-Bavaria", "DE", Some("Bavaria")),
            ("CA-Ont.", "CA", Some("Ontario")),
        ] {
            let home = Home::read_region(text).unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!(
                (home.country.as_deref(), home.admin1.as_deref()),
                (Some(country), admin1),
                "{text}"
            );
        }
    }

    #[test]
    fn errors_quote_what_was_given_and_say_what_to_give() {
        for (text, start) in [
            ("USA", "'USA' is not a country's code; give two letters"),
            ("us", "'us' is not a country's code"),
            ("", "'' is not a country's code"),
            ("US-Bavaria", "'Bavaria' is not a region of US; give its name"),
            ("US-", "'' is not a region of US"),
        ] {
            let error = Home::read_region(text).expect_err(text);
            assert!(error.starts_with(start), "{text}: {error}");
        }
    }

    #[test]
    fn points_are_on_the_globe() {
        assert_eq!(Home::read_point("39.96, -83"), Ok((39.96, -83.0)));
        for text in ["39.96", "91,0", "0,181", "a,b", "", "NaN,0"] {
            let error = Home::read_point(text).expect_err(text);
            assert!(error.starts_with(&format!("'{text}' is not a point")), "{error}");
        }
    }
}
