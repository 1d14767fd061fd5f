//! What goes to standard error: one line a message, `dateline: ` before it.

use std::error::Error as _;
use std::io::{self, Write};

use clap::error::{ContextKind, ContextValue, ErrorKind};
use dateline::write::safe;

use super::exit::Exit;

/// Says `message`. A message that can't be written is lost: there is nowhere left to say so.
pub fn say(message: &str) {
    let message = safe(message.trim_end()).replace('\n', "; ");
    let _ = writeln!(io::stderr(), "dateline: {message}");
}

/// Tells why the run can't start or go on, and how it ends.
pub fn stop(error: &anyhow::Error) -> Exit {
    match error.downcast_ref::<io::Error>() {
        Some(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Written,
        Some(error) => {
            say(&format!("standard output: {error}"));
            Exit::Failed
        }
        None => {
            say(&format!("{error:#}"));
            Exit::Usage
        }
    }
}

/// Prints help or version if they were asked for; else says what is wrong with the arguments.
pub fn usage(error: &clap::Error) -> Exit {
    if !error.use_stderr() {
        // A reader that has gone away has seen enough of the help.
        let _ = error.print();
        return Exit::Written;
    }
    say(&explain(error));
    Exit::Usage
}

/// A clap error as one line that names the option, the value and what is allowed.
fn explain(error: &clap::Error) -> String {
    let context = |kind| error.get(kind).map(text).filter(|text| !text.is_empty());
    let argument = context(ContextKind::InvalidArg).unwrap_or_default();
    let option = argument.split([' ', '=']).next().unwrap_or_default();
    let value = context(ContextKind::InvalidValue).unwrap_or_default();
    let hint = |kind, otherwise: &str| match context(kind) {
        Some(suggested) => format!("did you mean '{suggested}'?"),
        None => otherwise.to_owned(),
    };
    match error.kind() {
        ErrorKind::ValueValidation if let Some(cause) = error.source() => {
            format!("{option}: {cause}")
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("{option}: a value is needed"),
        ErrorKind::InvalidValue => {
            let valid = context(ContextKind::ValidValue).unwrap_or_default();
            let hint = hint(ContextKind::SuggestedValue, &format!("give one of {valid}"));
            format!("{option}: '{value}' is not known; {hint}")
        }
        ErrorKind::UnknownArgument => {
            let hint = hint(ContextKind::SuggestedArg, "see dateline --help");
            format!("{option}: no such option; {hint}")
        }
        ErrorKind::MissingRequiredArgument => format!("{argument} is missing; see dateline --help"),
        _ => {
            let rendered = error.to_string();
            let first = rendered.lines().next().unwrap_or_default();
            first.trim_start_matches("error: ").to_owned()
        }
    }
}

fn text(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(texts) => texts.join(", "),
        other => other.to_string(),
    }
}
