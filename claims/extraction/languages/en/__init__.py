"""English: numbers, comparators, units and the words around them."""

from __future__ import annotations

from decimal import Decimal

from claims.extraction.languages.base import Language, by_first, groups, numerals, phrases
from claims.extraction.languages.en import (
    attribution,
    counted,
    dates,
    licences,
    masks,
    not_figures,
    numbers,
    reading,
    sayings,
)
from claims.extraction.languages.en.idioms import IDIOMS
from claims.extraction.languages.en.words import ADJECTIVES, NOUNS, SAID, STOP, VERBS

_NUMBERS = numerals(
    {
        "n": "0 zero nil nought naught; 1 one; 2 two; 3 three; 4 four; 5 five; 6 six; 7 seven; 8 eight; 9 nine; 10 ten; 11 eleven;"
        "12 twelve; 13 thirteen; 14 fourteen; 15 fifteen; 16 sixteen; 17 seventeen; 18 eighteen; 19 nineteen;"
        "20 twenty; 30 thirty; 40 forty fourty; 50 fifty; 60 sixty; 70 seventy; 80 eighty; 90 ninety",
        "h": "100 hundred",
        "s": "12 dozen; 20 score; 1000 thousand; 1000000 million; 1000000000 billion milliard; 1000000000000 trillion;"
        "100000 lakh lac; 10000000 crore",
        "p": "12 dozens; 20 scores; 10 tens; 100 hundreds; 1000 thousands; 1000000 millions; 1000000000 billions;"
        "1000000000000 trillions; 100000 lakhs; 10000000 crores",
        "v": "3 several few handful; 0 none",
        "f": "3 third thirds; 4 quarter quarters fourth fourths; 5 fifth fifths; 6 sixth sixths; 7 seventh sevenths;"
        "8 eighth eighths; 9 ninth ninths; 10 tenth tenths; 11 eleventh elevenths; 12 twelfth twelfths; 15 fifteenth fifteenths; 16 sixteenth"
        " sixteenths; 20 twentieth twentieths; 30 thirtieth; 50 fiftieth; 100 hundredth hundredths; 1000 thousandth"
        " thousandths",
        "H": "0.5 half halves",
        "k": "2 couple",
        "r": "2 doubled doubling doubles double twice twofold; 3 triple tripled trebled tripling trebling thrice threefold;"
        "4 quadrupled quadrupling fourfold; 5 fivefold quintupled; 6 sixfold; 7 sevenfold; 8 eightfold; 9 ninefold;"
        "10 tenfold; 20 twentyfold; 100 hundredfold; 0.5 halved halving",
    }
)

_BEFORE = phrases(
    {
        "more_than": "more than|over|upwards of|upward of|in excess of|above|exceeding|exceeded|exceeds|topped|topping|surpassed"
        "|surpassing|north of|greater than|higher than|larger than|bigger than|longer than|better than|>"
        "|just over|well over|a little over|slightly over|a bit over|just above|well above|slightly above|just more than"
        "|slightly more than|a little more than|little more than|a bit more than|well more than|far more than"
        "|much more than|not less than just|over than|comfortably over|comfortably more than|beyond|way over|way more than",
        "at_least": "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|minimum"
        "|at the very least|at a minimum|≥|as few as|as little as|a low of at least",
        "less_than": "sub -|sub|less than|fewer than|under|below|just under|just below|well under|well below|slightly under"
        "|slightly below|a little under|a little less than|slightly less than|slightly fewer than|a bit under"
        "|just less than|just short of|just shy of|a little short of|shy of|lower than|smaller than|<|not quite|south of"
        "|little less than|a little fewer than|far fewer than|far less than|much less than",
        "at_most": "up to|as many as|as much as|no more than|not more than|at most|a maximum of|maximum of|maximum"
        "|as high as|as large as|as long as|not exceeding|no greater than|no higher than|no longer than|≤|upto|capped at"
        "|at the most",
        "about": "about|around|some|roughly|approximately|approx|approx .|nearly|almost|close to|an estimated|estimated"
        "|barely|circa|ca .|c .|~|≈|approaching|in the region of|on the order of|in the order of|more or less|near"
        "|nearing|virtually|practically|nearer|somewhere around|something like|what was estimated at|estimated at"
        "|estimated to be|a reported|a total of around|a total of about|an average of about|an average of around"
        "|close on|getting on for|in the neighborhood of|in the neighbourhood of|in the vicinity of|perhaps|maybe"
        "|closer to|nearer to|more like|not far short of|not far off|just about|the best part of|the better part of|pretty much|very nearly|all but nearly|hovering around|an approximate|roundabout|an estimated total of",
    },
    last=True,
)

