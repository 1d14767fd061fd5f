//! [`Caps`]: bounds that a person sets on weights, with the reason, from `caps.tsv`.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use dateline::Label;
use dateline::evidence::Evidence;

use crate::learn::index;

/// The bounds of a weight.
pub struct Cap {
    pub least: f64,
    pub most: f64,
    pub note: String,
}

/// Bounds by the index of the weight.
pub type Caps = BTreeMap<usize, Cap>;

/// Reads the bounds that come with the tool.
pub fn read() -> Result<Caps> {
    let rows = include_str!("../caps.tsv").lines();
    rows.filter(|line| !line.starts_with('#'))
        .map(|line| read_row(line).with_context(|| format!("caps.tsv: '{line}'")))
        .collect()
}

fn read_row(line: &str) -> Result<(usize, Cap)> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [evidence, label, least, most, note] = fields[..] else {
        anyhow::bail!("a row has five columns");
    };
    let evidence = Evidence::from_name(evidence).context("no such evidence")?;
    let label: Label = label.parse()?;
    let (least, most) = (least.parse()?, most.parse()?);
    Ok((index(label, evidence), Cap { least, most, note: note.to_owned() }))
}
