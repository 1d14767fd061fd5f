//! [`Evidence`]: everything that can speak for or against a name's type, in words an analyst follows.
//!
//! The weights stand in `dictionaries/evidence.tsv`, a row for each piece of evidence and label. A
//! piece says nothing by itself of what it speaks for: `in a list of villages` may count against.

codes! {
    /// One observation about a span of the text.
    Evidence {
        Always = "a capitalized span",
        // What dictionaries say of the whole span.
        IsCountry = "a country",
        IsTerritory = "a territory or former country",
        IsRegion = "a region",
        IsDistrict = "a district",
        IsMetropolis = "a city of over a million",
        IsCity = "a city of over 100,000",
        IsTown = "a town of over 15,000",
        IsVillage = "a village",
        IsFeature = "a natural feature",
        IsFacility = "a known facility",
        IsOrganization = "a listed organization",
        IsListedAcronym = "a listed organization's acronym",
        IsLongOrganization = "a listed organization of three words or more",
        IsLongPlace = "a listed place of two words or more",
        IsRegistered = "an organization in a register",
        IsKnownPerson = "a known person's full name",
        IsMononym = "a known person's single name",
        IsGivenSure = "one word, almost only a given name",
        IsGivenLikely = "one word, often a given name",
        IsGivenWeak = "one word, rarely a given name",
        IsSurnameSure = "one word, almost only a surname",
        IsSurnameLikely = "one word, often a surname",
        IsSurnameWeak = "one word, rarely a surname",
        IsDemonym = "a nationality, people or religion",
        DemonymOrPlace = "a nationality or adjective, and a place",
        IsDateWord = "a month, weekday or other date word",
        IsStopWord = "in the stoplist",
        IsTitle = "a title or role by itself",
        IsHead = "a head word by itself",
        IsEvent = "an event word by itself",
        InsideEvent = "inside the name of an event, a law or a thing",
        InsideListed = "inside a longer listed name",
        InsideListedOrganization = "inside a listed organization of four words or more",
        IsContextWord = "a context word",
        OrganizationOrPlace = "listed as an organization and as a place",
        OrganizationOrPerson = "listed as an organization and as a person's name",
        PlaceOrPerson = "listed as a place and as a person's name",
        NameOrWord = "listed as a name and usually an ordinary word",
        OnlyBigPlace = "listed as a large place and as nothing else",
        OnlyPlace = "listed as a place and as nothing else",
        OnlyOrganization = "listed as an organization and as nothing else",
        IsUnlisted = "in no dictionary",
        // Ordinary words.
        OneOrdinaryWord = "one word, usually in lower case",
        OneSurnameWord = "one word, usually in lower case, but the surname of a fuller name elsewhere",
        OneMixedWord = "one word, as often in lower case as capitalized",
        OneCapitalWord = "one word, usually capitalized",
        OneUnknownWord = "one word, unknown to the word list",
        AllOrdinaryWords = "several words, all usually in lower case",
        FirstIsOrdinary = "the first word is usually in lower case",
        LastIsOrdinary = "the last word is usually in lower case",
        FirstIsUnknown = "the first word is unknown to the word list",
        LastIsUnknown = "the last word is unknown to the word list",
        LastIsCapital = "the last word is usually capitalized",
        // How names of persons are made.
        GivenThenSurname = "a given name, then a surname",
        GivenThenUnknown = "a given name, then an unknown word",
        GivenThenHyphened = "a given name, then two words with a hyphen",
        GivenThenWord = "a given name, then an ordinary word",
        FirstIsGivenSure = "the first word is almost only a given name",
        FirstIsGivenLikely = "the first word is often a given name",
        FirstIsGivenWeak = "the first word is rarely a given name",
        FirstIsNoGiven = "the first of several words is no given name",
        LastIsSurnameSure = "the last word is almost only a surname",
        LastIsSurnameLikely = "the last word is often a surname",
        LastIsSurnameWeak = "the last word is rarely a surname",
        LastIsNoSurname = "the last of several words is no surname",
        LastIsGiven = "the last of several words is a given name",
        SurnameThenGiven = "a surname, then a given name, in the eastern order",
        SurnameThenHyphened = "a surname of the eastern order, then a hyphened name",
        UnknownThenSurname = "an unknown word, then a surname",
        SurnameCommaGiven = "a surname, a comma and a given name, an entry of a list",
        HasInitial = "an initial before the last word",
        FirstIsInitial = "the first word is an initial",
        HasParticle = "a name particle inside",
        FirstIsParticle = "the first word is a name particle",
        HasSuffix = "a name suffix at the end",
        FirstIsHonorific = "the first word is an honorific",
        FirstIsTitle = "the first word is a title",
        LastIsTitle = "the last word is a title",
        // How names of organizations and places are made.
        OrganizationHeadLast = "an organization word at the end",
        OrganizationHeadFirst = "an organization word at the start",
        OrganizationHeadInside = "an organization word inside",
        LegalFormLast = "a legal form at the end",
        PlaceHeadLast = "a place word at the end",
        PlaceHeadThenNumber = "a place word, then a number",
        PlaceHeadFirst = "a place word at the start",
        IsRoad = "a letter or a place and a number, as roads have",
        PlaceHeadInside = "a place word inside",
        EventHeadLast = "an event word at the end",
        EventHeadInside = "an event word inside",
        EventOfInside = "an event word and 'of' inside",
        FirstIsDemonym = "the first of several words is a nationality",
        HasDemonym = "a nationality inside",
        FirstIsPlace = "the first of several words is a place",
        LastIsPlace = "the last of several words is a place",
        HasPlace = "a place inside",
        FirstIsCompass = "the first of several words is a point of the compass",
        FirstIsDate = "the first of several words is a date word",
        HasDate = "a date word inside",
        OfAfterHead = "'of' or 'for' inside after an organization or place word",
        OfAfterOther = "'of' inside after another word",
        HasAnd = "'and' inside",
        AndAfterHead = "'and' inside after an organization word and 'of' or 'for'",
        HasAmpersand = "'&' inside",
        HasOther = "another connector inside",
        HasPossessive = "a possessive inside",
        PossessiveAfterPlace = "a possessive inside after a place",
        HasHyphen = "a hyphen inside",
        HyphenJoinsNames = "a hyphen joins two names",
        HyphenJoinsPlaces = "a hyphen joins two places",
        AndJoinsNames = "'and' joins two names",
        AndJoinsPlaces = "'and' joins two places",
        HasNumber = "a number inside",
        HasAcronym = "an acronym inside",
        IsAcronym = "two to six capitals",
        IsPlaceAcronym = "two to six capitals that stand for a place",
        IsLongUpper = "one word of more capitals",
        IsLetter = "a single letter",
        HasInnerCapital = "a capital inside the word",
        StartsLower = "starts in lower case",
        IsLowerPlace = "a large place's name in lower case",
        StartsNumber = "starts with a number",
        LengthTwo = "two words",
        LengthThree = "three words",
        LengthFour = "four words",
        LengthMore = "five words or more",
        // What stands before.
        StartsSentence = "starts the sentence",
        StartsSentenceOrdinary = "starts the sentence and is usually an ordinary word",
        StartsSentenceFirstOrdinary = "starts the sentence with an ordinary word",
        AfterTitle = "after a title",
        AfterLowerTitle = "after a title in lower case",
        AfterHonorific = "after an honorific",
        AfterEventOf = "after an event word and 'of'",
        IsStorm = "a storm's name, with the storm word or after it",
        AfterTitleOf = "after a title and 'of'",
        AfterTitleAt = "after a title and 'at' or 'with'",
        AfterOrganizationNoun = "after 'retailer', 'newspaper' or the like",
        AfterRelation = "after a relation and a comma or 'of'",
        AfterLocative = "after a word of place",
        AfterTo = "after 'to'",
        AfterFrom = "after 'from'",
        AfterOf = "after 'of'",
        AfterBy = "after 'by'",
        AfterWith = "after 'with'",
        AfterFor = "after 'for'",
        AfterAnd = "after 'and' or 'or'",
        AfterThe = "after 'the'",
        RegionAfterThe = "a natural feature or region after 'the'",
        AfterArticle = "after 'a' or 'an'",
        AfterComma = "after a comma",
        AfterPlaceComma = "after a place and a comma",
        AfterPlace = "right after a place",
        AfterDemonym = "after a nationality",
        AfterCapital = "after a capitalized word",
        AfterPossessive = "after a possessive",
        AfterLowerWord = "after another word in lower case",
        AfterSpeech = "after a word of speech",
        AfterMotion = "after a word of motion",
        AfterSport = "after a word of sport",
        AfterBracket = "after an opening bracket",
        AfterBracketPlace = "after a place in brackets",
        AfterQuote = "after a quotation mark",
        AfterParty = "after the letter of a party and a hyphen",
        AfterHyphen = "after a hyphen",
        AfterSlash = "after a slash",
        AfterNumber = "after a number",
        CountryAfterNumber = "a country after a number",
        AfterHouseNumber = "a street's name after a number",
        AfterOrganizationOf = "after an organization word and a preposition",
        AfterOrganizationHead = "after an organization word",
        AfterPlaceHead = "after a place word",
        AfterPlaceHeadOf = "after 'village of', 'residents of' or the like",
        AfterCompass = "after a point of the compass",
        // What stands after.
        EndsSentence = "ends the sentence",
        BeforePossessive = "before a possessive",
        BeforeSpeech = "before a word of speech",
        BeforePersonVerb = "before a verb of persons",
        BeforeOrganizationVerb = "before a verb of organizations",
        BeforeSport = "before a word of sport",
        BeforeMarket = "before a word of business",
        CompanyWordActs = "an organization's name that is a word, starts the sentence and acts",
        BeforeLocated = "before 'based' or the like",
        BeforeTitle = "before a title",
        PlaceBeforeTitle = "a place before a title",
        OrganizationBeforeTitle = "an organization before a capitalized title",
        BeforeSportTitle = "before a title of sport",
        BeforeCommaTitle = "before a comma and a title",
        BeforeCommaOrganizationNoun = "before a comma and 'a retailer', 'the newspaper' or the like",
        BeforeCommaAge = "before a comma and an age",
        BeforeCommaPlace = "before a comma and a place",
        BeforeComma = "before a comma",
        BeforeCapital = "before a capitalized word",
        BeforeOrganizationHead = "before an organization word",
        BeforePlaceHead = "before a place word",
        BeforeEventHead = "before an event word",
        BeforeLegalForm = "before a legal form",
        PersonBeforeGovernment = "a surname before 'administration' or the like",
        BeforeOf = "before 'of'",
        BeforeAnd = "before 'and' or 'or'",
        BeforeIn = "before a word of place",
        BeforeWho = "before 'who'",
        BeforeIs = "before 'is', 'was', 'has' or 'will'",
        BeforeBracket = "before a bracket",
        BeforeHyphen = "before a hyphen",
        BesideJoiningHyphen = "beside a hyphen that joins two names",
        InPairOfPersons = "one of two persons joined by a hyphen before a word such as summit",
        BeforeSlash = "before a slash",
        BeforeColon = "before a colon at the start of a line",
        InitialsBeforeColon = "initials before a colon at the start of a line",
        BeforeNumber = "before a number",
        BeforeLowerWord = "before another word in lower case",
        BeforeBracketPlace = "before a place in brackets",
        BeforeBracketAcronym = "before its acronym in brackets",
        InBrackets = "alone in brackets",
        IsAcronymOfBefore = "in brackets, the acronym of the words before",
        // Where it stands.
        InHeadline = "in the headline",
        InByline = "in the byline",
        InDateline = "in the dateline",
        InCapsLine = "in a line of capitals",
        OrdinaryInCaps = "in a line of capitals, one word, usually in lower case",
        CapsLabel = "words usually in lower case, in capitals before a colon or alone on the line",
        InLowerText = "in a text that starts its sentences in lower case",
        AloneOnLine = "alone on its line",
        // The forms of newswire.
        InSport = "in a text about sport",
        PlaceInSport = "a place's name in a text about sport, after a word of place",
        PlaceAsTeam = "a place's name in a text about sport, not after a word of place",
        CountryAsTeam = "a country in a text about sport, not after a word of place",
        CountryAfterRank = "a country after a rank in a text about sport",
        AfterForInSport = "after 'for' in a text about sport",
        BeforePluralVerb = "before a verb in the plural",
        InResults = "before a figure in a line of results",
        InStandings = "before the figures of a line of standings",
        InFixture = "one side of a fixture",
        InLineup = "in a line-up",
        CodeInBrackets = "a nation's code in brackets",
        ClubInLineup = "in brackets in a line-up, and no country",
        InPrices = "before a price and its change in a table",
        AfterOpponentWord = "after 'against' or the like in a text about sport",
        InBracketsInSport = "in brackets in a text about sport, and no country",
        BeforeNumberInBrackets = "before a figure in brackets",
        // What the rest of the document shows.
        LowerElsewhere = "elsewhere in lower case",
        Repeated = "elsewhere too",
        PartElsewhere = "part of a longer capitalized name elsewhere",
        SurnameElsewhere = "the last word of a fuller person's name elsewhere",
        GivenElsewhere = "the first word of a fuller person's name elsewhere",
        HeadElsewhere = "with an organization word elsewhere",
        TitledElsewhere = "after a title here or elsewhere",
        LocatedElsewhere = "after a word of place here or elsewhere",
        BracketedElsewhere = "defined as an acronym elsewhere",
        PartsElsewhere = "its parts stand alone elsewhere",
        // What the first pass over the document decided.
        PersonElsewhere = "decided a person elsewhere",
        PlaceElsewhere = "decided a place elsewhere",
        OrganizationElsewhere = "decided an organization elsewhere",
        NothingElsewhere = "decided no name elsewhere",
        SurnameOfDecided = "the last word of a decided person elsewhere",
        GivenOfDecided = "the first word of a decided person elsewhere",
        StartOfOrganization = "the first word of a decided organization elsewhere",
        PlaceStartsOrganization = "a place, the first word of a decided organization elsewhere",
        StartOfPlace = "the first word of a decided place elsewhere",
        ListedWithPerson = "in a list with a decided person",
        ListedWithPlace = "in a list with a decided place",
        ListedWithOrganization = "in a list with a decided organization",
    }
}