_AFTER = phrases(
    {
        "at_least": "or more|plus|- plus|+|at least|at a minimum|and counting|and more|and above|and up|or over|or higher"
        "|or above|or greater|and over|or longer|or better",
        "more_than": "and change|- something|something|and some|- and - change|- some",
        "at_most": "or less|or fewer|or under|at most|at the most|or below|maximum|tops|or lower",
        "about": "or so|- odd|odd|- ish|ish|or thereabouts|more or less|or thereabout|give or take",
    },
    last=False,
)

_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ],
        1,
    )
    for name in names.split()
}

_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        [
            "monday mondays mon",
            "tuesday tuesdays tue tues",
            "wednesday wednesdays wed",
            "thursday thursdays thu thur thurs",
            "friday fridays fri",
            "saturday saturdays sat",
            "sunday sundays sun",
        ]
    )
    for name in names.split()
}

_SUFFIXES = {
    word: Decimal(value)
    for value, words in {
        "1000": "k",
        "1000000": "m mn mln mil mio",
        "1000000000": "b bn bln",
        "1000000000000": "t tn trn tln",
        "100000": "lakh",
        "10000000": "cr",
        "10000": "万",
        "100000000": "亿 億",
    }.items()
    for word in words.split()
}

_UNITS: dict[str, tuple[str, str]] = {}
for _kind, _lines in {
    "duration": "second seconds sec secs|minute minutes min mins|hour hours hr hrs|day days|night nights|week weeks"
    "|fortnight fortnights|month months mths|year years yr yrs|decade decades|century centuries",
    "measure": "kilometre kilometres kilometer kilometers km kms|metre metres meter meters m|centimetre centimetres"
    " centimeter centimeters cm|millimetre millimetres millimeter millimeters mm|micrometre micrometres micrometer"
    " micrometers micron microns μm µm|nanometre nanometres nanometer nanometers|mile miles mi|foot feet ft|inch inches"
    "|yard yards|acre acres|hectare hectares ha|kilogram kilograms kilogramme kilogrammes kg kgs kilo kilos|gram grams g"
    " gramme grammes|milligram milligrams mg|microgram micrograms µg μg|tonne tonnes ton tons t|pound pounds lb lbs"
    "|ounce ounces oz|litre litres liter liters|millilitre millilitres milliliter milliliters ml|gallon gallons"
    "|barrel barrels bbl|bpd|degree degrees deg degf degc|celsius °c|fahrenheit|kelvin|watt watts w|kilowatt kilowatts kw|megawatt megawatts"
    " mw|gigawatt gigawatts gw|terawatt terawatts tw|kilowatt-hour kwh|megawatt-hour mwh|gigawatt-hour gwh"
    "|terawatt-hour twh|volt volts v|kilovolt kilovolts kv|hertz hz|kilohertz khz|megahertz mhz|gigahertz ghz"
    "|decibel decibels db|calorie calories|kilocalorie kilocalories kcal|byte bytes|kilobyte kilobytes kb"
    "|megabyte megabytes mb|gigabyte gigabytes gb|terabyte terabytes tb|petabyte petabytes pb|mbps|gbps|kbps|mph|kph"
    "|knot knots kt kts|nautical|light-year light-years|bps|carat carats|bushel bushels|cubic|square sq|magnitude|point points pts"
    "|horsepower hp ps|bhp|nm|mpg|rpm|psi|ppm|ppb|dpi|fps|mah|ampere amperes amp amps|lumen lumens|megapixel megapixels mp"
    "|pixel pixels|cc|pascal pascals|mpa|gpa|kpa|hpa|lightyear lightyears|furlong furlongs|fathom fathoms",
}.items():
    for _line in _lines.split("|"):
        for _word in _line.split():
            _UNITS[_word] = (_kind, _line.split()[0])

