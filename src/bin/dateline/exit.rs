//! [`Exit`]: the one list of exit codes.

use std::process::ExitCode;

/// How a run ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// All inputs were written; finding nothing in them is success.
    Written = 0,
    /// Some input failed, or some name is unknown, and the rest were written.
    Failed = 1,
    /// Wrong usage; nothing was read.
    Usage = 2,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit as u8)
    }
}