impl Evidence {
    /// That a dictionary holds the whole span as a place, by kind.
    pub const PLACES: &[Evidence] = &[
        Evidence::IsCountry,
        Evidence::IsTerritory,
        Evidence::IsRegion,
        Evidence::IsDistrict,
        Evidence::IsMetropolis,
        Evidence::IsCity,
        Evidence::IsTown,
        Evidence::IsVillage,
        Evidence::IsFeature,
        Evidence::IsFacility,
    ];

    /// What only the second pass over a document can observe.
    pub const SECOND_PASS: &[Evidence] = &[
        Evidence::PersonElsewhere,
        Evidence::PlaceElsewhere,
        Evidence::OrganizationElsewhere,
        Evidence::NothingElsewhere,
        Evidence::SurnameOfDecided,
        Evidence::GivenOfDecided,
        Evidence::StartOfOrganization,
        Evidence::PlaceStartsOrganization,
        Evidence::StartOfPlace,
        Evidence::ListedWithPerson,
        Evidence::ListedWithPlace,
        Evidence::ListedWithOrganization,
    ];
}

/// A set of evidence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EvidenceSet([u64; WORDS]);

const WORDS: usize = Evidence::ALL.len().div_ceil(64);

impl EvidenceSet {
    /// Adds a piece.
    pub fn insert(&mut self, evidence: Evidence) {
        self.0[evidence as usize / 64] |= 1 << (evidence as usize % 64);
    }