_CURRENCIES = {
    word: code
    for code, words in {
        "USD": "$ us$ usd dollar dollars bucks buck cent cents", "EUR": "€ eur euro euros", "GBP": "£ gbp sterling quid pence p",
        "RUB": "₽ rub rur rouble roubles ruble rubles", "JPY": "¥ jpy yen", "INR": "₹ inr rs rupee rupees",
        "UAH": "₴ uah hryvnia hryvnias hryvnya", "CHF": "chf franc francs", "CNY": "cny rmb yuan renminbi",
        "KRW": "₩ krw won", "TRY": "₺ lira liras", "ILS": "₪ shekel shekels", "KZT": "₸ tenge", "PLN": "pln zloty zlotys",
        "SEK": "sek krona kronor", "NOK": "nok kroner krone", "DKK": "dkk", "CZK": "czk koruna korunas", "BRL": "brl real reais",
        "ZAR": "zar rand rands", "MXN": "mxn peso pesos", "AUD": "aud a$", "CAD": "cad c$", "HKD": "hkd hk$", "SGD": "sgd s$",
        "NZD": "nzd nz$", "NGN": "₦ naira", "KES": "kes", "PKR": "pkr", "AED": "aed dirham dirhams", "SAR": "riyal riyals",
        "IRR": "rial rials", "EGP": "egp", "IQD": "dinar dinars", "THB": "baht ฿", "IDR": "rupiah idr", "MYR": "ringgit rm",
        "VND": "dong", "PHP": "php ₱", "HUF": "huf forint forints", "GEL": "₾ lari", "AMD": "֏", "BTC": "bitcoin bitcoins btc",
        "crown": "crowns", "shilling": "shillings", "GHS": "cedi cedis", "BDT": "taka", "UZS": "som", "AFN": "afghani afghanis", "AZN": "₼ manat manats",
    }.items()
    for word in words.split()
}  # fmt: skip

_HEADS = groups(
    {
        "law": "count s ss article articles section sections paragraph paragraphs clause clauses resolution protocol decree decrees"
        " directive regulation amendment act bill law statute code rule rules order § §§ art sec para subsection chapter"
        " schedule annex appendix item recital convention proposition prop ordinance treaty motion petition title",
        "identifier": "size no № number numbers nos case docket ref reference id file model version ver v type grade level"
        " category equation eq element comet sample socket scope cat phase stage tier series serial passport invoice permit licence license lot batch # unit patient"
        " exhibit form code pin tel phone telephone fax call dial hotline isbn issn doi vin cve release build draft",
        "address": "window desk booth kiosk locker coach carriage wagon crossing compartment locomotive milestone mile kilometre kilometer stop cabin room courtroom hall screen flat apartment apt suite floor gate platform block building house box postcode zip route highway"
        " road motorway freeway interstate bus tram train flight line lane exit terminal pier dock berth track sector"
        " district ward precinct zone checkpoint kilometer-marker junction cell barrack hangar stand seat row aisle door"
        " bay camp quarter-no",
        "name": "fortune top pitch hymn psalm channel radio camp brigade battalion regiment division company squadron fleet corps army school hospital"
        " clinic prison colony studio area class group formula apollo soyuz windows boeing airbus psalm verse chapter volume"
        " vol episode season part act scene book sonata symphony opus op mark mk world war team squad pope station reactor"
        " mine well site campus booth court chamber branch plant shift group-of super saturn expo agenda vision bloody",
        "page_mark": "option clue page pages p pp figure fig figures-no table tables-no footnote note slide column step question answer"
        " line-no photo image caption endnote sheet",
    }
)

