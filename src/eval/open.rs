//! [`open_gold`]: gold from a path: JSON Lines, a marked text, or a folder of marked texts.

use std::fs;
use std::path::{Path, PathBuf};

use super::{GoldDocument, MarkedText, read_gold};
use crate::error::Error;

/// How the names of marked texts end.
const MARKED: &str = "marked";

/// Reads the gold at `path`. A marked text's id is its name without the ending.
///
/// # Errors
/// If nothing can be read there, or what is read is no gold; the message names the file.
pub fn open_gold(path: &Path) -> Result<Vec<GoldDocument>, Error> {
    if path.is_dir() {
        return marked_in(path)?.iter().map(|path| read_marked(path)).collect();
    }
    if is_marked(path) {
        return Ok(vec![read_marked(path)?]);
    }
    read_gold(&path.display().to_string(), &read(path)?)
}

/// The marked texts of a folder, by name.
fn marked_in(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let shown = folder.display();
    let entries = fs::read_dir(folder).map_err(|error| Error::new(format!("{shown}: {error}")))?;
    let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let mut paths: Vec<PathBuf> = paths.filter(|path| is_marked(path)).collect();
    paths.sort();
    if paths.is_empty() {
        return Err(Error::new(format!("{shown}: holds no text that ends in .{MARKED}")));
    }
    Ok(paths)
}

fn is_marked(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == MARKED)
}

fn read_marked(path: &Path) -> Result<GoldDocument, Error> {
    let marked = MarkedText::read_file(&path.display().to_string(), &read(path)?)?;
    let id = path.file_stem().unwrap_or_default().to_string_lossy();
    Ok(marked.to_gold(&id))
}

fn read(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(|error| Error::new(format!("{}: {error}", path.display())))
}
