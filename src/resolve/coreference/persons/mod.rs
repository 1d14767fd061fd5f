//! Persons: a full name and its variants first, then what is shorter than a full name.

mod short;

use std::ops::Range;

use super::name::Name;
use super::{Mentions, NAMESAKES};
use crate::annotators::HashedMap;
use crate::evidence::Evidence as E;
use crate::gazetteer::Gender;
use crate::label::Label;

/// How many forms of a person's full name are compared with the next one.
const VARIANTS: usize = 4;

/// Links the persons of a document: writes the first mention of each into `first`.
pub fn link(mentions: &Mentions<'_>, first: &mut [usize]) {
    let indices = mentions.of(Label::Person);
    let parse = |&i: &usize| Name::parse(&mentions.scanned, &mentions.decisions[i]);
    let names: Vec<Name> = indices.iter().map(parse).collect();
    let mut linker = Linker { mentions, indices, names, ..Linker::new(mentions) };
    linker.share_surnames();
    let is_short = linker.short_names();
    linker.add_forms(&is_short);
    for (n, short) in is_short.iter().enumerate() {
        if !short {
            linker.link_full(n);
        }
    }
    for form in std::mem::take(&mut linker.forms) {
        linker.link_short(&form);
    }
    for (n, person) in linker.person_of.iter().enumerate() {
        first[linker.indices[n]] = linker.indices[linker.persons[*person].first];
    }
}

/// A person of the document. Mentions are counted among those of persons.
#[derive(Default)]
struct Person {
    /// The mention that stands for it.
    first: usize,
    /// What an honorific tells.
    gender: Option<Gender>,
    suffix: Option<u64>,
    /// Mentions by different full names, at most [`VARIANTS`].
    variants: Vec<usize>,
    /// The person before it with the same surname.
    namesake: Option<usize>,
}

/// Which part of a full name a short one is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Surname,
    Given,
    Middle,
}

/// A short form, and where the document has it and what it may stand for.
#[derive(Default)]
struct Form {
    /// The mentions by this form.
    short: Vec<usize>,
    /// The mentions by fuller names, with their person and the part of the name that this is. Of
    /// several in a row of one person the first.
    full: Vec<(usize, usize, Part)>,
}

struct Linker<'a> {
    mentions: &'a Mentions<'a>,
    /// The decisions that are persons, and their names.
    indices: Vec<usize>,
    names: Vec<Name>,
    person_of: Vec<usize>,
    persons: Vec<Person>,
    by_text: HashedMap<usize>,
    by_row: HashedMap<usize>,
    /// The latest person of a surname.
    by_surname: HashedMap<usize>,
    forms: Vec<Form>,
    form_of: HashedMap<usize>,
}

impl<'a> Linker<'a> {
    fn new(mentions: &'a Mentions<'a>) -> Self {
        Self {
            mentions,
            indices: Vec::new(),
            names: Vec::new(),
            person_of: Vec::new(),
            persons: Vec::new(),
            by_text: HashedMap::default(),
            by_row: HashedMap::default(),
            by_surname: HashedMap::default(),
            forms: Vec::new(),
            form_of: HashedMap::default(),
        }
    }

    /// Gives `Bill` in `Bill and Hillary Clinton` the surname.
    fn share_surnames(&mut self) {
        let scanned = &self.mentions.scanned;
        for n in 1..self.names.len() {
            let [before, name] = &self.names[n - 1..=n] else { continue };
            let decision = &self.mentions.decisions[self.indices[n - 1]];
            let evidence = &decision.evidence;
            let given = evidence.contains(E::IsGivenSure) || evidence.contains(E::IsGivenLikely);
            let joined = before.end() + 1 == name.start
                && matches!(scanned.word(before.end()), "and" | "&")
                && !before.is_full()
                && name.is_full()
                && !name.surname_first;
            if joined && given && !evidence.contains(E::SurnameElsewhere) {
                let surname = name.parts[name.parts.len() - 1].clone();
                self.names[n - 1].parts.push(surname);
            }
        }
    }

    /// Which names are short: of one part, or part of a longer name of the document.
    fn short_names(&self) -> Vec<bool> {
        let scanned = &self.mentions.scanned;
        let mut parts: HashedMap<()> = HashedMap::default();
        for name in self.names.iter().filter(|name| name.parts.len() > 2) {
            let count = name.parts.len();
            for cut in 1..count {
                parts.insert(name.hash_of(scanned, 0..cut), ());
                parts.insert(name.hash_of(scanned, cut..count), ());
            }
        }
        let is_short = |name: &Name| {
            !name.is_full()
                || !parts.is_empty()
                    && parts.contains_key(&name.hash_of(scanned, 0..name.parts.len()))
        };
        self.names.iter().map(is_short).collect()
    }

    /// Makes a form of each short name.
    fn add_forms(&mut self, is_short: &[bool]) {
        self.person_of = vec![usize::MAX; self.names.len()];
        for n in (0..self.names.len()).filter(|&n| is_short[n]) {
            let name = &self.names[n];
            let hash = name.hash_of(&self.mentions.scanned, 0..name.parts.len());
            let form = *self.form_of.entry(hash).or_insert(self.forms.len());
            if form == self.forms.len() {
                self.forms.push(Form::default());
            }
            self.forms[form].short.push(n);
        }
    }

