//! [`Pipeline`]: calls the stages in order; nothing else.

use crate::clean::clean;
use crate::document::Document;
use crate::entity::Annotations;
use crate::error::Error;
use crate::gazetteer::{Gazetteer, Scanned};
use crate::options::Options;
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
    /// the file and the line.
    pub fn new(options: Options) -> Result<Self, Error> {
        let gazetteer = Gazetteer::new(Vec::new());
        Ok(Self { options, gazetteer })
    }

    /// Finds the mentions and entities of a document.
    pub fn annotate(&self, doc: &Document) -> Annotations {
        let layout = clean(doc, self.options.keep_boilerplate);
        let tokens = tokenize(&doc.text, &layout);
        let hits = self.gazetteer.scan(&doc.text, &tokens);
        let _scanned = Scanned { text: &doc.text, tokens: &tokens, hits: &hits };
        Annotations::default()
    }
}
