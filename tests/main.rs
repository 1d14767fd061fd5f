//! The integration tests; this file is their table of contents.
