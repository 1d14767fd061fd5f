//! The integration tests; this file is their table of contents.

#![expect(clippy::print_stderr, reason = "a test that leaves something out says so")]

/// Runs the program, and keeps files for it.
mod support;

/// Flags, help, errors, exit codes, pipes.
mod cli;
/// What no text may break.
mod hostile;
/// Files, directories, formats, compression, dates of documents.
mod input;
/// The same bytes whatever the number of threads.
mod threads;

/// The user's own dictionaries.
mod dictionaries;
/// What the dictionaries know of names.
mod lookup;
/// The rows of the dictionaries.
mod rows;
/// Where places lie.
mod places;
/// Offsets of mentions in bytes, code points and UTF-16 units.
mod offsets;
/// Records against `docs/schema.json`.
mod schema;

/// What is a date, where it ends, what it is worth: `fixtures/examples/date.txt`.
mod date_examples;
/// Values of dates: their form, absolute dates in every printed form, anchors that move.
mod date_values;
/// Dates as TimeML.
mod timeml;
/// The articles in `fixtures/`: their snapshots, and floors for their scores.
mod articles;
/// The marked texts that are left out of learning: floors, and whether confidence holds.
mod held_out;
/// Scores, by hand-made cases and against the reference scorer.
mod eval;
/// The examples in `fixtures/`, line by line.
mod examples;
/// The examples of names: exact spans and types, and lines for every rule.
mod name_examples;
/// Which mentions name the same thing: `fixtures/examples/coreference.txt`.
mod coreference;
/// Why each annotation was found.
mod explain;
/// What entities tell: names, aliases, roles; and how sure their mentions are.
mod entities;
/// The commands that README.md shows.
mod readme;
