//! What entities tell: canonical names, aliases, roles with their organization or country; and the
//! threshold of confidence.

use dateline::entity::{Entity, Role};
use dateline::{Annotations, Document, Label, Options, Pipeline};

use crate::support::Folder;

fn annotate(text: &str) -> Annotations {
    let pipeline = Pipeline::new(Options::default()).expect("there are no dictionaries");
    pipeline.annotate(&Document::from_text(text))
}

fn named(found: &Annotations, label: Label) -> Vec<&Entity> {
    found.entities.iter().filter(|entity| entity.label == label).collect()
}

#[test]
fn an_entity_has_its_fullest_name_and_its_other_names() {
    for (text, label, name, aliases) in [
        (
            "Mrs. Hanley spoke in Oslo. Susan Hanley left. Mrs. Hanley had no comment.",
            Label::Person,
            "Susan Hanley",
            &["Hanley"][..],
        ),
        ("Dr. Quillfeather said so.", Label::Person, "Quillfeather", &[]),
        (
            "J. R. Hartnell wrote it. John Hartnell was paid. Hartnell denied this.",
            Label::Person,
            "John Hartnell",
            &["J. R. Hartnell", "Hartnell"],
        ),
        (
            "Whitlock, Brent, 43, of Toledo, assault",
            Label::Person,
            "Brent Whitlock",
            &["Whitlock, Brent"],
        ),
        // A dictionary holds a painter of that surname, who is someone else.
        (
            "Wendell Hassam owns the bar. Hassam said so.",
            Label::Person,
            "Wendell Hassam",
            &["Hassam"],
        ),
        (
            "Tony Blinken landed. Blinken met the minister.",
            Label::Person,
            "Antony Blinken",
            &["Tony Blinken", "Blinken"],
        ),
        (
            "The Mystic Harbor Authority (MHA) said so. The MHA raised fees.",
            Label::Organization,
            "Mystic Harbor Authority",
            &["MHA"],
        ),
    ] {
        let found = annotate(text);
        let entities = named(&found, label);
        let entity = entities.iter().find(|entity| entity.name == name);
        let entity = entity.unwrap_or_else(|| panic!("no '{name}' in {text}: {entities:#?}"));
        assert_eq!(entity.aliases, aliases, "{text}");
    }
}

/// The roles of the only person in a text: each title, `of` and what goes with it, its country, and
/// the first mention of its entity.
fn roles(text: &str) -> Vec<String> {
    let found = annotate(text);
    let persons = named(&found, Label::Person);
    assert_eq!(persons.len(), 1, "{text}: {persons:#?}");
    let shown = |role: &Role| {
        let title = &text[role.span.range()];
        let Some(body) = &role.body else { return title.to_owned() };
        let first = |entity: usize| found.mentions[found.entities[entity].mentions[0]].span;
        let entity = body.entity.map_or("-", |entity| &text[first(entity).range()]);
        let country = body.country.as_deref().unwrap_or("-");
        format!("{title} of {} {country} {entity}", &text[body.span.range()])
    };
    persons[0].roles.iter().map(shown).collect()
}

#[test]
fn roles_have_their_organization_or_country() {
    for (text, expected) in [
        (
            "U.S. Secretary of State Antony Blinken left Seoul.",
            &["Secretary of State of U.S. US U.S."][..],
        ),
        (
            "Zorblax Corp. chief executive Jane Roe said profit rose.",
            &["chief executive of Zorblax Corp. - Zorblax Corp."],
        ),
        (
            "Jane Roe, the president of Zorblax Corp., said profit rose.",
            &["president of Zorblax Corp. - Zorblax Corp."],
        ),
        (
            "The president of Zorblax Corp., Jane Roe, said profit rose.",
            &["president of Zorblax Corp. - Zorblax Corp."],
        ),
        ("French President Emmanuel Macron spoke.", &["President of French FR -"]),
        ("French President Emmanuel Macron left France.", &["President of French FR France"]),
        (
            "Germany's Foreign Minister Annalena Baerbock flew home.",
            &["Foreign Minister of Germany DE Germany"],
        ),
        (
            "Foreign Minister Jane Roe left. Jane Roe, the Danish foreign minister, flew home.",
            &["foreign minister of Danish DK -"],
        ),
        (
            "They met in Springfield, Mass. Attorney General Jane Roe was late.",
            &["Attorney General"],
        ),
        ("President Jane Roe spoke. President Roe left.", &["President"]),
        ("Jane Roe, said the president of the club, is late.", &[]),
        ("Jane Roe, wife of the president, is late.", &[]),
        ("Jane Roe left.", &[]),
    ] {
        assert_eq!(roles(text), expected, "{text}");
    }
}

#[test]
fn a_role_of_a_type_that_is_left_out_has_no_entity() {
    let options = Options { labels: [Label::Person].into_iter().collect(), ..Options::default() };
    let pipeline = Pipeline::new(options).expect("there are no dictionaries");
    let text = "U.S. Secretary of State Antony Blinken left the United States.";
    let found = pipeline.annotate(&Document::from_text(text));
    let body = found.entities[0].roles[0].body.as_ref().expect("a country");
    assert_eq!((body.entity, body.country.as_deref()), (None, Some("US")));
}

#[test]
fn what_is_less_sure_than_asked_is_left_out() {
    let text = "Antony Blinken left Seoul on Tuesday. Okafor Quill met him near Reading.";
    let doc = Document::from_text(text);
    let all = annotate(text);
    let mut confidences: Vec<f64> = all.mentions.iter().map(|mention| mention.confidence).collect();
    confidences.sort_by(f64::total_cmp);
    let median = confidences[confidences.len() / 2];
    assert!(confidences[0] < median, "{confidences:?}");
    for min_confidence in [0.0, median, 1.0] {
        let options = Options { min_confidence, ..Options::default() };
        let found = Pipeline::new(options).expect("a confidence").annotate(&doc);
        let kept = confidences.iter().filter(|&&confidence| confidence >= min_confidence).count();
        assert_eq!(found.mentions.len(), kept, "{min_confidence}");
        for (i, entity) in found.entities.iter().enumerate() {
            assert!(!entity.mentions.is_empty(), "{entity:?}");
            assert!(entity.mentions.iter().all(|&m| found.mentions[m].entity == i));
        }
    }
    for min_confidence in [-0.1, 1.1, f64::NAN] {
        let options = Options { min_confidence, ..Options::default() };
        let error = Pipeline::new(options).err().expect("no confidence").to_string();
        assert_eq!(error, format!("'{min_confidence}' is not a confidence from 0 to 1"));
    }
}

#[test]
fn the_command_line_takes_a_confidence() {
    let folder = Folder::with(&[("a.txt", b"Antony Blinken left Seoul on Tuesday.")]);
    let count = |args: &[&str]| {
        let record = folder.run(&[args, &["a.txt"]].concat()).good().records().remove(0);
        ["annotations", "entities"].map(|field| record[field].as_array().map_or(0, Vec::len))
    };
    assert_eq!(count(&["--min-confidence", "0"]), count(&[]));
    let few = count(&["--min-confidence", "1"]);
    assert!(few[0] < count(&[])[0], "{few:?}");
}
