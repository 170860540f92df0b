"""English words for `licences`: what lets a bare number count something. Words are separated by spaces, phrases by |."""

from __future__ import annotations

from claims.extraction.languages.base import Table

TABLE: Table = {
    # licences/looks
    "loose": "about around over above under below near beyond better between circa",
    "bounds_of_age": "over under above below",
    "none": "none",
    "now": "now",
    "that_does": "that this which",
    "whom": "us me him her them you",
    "acts_alone": "begins opens closes starts ends runs returns plays airs stars sits lies stands belongs sells makes says tells",
    "per": "per",
    "motions": "motion bill amendment budget carried defeated rejected",
    "sides": "favour favor for against yes no yea nay ayes noes abstentions abstained spoilt",
    "also_does": "and but",
    "mostly": "most largest biggest highest top followed led chiefly mainly mostly notably including ahead then",
    "rated": "ages age aged rated rating certificate suitable for",
    # licences/left
    "focus": "only just still now already also then even yet exactly fully precisely",
    "choosing": "record another other all those these remaining further additional extra every such both mere full",
    "only": "only just merely",
    "not_only": "at is was am be aged turned",
    "joins": "and while but",
    "gap_ends": "to in with",
    "hedged_pair": "perhaps maybe possibly probably",
    "particles": "in on off out up away down back over aside",
    "taken": "took taken take takes taking brought bring let hauled called hired flew flown packed won",
    "not_after_to": "or tion sion ity ment ness ance ence ism",
    "to": "to",
    "subjects": "we they i he she it who you to will would can could must may might should",
    "participle_ends": "ed",
    "and": "and or",
    "set_behind": "in favour|in favor|in all|to go|to come|, not",
    "starts": "start starts started starting begin begins began beginning end ends ended ending",
    "emergency": "911 999 112 101 111",
    "called": "called calls",
    "name_nouns": (
        "oaks elms springs dials bells tuns rivers hills peaks lakes bridges crosses gates keys crowns swans foxes "
        "horseshoes ashes pines palms arches towers stones wells mills acres corners points ways lamps wishes steps sisters "
        "brothers kings queens pillars castles islands feathers barrels hearts stars moons suns roses lions bears wolves "
        "willows winds graces mile miles trees elephants dogs cups tenors musketeers wise gables cities pines sails anchors"
    ),
    # Endings of the names of peoples, parties and faiths, and such names without them.
    "peoples": "ans ese is ists crats ives als ims ews ikhs ites ots ers ards ics mps ens",
    "peoples_short": (
        "tories reds blues scouts guides marines arabs kurds serbs croats turks greeks danes swedes finns poles czechs slovaks "
        "britons oscars grammys leopards patriots typhoons hindus tamils"
    ),
    "some_of": "some several most many all half few more",
    "school_years": "year grade",
    "tallied_others": "others independents other independent",
    "against": "to against versus",
    "taking_in": "all mostly including among most both many some",
    "each": "a an per each every",
    "collectives": "police gas",
    "joining": "and or but then nor plus up down",
    "including": "including among besides except excluding not nor versus like",
    "article": "the",
    "of_or_among": "of among for between",
    "owners": "the a an its his her their our my your this that",
    "there": "there here",
    "many_are": "were are was been be",
    "one_is": "is was",
    "we_are": "they we there those these",
    "it_is": "it",
    "signs_of": "number digits letters numbers code codes figures",
    "grows": "to from by against",
    "by": "by",
    "out": "out",
    "bodies": "committee group gang band council club house",
    "divided": "divide divided multiply multiplied",
    "counted_out": "backwards counting counted",
    "counting": "count counted counting counts",
    "reaching": "admits admitted admit runs ran run comes came come amounts amounted stretches extends extended adds added swelled limited restricted close",
    "level": "at as",
    "first": "first next final original initial latest previous missing surviving freed",
    "level_words": (
        "put puts stands stood stand remains remained estimated stays stayed valued capped settled fixed reckoned "
        "unchanged counted calculated opened closed traded peaked"
    ),
    "amounts": (
        "sales revenue revenues deliveries bookings births arrivals toll total totals number numbers count tally figure figures estimate estimates sum turnout attendance crowd "
        "crowds capacity population average mean median limit minimum maximum target majority quota size rate index "
        "score expectancy share level output production membership staff workforce enrolment enrollment headcount "
        "support approval record peak balance margin vote price prices order orders stock stocks strength dead deaths injured cases casualties"
    ),
    "counters": (
        "number total crowd toll group groups staff team crew jury panel party family list maximum minimum average "
        "force band gang class fleet army convoy handful rest out owner owners mother father parents couple pair pairs "
        "majority sample circle board committee cast string series sum half quarter third each one two three four five "
        "six seven eight nine ten"
    ),
    "classes": "rule law ratio root square cube power factor ph dot stroke crack class summer spring winter autumn generation night morning evening age that issue week spirit boys heroes vintage crop",
    "of": "of",
    "others": "others other more",
    "for": "for with",
    "of_place": "in on",
    "within": "in",
    "dialled": (
        "press presses pressed pressing looks looked bid bids dial ring call phone text press sms key type tune catch board ride wear wears wearing wore quote quoting "
        "enter punch ringing dialling calling texting rang rung rings dials dialled dialed phoned texted"
    ),
    "not_verbs": "rating ranking heading listing reading gone times aged dated rated ranked seeded during according titled entitled called named",
    "verb_ends": "ed ing",
    "third_person_ends": "s",
    "numbered": "numbered number",
    "have": "have has had having",
    "see": "see cf",
    "whose_gap": "he she they it his hers theirs ours mine yours",
    "other_verbs": (
        "upheld split threw overturned sought bade bred clung crept dealt dug fed flung forgave forbade ground hung knelt leapt "
        "rebuilt retook slain slew slid slung snuck sped spun sprang strove swore swung taught tore trod undid wept withheld "
        "makes make outvoted netted bagged beat beats bit bore bound burnt cleared dropped freed shed shod smote sued swept threatened"
    ),
    "clocks": "clock bell bells clocks",
    "adverb_ends": "ly",
    "much": "many much few",
    "times": "year month week day night today yesterday now then tomorrow so far",
    # licences/right
    "states": (
        "aged others other more fewer less strong short apiece each alone too dead alive safe unaccounted absent homeless "
        "against needed left aboard down up"
    ),
    "who": "who whom whose",
    "we_said": "i we they he she who that",
    "passing": "also still later now then since allegedly already then reportedly both all",
    "helping": "were are have had did do will would can could may might must should",
    "placing": "in on at from under over aboard inside outside near with of per",
    "opening": "whether unless and but while that where when as because although though or whereas if said says least",
    "closing_time": (
        "once altogether nationwide worldwide elsewhere total days nights weeks today yesterday tomorrow tonight overnight year month week weekend night morning afternoon evening day hour "
        "noon midday midnight spring summer autumn winter then now so far meanwhile there here"
    ),
    "leading": (
        "in at near on among besides across around outside inside under over since until during after before by from along off for "
        "within throughout behind beyond last this next of with elsewhere"
    ),
    # licences/named
    "places": "in at near across around outside inside from off on along over after during since before by",
    "begins_clause": "and but while that where when as because although though or whereas if said says",
    "gives": (
        "gave give gives giving won win wins cost costs costing handed hands sent send sends offered offers owes owed "
        "lent told paid pay pays left leave leaves brought bring brings awarded granted took takes take denied sold"
    ),
    "tallied": "seats votes points goals medals wins runs mandates delegates councillors deaths cases dead wounded",
    "results": "results result count counts arrests injuries members mps tally standings deaths",
    "singular_is": "is was has isn't wasn't",
    "not_noun_of_title": "ed ing ly",
    "capital_units": (
        "fahrenheit celsius kelvin calorie calories kilocalories mbps gbps kbps watts volts hertz megahertz gigahertz pascals "
        "kilohertz amps points megapixels megapixel"
    ),
    "openers": (
        "release free hire send bring add hand build sell close cut save stop drop pick order count ban make take give "
        "get put kill arrest need see meet read boil mix use buy keep leave record total fresh police troops rebels "
        "nationwide worldwide elsewhere altogether overall roughly barely another christmas easter perhaps maybe "
        "plus further exactly fully reportedly instead evacuate deport jail sack invite recruit train rescue spare"
    ),
    "institutions": "hospital prison school court church camp college university jail custody office town",
    "books": (
        "corinthians kings samuel chronicles thessalonians timothy peter john maccabees esdras"
    ),
    "which_period": "last this next each every that one per a",
    "served": "recipe table tea dinner supper lunch breakfast meal",
    # Of those always numbered, the ones that are verbs as well: "to house 40".
    "heads_as_verbs": (
        "counter note part act rule dose paper lap heat set frame verse ward exit line route bus grade stage phase channel page floor "
        "dock berth track stand stop section flat camp type bay"
    ),
    "moving": (
        "go goes went going gone come comes came coming send sends sent sending move moves moved moving return returns returned "
        "proceed proceeds proceeded walk walks walked turn turns turned switch switched transfer transferred report reported refer "
        "referred answer answers key reply back up down over along on you him her them us me it close next"
    ),
    "always_numbered": (
        "size desk booth kiosk shelf drawer locker bed tent pen window counter option note round series camp part scene act rule camera dose paper lap heat set frame clue game verse theatre room ward gate platform exit line route bus tram level grade stage phase channel page floor courtroom hall cell "
        "terminal pier dock berth lane junction booth studio episode season chapter verse psalm hymn block sector zone "
        "runway flight train flat apartment cabin bay stop track stand section article clause paragraph category tier type"
    ),
    "as_noun": "in on at of to for from by near its the a an his her their our my your this that with and",
}  # fmt: skip
