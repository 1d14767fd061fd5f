//! Records against `docs/schema.json`.

use dateline::document::{DateSource, DocumentDate};
use dateline::entity::{Entity, Organization, Place, PlaceReading, Precision, Role, RoleBody};
use dateline::mention::{Explanation, Mention, RowSource, ValueFrom};
use dateline::span::Span;
use dateline::value::{Modifier, Timex, TimexKind};
use dateline::write::{DocumentRecord, SCHEMA, WriteOptions};
use dateline::{Annotations, Document, Label};
use jsonschema::Validator;
use serde_json::{Value, json};

use crate::support::{read, run};

fn schema() -> Validator {
    let schema = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    jsonschema::draft202012::new(&schema).expect("the schema is a schema")
}

fn check(schema: &Validator, record: &Value) {
    let errors: Vec<String> = schema.iter_errors(record).map(|e| e.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}\n{record:#}");
}

fn mention(text: &str, surface: &str, label: Label, entity: usize) -> Mention {
    let start = text.find(surface).expect("it is in the text");
    Mention {
        span: Span::new(start, start + surface.len()),
        label,
        entity,
        confidence: 0.97,
        rule: "person.full_name",
        timex: None,
        explanation: Explanation {
            rows: vec![RowSource {
                file: "person/surnames_world.tsv".into(),
                line: 7,
                class: "surname",
                name: "Park".into(),
            }],
            evidence: vec![("known surname", 2.104), ("starts a sentence", -0.001)],
            value_from: None,
        },
    }
}

fn entity(label: Label, name: &str, i: usize) -> Entity {
    Entity { mentions: vec![i], ..Entity::new(label, name.into()) }
}

/// A document in which everything that can be known is known.
fn full() -> (Document, Annotations) {
    let text = "Foreign Minister Park Jin of the UN left Seoul in early June.";
    let mut doc = Document::from_text(text);
    (doc.id, doc.path) = ("seoul.txt".into(), Some("articles/seoul.txt".into()));
    let mut found = Annotations {
        title: Some("Talks".into()),
        date: Some(DocumentDate {
            value: jiff::civil::date(2023, 11, 9),
            source: DateSource::Option,
        }),
        mentions: vec![
            mention(text, "Park Jin", Label::Person, 0),
            mention(text, "UN", Label::Organization, 1),
            mention(text, "Seoul", Label::Place, 2),
            mention(text, "early June", Label::Date, 3),
        ],
        entities: vec![
            entity(Label::Person, "Park Jin", 0),
            entity(Label::Organization, "United Nations", 1),
            entity(Label::Place, "Seoul", 2),
            entity(Label::Date, "2023-06", 3),
        ],
    };
    found.mentions[3].timex = Some(Timex {
        kind: TimexKind::Date,
        value: "2023-06".into(),
        modifier: Some(Modifier::Start),
    });
    found.mentions[3].explanation.value_from = Some(ValueFrom::Document);
    let minister = Span::new(0, "Foreign Minister".len());
    let body =
        RoleBody { span: found.mentions[1].span, entity: Some(1), country: Some("KR".into()) };
    found.entities[0].roles = vec![Role { span: minister, body: Some(body) }];
    found.entities[1].aliases = vec!["UN".into()];
    found.entities[0].user_id = Some("p1".into());
    found.entities[1].organization =
        Some(Organization { kind: Some("international".into()), country: None });
    found.entities[1].wikidata = Some("Q1065".into());
    found.entities[2].place = Some(Place {
        kind: "city".into(),
        country: Some("KR".into()),
        admin1: Some("Seoul".into()),
        admin1_code: Some("KR.11".into()),
        coordinates: Some((37.566, 126.9784)),
        population: Some(10_349_312),
        geonames: Some(1_835_848),
        confidence: 0.987,
        precision: Some(Precision::City),
        readings: vec![PlaceReading {
            name: "Seoul".into(),
            kind: "city".into(),
            country: Some("KR".into()),
            admin1: Some("Seoul".into()),
            geonames: Some(1_835_848),
            evidence: vec![("how large it is, by its people if they are known", 7.01)],
            score: 7.01,
        }],
    });
    (doc, found)
}

#[test]
fn a_full_record_is_as_documented() {
    let (doc, found) = full();
    let options = WriteOptions { with_text: true, explain: true, ..WriteOptions::default() };
    let record = DocumentRecord::new(&doc, &found, &options);
    let text = serde_json::to_string(&record).expect("a record");
    let record: Value = serde_json::from_str(&text).expect("JSON");
    check(&schema(), &record);
    assert_eq!(
        record["annotations"][0],
        json!({
            "id": "a1", "start": 17, "end": 25, "text": "Park Jin", "type": "person",
            "entity": "e1", "confidence": 0.97, "rule": "person.full_name",
            "rows": [{"file": "person/surnames_world.tsv", "line": 7, "class": "surname", "name": "Park"}],
            "evidence": [{"name": "known surname", "weight": 2.1}, {"name": "starts a sentence", "weight": 0.0}],
            "score": 2.1
        })
    );
    assert_eq!(record["annotations"][3]["value_from"], "document");
    let plain = DocumentRecord::new(&doc, &found, &WriteOptions::default());
    let plain = serde_json::to_string(&plain).expect("a record");
    assert_eq!(
        plain,
        concat!(
            r#"{"schema":"dateline/1","id":"seoul.txt","path":"articles/seoul.txt","title":"Talks","#,
            r#""date":{"value":"2023-11-09","source":"option"},"offsets":"codepoint","annotations":["#,
            r#"{"id":"a1","start":17,"end":25,"text":"Park Jin","type":"person","entity":"e1","confidence":0.97,"rule":"person.full_name"},"#,
            r#"{"id":"a2","start":33,"end":35,"text":"UN","type":"organization","entity":"e2","confidence":0.97,"rule":"person.full_name"},"#,
            r#"{"id":"a3","start":41,"end":46,"text":"Seoul","type":"place","entity":"e3","confidence":0.97,"rule":"person.full_name"},"#,
            r#"{"id":"a4","start":50,"end":60,"text":"early June","type":"date","kind":"date","value":"2023-06","mod":"START","entity":"e4","confidence":0.97,"rule":"person.full_name"}],"#,
            r#""entities":[{"id":"e1","type":"person","name":"Park Jin","user_id":"p1","mentions":["a1"],"aliases":[],"roles":[{"text":"Foreign Minister","start":0,"end":16,"of":"UN","entity":"e2","country":"KR"}]},"#,
            r#"{"id":"e2","type":"organization","name":"United Nations","kind":"international","wikidata":"Q1065","mentions":["a2"],"aliases":["UN"]},"#,
            r#"{"id":"e3","type":"place","name":"Seoul","kind":"city","country":"KR","admin1":"Seoul","admin1_code":"KR.11","latitude":37.566,"longitude":126.9784,"precision":"city","population":10349312,"geonames":1835848,"confidence":0.99,"mentions":["a3"],"aliases":[]},"#,
            r#"{"id":"e4","type":"date","name":"2023-06","mentions":["a4"]}]}"#
        )
    );
}

#[test]
fn what_the_program_writes_is_valid() {
    let schema = schema();
    let runs: [&[&str]; 3] = [
        &["fixtures/articles", "nope.txt"],
        &["--explain", "--with-text", "--date", "2024-03-01", "fixtures/articles"],
        &["--explain", "--offsets", "byte", "fixtures/hostile"],
    ];
    for args in runs {
        let records = run(args).records();
        assert!(records.len() > 10, "{args:?}");
        records.iter().for_each(|record| check(&schema, record));
    }
}

#[test]
fn the_schema_refuses_what_is_not_documented() {
    let schema = schema();
    let (doc, found) = full();
    let record = DocumentRecord::new(&doc, &found, &WriteOptions::default());
    let good = serde_json::to_value(record).expect("a record");
    check(&schema, &good);
    let changes: [fn(&mut Value); 10] = [
        |record| record["surprise"] = 1.into(),
        |record| record["annotations"][0]["kind"] = "date".into(),
        |record| record["annotations"][3]["value"] = Value::Null,
        |record| record["entities"][2]["roles"] = json!([]),
        |record| record["entities"][0]["roles"][0]["of"] = Value::Null,
        |record| record["entities"][0]["aliases"] = Value::Null,
        |record| record["entities"][3]["aliases"] = json!([]),
        |record| record["offsets"] = "word".into(),
        |record| record["annotations"][0]["value_from"] = "words".into(),
        |record| record["annotations"][3]["value_from"] = "words".into(),
    ];
    for change in changes {
        let mut bad = good.clone();
        change(&mut bad);
        assert!(!schema.is_valid(&bad), "{bad:#}");
    }
}

#[test]
fn the_schema_is_printed_and_every_field_is_explained() {
    assert_eq!(run(&["schema"]).good().stdout, SCHEMA);
    let docs = read("docs/json.md");
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    for kind in ["document", "failure", "date", "annotation", "entity", "role"] {
        let fields = schema["$defs"][kind]["properties"].as_object().expect("an object");
        for field in fields.keys() {
            let named =
                docs.contains(&format!("`{field}`")) || docs.contains(&format!("\"{field}\""));
            assert!(named, "docs/json.md does not explain '{field}' of a {kind}");
        }
    }
}
