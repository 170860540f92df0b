"""English words for `counted`: what is counted. Words are separated by spaces, phrases by |."""

from __future__ import annotations

from claims.extraction.languages.base import Table

TABLE: Table = {
    # counted/wholes
    "averages": "average averages averaged averaging mean rate ratio per",
    # counted/count
    # Units that are printed short, with the word that says them whole.
    "long": {
        "g": "grams",
        "mm": "millimetres",
        "ha": "hectares",
        "l": "litres",
        "ml": "millilitres",
        "mg": "milligrams",
        "t": "tonnes",
        "ft": "feet",
        "lb": "pounds",
        "lbs": "pounds",
        "oz": "ounces",
        "mw": "megawatts",
        "gw": "gigawatts",
        "km": "kilometres",
        "kg": "kilograms",
        "cm": "centimetres",
        "m": "metres",
    },
    "acting": "were are had have was is has will would can could did also still later who",
    "indices": "index dow ftse nasdaq nikkei dax composite s&p average industrials cac hang seng sensex",
    "joints": "down up from to against compared with and by or in at of the",
    "out_of_those": "out of|of the|of",
    "to_or_at": "to at",
    "index_units": "point",
    "changed_share": "more|fewer|less|up|down",
    "age_openers": "now then nearly barely aged",
    "after_money": "were was had of are",
    "before_money_change": "from to against",
    "point_units": "basis point|percentage point",
    # counted/antecedents
    "definite": "the these those all other",
    "totals": "total tally toll number figure count",
    "reaching": "to at of was is reached stands stood",
    "stand_ins": "it there that this figure number total they",
    "being": "was is were are at",
    "of_which": "of which|of whom|of these|of them|of those",
    "taking_time": "took take takes taking lasted lasts last lasting",
    "on": "on in",
    "still": "still left alive",
    "said_to_be": "confirmed feared reported presumed believed pronounced",
    "trading": "closed opened traded ended finished settled closes opens",
    "in_all": "in all|in total|all told",
    "venues": (
        "hall gallery room chamber stadium arena theatre church chapel boat ferry bus coach train tram plane van car cell prison camp "
        "shelter hostel ward courtroom cinema club venue dormitory jail lifeboat minibus restaurant school tent"
    ),
    "holding": "holds hold held seats seat sleeps sleep accommodates accommodate carries carry",
    "seating": "seats seat sleeps sleep",
    "companies": "crew staff",
    "of_children": "father mother parent grandfather grandmother youngest eldest oldest parents grandparents",
    "children": "children",
    "coordinated": "and or to",
    "placing": "on in at from with against",
    "doing": "were are had have was is has will would can could did do",
    "human_acts": (
        "arrested charged voted applied told said abstained refused protested accused fined deported "
        "expelled sacked dismissed married pregnant asked complained rescued homeless arrived crossed "
        "landed gathered marched enrolled"
    ),
    # counted/phrases_plural
    "governing": (
        "after of with for by from to into on at through between against without among despite during the these those his her its "
        "their our my has have had"
    ),
    "noun_or_verb": (
        "arrest attack protest march vote account share walk visit return strike drink ride drive fight call show stop start move need "
        "help cover report shot round try pass turn test"
    ),
    "attributive": "lost stolen broken sunk burnt hidden frozen torn unpaid paid sold shut spoilt forgotten chosen written",
    # counted/clauses_plural
    "boundaries": "and but while whereas or that",
    "gap_joints": "on at with to by up down about around nearly almost some over only just",
    "remaining": "the remaining other rest a further another",
    "by_or_of": "by of",
    "winning": "leads led lead won wins majority margin majorities leading winning",
    "voting": "vote votes voters turnout election ballot ballots referendum polls",
    "places": "in at among for across on",
    "times_of_day": (
        "day week month year morning evening night noon midnight today yesterday quarter time moment "
        "hours days weeks months years"
    ),
    "verb_adverbs": "also still later then all now of them",
    # counted/shares
    "it": "it|",
    "spent_on": "in|on|for",
    "at": "at",
    "goes_on_with": ", or|(|or|,",
    "changes_of_share": "up down more less fewer higher lower",
    "and": "and or",
    "as_many": "as many|as much|that .|that ,|that;",
    "changed_from": "up from|down from|compared with|compared to|rather than|and from",
    "acts_on": "doubled tripled trebled quadrupled quintupled halved doubling tripling trebling halving",
    "said_nothing": "figure figures number numbers total amount proportion it they",
    "from": "from against to",
    "against": "against",
    "making": "made earned lost spent raised paid cost owes invested borrowed took make earn lose spend raise costs",
    "echoes": "did do",
    "joins_shares": "from against to up down compared with",
    "list_joints": "by of in across per among",
    "powers": "square cubic",
    "deaths": "deaths casualties bodies fatalities",
    "shares_of_people": "majority minority",
    # counted/nouns_plural
    "collectives": "jury crew team group family panel party squad gang band delegation staff party crowd board",
    "owners": "its their his her our my",
    "another": "another further",
    "of_those": "of those|",
    "strong": "strong|",
    "in_or_of": "in|of|for",
    "rises": (
        "rise fall increase decrease drop cut gain decline jump surge reduction hike slump dip improvement "
        "slide plunge"
    ),
    "shared": "turnout support approval interest growth inflation unemployment tax ownership participation coverage",
    "before_attribute": "a an the its their his her record this that",
    "nouns_in_ly": "family assembly supply reply ally fly anomaly monopoly bully butterfly",
    "as_many_of": "as many|as much",
    "share_ends": "times|",
    "nouns_plural_skip": "more other additional further extra fewer less such or another new",
    "determiners": "the these those its their his her our all some them this that any my your each",
    "pronouns": "whom which them us these those whose you it",
    "casualties": (
        "killed wounded injured dead missing hurt hospitalised hospitalized arrested detained displaced "
        "infected rescued evacuated homeless others other unaccounted jailed dying released saved freed "
        "burned treated trapped stranded critically seriously severely badly slightly lightly more ill "
        "sick alive strong positive unhurt critical stable unconscious"
    ),
    "person_ends": "ers ors ists ants ees men ians ents women eers ives ders",
    "persons": (
        "people persons men women children boys girls civilians soldiers troops crew staff victims "
        "families refugees migrants residents patients students pupils players fans police guards nurses "
        "deaths casualties survivors bodies relatives individuals inmates youths adults babies doctors "
        "pilots members hostages captives monks priests locals villagers nationals males females "
        "witnesses spectators athletes applicants"
    ),
    "not_persons": (
        "containers trailers papers numbers computers helicopters trackers boosters towers letters "
        "documents incidents accidents events agents payments orders offers centres centers plants "
        "restaurants grants statements departments apartments doors floors reactors tractors motors "
        "sectors errors presents tents rents cents components parents' continents investments drives "
        "archives olives hectares acres litres metres borders folders"
    ),
    "suffered": (
        "died drowned fled survived perished taken treated hospitalised remained buried jailed convicted "
        "sentenced charged unhurt dead bailed"
    ),
    "of_wealth": "gdp output income normal capacity",
    "takes_object": (
        "found got had made took won lost left told gave sent saw held paid kept brought sold bought led "
        "said say get take make have give"
    ),
    # In the table of nouns because one of them is counted; they do not end a phrase after a larger number.
    "singulars": (
        "eyewitness baby person man woman child house vehicle car victim death casualty soldier officer "
        "civilian patient case ship boat building home school village town city country state region "
        "district province member worker student teacher doctor nurse journalist protester demonstrator "
        "voter seat vote share point ballot job company firm party candidate police gas bus campus virus "
        "bonus lens killed"
    ),
    "verbs_here": "was has is goes does says",
    "object_openers": "the a an their his to that it its",
    "nouns_plural_adjective_ends": "ly ous ful ive able ible less",
    "about_number": "about around more than nearly some at least over almost",
    "participle_ends": "ed ing",
    "comparisons": "more fewer less higher lower all",
    "the_rows": "of|the",
    "compared_with": "number|figure|recommended|amount|rate|average|size|total|national|limit|level|previous",
    "done_to_people": "were are was had have been also later more others still reported feared left",
    "these_or_those": "these those",
    "partitive_verbs": "were are had have who",
    "short_plurals": "gps mps",
    "singular_ends": "ss us is 's",
    "are_words": "were are was",
    "ends_predicate": "and under aged",
    # counted/subjects_plural
    "modals": "would could will might should must can cannot",
    "verbs_of_change_extra": (
        "is was were are stands stood totals totalled reached reaches remains remained averaged averages "
        "hit hits came comes"
    ),
    "clause_starts": "and but that while",
    "qualifiers": "least more than about nearly almost around over under less fewer some only just roughly",
    "unit_heads": "points point percent cent",
    "articles": "the a an its their his her",
    "of": "of",
    "by": "by",
    "figure_heads": "figure figures number total count",
    "head_openers": "to by from at of in for per between as",
    "verb_or_adverb_ends": "ed ly",
    "verbs_of_total": "to at reached reach reaches totalled totaled numbered number exceeded hit were are",
    "are_verbs": "were are",
    "not_subjects": "there they we",
    "totals_of_people": "turnout crowd crowds attendance audience gathering",
    "verbs_with_object": "has have had won got took polled",
    "before_noun": "the a an of its their",
    "up_or_down": "up down",
    "verbs_of_giving": "puts gives takes sees leaves shows has holds gets makes reaches totals costs",
    "not_a_row_label": "answer question total source note update photo score result toll",
    "number_words": "number total numbers count tally",
}
