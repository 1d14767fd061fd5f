//! Stage 6: gives decided mentions their values.

pub mod date;