    /// Finds the person of a full name, and notes the forms that shorten it.
    fn link_full(&mut self, n: usize) {
        let scanned = &self.mentions.scanned;
        let tokens = self.mentions.tokens(self.indices[n]);
        // Of a surname that is shared, the text between its parts is not the name's.
        let is_shared = self.names[n].end() > tokens.end;
        let text = (!is_shared).then(|| scanned.hits.hash_of(self.names[n].start..tokens.end));
        let surname = self.names[n].surname(scanned);
        let same_text = text.and_then(|text| self.by_text.get(&text).copied());
        let found =
            same_text.or_else(|| self.same_row(n, surname)).or_else(|| self.namesake(n, surname));
        let person = found.unwrap_or_else(|| self.add_person(n));
        self.assign(n, person);
        if same_text.is_none() {
            let known = &mut self.persons[person];
            if known.variants.len() < VARIANTS {
                known.variants.push(n);
            }
            known.suffix = known.suffix.or(self.names[n].suffix);
            text.map(|text| self.by_text.insert(text, person));
            self.register_rows(n, person);
        }
        if found.is_none() {
            self.persons[person].namesake = self.by_surname.insert(surname, person);
        }
        self.note_forms(n, person);
    }

    /// The person of a dictionary row that holds this name, unless the given names contradict.
    fn same_row(&self, n: usize, surname: u64) -> Option<usize> {
        let scanned = &self.mentions.scanned;
        let mut rows = self.mentions.rows(self.indices[n]);
        let person = rows.find_map(|row| self.by_row.get(&row).copied())?;
        let name = &self.names[n];
        let given = name.hash_of(scanned, 0..1);
        let mut variants = self.persons[person].variants.iter().map(|&n| &self.names[n]);
        // `Tony Blinken` is `Antony Blinken` by a row; `George W. Bush` is not `George H. W. Bush`,
        // though rows hold both as `George Bush`.
        let contradicted = variants.any(|variant| {
            variant.surname(scanned) == surname
                && variant.hash_of(scanned, 0..1) == given
                && !variant.surname_first
                && !variant.agrees(name, scanned)
        });
        (!contradicted).then_some(person)
    }

    /// The latest person of the surname all of whose full names this one agrees with.
    fn namesake(&self, n: usize, surname: u64) -> Option<usize> {
        let scanned = &self.mentions.scanned;
        let name = &self.names[n];
        let is_relative = name.suffix.is_some() && self.relation(n).is_some();
        let latest = self.by_surname.get(&surname).copied().filter(|_| !is_relative);
        let persons = std::iter::successors(latest, |&person| self.persons[person].namesake);
        persons.take(NAMESAKES).find(|&person| {
            let mut variants = self.persons[person].variants.iter();
            variants.all(|&variant| self.names[variant].agrees(name, scanned))
        })
    }

    fn add_person(&mut self, n: usize) -> usize {
        self.persons.push(Person { first: n, suffix: self.names[n].suffix, ..Person::default() });
        self.persons.len() - 1
    }

    fn assign(&mut self, n: usize, person: usize) {
        self.person_of[n] = person;
        let known = &mut self.persons[person];
        known.gender = known.gender.or(self.names[n].gender);
    }

    fn register_rows(&mut self, n: usize, person: usize) {
        for row in self.mentions.rows(self.indices[n]) {
            self.by_row.entry(row).or_insert(person);
        }
    }

    /// Adds a full name to the forms that shorten it and stand in the document.
    fn note_forms(&mut self, n: usize, person: usize) {
        if self.forms.is_empty() {
            return;
        }
        let count = self.names[n].parts.len();
        let (ends, starts) = if self.names[n].surname_first {
            (Part::Given, Part::Surname)
        } else {
            (Part::Surname, Part::Given)
        };
        let last = self.names[n].end() - 1;
        if self.names[n].parts[count - 1].len() > 1 && !self.names[n].surname_first {
            // `Walsh` of `Carter-Walsh`
            let hash = self.mentions.scanned.hits.hash_of(last..last + 1);
            self.note_hash(n, hash, person, Part::Surname);
        }
        for from in 1..count {
            self.note_form(n, from..count, person, ends);
            self.note_form(n, 0..from, person, starts);
            if from + 1 < count {
                self.note_form(n, from..from + 1, person, Part::Middle);
            }
        }
    }

    fn note_form(&mut self, n: usize, parts: Range<usize>, person: usize, part: Part) {
        let hash = self.names[n].hash_of(&self.mentions.scanned, parts);
        self.note_hash(n, hash, person, part);
    }

    fn note_hash(&mut self, n: usize, hash: u64, person: usize, part: Part) {
        if let Some(&form) = self.form_of.get(&hash) {
            let full = &mut self.forms[form].full;
            if full.last().is_none_or(|last| (last.1, last.2) != (person, part)) {
                full.push((n, person, part));
            }
        }
    }
}
