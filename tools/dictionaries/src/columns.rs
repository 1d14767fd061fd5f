//! Reads chosen columns of Parquet files as text, row by row.

use anyhow::{Context, Result};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;

/// Calls `take` with the wanted columns of each row, as text and in the order asked for.
pub fn each_row(bytes: Vec<u8>, wanted: &[&str], mut take: impl FnMut(&[String])) -> Result<()> {
    let reader =
        SerializedFileReader::new(bytes::Bytes::from(bytes)).context("bad Parquet file")?;
    let schema = reader.metadata().file_metadata().schema_descr();
    let names: Vec<&str> = schema.columns().iter().map(|column| column.name()).collect();
    for name in wanted {
        names
            .contains(name)
            .then_some(())
            .with_context(|| format!("no column '{name}'; the file has {names:?}"))?;
    }
    let mut values = vec![String::new(); wanted.len()];
    for row in reader.get_row_iter(None)? {
        let row = row?;
        for (name, field) in row.get_column_iter() {
            if let Some(place) = wanted.iter().position(|want| want == name) {
                values[place] = as_text(field);
            }
        }
        take(&values);
    }
    Ok(())
}

fn as_text(field: &Field) -> String {
    match field {
        Field::Null => String::new(),
        Field::Str(text) => text.clone(),
        other => other.to_string(),
    }
}