    /// Adds a piece if it was observed.
    pub fn insert_if(&mut self, observed: bool, evidence: Evidence) {
        if observed {
            self.insert(evidence);
        }
    }

    /// Whether it holds a piece.
    pub fn contains(&self, evidence: Evidence) -> bool {
        self.0[evidence as usize / 64] & 1 << (evidence as usize % 64) != 0
    }

    /// Whether it holds any of these pieces.
    pub fn contains_any(&self, pieces: &[Evidence]) -> bool {
        pieces.iter().any(|&piece| self.contains(piece))
    }

    /// The pieces that `other` does not hold.
    pub fn without(&self, other: &EvidenceSet) -> EvidenceSet {
        Self(std::array::from_fn(|word| self.0[word] & !other.0[word]))
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.0 == [0; WORDS]
    }

    /// Adds all pieces of `other`.
    pub fn extend(&mut self, other: &EvidenceSet) {
        self.0.iter_mut().zip(other.0).for_each(|(word, more)| *word |= more);
    }

    /// The pieces, in the order of [`Evidence::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = Evidence> + use<> {
        let set = *self;
        (0..WORDS).flat_map(move |word| {
            let mut bits = set.0[word];
            std::iter::from_fn(move || {
                let bit = bits.trailing_zeros();
                (bits != 0).then(|| {
                    bits &= bits - 1;
                    Evidence::ALL[word * 64 + bit as usize]
                })
            })
        })
    }

    /// Hands the index of each piece in [`Evidence::ALL`] to `visit`: quicker than
    /// [`EvidenceSet::iter`], for sums over all candidates.
    pub fn for_each_index(&self, mut visit: impl FnMut(usize)) {
        for (word, &bits) in self.0.iter().enumerate() {
            let mut bits = bits;
            while bits != 0 {
                visit(word * 64 + bits.trailing_zeros() as usize);
                bits &= bits - 1;
            }
        }
    }
}
