//! Which files a run reads: those named, and those in the directories named, in sorted order.

use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use ignore::WalkBuilder;

use super::Failure;
use crate::error::Error;

/// The extensions that are read in a directory, each also with `.gz` behind it.
const EXTENSIONS: [&str; 5] = ["txt", "md", "html", "htm", "jsonl"];

/// Something to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

/// The inputs that a path stands for.
pub type Found = Box<dyn Iterator<Item = Result<Input, Failure>> + Send>;

/// Which files of a directory are read.
#[derive(Clone, Debug)]
pub struct Selection {
    globs: Option<GlobSet>,
}

impl Selection {
    /// The files that match one of `globs`; with none, those with a known extension. A glob
    /// without a slash is matched with the file's name, others with the path in the directory.
    ///
    /// # Errors
    /// If one is no glob.
    pub fn new(globs: &[String]) -> Result<Self, Error> {
        if globs.is_empty() {
            return Ok(Self { globs: None });
        }
        let mut set = GlobSetBuilder::new();
        for glob in globs {
            let anywhere = if glob.contains('/') { glob.clone() } else { format!("**/{glob}") };
            let built = GlobBuilder::new(&anywhere).literal_separator(true).build();
            set.add(built.map_err(|error| Error::new(format!("'{glob}': {}", error.kind())))?);
        }
        let set = set.build().map_err(|error| Error::new(error.to_string()))?;
        Ok(Self { globs: Some(set) })
    }

    fn holds(&self, path: &Path) -> bool {
        match &self.globs {
            Some(globs) => globs.is_match(path),
            None => {
                let name = path.to_string_lossy().to_ascii_lowercase();
                let name = name.strip_suffix(".gz").unwrap_or(&name);
                let extension = name.rsplit_once('.').map(|(_, extension)| extension);
                extension.is_some_and(|extension| EXTENSIONS.contains(&extension))
            }
        }
    }
}

/// The inputs that `path` stands for: itself, or the selected files below it, sorted by name.
/// `.gitignore` has no say; hidden files and folders are left out.
pub fn find(path: &Path, selection: &Selection) -> Found {
    if path == Path::new("-") {
        return Box::new(std::iter::once(Ok(Input::Stdin)));
    }
    if !path.is_dir() {
        return Box::new(std::iter::once(Ok(Input::File(path.to_owned()))));
    }
    let root = path.to_owned();
    let selection = selection.clone();
    let walk = WalkBuilder::new(path)
        .standard_filters(false)
        .hidden(true)
        .follow_links(true)
        .sort_by_file_name(Ord::cmp)
        .build();
    let mut found = 0;
    let mut inputs = walk.filter_map(move |entry| match entry {
        Ok(entry) if entry.file_type().is_some_and(|kind| !kind.is_dir()) => {
            let inside = entry.path().strip_prefix(&root).unwrap_or(entry.path());
            selection.holds(inside).then(|| Ok(Input::File(entry.path().to_owned())))
        }
        Ok(_) => None,
        Err(error) => Some(Err(walk_failure(&root, &error))),
    });
    let root = path.to_owned();
    Box::new(std::iter::from_fn(move || {
        let next = inputs.next();
        if next.is_none() && found == 0 {
            found = 1;
            return Some(Err(nothing_in(&root)));
        }
        found += usize::from(next.is_some());
        next
    }))
}

fn nothing_in(path: &Path) -> Failure {
    let message = format!(
        "no file in this directory is named like {}; choose others with --glob",
        EXTENSIONS.map(|extension| format!("*.{extension}")).join(", ")
    );
    failure(path, Error::new(message))
}

fn walk_failure(root: &Path, error: &ignore::Error) -> Failure {
    let (path, cause) = match error {
        ignore::Error::WithDepth { err, .. } => match err.as_ref() {
            ignore::Error::WithPath { path, err } => (path.as_path(), err.as_ref()),
            ignore::Error::Loop { child, .. } => {
                return failure(child, Error::new("a link to a directory above it; not followed"));
            }
            other => (root, other),
        },
        other => (root, other),
    };
    failure(path, Error::new(cause.to_string()))
}

/// A failure to read a file, under its name.
pub(super) fn failure(path: &Path, error: Error) -> Failure {
    Failure { id: name_of(path), path: Some(path.display().to_string()), error, line: None }
}

/// The last part of a path, as text.
pub(super) fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn globs_match_names_or_paths() {
        let globs = |globs: &[&str]| {
            let globs: Vec<String> = globs.iter().map(ToString::to_string).collect();
            Selection::new(&globs).expect("they are globs")
        };
        for (selection, path, holds) in [
            (globs(&[]), "a/b.TXT", true),
            (globs(&[]), "a.jsonl.gz", true),
            (globs(&[]), "a.gz", false),
            (globs(&["*.log"]), "a/b.log", true),
            (globs(&["*.log"]), "a/b.txt", false),
            (globs(&["2023/*.html"]), "2023/a.html", true),
            (globs(&["2023/*.html"]), "2023/11/a.html", false),
            (globs(&["2023/**/*.html", "x"]), "2023/11/a.html", true),
        ] {
            assert_eq!(selection.holds(Path::new(path)), holds, "{path}");
        }
        assert!(Selection::new(&["a[".into()]).is_err());
    }
}
