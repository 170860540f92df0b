"""English words for `not_figures`: what makes a number no figure once its phrase is read. Words are separated by spaces, phrases by |."""

from __future__ import annotations

from claims.extraction.languages.base import Table

TABLE: Table = {
    # not_figures/set_phrases
    "stations": "fm",
    "years_on": "on|",
    "chained": "to -|for -|on -|in -",
    "ones_behind": "one|two|three|four|five|six",
    "looking": "like look looks looked feel feels felt",
    "of_calibre": (
        "mortar mortars gun guns pistol pistols rifle rifles cannon cannons howitzer howitzers calibre caliber shell shells "
        "round rounds cartridge cartridges bullet bullets ammunition artillery revolver jack lens film socket camera cameras"
    ),
    "members": (
        "for to in on by and or member members bed beds strong person man woman vehicle car ship boat seat nation country truck tank plane plus odd "
        "home house storey story room night goal run game match"
    ),
    "shaped": "ed",
    # not_figures/ranks
    "times_over": "over",
    # not_figures/reckoning
    "full_marks": "5 10 20 100 five ten twenty hundred",
    "marked_for": "for from",
    "marking": (
        "marks scores score scored earns earned earn rated rates rate rating rating: verdict awarded awards mark gives gave give "
        "giving gets got it us them him her deserves merits"
    ),
    "purity": "carat",
    "better": "better",
    "or_two": "or",
    "below_zero": "below above",
    "to_one": "to one|",
    "bowled_for": "for|",
    "plus": "plus minus times equals",
    "of_cards": "of clubs|of hearts|of spades|of diamonds|not out|no trump|no trumps|no-trump",
    "coins": "note notes piece pieces coin coins banknote banknotes stamp",
    "margins": (
        "lead leads margin swing swings rise fall drop gain loss jump cut increase decrease win advantage gap deficit cushion "
        "decline slide victory defeat difference surge hike improvement edge majority"
    ),
    "praised": (
        "give gave gives giving fit sure certain behind right committed confident honest focused it him her them agree true safe ready happy"
    ),
    "question": "question questions",
    # not_figures/hours
    "hour_hedges": "about around nearly almost barely just roughly exactly",
    "at_hour": "at by until till since from after before past around about for",
    "parts_of_day": (
        "this morning|this afternoon|this evening|tonight|in the|at night|tomorrow|that morning|that evening|that night|"
        "that afternoon|sharp"
    ),
    "happens": (
        "come came comes happened happen strike struck began begun broke returns leave woke wake rose landed lands took "
        "ended went go goes struck started"
    ),
    "from_hour": "from",
    "to_hour": "to",
    "past_or_to": "past to",
    "midnight": "midnight noon midday",
    "in_the": "in the|",
    "morning": "morning afternoon evening",
    "between_hours": "between",
    "each_night": "each every nobody most all",
    "until_hour": "till until",
    "then": "before when by as and",
    "set_for_hour": "set due scheduled planned timed fixed booked billed slated",
    "for_or_at": "for at",
    # not_figures/ages
    "yet": "yet still only of",
    "parents": "mother father parent grandmother grandfather",
    "age_words": "age aged youngest oldest eldest younger older born retirement rated",
    "groups": (
        "babies infants newborns toddlers children child people those anyone women men adults girls boys youths patients everyone workers "
        "kids players whom minors pupils them nobody no-one teenagers defendants residents all both aged "
        "citizens voters drivers employees students anybody somebody girl boy"
    ),
    "kin": (
        "he she i who son daughter brother sister wife husband mother father grandson granddaughter boy "
        "girl twins both him her"
    ),
    "pronouns": "he she i who both him her",
    "ones": (
        "boy girl man woman child teenager son daughter youth student baby toddler pensioner infant men "
        "women people children boys girls grandfather grandmother mother father brother sister wife "
        "husband skipper captain pupil schoolgirl schoolboy schoolchild youngster lad lass nephew niece widow widower"
    ),
    "person_ends": "er or ist ant ian man woman ee wife ent",
    "things": (
        "number member order water paper winter summer december november october september other after "
        "river quarter center tower power matter chapter letter error floor door sector factor government "
        "president-elect parliament agreement department apartment statement event percent moment "
        "document payment"
    ),
    "between": (
        "then now nearly barely almost about just only still all both not yet aged some around over under"
    ),
    "turning": (
        "retiring retired retires died married left moved joined started began emigrated orphaned widowed "
        "enlisted retire die marry leave start in"
    ),
    "doers": "er or ist man woman ian",
    "no_doers": (
        "answer counter meter register fever cluster turnover temper divisor remainder figure cover"
    ),
    "children": "boys girls twins sons daughters brothers sisters children kids victims cousins",
    "thought": "thought believed said estimated understood reckoned known",
    "after_apposed": "at next last this",
    "or_over": "or over|and over|or older",
    "bounds": "under over below above from between",
    "are": "are is was were",
    "young_groups": "kids children girls boys women men adults",
    "and_over": "and over|and under|and older",
    "groups_ends": "ers ors ists ants",
    "after_group": "were are can must will may could should have",
    "helpers": "nurse widow clerk cook",
    "turned_into": "is was turned",
    "whose": "the a his her their my whose",
    "would_have_been": "she would have been|he would have been",
    "after_said_age": "when and or at but last this to",
    "aged": "aged age ages",
    "am": "is was am",
    "he_or_she": "he she i",
    "been": "is was am be turned turns been were",
    "comma_he": ", he|, she|, i",
    "after_have_been": "in on next today now tomorrow",
    "turns": "am turned turns",
    "young_or_old": "young old enough",
    "and_words": "and",
    "older_or_younger": "older younger",
    "somethings": "- something|- somethings",
    "must": "must should",
    "a_or_an": "a|an",
    "under_or_over": "under over",
    "many_are": "were are",
    "at_or_by": "at by",
    "now_reaches": "now reaches",
    "as_or_enough": "as enough",
    "next_or_tomorrow": "next tomorrow",
    "age_or_ages": "age ages",
    # not_figures/clocks
    "clock_word_levels": (
        "stands stood remains remained put stays stayed estimated stand toll rate number level capped "
        "settled fixed set total"
    ),
    "after_clock_word": "sharp on in tomorrow today tonight and",
    "before_hour": "at by till until",
    "meridiem_tokens": "p . m|a . m",
    "meridiem_words": "am|pm|o'clock",
    "clock_levels": (
        "put puts stands stood stand remains remained estimated toll number total score figure standing "
        "rate level valued priced counted reckoned numbered capped settled fixed set stays stayed "
        "unchanged inflation unemployment index dead deaths injured cases"
    ),
    "openings": (
        "open opens opened opening close closes closed closing start starts started begin begins began "
        "leave leaves left sail sails sailed arrive arrives arrived run runs serve serves heard seen meet "
        "meets met end ends ended finish finishes finished return returns returned resume resumes resumed "
        "depart departs departed doors curfew kick-off shut shuts due ferry train trains bus sits sit "
        "woke called rang"
    ),
    "open_at": "visiting hours lunch surgery closed office desk counter",
    "hedges": "about around just almost nearly exactly shortly precisely roughly",
    "later": "sharp tomorrow today tonight daily each every on",
    "timetable": "kick-off doors sailings departures matinee curtain timetable screenings performances",
    "days": "mon tue wed thu fri sat sun",
    "of_departure": "was is had left from to",
    "set_for": "set for|due at|scheduled for|planned for",
    "near_hour": "shortly soon just long",
    "before_clock": "at by until till before after",
    "goes_on_after_time": "and",
    "and_or": "and or",
    # not_figures/durations
    "ago": "ago later earlier before after old hence beforehand",
    "ended_after": "after",
    "past_ends": "ed",
    "not_done": "times rose fell risen fallen up down per will can could would may might should must per percent voted",
    "doing_so_much": "flooding killing filling dropping burning drew drawing sold took made built read ate drank ran",
    "not_taken": "time times rose fallen up down per percent cent least died only another more again be not never no",
    "states": "adrift afloat asleep awake alone underground unconscious trapped underwater inside outdoors apart",
    "state_in": "in under without on aboard inside at behind",
    "small_in_title": "the a an and or with into over under",
    "scales": "scale",
    "written": "numbers figures numerals digits",
    "same": "same",
    "until_day": "to ended ending until",
    "over_by_then": "over ended ends closed stopped freed released lifted collapsed",
    "ending": (
        "dug closed ended stopped finished completed released freed lifted shut dropped abandoned dissolved settled reopened resumed "
        "returned resigned quit left died collapsed found rescued pulled extinguished suspended called broke gave retired cleared "
        "discharged reached restored"
    ),
    "within": "within in past last first next every during coming previous recent into after until per",
    "spent": "for took lasted spent served after",
    "loans": (
        "fixed tracker rate rates bond bonds notes note treasury treasuries gilt gilts yield yields mortgage mortgages bund bunds "
        "debt breakeven"
    ),
    "over_time": "in over for during of within at",
    "term_units": "months years year",
    "in_time": "in",
    # not_figures/labels
    "signing": "write type press dial tap",
    "sign_places": "beside next against in on for to or and if",
    "settled": "death toll total count tally number sum turnout price score minimum maximum another",
    "of_many": "were are have died",
    "place": "in at from near of on to by across around outside for with and",
    "of_amount": "total whole overall full final average mean maximum minimum record highest lowest actual current new old",
    "secrets": "password code pin passcode combination extension username",
    "not_noun_ends": "ed ing ly ous ful ive",
    "determiners": "the a this that one",
    "numbered_periods": "day week year month round",
    "listed_after": "from|in|on|by|until|at|to",
    "not_label": "thanks number",
    "row_joins": "and or",
    "introduces_secret": "is was",
    # not_figures/one
    "happened": (
        "killed died dead wounded injured arrested detained missing damaged destroyed sank sunk found "
        "drowned charged convicted sentenced hurt reported recorded confirmed shot burned rescued lost "
        "jailed released absent elected"
    ),
    "small": "two three four five six seven eight nine ten eleven twelve twenty",
    "one_idioms": (
        "day thing things time way point reason side hand step question problem word moment another night "
        "morning evening exception go"
    ),
    "not_one": "no any every some each this that which another the ones",
    "one_placed": "on under in at from behind aboard",
    "one_did": "was were is had died later remains remained has at from in near",
    "one_abstract": (
        "account estimate idea sense voice view example sort kind form matter aspect respect level extent direction end corner "
        "condition look glance mistake chance possibility explanation theory rule lesson option answer secret difference theme "
        "cap clue fact stroke blow breath accord mind heart soul goal aim purpose word piece bit lot year month week hour minute "
        "second decade century source critic observer expert approach method factor lady person fellow lucky last more final great"
    ),
    "hurting": "killed killing injured injuring wounded wounding arrested arresting freed missed lost saved rescued",
    "having_one": "have has had with by without got",
    "where_one": "where while whereas though although of whom",
    "before_one": "and least than",
    "one_in": "in on near",
    "of_them": "them whom these those",
    "for_one_time": "lasted for took only just least and of to last",
    "one_has": "has is",
    "to_or_can": "to|can",
    "day_or_night": "day night",
    # not_figures/ranks
    "each": "a an per each every",
    "times": "times",
    "ranks": "rated ranked seeded",
    "standing": (
        "first second third fourth fifth sixth seventh eighth ninth tenth top bottom level last joint-top"
    ),
    "have_rank": "were are was is have",
    "rank_moves": "from rose fell",
    "have_rank_plural": "were are have",
    "point_units": "point points",
    "standing_openers": "on with",
    # not_figures/set_phrases
    "set_phrases": (
        "poster horse off man woman track sided upmanship liner stop size shot touch trick minute pot "
        "nation child parent night person hit party trip"
    ),
    "always_set": (
        "pounder rounder incher bore tone stroke gauge door bit poster star letter legged wheel piece dimensional figure time "
        "fold way faced edged pronged tier track speed ply"
    ),
    "round_the_clock": "shop shops service hotline helpline pharmacy clinic news store surveillance garage",
    "back": (
        "ground zero|patient zero|baker's dozen|took five|me five|better half|cloud nine|saves nine|"
        "back zero|it 110|whole nine|has nine lives|have nine lives|my two cents|his two cents|"
        "her two cents|their two cents|not two cents|kill two birds|take five|takes five|take ten|took ten|takes two|take two to|"
        "clever by half|knocked for six|hit for six|him for six|them for six|her for six|us for six|nothing by halves|"
        "side of thirty|side of forty|side of fifty|side of sixty|pushing thirty|pushing forty|pushing fifty|pushing sixty|"
        "pushing seventy|pushing eighty|by the dozen|to the dozen|nought to sixty|hung ten|full 180|did a 180|"
        "dirty dozen|dime a dozen|thanks a million|high five|high fives|high ten|hang ten|count ten|me ten|gimme five|number one"
    ),
    "completing": (
        "finished completed covered extinguished won swam climbed crossed rebuilt built cleared cooked done over put solved "
        "mended repaired restored sold emptied filled drained painted assembled raised flew sailed ran walked rowed cycled"
    ),
    "yet_to_come": "will would may might could should to can due expected planned hopes hope rose fell up down more people",
    "single_units": "night day hour week month year minute second",
    "nil": "nil one zero love none",
    "goals": "goals goal sets frames tries legs games rounds holes",
    "superlatives": "youngest oldest eldest",
    "picture_units": "dpi",
    "saved": "out alive free",
    "said_bare": "take takes took me count gimme",
    "wholehearted": (
        "it him her them us me am i'm we're i sure certain behind right committed confident honest "
        "focused agree true"
    ),
    "nine_to_five": "are work works worked working from a the usual",
    "races": (
        "ran race raced sprint swam freestyle hurdles relay champion medal sprinter butterfly "
        "breaststroke backstroke"
    ),
    "articles": "the a an",
    "race_units": "metre kilometre mile yard",
    "past_hour": "quarter to|quarter past|half past|minutes to|minutes past",
    "into_duration": "on ,|into the|into a|into his",
    "calibre": "calibre caliber",
    "rounds_of": "rounds of|round of",
    "turn": "turn|turned|rotate",
    "millimetres": "millimetre",
    "out_of": "out of|",
    # by several modules
    "joins_row": "and or",
    "before_or_after": "before after",
}
