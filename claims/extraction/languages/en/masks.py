"""English words for `masks`: what stands beside numerals that are no figures. Words are separated by spaces, phrases by |."""

from __future__ import annotations

from claims.extraction.languages.base import Table

TABLE: Table = {
    # masks/codes
    "ordinal_ends": "st nd rd th",
    "glued_units": "pc pct pp bps bp x ish g s h m l p c w v min hr hrs yr yrs mins",
    "phone": (
        "call ring phone tel telephone hotline dial ext extension fax contact mobile whatsapp text sms "
        "helpline"
    ),
    "match": (
        "won win wins beat beats drew draw lost lead leading score scores scored set sets aggregate "
        "half-time defeat defeated victory match goal goals game final penalties tie tied semi-final "
        "champions league cup bt tennis hockey cricket basketball golf darts football rugby"
    ),
    "ballot": (
        "vote votes voted voting ballot parliament council senate majority passed approved ruled judges "
        "court assembly jury"
    ),
    "weapons": (
        "rifle rifles pistol pistols calibre caliber revolver revolvers handgun handguns gun guns round "
        "rounds cartridge cartridges ammunition bullet bullets mortar mortars howitzer howitzers shell "
        "shells cannon casings"
    ),
    # masks/lookalikes
    "points": "n s e w",
    "big": "big super magnificent",
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
    "open": "open daily weekdays weekends hours lunch surgery monday friday saturday sunday",
    # masks/names
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
    "streets": (
        "street road avenue lane square drive court close way place boulevard terrace crescent gardens "
        "hill row quay wharf parade embankment st rd ave alley mews walk highway plaza"
    ),
    "read_out": (
        "page chapter part act phase step channel platform room gate war number volume book episode scene "
        "stage article section grade tier category"
    ),
    "ordinal_words": (
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "twentieth thirtieth fortieth fiftieth hundredth thousandth millionth"
    ),
    # masks/times
    "oclock": "am pm a.m p.m o'clock gmt utc est cet hrs utca",
    "levels": (
        "put puts stands stood stand remains remained estimated toll number total score figure standing "
        "rate level"
    ),
    "year_before": (
        "in since by from until till of during before after mid early late circa year the than to and for "
        "this between through"
    ),
}
