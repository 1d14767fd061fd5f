//! [`Evidence`]: everything that can speak for or against a name's type, in words an analyst follows.
//!
//! The weights stand in `dictionaries/evidence.tsv`, a row for each piece of evidence and label. A
//! piece says nothing by itself of what it speaks for: `in a list of villages` may count against.

codes! {
    /// One observation about a span of the text.
    Evidence {
        Always = "where every candidate starts",
        // What dictionaries say of the whole span.
        IsCountry = "the name of a country",
        IsTerritory = "the name of a territory or former country",
        IsRegion = "the name of a region",
        IsDistrict = "the name of a district",
        IsMetropolis = "the name of a city of over a million",
        IsCity = "the name of a city of over 100,000",
        IsTown = "the name of a town of over 15,000",
        IsVillage = "the name of a village",
        IsFeature = "the name of a natural feature",
        IsFacility = "the name of a building or other thing built",
        IsOrganization = "a listed organization",
        IsListedAcronym = "a listed organization, in capitals",
        IsLongOrganization = "a listed organization of three words or more",
        IsLongPlace = "a listed place of two words or more",
        IsRegistered = "in a register of organizations",
        IsKnownPerson = "the full name of a known person",
        IsMononym = "the single name of a known person",
        IsGivenSure = "one word, high in the lists of given names",
        IsGivenLikely = "one word, halfway up the lists of given names",
        IsGivenWeak = "one word, low in the lists of given names",
        IsSurnameSure = "one word, high in the lists of surnames",
        IsSurnameLikely = "one word, halfway up the lists of surnames",
        IsSurnameWeak = "one word, low in the lists of surnames",
        IsDemonym = "a word for a nationality, people or religion",
        DemonymOrPlace = "a word for a nationality, people or religion, and the name of a place",
        IsDateWord = "a month, weekday or other date word",
        IsStopWord = "in the list of words that are no names by themselves",
        IsTitle = "a title or role by itself",
        IsHead = "a word that names of organizations or places have, by itself",
        IsEvent = "an event's name, or a word for one",
        InsideEvent = "inside the name of an event, a law or a thing",
        InsideListed = "inside a longer listed name",
        InsideListedOrganization = "inside a listed organization of four words or more",
        IsContextWord = "a word that stands beside names",
        OrganizationOrPlace = "listed as an organization and as a place",
        OrganizationOrPerson = "listed as an organization and as a person's name",
        PlaceOrPerson = "listed as a place and as a person's name",
        NameOrWord = "listed as a name, and usually an ordinary word",
        OnlyBigPlace = "in the lists mostly a large place",
        OnlyPlace = "in the lists mostly a small place",
        OnlyOrganization = "in the lists mostly an organization",
        IsUnlisted = "the whole is in no list of names",
        // Ordinary words.
        OneOrdinaryWord = "one word, usually in lower case",
        OneSurnameWord = "one word, usually in lower case, but the surname of a fuller name in the text",
        OneMixedWord = "one word, as often in lower case as capitalized",
        OneCapitalWord = "one word, usually capitalized",
        OneUnknownWord = "one word, not in the list of words as written",
        AllOrdinaryWords = "several words, all usually in lower case",
        FirstIsOrdinary = "the first word is usually in lower case, or no name by itself",
        LastIsOrdinary = "the last word is usually in lower case, or no name by itself",
        FirstIsUnknown = "the first word is not in the list of words as written",
        LastIsUnknown = "the last word is not in the list of words as written",
        LastIsCapital = "the last word is usually capitalized",
        // How names of persons are made.
        GivenThenSurname = "the first word is a listed given name, the last a listed surname",
        GivenThenUnknown = "the first word is a listed given name, the last no listed surname and no known word",
        GivenThenHyphened = "a listed given name first, and two words with a hyphen last",
        GivenThenWord = "the first word is a listed given name, the last a word but no listed surname",
        FirstIsGivenSure = "the first word is high in the lists of given names",
        FirstIsGivenLikely = "the first word is halfway up the lists of given names",
        FirstIsGivenWeak = "the first word is low in the lists of given names",
        FirstIsNoGiven = "the first of several words is in no list of given names",
        LastIsSurnameSure = "the last word is high in the lists of surnames",
        LastIsSurnameLikely = "the last word is halfway up the lists of surnames",
        LastIsSurnameWeak = "the last word is low in the lists of surnames",
        LastIsNoSurname = "the last of several words is in no list of surnames",
        LastIsGiven = "the last of several words is a listed given name",
        SurnameThenGiven = "a surname first, then a given name, as in East Asia",
        SurnameThenHyphened = "a surname first, then a name with a hyphen, as in East Asia",
        UnknownThenSurname = "the first word is no listed given name and no known word, the last a listed surname",
        SurnameCommaGiven = "a surname, a comma and a given name, an entry of a list",
        HasInitial = "an initial before the last word",
        FirstIsInitial = "the first word is an initial",
        HasParticle = "a particle such as 'von' or 'de' inside",
        FirstIsParticle = "the first word is a particle such as 'von' or 'de'",
        HasSuffix = "'Jr.' or the like at the end",
        FirstIsHonorific = "the first word is 'Mr.' or the like",
        FirstIsTitle = "the first word is a title",
        LastIsTitle = "the last word is a title",
        // How names of organizations and places are made.
        OrganizationHeadLast = "ends in a word that names of organizations end in",
        OrganizationHeadFirst = "starts with a word that names of organizations start with",
        OrganizationHeadInside = "has a word before its last that names of organizations end in",
        LegalFormLast = "ends in a company's legal form",
        PlaceHeadLast = "ends in a word that names of places end in",
        PlaceHeadThenNumber = "ends in a number",
        PlaceHeadFirst = "starts with a word that names of places start with",
        IsRoad = "letters or a place, then a number, as names of roads have",
        PlaceHeadInside = "has a word before its last that names of places end in",
        EventHeadLast = "ends in a word that names of events, laws or prizes end in",
        EventHeadInside = "has a word for an event, a law or a prize before its last",
        EventOfInside = "an event word and 'of' inside",
        FirstIsDemonym = "starts with a word for a nationality, people or religion",
        HasDemonym = "a word for a nationality, people or religion behind its first",
        FirstIsPlace = "starts with a listed place",
        LastIsPlace = "ends in a listed place",
        HasPlace = "a listed place inside",
        FirstIsCompass = "the first of several words is a point of the compass",
        FirstIsDate = "starts with a date word",
        HasDate = "a date word behind its first",
        OfAfterHead = "'of', 'for' or 'on' inside, after a word that names of organizations or places have",
        OfAfterOther = "'of' inside after another word",
        HasAnd = "'and' inside",
        AndAfterHead = "'and' inside, after 'of' or the like behind a word that names of organizations have",
        HasAmpersand = "'&' inside",
        HasOther = "a joining word such as 'the' or 'in' inside",
        HasPossessive = "a possessive inside",
        PossessiveAfterPlace = "a possessive inside, after a place",
        HasHyphen = "a hyphen inside",
        HyphenJoinsNames = "a hyphen joins two names",
        HyphenJoinsPlaces = "a hyphen joins two places",
        AndJoinsNames = "'and' joins two names",
        AndJoinsPlaces = "'and' joins two places",
        HasNumber = "a number inside",
        HasAcronym = "a word in capitals inside",
        IsAcronym = "one word of two to six capitals",
        IsPlaceAcronym = "one word of two to six capitals, and the name of a place",
        IsLongUpper = "one word of more than six capitals",
        IsLetter = "a single letter",
        HasInnerCapital = "one word with a capital inside",
        StartsLower = "starts in lower case",
        IsLowerPlace = "a large place's name in lower case",
        StartsNumber = "starts with a number",
        LengthTwo = "two words",
        LengthThree = "three words",
        LengthFour = "four words",
        LengthMore = "five words or more",
        // What stands before.
        StartsSentence = "starts the sentence or line",
        StartsSentenceOrdinary = "starts the sentence or line, and usually in lower case or no name by itself",
        StartsSentenceFirstOrdinary = "starts the sentence or line with a word usually in lower case or no name by itself",
        AfterTitle = "after a title",
        AfterLowerTitle = "after a title in lower case",
        AfterHonorific = "after 'Mr.', 'Dr.' or the like",
        AfterEventOf = "after a word for an event and 'of'",
        IsStorm = "a storm's name, with the storm word or after it",
        AfterTitleOf = "after a title and 'of'",
        AfterTitleAt = "after a title and 'at' or 'with'",
        AfterShareOf = "after 'shares in', 'takeover of' or the like",
        AfterOrganizationNoun = "after 'retailer', 'newspaper' or the like",
        AfterRelation = "after a word such as 'wife' or 'aide'",
        AfterLocative = "after 'in', 'near' or the like",
        AfterTo = "after 'to'",
        AfterFrom = "after 'from'",
        AfterOf = "after 'of'",
        AfterBy = "after 'by'",
        AfterWith = "after 'with'",
        AfterFor = "after 'for'",
        AfterAnd = "after 'and' or 'or'",
        AfterThe = "after 'the'",
        RegionAfterThe = "after 'the', and the name of a natural feature or region",
        AfterArticle = "after 'a' or 'an'",
        AfterComma = "after a comma",
        AfterPlaceComma = "after a listed place and a comma",
        AfterPlace = "right after a listed place",
        AfterDemonym = "after a word for a nationality, people or religion",
        AfterCapital = "after a capitalized word",
        AfterPossessive = "after a possessive",
        AfterLowerWord = "after a word in lower case",
        AfterSpeech = "after 'said', 'told' or the like",
        AfterMotion = "after 'entered', 'crossed' or the like",
        AfterSport = "after a word that sport uses, such as 'won' or 'set'",
        AfterBracket = "after an opening bracket",
        AfterBracketPlace = "after a place in brackets",
        AfterQuote = "after a quotation mark",
        AfterParty = "after the letter of a party and a hyphen",
        AfterHyphen = "after a hyphen",
        AfterSlash = "after a slash",
        AfterNumber = "after a number",
        CountryAfterNumber = "the name of a country, after a number",
        AfterHouseNumber = "ends in a word that names of places end in, after a number",
        AfterOrganizationOf = "after 'Ministry of' or the like",
        AfterOrganizationHead = "after a word that names of organizations end in",
        AfterPlaceHead = "after a word that names of places end in",
        AfterPlaceHeadOf = "after 'village of', 'residents of' or the like",
        AfterCompass = "after a point of the compass",
        // What stands after.
        EndsSentence = "ends the sentence or line",
        BeforePossessive = "before a possessive",
        BeforeSpeech = "before 'said', 'told' or the like",
        BeforePersonVerb = "before a verb that goes with persons",
        BeforeOrganizationVerb = "before a verb that goes with organizations",
        BeforeSport = "before a word that sport uses, such as 'won' or 'set'",
        BeforeMarket = "before a word of business",
        CompanyWordActs = "an organization's name that is a word, starts the sentence and acts",
        BeforeLocated = "before 'based', 'coast' or the like",
        BeforeTitle = "before a title",
        PlaceBeforeTitle = "the name of a place, before a title",
        OrganizationBeforeTitle = "an organization before a capitalized title",
        BeforeSportTitle = "before a title of sport",
        BeforeCommaTitle = "before a comma and a title",
        BeforeCommaOrganizationNoun = "before a comma and 'a retailer', 'the newspaper' or the like",
        BeforeCommaAge = "before a comma and an age",
        BeforeCommaPlace = "before a comma and a place",
        BeforeComma = "before a comma",
        BeforeCapital = "before a capitalized word",
        BeforeOrganizationHead = "before a word that names of organizations end in",
        BeforePlaceHead = "before a word that names of places end in",
        BeforeEventHead = "before a word for an event, a law or a prize",
        BeforeLegalForm = "before a company's legal form",
        PersonBeforeGovernment = "a surname before 'administration' or the like",
        BeforeOf = "before 'of'",
        BeforeAnd = "before 'and' or 'or'",
        BeforeIn = "before 'in', 'near' or the like",
        BeforeWho = "before 'who', 'whose' or 'whom'",
        BeforeIs = "before 'is', 'was', 'has', 'will' or the like",
        BeforeBracket = "before a bracket",
        BeforeHyphen = "before a hyphen",
        BesideJoiningHyphen = "beside a hyphen that joins two names",
        InPairOfPersons = "one of two persons joined by a hyphen before a word such as summit",
        BeforeSlash = "before a slash",
        BeforeColon = "before a colon at the start of a line",
        InitialsBeforeColon = "initials before a colon at the start of a line",
        BeforeNumber = "before a number",
        BeforeLowerWord = "before a word in lower case",
        BeforeBracketPlace = "before a place in brackets",
        BeforeBracketAcronym = "before its acronym in brackets",
        InBrackets = "alone in brackets",
        IsAcronymOfBefore = "in brackets, and the acronym of the words before",
        // Where it stands.
        InHeadline = "in the headline",
        InByline = "in the byline",
        InDateline = "in the dateline",
        InCapsLine = "in a line of capitals",
        OrdinaryInCaps = "in a line of capitals, one word, usually in lower case",
        CapsLabel = "words usually in lower case, in capitals before a colon or alone on the line",
        InLowerText = "in a text that starts its sentences in lower case",
        AloneOnLine = "alone in its sentence or line",
        // The forms of newswire.
        InSport = "among words that sport uses or lines of figures",
        PlaceInSport = "the name of a place among words that sport uses or lines of figures, after 'in' or the like or in the dateline",
        PlaceAsTeam = "the name of a place among words that sport uses or lines of figures, not after 'in' or the like",
        CountryAsTeam = "the name of a country among words that sport uses or lines of figures, not after 'in' or the like",
        AfterForInSport = "after 'for', among words that sport uses or lines of figures",
        BeforePluralVerb = "before a verb in the plural",
        InResults = "before a figure, among names and figures without a word in lower case",
        InStandings = "the only name, before three or more figures, without a word in lower case",
        InFixture = "on one side of 'v', 'vs' or 'at' in a short line",
        InLineup = "in a list of names behind a colon",
        CodeInBrackets = "a nation's code in brackets",
        ClubInLineup = "in brackets in a line-up, and no country",
        InPrices = "before a price and its change in a table",
        AfterOpponentWord = "after 'against', 'beat' or the like, among words that sport uses or lines of figures",
        InBracketsInSport = "in brackets and no country, among words that sport uses or lines of figures",
        BeforeNumberInBrackets = "in brackets, before a figure",
        // What the rest of the document shows.
        LowerElsewhere = "the text has it in lower case too",
        Repeated = "the text has it more than once",
        PartElsewhere = "the text has it inside a longer run of capitalized words",
        SurnameElsewhere = "the last word of a fuller person's name in the text",
        GivenElsewhere = "the first word of a fuller person's name in the text",
        FormElsewhere = "the text has it with a company's legal form",
        HeadElsewhere = "the text has it with a word that names of organizations end in",
        TitledElsewhere = "the text has it after a title",
        LocatedElsewhere = "the text has it after 'in', 'near' or the like",
        BracketedElsewhere = "the text gives it as an acronym in brackets",
        PartsElsewhere = "the text has its parts by themselves",
        // What the first pass over the document decided.
        PersonElsewhere = "read as a person elsewhere in the text",
        PlaceElsewhere = "read as a place elsewhere in the text",
        OrganizationElsewhere = "read as an organization elsewhere in the text",
        NothingElsewhere = "not read as a name by itself elsewhere in the text",
        SurnameOfDecided = "the last word of a name read as a person's in the text",
        GivenOfDecided = "the first word of a name read as a person's in the text",
        StartOfOrganization = "the first word of a name read as an organization's in the text",
        PlaceStartsOrganization = "the name of a place, and the first word of a name read as an organization's in the text",
        StartOfPlace = "the first word of a name read as a place's in the text",
        ListedWithPerson = "with a comma or 'and' between, beside a person",
        ListedWithPlace = "with a comma or 'and' between, beside a place",
        ListedWithOrganization = "with a comma or 'and' between, beside an organization",
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

    /// Takes a piece away.
    pub fn remove(&mut self, evidence: Evidence) {
        self.0[evidence as usize / 64] &= !(1 << (evidence as usize % 64));
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
        let set = self.0;
        let (mut word, mut bits) = (0, set[0]);
        std::iter::from_fn(move || {
            while bits == 0 {
                word += 1;
                bits = *set.get(word)?;
            }
            let bit = bits.trailing_zeros() as usize;
            bits &= bits - 1;
            Some(Evidence::ALL[word * 64 + bit])
        })
    }
}
