//! The integration tests; this file is their table of contents.

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
/// Offsets of mentions in bytes, code points and UTF-16 units.
mod offsets;
/// Records against `docs/schema.json`.
mod schema;

/// The articles in `fixtures/`: their snapshots, and floors for their scores.
mod articles;
/// Scores, by hand-made cases and against the reference scorer.
mod eval;
/// The examples in `fixtures/`, line by line.
mod examples;
/// The examples of names: exact spans and types, and lines for every rule.
mod name_examples;
/// The commands that README.md shows.
mod readme;
