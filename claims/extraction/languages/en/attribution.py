"""English words for `attribution`: who says a figure. Words are separated by spaces, phrases by |."""

from __future__ import annotations

from claims.extraction.languages.base import Table

TABLE: Table = {
    # attribution/attribute
    "goes_on": "another others he she among of further",
    # attribution/saying
    # Verbs that say only with "that", a colon or a quotation: "employers added 188,000 jobs" is no speech.
    "needs_that": (
        "added adds noted notes found finds showed shows show asked asks pointed points described "
        "describes posted indicated indicates concluded believed observed published publishes quoted "
        "quotes cited cites suggests suggested spoke speaks speak talked talks accused accuses complained"
    ),
    "openers": "that of about for to how",
    # Verbs whose subject can follow them: '"…", said the mayor'.
    "inverted": (
        "said says added adds wrote writes explained explains warned warns reported reports announced "
        "noted notes argued argues insisted insists claimed claims recalled recalls stated states "
        "confirmed estimates estimated admitted complained replied declared concluded"
    ),
    "counting": (
        "recorded registered posted counted verified documented tallied calculated published publishes "
        "promised forecast"
    ),
    "modals": "may can will would could should must might did not to never cannot shall",
    "weak": (
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
        "reports report claims claim estimates estimate states state records record documents document "
        "forecast forecasts projects posts comments show shows"
    ),
    "papers": (
        "figures data statistics records estimates numbers results report reports survey study poll "
        "census statement documents bulletin tally count release findings"
    ),
    # attribution/speakers
    "counts": (
        "figure figures estimate estimates count tally toll data statistics numbers survey poll census"
    ),
}
