//! [`Spot`]: what one dictionary row says of a place.

use crate::gazetteer::user::label;
use crate::gazetteer::{Class, Gazetteer, PlaceKind, Reading, fnv};
use crate::label::Label;

/// The kind of a place whose row, one of the user's, gives none.
const UNKNOWN_KIND: &str = "place";
/// No more readings of a name are weighed; the most prominent are kept.
const MOST_READINGS: usize = 64;
/// The mean radius of the earth, in kilometers.
const EARTH_KM: f64 = 6371.0088;
/// Two rows that lie no further apart are one place: a city and its division.
const SAME_PLACE_KM: f64 = 25.0;
/// Places in a district lie no further from its middle.
const DISTRICT_KM: f64 = 100.0;
/// Places in a city lie no further from its middle.
const CITY_KM: f64 = 60.0;
/// Places in a region that is no division lie no further from its middle.
const REGION_KM: f64 = 300.0;

/// One reading of a place's name.
#[derive(Clone, Copy, Debug)]
pub struct Spot<'a> {
    /// Which row it is.
    pub reading: Reading,
    /// The canonical name.
    pub name: &'a str,
    /// `country`, `city`, …
    pub kind: &'a str,
    /// The kind with the size of a city; none for a row of the user's.
    pub size: Option<PlaceKind>,
    /// ISO 3166-1 alpha-2, or empty.
    pub country: &'a str,
    /// The first-order division that it lies in or is, or empty.
    pub admin1: &'a str,
    /// Latitude and longitude in degrees.
    pub coordinates: Option<(f64, f64)>,
    /// Its people, as far as the row says.
    pub population: u64,
    /// The GeoNames id.
    pub geonames: Option<u32>,
    /// What else the row says.
    pub flags: &'a str,
    /// The hash of its country, 0 if it has none.
    pub country_key: u64,
    /// The hash of its country and division, 0 if it has none.
    pub region_key: u64,
}

/// The readings of `found` that are places, the most prominent first if there are many.
pub fn spots<'a>(
    gazetteer: &'a Gazetteer,
    found: impl Iterator<Item = Reading>,
) -> impl Iterator<Item = Spot<'a>> {
    let is_place = |reading: &Reading| match reading.posting.class {
        Class::User => label(reading.posting.code) == Some(Label::Place),
        class => matches!(class, Class::Place | Class::CountryCode),
    };
    let mut readings: Vec<Reading> = found.filter(is_place).collect();
    if readings.len() > MOST_READINGS {
        readings.sort_by_key(|reading| {
            let kind = PlaceKind::from_code(reading.posting.code);
            (!reading.is_user, u8::MAX - kind.map_or(0, PlaceKind::prominence))
        });
        readings.truncate(MOST_READINGS);
    }
    readings.into_iter().map(move |reading| Spot::read(gazetteer, reading))
}

impl<'a> Spot<'a> {
    fn read(gazetteer: &'a Gazetteer, reading: Reading) -> Self {
        if reading.is_user {
            return Self::of_user(gazetteer, reading);
        }
        let mut fields = gazetteer.fields(&reading);
        let name = fields.next().unwrap_or_default();
        // The aliases of a capital are many.
        let kind = fields.nth(1).unwrap_or_default();
        let mut next = || fields.next().unwrap_or_default();
        let (country, admin1) = (next(), next());
        let degrees = next().parse().ok().zip(next().parse().ok());
        let (people, geonames, flags) = (next(), next(), next());
        let size = PlaceKind::from_code(reading.posting.code);
        let is_code = reading.posting.class == Class::CountryCode;
        let is_division = size == Some(PlaceKind::Region) && flags.starts_with("code=");
        let in_full = is_code || is_abbreviation(name, size) && !admin1.is_empty();
        Self {
            reading,
            name: if in_full { admin1 } else { name },
            kind,
            size,
            country,
            admin1: if is_code && size != Some(PlaceKind::Region) {
                // The column has the country's name.
                ""
            } else if is_division && admin1.is_empty() {
                name
            } else {
                admin1
            },
            coordinates: degrees,
            population: people.parse().unwrap_or(0),
            geonames: geonames.parse().ok(),
            flags,
            country_key: 0,
            region_key: 0,
        }
        .with_keys()
    }

    fn with_keys(mut self) -> Self {
        self.country_key = key(self.country);
        if self.country_key != 0 && !self.admin1.is_empty() {
            self.region_key = key(self.admin1).rotate_left(17) ^ self.country_key;
        }
        self
    }

    fn of_user(gazetteer: &'a Gazetteer, reading: Reading) -> Self {
        let row = gazetteer.row(&reading);
        let degrees = |column| row.get(column).parse().ok();
        Self {
            reading,
            name: row.name(),
            kind: Some(row.get("kind")).filter(|kind| !kind.is_empty()).unwrap_or(UNKNOWN_KIND),
            size: None,
            country: row.get("country"),
            admin1: "",
            coordinates: degrees("latitude").zip(degrees("longitude")),
            population: 0,
            geonames: row.get("geonames").parse().ok(),
            flags: "",
            country_key: 0,
            region_key: 0,
        }
        .with_keys()
    }

    /// Whether it is a state or a territory, present or past.
    pub fn is_country(&self) -> bool {
        let kinds = [PlaceKind::Country, PlaceKind::Territory, PlaceKind::FormerCountry];
        self.size.is_some_and(|size| kinds.contains(&size))
    }

    /// Whether it is a region, a first-order division or another.
    pub fn is_region(&self) -> bool {
        self.size == Some(PlaceKind::Region)
    }

    /// Whether it is a first-order division.
    pub fn is_division(&self) -> bool {
        self.is_region() && !self.admin1.is_empty() && self.name == self.admin1
    }

