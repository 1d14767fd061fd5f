//! [`Pipeline`]: calls the stages in order; nothing else.

use crate::annotators::{Page, date};
use crate::clean::clean;
use crate::document::{DateSource, Document, DocumentDate};
use crate::entity::Annotations;
use crate::error::Error;
use crate::gazetteer::{Gazetteer, Scanned, user};
use crate::normalize::{Normalizer, date::document_date, members, place};
use crate::options::Options;
use crate::resolve::{Weights, coreference, decide};
use crate::tokenize::tokenize;

/// Annotates documents. Made once, used from any number of threads.
pub struct Pipeline {
    options: Options,
    gazetteer: Gazetteer,
}

impl Pipeline {
    /// A pipeline with the built-in dictionaries and those in `options`.
    ///
    /// # Errors
    /// If one of the user's dictionaries or lists has a line that can't be read; the message names
    /// the file and the line. If `min_confidence` is not from 0 to 1.
    pub fn new(options: Options) -> Result<Self, Error> {
        let confidence = options.min_confidence;
        if !(0.0..=1.0).contains(&confidence) {
            return Err(Error::new(format!("'{confidence}' is not a confidence from 0 to 1")));
        }
        let gazetteer = Gazetteer::new(user::compile(&options.dictionaries, &options.ignore)?);
        Ok(Self { options, gazetteer })
    }

    /// Finds the mentions and entities of a document.
    pub fn annotate(&self, doc: &Document) -> Annotations {
        let layout = clean(doc, self.options.keep_boilerplate);
        let tokens = tokenize(&doc.text, &layout);
        let hits = self.gazetteer.scan(&doc.text, &tokens);
        let scanned = Scanned { text: &doc.text, tokens: &tokens, hits: &hits };
        let page = Page::new(scanned);
        let dates = date::propose(&scanned);
        let decisions = decide(&page, &dates, Weights::built_in());
        let links = coreference::link(&page, &self.gazetteer, &decisions);
        let places = place::resolve(&page, &self.gazetteer, &decisions, &links, &self.options);
        let title = doc.title.clone().or_else(|| layout.headline(&doc.text));
        let date = self.date(doc).or_else(|| document_date(&scanned, &dates));
        let normalizer = Normalizer {
            page: &page,
            gazetteer: &self.gazetteer,
            decisions: &decisions,
            links: &places.links,
            located: &places.located,
            members: members(&decisions, &places.links, self.options.min_confidence),
            dates: &dates,
            options: &self.options,
        };
        let mut annotations = Annotations { title, date, ..Annotations::default() };
        normalizer.normalize(&mut annotations);
        annotations
    }

    /// The date that relative dates count from, as far as it is known before the text is read.
    fn date(&self, doc: &Document) -> Option<DocumentDate> {
        let source = DateSource::Option;
        let given = self.options.date;
        given.map(|value| DocumentDate { value, source }).or(doc.date)
    }
}
