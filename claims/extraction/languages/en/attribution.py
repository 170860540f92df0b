"""English words for `attribution`: who says a figure. Words are separated by spaces, phrases by |."""

from __future__ import annotations

from claims.extraction.languages.base import Table

TABLE: Table = {
    # attribution/attribute
    # attribution/labels
    "numbered": "no",
    "person_ends": "man woman ist ian ologist eer iner",
    "listing": "lists list listed contains contain records",
    "nobody": "nobody neither none no",
    "not_adverbs": "family assembly supply reply monopoly anomaly",
    "making": "makes make",
    "on_whose": "on from by",
    "spoken_ends": "ed s",
    "ourselves": "i my me myself we our us ourselves",
    "body_ends": "ministry council agency",
    "particles": "out",
    "pointing": "pointed points point",
    "writings": (
        "roll ledger register list table census inventory log diary minutes notice indictment papers file files chart map guide brochure "
        "catalogue memo letter note leaflet files accounts books filing filings dossier audit review inquiry article bill contract "
        "documents record archive website page programme manual certificate summary"
    ),
    "first_person": "we i",
    "then": "then now earlier later today yesterday",
    "front_bodies": "un who unhcr unicef imf nato oecd",
    "about_before": "that is according to|this is according to|that was according to|that was the figure",
    "offices": "officer service trust witness office brigade force agent captain foreman commander chief mayor",
    "who": "who",
    "agent": "by",
    "relatives": "who which whose where whom",
    "giving": "gave gives give given",
    "ends_name_small": "will would can could should must might may shall",
    "published_in": "published appearing",
    "not_person": (
        "street road avenue lane square drive court place hill park bridge gate station airport hospital clinic school "
        "college university council party union bank office agency ministry group league club hall house city county river lake "
        "island islands bay valley province state states times post news day week"
    ),
    "accusing": "accuse accuses accused",
    "persons": (
        "woman man lady boy girl mother father son daughter widow pensioner superintendent headteacher headmaster principal pathologist "
        "professor bishop priest vicar colonel general sergeant inspector detective constable commissioner chairman chairwoman chair "
        "treasurer secretary clerk engineer researcher economist analyst historian biologist geologist hydrologist actor author editor "
        "reporter manager nurse midwife paramedic baker farmer fisherman shopkeeper landlord tenant resident survivor defendant "
        "plaintiff student pupil worker official expert adviser envoy ambassador chancellor premier councillor candidate "
        "mayor governor minister president prosecutor spokesman spokeswoman spokesperson director chief officer judge captain "
        "doctor nurse surgeon lawyer witness farmer teacher driver owner leader coach ombudsman senator deputy coroner prefect"
    ),
    "joins_verbs": "and but",
    "admitting": "admitted admits",
    "admitted_of": "charge charges count counts offences patients newborns",
    "wanting": "want wants demand demands demanded wanted",
    "gap_joints": "of at",
    "writing": "wrote writes write",
    "talking": "spoke speaks speak talked talks",
    "talked_of": "of about to",
    "claiming": "claimed claims claim claiming",
    "lost": "lives life responsibility victory",
    "goes_on": "another others he she among of further",
    # attribution/saying
    # Verbs that say only with "that", a colon or a quotation: "employers added 188,000 jobs" is no speech.
    "needs_that": (
        "joked jokes quipped sighed sighs laughed laughs muttered whispered exclaimed retorted replies "
        "clarified clarifies confessed confesses grumbled grumbles moaned boasted "
        "confided "
        "assured assures vowed vows pledges hinted hints implied implies responded responds answered "
        "answers swore swears affirmed affirms attested attests advised advises repeated repeats "
        "added adds noted notes found finds showed shows show asked asks pointed points described "
        "describes posted indicated indicates concluded believed observed published publishes quoted "
        "quotes cited cites suggests suggested spoke speaks speak talked talks accused accuses complained "
        "counters countered wrote writes write adding denied denies recalled recalls declared "
        "declares maintained maintains"
    ),
    "openers": "that of about for to how",
    # Verbs whose subject can follow them: '"…", said the mayor'.
    "inverted": (
        "joked jokes quipped sighed sighs laughed laughs muttered whispered exclaimed retorted replies "
        "clarified clarifies confessed confesses grumbled grumbles moaned boasted "
        "confided "
        "said says added adds wrote writes explained explains warned warns reported reports announced "
        "noted notes argued argues insisted insists claimed claims recalled recalls stated states "
        "confirmed estimates estimated admitted complained replied declared concluded"
    ),
    "counting": (
        "recorded registered posted counted verified documented tallied calculated published publishes "
        "promised"
    ),
    "modals": "may can will would could should must might did not to never cannot shall",
    "weak": (
        "think thinks fear fears "
        "found finds find show shows showed believe believes believed suggests suggest suggested "
        "indicates indicate indicated recorded records registered counted tallied posted posts published "
        "publishes publish documented documents document verified put puts promised promises promise "
        "pledged accused accuses expect expects expected projected projects forecast forecasts cited "
        "cites record report claim estimate state reports claims estimates states comments quoted tell "
        "conclude tells"
    ),
    "opens_name": (
        "the a an its their his her one he she they officials police authorities local another state "
        "residents witnesses doctors"
    ),
    "dated_behind": "on in at late early earlier yesterday today last this",
    "weekdays_behind": "monday tuesday wednesday thursday friday saturday sunday",
    "opens_set_off": "a an the who which its head director one",
    "opens_participle": "statement briefing conference told by while",
    "saying_forms": "saying adding warning stating claiming reporting telling",
    "bare_forms": (
        "reckon contend concede complain deny think fear "
        "say note report claim estimate warn argue insist allege believe suggest predict expect want "
        "demand confirm blame explain"
    ),
    "speech_participles": "quoted saying reporting telling warning claiming",
    "not_before_verb": (
        "the a an its their his her of by no to these those with such new official in for from and or"
    ),
    "published_forms": "published released cited quoted posted",
    "put_at": "at on",
    "before_figure": "about around nearly almost over under more less at some close up just between a",
    "put_forms": "put puts",
    "before_noun_use": "a an the of as",
    "passive_forms": "estimated reported recorded alleged stated expected projected confirmed registered",
    "after_passive": "of from by in on",
    "said_or_says": "said says",
    "found_forms": "found shows showed show finds published",
    "lone_speakers": (
        "officials police authorities economists analysts researchers rebels protesters organisers organizers activists "
        "campaigners doctors medics prosecutors investigators detectives residents witnesses rescuers unions experts scientists "
        "lawyers opponents critics insurgents separatists survivors relatives observers monitors volunteers villagers pollsters forecasters"
    ),
    "lone_sayers": "police they we people i",
    # attribution/speaker
    "pronouns": "he she they it i we who",
    "person_pronouns": "he she i",
    "aux": (
        "has have had is was were are also later earlier then already still initially repeatedly "
        "officially separately however further been be being would will previously recently just now "
        "again on"
    ),
    "be": "is are was were be been being",
    "clause": (
        "that but while as when because if which although after before where so than what though whereas "
        "until unless since said how"
    ),
    "bare": (
        "ministry group organisation organization agency network company charity union newspaper paper "
        "publication department office committee commission council court service body firm bank "
        "institute party team report statement authority watchdog spokesman spokeswoman spokesperson "
        "official minister president mayor governor director head chief judge study survey"
    ),
    "nouny": (
        "fear fears "
        "reports report claims claim estimates estimate states state records record documents document recounts recount "
        "forecast forecasts projects posts comments show shows"
    ),
    "papers": (
        "figures data statistics records estimates numbers results report reports survey study poll "
        "census statement documents bulletin tally count release findings"
    ),
    # attribution/speakers
    "counts": (
        "figure figures estimate estimates count tally toll data statistics numbers survey poll census forecast forecasts "
        "projection projections outlook"
    ),
    "reaching": "according citing",
    "whom_words": "her him",
    "whom_or_them": "her him them it",
    "of_or_the": "of the",
    "joins_clauses": "while but and whereas",
    # attribution/headlines
    "answer": "answer a",
    "asked": "question q",
    "not_a_label": "answer question total source note update photo result toll",
    "small_words": "of the and",
    # attribution/names
    "opens_date": "far as of on in at by during earlier last this yesterday today late early",
    "period_words": "week month year morning yesterday today evening night quarter weekend day",
    "opens_name_after_date": "the a",
    "body_joints": "of for at with from",
    "articles": "a an the",
    "clause_openers": "that but while",
    "possessives": "its the their his her a an",
    "opens_body": "a an the its their",
    "is_or_was": "was were are is had has killed died",
    "opens_person": "the a an its their his her one some several local as both that",
    "object_pronouns": "her him them it",
    "before_phrase": "in on at for of to",
    "joins_names": "and",
    "inside_name": "the of a for and in",
    "ends_name": "who which on with has have had was were is are by to about out",
    "ends_name_at_place": "in at from",
    "day_words": "yesterday today",
    "helpers": "were was been is are had has have would will who",
    "joins_subjects": "and or",
    "parts_of_those": "of them|of these|of those|of whom",
}
