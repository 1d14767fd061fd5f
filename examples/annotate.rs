//! Annotates a text and prints what was found: `cargo run --example annotate`.

#![expect(clippy::print_stdout, reason = "an example is there to print")]

use dateline::{Document, Error, Options, Pipeline};

fn main() -> Result<(), Error> {
    let pipeline = Pipeline::new(Options::default())?;
    let doc = Document::from_text(
        "Foreign Minister Park Jin met U.S. Secretary of State Tony Blinken in Seoul on Nov. 9, 2023.",
    );
    let found = pipeline.annotate(&doc);
    for mention in &found.mentions {
        let surface = &doc.text[mention.span.range()];
        let value = mention.timex.as_ref().map_or("", |timex| &timex.value);
        println!("{:13} {surface:25} {value:12} {}", mention.label, mention.rule);
    }
    for entity in &found.entities {
        let roles: Vec<_> = entity.roles.iter().map(|role| &doc.text[role.span.range()]).collect();
        println!("{}: {} mentions, {roles:?}", entity.name, entity.mentions.len());
    }
    Ok(())
}
