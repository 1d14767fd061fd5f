//! `dateline eval`: scores predictions, or what the pipeline finds, against gold.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use anyhow::anyhow;
use dateline::Pipeline;
use dateline::eval::{
    GoldDocument, Optional, Predictions, ScoreOptions, errors, errors_table, open_gold, predict,
    read_predictions, reliability, reliability_table, score, table,
};
use serde::Serialize;
use serde_json::ser::{PrettyFormatter, Serializer};

use super::args::{Eval, OptionalArg};
use super::exit::Exit;
use super::messages;

/// Runs the command.
pub fn run(args: &Eval) -> anyhow::Result<Exit> {
    let gold = open_gold(&args.gold)?;
    let predicted = match &args.predicted {
        Some(path) => read_predicted(path, &gold)?,
        None => annotate(args, &gold)?,
    };
    let options = score_options(args);
    let scores = score(&gold, &predicted, &options)?;
    let text = if args.json {
        let mut bytes = Vec::new();
        let formatter = PrettyFormatter::with_indent(b" ");
        scores.serialize(&mut Serializer::with_formatter(&mut bytes, formatter))?;
        bytes.push(b'\n');
        bytes
    } else {
        let mut text = table(&scores);
        if args.errors {
            text.push_str(&errors_table(&errors(&gold, &predicted, &options)));
        }
        if args.reliability {
            text.push_str(&reliability_table(&reliability(&gold, &predicted, &options)));
        }
        text.into_bytes()
    };
    io::stdout().write_all(&text)?;
    Ok(Exit::Written)
}

fn read_predicted(path: &Path, gold: &[GoldDocument]) -> anyhow::Result<Predictions> {
    let (predicted, extra) = read_predictions(&name(path), &read(path)?, gold)?;
    if extra > 0 {
        let path = path.display();
        messages::say(&format!("{path}: passed over {extra} lines whose ids are not in the gold"));
    }
    Ok(predicted)
}

fn annotate(args: &Eval, gold: &[GoldDocument]) -> anyhow::Result<Predictions> {
    let pipeline = Pipeline::new(args.recognition.options()?)?;
    let predicted = gold.iter().map(|doc| (doc.id.clone(), predict(&pipeline, doc)));
    Ok(predicted.collect())
}

fn score_options(args: &Eval) -> ScoreOptions {
    let names = |names: &[String]| {
        let names = names.iter().map(|name| name.trim().to_owned());
        names.filter(|name| !name.is_empty()).collect()
    };
    ScoreOptions {
        types: names(&args.types),
        timex_types: names(&args.timex_types),
        optional: match args.optional {
            OptionalArg::Ignore => Optional::Ignore,
            OptionalArg::Wrong => Optional::Wrong,
            OptionalArg::Required => Optional::Required,
        },
    }
}

fn name(path: &Path) -> String {
    path.display().to_string()
}

fn read(path: &Path) -> anyhow::Result<String> {
    fs::read_to_string(path).map_err(|error| anyhow!("{}: {error}", path.display()))
}
