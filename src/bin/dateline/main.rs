//! The `dateline` command: arguments in, JSON or a colored text out.
//!
//! Data goes to standard output, messages to standard error, and the exit code says whether every
//! input was written. All recognition is in the library.

mod args;
mod eval;
mod exit;
mod extract;
mod lookup;
mod messages;
mod ordered;

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use args::{Args, Command};
use exit::Exit;

fn main() -> ExitCode {
    let exit = match Args::try_parse() {
        Ok(args) => run(&args).unwrap_or_else(|error| messages::stop(&error)),
        Err(error) => messages::usage(&error),
    };
    exit.into()
}

fn run(args: &Args) -> anyhow::Result<Exit> {
    match &args.command {
        Some(Command::Eval(eval)) => eval::run(eval),
        Some(Command::Lookup(lookup)) => lookup::run(lookup),
        Some(Command::Schema) => {
            io::stdout().write_all(dateline::write::SCHEMA.as_bytes())?;
            Ok(Exit::Written)
        }
        None if args.extract.paths.is_empty() && io::stdin().is_terminal() => {
            Args::command().print_help()?;
            Ok(Exit::Written)
        }
        None => extract::run(&args.extract),
    }
}