_WORDS = {
    # "more than a year": one of the unit, where the qualifier says that it is counted.
    "single_units": "year month week day hour decade century mile minute",
    "single_after": "than over about nearly almost around under roughly least exactly",
    # After these, "about" and "around" name a subject: "reports about 12 deaths".
    "topics": "told talk talked talking talks speak spoke speaking worried worry complained complain complaints complaint"
    " information report reports concern concerns concerned question questions know knew known learn learned learnt heard hear"
    " hearing read story stories warned warning news think thinking thought data film films book books article articles something"
    " nothing anything everything rumours rumors facts wrote writes asked ask asks joke jokes statements statement details lies",
    # After these, "over" gives the cause: "protests over 12 deaths".
    "disputes": "protest protests protested anger outrage concern concerns fears fear dispute disputes charges charged convicted"
    " trial sentenced fined criticised criticized row clash clashes responsibility questioned lawsuit resigned mourning grief"
    " controversy war battle fight suspended sacked fired sued condemned investigated alarm worries worry tensions talks",
    # After these, "over" with a duration is more than, not during.
    "lasting": "lasted lasts last for after took takes take taken spent spend of well just is was been be served serving serve"
    " waited wait least held jailed imprisoned",
    # A number reached from another: "rose from 30 to 40" is two figures, "cut to 5" is exact.
    "changes": "rose rise rises risen rising fell fall falls fallen falling grew grow grows grown growing increased increase"
    " increases increasing decreased decrease decreases dropped drop drops dropping declined decline declines declining climbed"
    " climb climbs jumped jump jumps soared surged plunged slumped slipped edged cut cuts reduced reduce reduces reducing raised"
    " raise raises raising lowered lower expanded shrank shrunk shrink went gone up down moved changed doubled tripled halved"
    " narrow narrows narrowing widen widens widening shrink slow slowing climb widened narrowed swelled tumbled eased improved upgraded downgraded revised boosted lifted trimmed slashed ballooned"
    " added adds add firmed traded slid slide slides sank eased dipped shed rallied plummeted swung slumped crept inched widened"
    " strengthened weakened advanced gained gain lost climbing jumping soaring surging accelerated slowed quadrupled leapt",
}

# Phrases that name who says a thing, right before the name.
_ACCORDING = by_first(
    "according to|in the view of|in the opinion of|in the estimation of|with figures from|citing|quoting|as reported by|reported by|in the words of|as told by|quoted by|"
    "announced by|estimated by|confirmed by|published by|released by|compiled by|recorded by|counted by|"
    "documented by|cited by|figures from|data from|statistics from|estimates from|estimates by|a count by|"
    "a survey by|a report by|a study by|a tally by|report by|survey by|poll by|analysis by|per"
)

# What money is counted in, by currency.
_MONEY = {
    "USD": "dollars",
    "EUR": "euros",
    "GBP": "pounds",
    "RUB": "roubles",
    "JPY": "yen",
    "INR": "rupees",
    "UAH": "hryvnias",
    "CHF": "francs",
    "CNY": "yuan",
    "KRW": "won",
    "TRY": "liras",
    "ILS": "shekels",
    "KZT": "tenge",
    "cent": "cents",
    "AUD": "dollars",
    "CAD": "dollars",
    "HKD": "dollars",
    "SGD": "dollars",
    "NZD": "dollars",
    "TWD": "dollars",
    "BRL": "reais",
}

ENGLISH = Language(
    code="en",
    numbers=_NUMBERS,
    before=_BEFORE,
    after=_AFTER,
    extenders=frozenset("just well only slightly far".split()),
    months=_MONTHS,
    weekdays=_WEEKDAYS,
    abbreviations=frozenset(
        "mr mrs ms dr prof st mt ft no nos gen col sen rep lt maj capt sgt cpl inc ltd co corp jr sr vs"
        " etc approx jan feb mar apr jun jul aug sep sept oct nov dec rs fig figs vol pp art sec para gov"
        " hon rev messrs dept est ca al ed eds cf e.g i.e a.m p.m cr ext tel para paras eq op ref min max".split()
    ),
    suffixes=_SUFFIXES,
    units=_UNITS,
    currencies=_CURRENCIES,
    money=_MONEY,
    stop=STOP,
    verbs=VERBS,
    nouns=NOUNS,
    adjectives=ADJECTIVES,
    heads=_HEADS,
    idioms=IDIOMS,
    said=SAID,
    according=_ACCORDING,
    slash_either_way=True,
    tables={
        "attribution": attribution.TABLE,
        "counted": counted.TABLE,
        "dates": dates.TABLE,
        "licences": licences.TABLE,
        "masks": masks.TABLE,
        "not_figures": not_figures.TABLE,
        "numbers": numbers.TABLE,
        "reading": reading.TABLE,
        "sayings": sayings.TABLE,
    },
    words={name: frozenset(words.split()) for name, words in _WORDS.items()},
)
