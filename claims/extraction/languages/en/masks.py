"""English words for `masks`: what stands beside numerals that are no figures. Words are separated by spaces, phrases by |."""

from __future__ import annotations

from claims.extraction.languages.base import Table

TABLE: Table = {
    # masks/addresses
    "streets": (
        "street road avenue lane square drive court close way place boulevard terrace crescent gardens "
        "hill row quay wharf parade embankment st rd ave alley mews walk highway plaza"
    ),
    "streets_first": "rue via calle avenida rua piazza plaza boulevard quai impasse ulica ulitsa prospekt strada largo corso",
    # masks/ages
    "rest": "rest remainder toll total number majority count tally estimate reckoning figure guess sum vote poll score",
    "joins_ages": "to and or between",
    "age_units": "years months",
    "before_age": "between from under over about",
    "ages": "aged ages age",
    "old": "old|olds|old's",
    "turned": "turned turns turning",
    "after_turning": "last this on in",
    "closes_age": "and who from",
    "closes_aged": "years s and",
    "aged_groups": (
        "children people those anyone women men adults girls boys youths patients everyone workers aged "
        "child kids players"
    ),
    "aged": "aged ages",
    "age_or_ages": "age ages",
    "years_old": "years years-old",
    "of_age": "of age|",
    "year_or_years": "years year",
    "turning_joint": "and from",
    "plural_ends": "s people",
    # masks/codes
    "ordinal_ends": "st nd rd th",
    "glued_units": "pc pct pp bps bp x ish g s h m l p c w v min hr hrs yr yrs mins",
    "weapons": (
        "rifle rifles pistol pistols calibre caliber revolver revolvers handgun handguns gun guns round "
        "rounds cartridge cartridges ammunition bullet bullets mortar mortars howitzer howitzers shell "
        "shells cannon casings"
    ),
    "by_size": "x by",
    "compass": "n s e w",
    "old_compound": "- old|- olds|- old's",
    "bounds": "minus sub",
    "totals_of": "average total maximum minimum",
    "name_prefixes": "mid pre post late early",
    "name_letters": "d k",
    "capital_letters": "p",
    # masks/numbered
    "counts": "counts",
    "many_number": "dead wounded injured missing they we",
    # masks/listings
    "ascension": "ra",
    "decades": "twenties thirties forties fifties sixties seventies eighties nineties",
    "half": "half",
    "at_half": "at by until till from about around since before after",
    # masks/lookalikes
    "points": "n s e w",
    "big": "big super magnificent back front",
    "halved": (
        "hour hours mile miles dozen million billion trillion point points century day days year price "
        "share shares minute litre acre pint pound percentage term yearly year's inch"
    ),
    "many": "people men women children police troops staff crew cattle sheep fish aircraft more other",
    "praise": (
        "record total mere full whole extra good rare more few maximum minimum combined tiny huge further "
        "another other paltry modest meagre respectable remarkable incredible average"
    ),
    "accounts": "account passport invoice licence permit docket badge policy",
    "releases": "firmware software release android",
    "open": "open opens trades daily weekdays weekends hours lunch surgery monday friday saturday sunday",
    "coordinates": "lat latitude longitude",
    "until": "till until",
    "before_opening": "by from won lost",
    "under_par": "under par|over par",
    "under_par_compound": "under - par|over - par",
    "before_quarter": "at by until before after struck",
    "quarter_words": "five ten twenty",
    "verb_ends": "ed ing al",
    "longitude": "long lon",
    "by_letter": "x",
    "to_or_past": "to past",
    "something": "something|somethings",
    "articles": "a an",
    # masks/names
    "bodies": "committee group gang band council club house",
    "read_out": (
        "page chapter part act phase step channel platform room gate war number volume book episode scene "
        "stage article section grade tier category"
    ),
    "ordinal_words": (
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "twentieth thirtieth fortieth fiftieth hundredth thousandth millionth"
    ),
    "vehicles": "flight train bus",
    "before_place": "in at from near of on to by across around outside for",
    "not_a_product": "only just total some nearly almost around all another",
    "product_ends": "pro plus mini",
    "before_product": "the a an its his her this",
    "type_articles": "the a",
    "rates": "per percent",
    "number_words": "number no",
    "participle_ends": "ed",
    # masks/numbered
    "in_plural": (
        "count bay cabin cell room zone page hymn psalm article section paragraph para platform level "
        "chapter clause rule flat gate fig figure footnote route line ward district sector junction exit "
        "exhibit act volume episode step stage grade resolution protocol"
    ),
    "catalogued": "element cabin comet sample exhibit locker asteroid psalm hymn",
    "always_capital": (
        "annex appendix asteroid cabin class comet court division element exhibit exit form gate group "
        "hangar hymn kilometer kilometre level line locker mile pier platform psalm reactor room sample "
        "scope sector set stop team terminal unit ward zone"
    ),
    "always": "boeing airbus type fortune category phase tier top chapter article stage grade size",
    # Words that are heads of a name only when written with a capital: "Team 5" but "the team 5".
    "common": (
        "army well war title act bill order motion house building case form call world season book agenda "
        "vision release build rule rules party mark field court campus state super area team company "
        "group prison school hospital corps set"
    ),
    "verb_or_noun": "form report order act call face box file release building",
    "joins_numbered": "and or to through of",
    "numbered_marks": "no nos number n",
    "number_marks": "no nos number",
    "determiners": "the a this that each",
    "people_act": "were are have died",
    "short_heads": "m p pp v n",
    "short_pages": "pp p",
    "number_short": "no n",
    # masks/scores
    "match": (
        "won win wins beat beats drew draw lost lead leading score scores scored set sets aggregate "
        "half-time defeat defeated victory match goal goals game final penalties tie tied semi-final "
        "champions league cup bt tennis hockey cricket basketball golf darts football rugby"
    ),
    "ballot": (
        "vote votes voted voting ballot parliament council senate majority passed approved ruled judges "
        "court assembly jury"
    ),
    # masks/telephones
    "phone": (
        "call ring phone tel telephone hotline dial ext extension fax contact mobile whatsapp text sms "
        "helpline"
    ),
    "extensions": "ext extension",
    # masks/times
    "departs": "leaves departs runs arrives does is was has calls stops goes pulls reaches comes waits connects serves",
    "oclock": "am pm a.m p.m o'clock gmt utc est cet hrs utca",
    "levels": (
        "put puts stands stood stand remains remained estimated toll number total score figure standing "
        "rate level"
    ),
    "about": "about around",
    "meridiem": "am pm a p",
    "before_clock": "at to from until by",
    "after_clock": "in on the",
    "near_clock": "at by",
    "noon": "am pm",
    "noon_letters": "a p",
    # masks/years
    "year_before": (
        "in since by from until till of during before after mid early late circa year the than to and for "
        "this between through"
    ),
    "counted_not_year": "people men women children soldiers troops houses homes protesters students",
    "before_year_certain": "in since the of until by during from",
    "before_count": "than over about some nearly around least almost more to",
    "before_year_noun": "in since until during the",
    "before_year_or_count": "around about than over",
    "per_words": "percent per",
    "one_or_two": "one two",
    # by several modules
    "under_or_over": "under over",
}
