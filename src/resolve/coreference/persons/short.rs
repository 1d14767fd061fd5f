//! Names that are shorter than a full one. A surname is that of the nearest fuller mention before it
//! that its honorific allows, else of the nearest after it.

use super::super::NAMESAKES;
use super::{Form, Linker, Part};
use crate::gazetteer::{Class, Gender};

/// How many sentences behind a full name the bare surname is that person's, whoever had it before.
const NEAR_SENTENCES: usize = 2;
/// How far behind a name the pronoun that tells its gender may stand, in tokens.
const PRONOUN_REACH: usize = 30;

impl Linker<'_> {
    /// Links the mentions by a short form, in the order of the text.
    pub(super) fn link_short(&mut self, form: &Form) {
        let mut recent = Recent::default();
        let mut next = 0;
        for &n in &form.short {
            while form.full.get(next).is_some_and(|full| full.0 < n) {
                let (at, person, part) = form.full[next];
                recent.touch(person, part, at, false);
                next += 1;
            }
            let later = &form.full[next..form.full.len().min(next + NAMESAKES)];
            let later = || later.iter().map(|&(_, person, part)| (person, part));
            let before = |part| {
                let known = recent.0.iter().map(|known| (known.person, known.part));
                let nearest = self.choose(n, known, part)?;
                Some(self.holder(n, nearest, part, &recent))
            };
            let after = |part| self.choose(n, later(), part);
            let found = before(Part::Surname)
                .or_else(|| before(Part::Given))
                .or_else(|| after(Part::Surname))
                .or_else(|| after(Part::Given))
                .or_else(|| self.short_row(n))
                .or_else(|| before(Part::Middle));
            let person = found.unwrap_or_else(|| self.add_person(n));
            self.assign(n, person);
            if found.is_none() {
                self.register_rows(n, person);
            }
            let part = recent.part_of(person).unwrap_or(Part::Surname);
            recent.touch(person, part, n, self.names[n].gender.is_none());
        }
    }

    /// Who has a bare surname if not the nearest person who could: one who has had it before, if the
    /// nearest was only named in full, and that some sentences ago; else one who was not introduced
    /// as a relative.
    fn holder(&self, n: usize, nearest: usize, part: Part, recent: &Recent) -> usize {
        let Some(known) = recent.0.iter().find(|known| known.person == nearest) else {
            return nearest;
        };
        let is_bare = part == Part::Surname && self.names[n].gender.is_none();
        if !is_bare || known.is_bare || recent.0.len() == 1 || self.is_near(known.at, n) {
            return nearest;
        }
        let others = || {
            let of_part = recent.0.iter().filter(|other| other.part == part);
            of_part.filter(|other| self.allows(n, other.person))
        };
        let unrelated = |other: &&Known| !self.is_relative(other.person);
        let holder = others().find(|other| other.is_bare);
        holder.or_else(|| others().find(unrelated)).map_or(nearest, |other| other.person)
    }

    /// Whether a mention stands so few sentences behind another that it is likely about it.
    fn is_near(&self, before: usize, n: usize) -> bool {
        let [before, n] = [before, n].map(|n| {
            let start = self.mentions.tokens(self.indices[n]).start;
            let sentences = &self.mentions.scanned.tokens.sentences;
            sentences.partition_point(|sent| sent.tokens.end <= start)
        });
        n - before <= NEAR_SENTENCES
    }

    /// Whether a person is introduced as someone's relative: `His father, Hartley Swimm`.
    fn is_relative(&self, person: usize) -> bool {
        let first = self.persons[person].variants.first();
        let relation = first.and_then(|&n| self.relation(n));
        relation.is_some_and(|gender| gender != Gender::Any)
    }

    /// The person of a dictionary row that holds a short name.
    fn short_row(&self, n: usize) -> Option<usize> {
        let mut rows = self.mentions.rows(self.indices[n]);
        let person = rows.find_map(|row| self.by_row.get(&row).copied())?;
        self.allows(n, person).then_some(person)
    }

    /// Of persons, the nearest first, the one that a short name stands for. Behind an honorific, one
    /// whose gender fits goes before one whose is not known, and one that hardly fits is none:
    /// `Mrs. Hanley` is not `Robert Hanley`, of whom the text says `he`.
    fn choose(
        &self,
        n: usize,
        persons: impl Iterator<Item = (usize, Part)>,
        wanted: Part,
    ) -> Option<usize> {
        let of_part = persons.filter(|&(_, part)| part == wanted).map(|(person, _)| person);
        let mut allowed = of_part.filter(|&person| self.allows(n, person));
        let Some(gender) = self.names[n].gender else { return allowed.next() };
        let mut unknown = None;
        for person in allowed {
            match self.persons[person].gender.or_else(|| self.hint(person)) {
                Some(known) if known == gender => return Some(person),
                Some(_) => {}
                None => unknown = unknown.or(Some(person)),
            }
        }
        unknown
    }

    /// Whether honorific and suffix of a short name allow a person.
    fn allows(&self, n: usize, person: usize) -> bool {
        let (name, person) = (&self.names[n], &self.persons[person]);
        let gender = name.gender.zip(person.gender);
        gender.is_none_or(|(own, known)| own == known) && name.may_have_suffix(person.suffix)
    }

    /// What is likely a person's gender: a relation before the full name tells, or the first pronoun
    /// behind it.
    fn hint(&self, person: usize) -> Option<Gender> {
        let variants = &self.persons[person].variants;
        let relation = variants.iter().find_map(|&n| self.relation(n));
        let related = relation.filter(|&gender| gender != Gender::Any);
        related.or_else(|| variants.iter().find_map(|&n| self.pronoun(n)))
    }

    /// Whom the relation before a name can stand for: `his wife, Hillary Clinton`.
    pub(super) fn relation(&self, n: usize) -> Option<Gender> {
        let scanned = &self.mentions.scanned;
        let before = self.names[n].start.checked_sub(1)?;
        let word = if scanned.is_mark(before, ",") { before.checked_sub(1)? } else { before };
        Gender::from_code(scanned.hits.code(word, Class::Relation)?)
    }

    /// The first pronoun behind a name and before the next person. `him` may be another one.
    fn pronoun(&self, n: usize) -> Option<Gender> {
        let scanned = &self.mentions.scanned;
        let from = self.mentions.tokens(self.indices[n]).end;
        let next = self.indices.get(n + 1).map(|&i| self.mentions.tokens(i).start);
        let limit = next.unwrap_or(scanned.tokens.tokens.len()).min(from + PRONOUN_REACH);
        (from..limit).find_map(|i| match scanned.word(i) {
            "he" | "He" | "himself" => Some(Gender::Male),
            "she" | "She" | "herself" => Some(Gender::Female),
            _ => None,
        })
    }
}

/// The persons that a form may stand for, the one that was named last first.
#[derive(Default)]
struct Recent(Vec<Known>);

/// A person that a form may stand for.
#[derive(Clone, Copy)]
struct Known {
    person: usize,
    part: Part,
    /// The mention that named the person last.
    at: usize,
    /// Whether the person has been named by the form alone, without an honorific.
    is_bare: bool,
}

impl Recent {
    fn touch(&mut self, person: usize, part: Part, at: usize, is_bare: bool) {
        let known = self.0.iter().position(|known| (known.person, known.part) == (person, part));
        let place = known.unwrap_or_else(|| {
            self.0.truncate(NAMESAKES - 1);
            self.0.push(Known { person, part, at, is_bare });
            self.0.len() - 1
        });
        let known = &mut self.0[place];
        known.at = at;
        known.is_bare |= is_bare;
        self.0[..=place].rotate_right(1);
    }

    fn part_of(&self, person: usize) -> Option<Part> {
        self.0.iter().find(|known| known.person == person).map(|known| known.part)
    }
}