    /// Whether it is a settlement.
    pub fn is_city(&self) -> bool {
        use PlaceKind::{City, Metropolis, Town, Village};
        matches!(self.size, Some(Metropolis | City | Town | Village))
    }

    /// Whether the row has this flag.
    pub fn has(&self, flag: &str) -> bool {
        self.flags.split(',').any(|found| found == flag)
    }

    /// How far another is, if both have a position.
    pub fn distance_km(&self, other: &Spot<'_>) -> Option<f64> {
        Some(distance_km(self.coordinates?, other.coordinates?))
    }

    /// Whether the two are rows for one place.
    pub fn is_same(&self, other: &Spot<'_>) -> bool {
        self.reading == other.reading
            || self.geonames.is_some() && self.geonames == other.geonames
            || match self.distance_km(other) {
                Some(distance) => distance < SAME_PLACE_KM,
                None => self.country == other.country && self.kind == other.kind,
            }
            || self.is_division() && other.is_division() && self.shares_admin1(other)
    }

    /// Whether the two lie in one first-order division.
    pub fn shares_admin1(&self, other: &Spot<'_>) -> bool {
        self.country_key == other.country_key
            && !self.admin1.is_empty()
            && is_same_division(self.admin1, other.admin1)
    }

    /// Whether it lies in `container`, as far as the rows tell.
    pub fn is_inside(&self, container: &Spot<'_>) -> bool {
        let elsewhere = container.country_key != 0 && self.country_key != container.country_key;
        if self.is_country() || elsewhere || self.reading == container.reading {
            return false;
        }
        let within = |km: f64| self.distance_km(container).is_some_and(|distance| distance < km);
        if container.is_country() {
            return self.country_key == container.country_key && self.country_key != 0;
        }
        if container.is_division() {
            return !self.is_division() && self.shares_admin1(container);
        }
        if container.is_region() {
            return within(REGION_KM)
                && (container.admin1.is_empty() || self.shares_admin1(container));
        }
        let small = !self.is_region();
        match container.size {
            Some(PlaceKind::District) => small && within(DISTRICT_KM),
            _ => small && within(CITY_KM),
        }
    }
}

/// A hash of a name, 0 of none: FNV-1a, so that no table of text is needed to count names.
pub fn key(name: &str) -> u64 {
    if name.is_empty() {
        return 0;
    }
    let hash = fnv(name.bytes());
    (hash ^ (hash >> 31)) | 1
}

/// `N.C.`, `Calif.`: the curated short forms of divisions.
fn is_abbreviation(name: &str, size: Option<PlaceKind>) -> bool {
    size == Some(PlaceKind::Region) && (name.ends_with('.') || name.len() <= 3)
}

/// `Sindh` and `Sindh Province`.
fn is_same_division(one: &str, other: &str) -> bool {
    let begins = |long: &str, short: &str| {
        !short.is_empty() && long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '))
    };
    one == other || begins(one, other) || begins(other, one)
}

/// The distance between two points of latitude and longitude in degrees.
pub fn distance_km(one: (f64, f64), other: (f64, f64)) -> f64 {
    let (lat1, lat2) = (one.0.to_radians(), other.0.to_radians());
    let half_lat = (lat2 - lat1) / 2.0;
    let half_lon = (other.1 - one.1).to_radians() / 2.0;
    let chord = half_lat.sin().powi(2) + lat1.cos() * lat2.cos() * half_lon.sin().powi(2);
    2.0 * EARTH_KM * chord.sqrt().min(1.0).asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named<'a>(gazetteer: &'a Gazetteer, name: &str, country: &str, kind: &str) -> Spot<'a> {
        let mut found = spots(gazetteer, gazetteer.named(name));
        let spot = found.find(|spot| spot.country == country && spot.kind == kind);
        spot.unwrap_or_else(|| panic!("{name} in {country} is in the dictionaries"))
    }

    #[test]
    fn containers_hold_what_lies_in_them() {
        let gazetteer = Gazetteer::new(Vec::new());
        let of = |(name, country, kind)| named(&gazetteer, name, country, kind);
        for (inner, outer, holds) in [
            (("Asheboro", "US", "city"), ("N.C.", "US", "region"), true),
            (("Asheboro", "US", "city"), ("North Carolina", "US", "region"), true),
            (("Asheboro", "US", "city"), ("Ohio", "US", "region"), false),
            (("Asheboro", "US", "city"), ("U.S.", "US", "country"), true),
            (("Osaka", "JP", "city"), ("Japan", "JP", "country"), true),
            (("Japan", "JP", "country"), ("Japan", "JP", "country"), false),
            (("Osaka", "JP", "city"), ("France", "FR", "country"), false),
        ] {
            assert_eq!(of(inner).is_inside(&of(outer)), holds, "{inner:?} in {outer:?}");
        }
    }

    #[test]
    fn abbreviations_are_called_by_the_full_name() {
        let gazetteer = Gazetteer::new(Vec::new());
        let spot = named(&gazetteer, "N.C.", "US", "region");
        assert_eq!((spot.name, spot.admin1), ("North Carolina", "North Carolina"));
        let full = named(&gazetteer, "North Carolina", "US", "region");
        assert!(spot.is_same(&full) && spot.is_division() && full.is_division());
    }

    #[test]
    fn distances_are_those_on_a_globe() {
        let paris_london = distance_km((48.85, 2.35), (51.51, -0.13));
        assert!((paris_london - 343.0).abs() < 5.0, "{paris_london}");
        assert!(distance_km((0.0, 179.5), (0.0, -179.5)) < 112.0);
    }
}
