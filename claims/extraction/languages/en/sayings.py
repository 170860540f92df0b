"""English sayings that hold a number in words: `<2>` is that number, `knock*` a word that begins so.

Each is long enough to be told from a count: "between two worlds" is a saying, "two worlds" may be planets found.
What begins with its number and needs no word before it stands among the idioms of the language.
"""

from __future__ import annotations

from claims.extraction.languages.base import Table

_ONE_AND_TWO = (
    "square <1>|public enemy number <1>|from day <1>|rolled into <1>|in <1> basket|not <1> iota|not <1> jot|in <1> ear"
    "|<1> in the eye|in <1> go|at <1> go|on <1> hand|as <1> man|pull the other <1>"
    "|<1> good turn deserves|<1> man's meat|<1> rotten apple|<1> bad apple|<1> picture is worth|got it in <1>|the evil <1>"
    "|between <2> stools|between <2> worlds|between <2> fires|between <2> chairs|between <2> cultures|between <2> stones"
    "|of <2> minds|in <2> minds|lesser of <2>|lesser of the <2>|<2> evils|worst of <2>|tale of <2>|servant of <2>|serve <2> masters"
    "|it takes <2> to|it took <2> to|cut <2> ways|<2> too many|double <6>|cuts <2> ways|put <2> and <2>|puts <2> and <2>|putting <2> and <2>|<2> plus <2>"
    "|<2> times <2>|<2> and <2> make|<2> and <2> together|as <2> peas|like <2> peas|<2> peas in|own <2> feet|own <2> hands"
    "|own <2> eyes|my <2> eyes|<2> hands behind|in the hand is worth <2>|<2> in the bush|<2> sides to every|<2> sides of the coin"
    "|<2> ships passing|<2> ships that pass|<2> can keep a|<2> may keep a|<2> can play at|<2> can play that|<2> dogs strive"
    "|<2> bulls in|<2> bald men|<2> nations divided|<2> lost souls|<2> star - cross*|<2> solitudes|rub <2> coins|rub <2> pennies"
    "|rub <2> sticks|string <2> words|string <2> sentences|put <2> words together"
    "|chance in a <100>|chance in a <1000>|chance in a <1000000>|on the <0.5> - hour|on the <0.5> hour|before the <0.5> - hour|before the <0.5> hour|after the <0.5> - hour|after the <0.5> hour|past the <0.5> - hour|past the <0.5> hour|the <0.5> - year|first <0.5> - year|second <0.5> - year|last <0.5> - year|this <0.5> - year|each <0.5> - year|previous <0.5> - year|<0.5> - year results|<0.5> - year report*|<0.5> - year profit*|<0.5> - year figures|<0.5> - year loss*|<0.5> - year accounts|<0.5> - yearly|<0.5> marathon|<0.5> marathons|<0.5> - marathon|<0.5> - marathons|<0.5> - term|<0.5> term|<0.5> - life|<0.5> - pipe|<0.5> nelson"
    "|<0.5> - blood|<0.5> - light|<0.5> - volley|<0.5> - dead|<0.5> - naked|<0.5> - built|<0.5> - finished|<0.5> - eaten|<0.5> - forgotten|<0.5> - open|<0.5> - smile|<0.5> - remembered|<0.5> - timbered|from <0> to hero|<0> to hero|<2> sheets to|<2> steps forward , <1> back|<2> steps forward and <1> back|lived <9> lives"
    "|<1> for sorrow|<2> for joy|a thing or <2>"
    "|a trick or <2>|a word or <2>|a lesson or <2>|kill <2> birds|killed <2> birds|killing <2> birds|kills <2> birds|chase <2> hares"
    "|chases <2> hares|chasing <2> hares|ride <2> horses|riding <2> horses|rides <2> horses|<2> - horse race|<2> - speed|<2> - tier"
    "|<2> fingers up|<2> shakes of|in <2> shakes|in <2> ticks|<2> left thumbs|<2> sizes too|on <2> planks"
)
_THREE_TO_SIX = (
    "<3> cheers for|<3> 's a crowd|<3> strikes and|<3> square meals|<3> little words|<3> magic words|rule of <3>|come in <3> s"
    "|bad things come in <3>|good things come in <3>|things come in <3>|comes in <3> s|<3> wise monkeys|<3> amigos|<3> stooges|<3> - way split"
    "|<3> - piece suite|<3> - piece suit|<3> - legged race|<3> - point turn|<3> - card trick|<3> - day event|<3> - pipe problem"
    "|<3> - martini lunch|<3> sides of the same|<3> steps to heaven|<3> chords and|page - <3>|page <3> girl*|page <3> pictures"
    "|<4> corners of the|the <4> corners|within <4> walls|behind <4> walls|these <4> walls|between <4> walls|those <4> walls"
    "|inside <4> walls|on all <4>|all <4> s|<4> legs good|to the <4> winds|<4> - eyed|<4> - by - <4>|<4> - pounder|<4> - letter|<4> eyes see|gang of <4>|petty <4>|fab <4>"
    "|gimme <5>|give me <5>|high <5>|high - <5>|slip me <5>|bunch of <5>|<5> loaves and|<5> will get you|<5> - finger|<5> - star"
    "|<4> - star|<3> - star|<2> - star|<5> - alarm|<5> minutes to midnight|<5> gold rings|<6> foot under|deep <6>|deep - <6>"
    "|hit for <6>|hits for <6>|knock* for <6>|knock* her for <6>|knock* him for <6>|knock* us for <6>|knock* them for <6>"
    "|knock* me for <6>|<6> of the other|<6> degrees of|<6> impossible things|<6> - pack|<5> - year plan|<3> - quarter time"
)
_SEVEN_TO_TWENTY = (
    "<7> - year itch|<7> years ' bad luck|<7> years' bad luck|<7> years of bad luck|<7> league boots|sail* the <7> seas|the <7> seas"
    "|<7> cardinal sins|<7> dwarfs|<7> dwarves|<7> fat years|<7> lean years|magnificent <7>|secret <7>|famous <5>|<7> stages of grief"
    "|behind the <8> ball|<8> maids a - milking|had <9> lives|has <9> lives|have <9> lives|having <9> lives|cat's <9> lives"
    "|their <9> lives|his <9> lives|her <9> lives|its <9> lives|cat o' <9> tails|cloud <9>|dressed to the <9> s|to the <9> s"
    "|whole <9> yards|full <9> yards|<9> - to - <5>|<9> points of the|<9> ladies dancing|in time saves <9>|saves <9>"
    "|count to <10>|counts to <10>|counted to <10>|counting to <10>|top <10>|perfect <10>|hang <10>|<10> green bottles"
    "|<10> - a - penny|<10> - pin|<12> - step program*|<12> - bar blues|<13> at table|unlucky <13>|lucky <13>|friday the <13>"
    "|<15> minutes of fame|<15> minutes in the sun|<15> men on|sweet <16>|sweet <17>|<19> to the dozen|<20> - <20> vision"
    "|<20> - <20> hindsight|roaring <20>|<3> score years and <10>|<8> path|<20> - minute city|<20> - minute neighbourhood*"
    "|<15> - minute city|<15> - minute cities|<20> - minute cities|<15> - minute neighbourhood*"
)
_LARGE = (
    "<40> days and <40>|life begins at <40>|inch and they take <10>|inch and he takes <10>|inch and they'll take <10>|inch and she takes <10>|roaring <40> s|<50> ways to|<60> seconds' worth|a <100> years of solitude"
    "|not in a <100> years|not in a <1000> years|never in a <1000> years|never in a <1000000> years|not in a <1000000> years"
    "|look* a <1000000> dollars|look* like a <1000000>|feel* like a <1000000>|felt like a <1000000>|feel* a <1000000> dollars"
    "|thanks a <1000000>|thank* you a <1000000>|thank* me a <1000000>|thank* him a <1000000>|thank* her a <1000000>|thank* us a <1000000>|thank* them a <1000000>|thx a <1000000>|thank you a <1000000>|ta a <1000000>|cheers a <1000000>|<1000000> dollar smile"
    "|<1000000> - dollar smile|die* a <1000> deaths|death by a <1000>|by a <1000> cuts|of a <1000> cuts|face that launched a <1000>"
    "|paint* a <1000> words|worth a <1000> words|speaks a <1000> words|speak a <1000> words|told you a <1000>|told him a <1000>"
    "|told her a <1000>|told them a <1000> times|a <1000> times no|a <1000> times yes|a <1000> pardons|journey of a <1000>"
    "|land of a <1000>|<1000> - mile stare|<1000> - yard stare|a <100> times over|a <1000> times over|told you a <100>"
    "|a <1000> regrets|a <1000> apologies|a <1000> thanks|a <1000> kisses|a <1000> blessings|a <1000> curses|told him a <100> times|told them a <100> times|a <1000000> times better|a <1000000> miles from|a <1000000> miles away|one in a <1000000>"
    "|if i had a <1000000>|<1000000> - to - one|<1000> - to - one|<100> - to - one"
)

TABLE: Table = {"patterns": f"{_ONE_AND_TWO}|{_THREE_TO_SIX}|{_SEVEN_TO_TWENTY}|{_LARGE}"}
