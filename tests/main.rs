//! The integration tests; this file is their table of contents.

mod date_examples; // what is a date and what it is worth: fixtures/examples/date.txt
