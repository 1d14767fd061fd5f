//! What speaks for and against a reading of a place's name, and how much:
//! `dictionaries/place_evidence.tsv`.

use std::sync::LazyLock;

codes! {
    /// One observation about a reading of a place's name.
    PlaceEvidence {
        // What the dictionaries say.
        Population = "how large it is, by its people if they are known",
        Country = "a country",
        Capital = "a capital",
        Region = "a state or province",
        District = "a county, district or the like",
        Former = "a state of the past",
        NoPosition = "without known coordinates",
        Unlisted = "in no dictionary",
        UserEntry = "in your own dictionary",
        // What the text says of it.
        Stated = "in the place named behind it",
        StatedNear = "in the place named near it",
        StatedElsewhere = "the text says elsewhere that it is this one",
        Holds = "the place named before it lies in it",
        KindAgrees = "beside a word for what it is, such as 'city'",
        KindDiffers = "beside a word for what it is not, such as 'city'",
        BesidePeer = "in a list of countries, or of states of one country",
        Compass = "after a point of the compass",
        // What the rest of the document shows.
        CountryNamed = "the text names its country, or what is there",
        CountryShare = "how much of what the text names is in its country",
        RegionNamed = "the text names its region, or what is there",
        RegionShare = "how much of what the text names is in its region",
        NearSure = "near another place of the text",
        SentenceCountry = "the sentence names its country or people",
        // What the user says of the document.
        HomeCountry = "in the home country that you gave",
        HomeRegion = "in the home region that you gave",
        NearHome = "near the home that you gave",
    }
}

static WEIGHTS: LazyLock<Vec<f64>> = LazyLock::new(|| {
    parse(include_str!("../../../dictionaries/place_evidence.tsv"))
        .expect("a test reads dictionaries/place_evidence.tsv")
});

/// Sums the evidence for one reading; keeps its pieces only if they are asked for.
#[derive(Clone, Debug, Default)]
pub struct Sum {
    /// The sum so far.
    pub total: f64,
    /// The pieces, if they are kept.
    pub pieces: Option<Vec<(&'static str, f64)>>,
}

impl Sum {
    /// An empty sum that keeps its pieces, or not.
    pub fn new(keeps: bool) -> Self {
        Self { total: 0.0, pieces: keeps.then(Vec::new) }
    }

    /// Adds `amount` times the weight of a piece of evidence.
    pub fn add(&mut self, piece: PlaceEvidence, amount: f64) {
        let weight = WEIGHTS[piece as usize] * amount;
        self.total += weight;
        if let Some(pieces) = &mut self.pieces
            && weight != 0.0
        {
            pieces.push((piece.name(), weight));
        }
    }

    /// Adds the weight of a piece of evidence if it holds.
    pub fn add_if(&mut self, holds: bool, piece: PlaceEvidence) {
        if holds {
            self.add(piece, 1.0);
        }
    }
}

/// Reads rows of evidence, weight and reason: a weight for each piece.
fn parse(tsv: &str) -> Result<Vec<f64>, String> {
    let mut weights = vec![None; PlaceEvidence::ALL.len()];
    for (number, line) in (1..).zip(tsv.lines()).filter(|(_, line)| !line.starts_with('#')) {
        let mut fields = line.split('\t');
        let mut next = || fields.next().unwrap_or_default();
        let (name, weight) = (next(), next());
        let piece = PlaceEvidence::from_name(name)
            .ok_or_else(|| format!("line {number}: '{name}' is not evidence about places"))?;
        let weight: f64 =
            weight.parse().map_err(|_| format!("line {number}: '{weight}' is not a number"))?;
        weights[piece as usize] = Some(weight);
    }
    let pieces = PlaceEvidence::ALL.iter().zip(weights);
    pieces.map(|(piece, w)| w.ok_or_else(|| format!("'{}' has no weight", piece.name()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_has_a_weight() {
        let parsed = parse(include_str!("../../../dictionaries/place_evidence.tsv"));
        assert_eq!(parsed.map(|weights| weights.len()), Ok(PlaceEvidence::ALL.len()));
    }

    #[test]
    fn errors_name_the_line_and_what_is_wrong() {
        let message = |tsv| parse(tsv).expect_err("it is wrong");
        assert_eq!(
            message("# a\nits goats\t1\tx\n"),
            "line 2: 'its goats' is not evidence about places"
        );
        assert_eq!(message("a country\tmany\tx\n"), "line 1: 'many' is not a number");
        assert_eq!(
            message("a country\t1\tx\n"),
            "'how large it is, by its people if they are known' has no weight"
        );
    }
}
