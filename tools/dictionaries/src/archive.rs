//! Reads members out of wheels, tarballs and Debian packages without unpacking them to disk.

use anyhow::{Context, Result, bail, ensure};
use flate2::read::GzDecoder;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;

/// The bytes of one member.
pub fn member(archive: &Path, name: &str) -> Result<Vec<u8>> {
    let mut found = members(archive, |path| path == name)?;
    found.remove(name).with_context(|| {
        format!("{}: no member {name}; the package may have changed its layout", archive.display())
    })
}

/// One member as text.
pub fn text(archive: &Path, name: &str) -> Result<String> {
    String::from_utf8(member(archive, name)?)
        .with_context(|| format!("{}: {name} is not UTF-8", archive.display()))
}

/// Every member whose path `wanted` accepts, by path.
pub fn members(archive: &Path, wanted: impl Fn(&str) -> bool) -> Result<BTreeMap<String, Vec<u8>>> {
    let name = archive.to_string_lossy();
    let found = if name.ends_with(".whl") {
        zip_members(archive, wanted)
    } else if name.ends_with(".tgz") || name.ends_with(".tar.gz") {
        open(archive).and_then(|file| tar_members(GzDecoder::new(file), wanted))
    } else if name.ends_with(".deb") {
        deb_members(archive, wanted)
    } else {
        bail!("{name}: not a .whl, .tgz, .tar.gz or .deb")
    };
    found.with_context(|| format!("cannot read {}; delete it to fetch it again", archive.display()))
}

/// Inflates a gzip member.
pub fn gunzip(bytes: &[u8]) -> Result<String> {
    let mut text = String::new();
    GzDecoder::new(bytes).read_to_string(&mut text).context("bad gzip data")?;
    Ok(text)
}

fn open(archive: &Path) -> Result<File> {
    File::open(archive).with_context(|| format!("cannot open {}", archive.display()))
}

fn zip_members(archive: &Path, wanted: impl Fn(&str) -> bool) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut zip = zip::ZipArchive::new(open(archive)?)?;
    let mut found = BTreeMap::new();
    for index in 0..zip.len() {
        let mut entry = zip.by_index(index)?;
        let name = entry.name()?.into_owned();
        if entry.is_file() && wanted(&name) {
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes)?;
            found.insert(name, bytes);
        }
    }
    Ok(found)
}

fn tar_members(
    reader: impl Read,
    wanted: impl Fn(&str) -> bool,
) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut found = BTreeMap::new();
    for entry in tar::Archive::new(reader).entries()? {
        let mut entry = entry?;
        let name = entry.path()?.to_string_lossy().trim_start_matches("./").to_owned();
        if entry.header().entry_type().is_file() && wanted(&name) {
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes)?;
            found.insert(name, bytes);
        }
    }
    Ok(found)
}

fn deb_members(archive: &Path, wanted: impl Fn(&str) -> bool) -> Result<BTreeMap<String, Vec<u8>>> {
    let output = Command::new("dpkg-deb")
        .arg("--fsys-tarfile")
        .arg(archive)
        .output()
        .context("cannot run dpkg-deb; install dpkg")?;
    ensure!(output.status.success(), "dpkg-deb: {}", String::from_utf8_lossy(&output.stderr));
    tar_members(Cursor::new(output.stdout), wanted)
}
