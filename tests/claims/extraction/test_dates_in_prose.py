"""Which date of a text a figure takes, one rule of news prose at a time; each beside what only looks like it."""

import pytest

from claims.extraction import DocumentFacts, ReadFigure, read

WEDNESDAY = "2031-06-18"


def _figure(marked: str, published: str = WEDNESDAY) -> ReadFigure:
    text = marked.replace("[", "").replace("]", "")
    first, end = marked.index("["), marked.index("]") - 1
    facts = DocumentFacts(published=published)
    figures = [one for one in read(text, facts).figures if one.start < end and one.end > first]
    assert len(figures) == 1, marked
    return figures[0]


def _as_of(marked: str, published: str = WEDNESDAY) -> str | None:
    return _figure(marked, published).as_of


HABITS = [
    ("The museum shuts on Mondays. It owns [40] canvases.", "2031-06-18"),
    ("The market sold [40] goats on Tuesday.", "2031-06-17"),
    ("The clinic, open on Thursdays, treated [40] people.", "2031-06-18"),
]

BESIDE_ITS_DATE = [
    ("The barge leaves on Friday, 20 June, with [40] crates.", "2031-06-20"),
    ("A blast on Saturday (14 June) hurt [40] people.", "2031-06-14"),
    ("Police held [40] men on Monday 16 June.", "2031-06-16"),
    ("В субботу, 14 июня, задержали [40] человек.", "2031-06-14"),
    ("In December last year the lake lost [40] centimetres.", "2030-12"),
    ("В декабре прошлого года сгорели [40] домов.", "2030-12"),
    ("В мае этого года сгорели [40] домов.", "2031-05"),
]

SINCE_ONE_DATE = [
    ("Three climbers lost since Friday were found on Sunday night with [40] metres of rope.", "2031-06-15"),
    ("Since the bridge fell on Friday [40] firms have shut.", "2031-06-18"),
]

TO_COME = [
    ("The tariff will climb to [34] cents by 2033.", "2033"),
    ("Output is expected to fall to [3.1m tonnes] in 2033 and 2.9m in 2034.", "2033"),
    ("Output is expected to fall to 3.1m tonnes in 2033 and [2.9m] in 2034.", "2034"),
    ("By 2040 the town will total [90,000] people.", "2040"),
    ("It forecasts growth of [3.1%] in 2033.", "2033"),
    ("Inflation would slow to [3.8%] by December from 5.1%.", "2031-12"),
    ("Долг на 1 января 2032 года составит [3 млрд рублей].", "2032-01-01"),
    ("В 2033 году сбор вырастет до [3 млн] тонн.", "2033"),
    ("By 2040 the town will have [15] schools.", "2040"),
    ("К 2040 году в городе будет [15] школ.", "2040"),
    ("К 1 июля нужно расселить [девять] домов.", "2031-06-18"),
    ("By 24 June [forty] homes must be emptied.", "2031-06-18"),
    # what is only planned or due then is true of the day it is told
    ("The line will open in 2034 with [12] stations.", "2031-06-18"),
    ("The ministry will cut [400] posts by 2034.", "2031-06-18"),
    ("The firm expects to cut [400] posts in 2034.", "2031-06-18"),
    ("A second clinic with [40] beds will open by Friday.", "2031-06-18"),
    ("The barge is due on Friday, 20 June, with [40] crates.", "2031-06-18"),
    ("Coffee for September gained [40 cents].", "2031-06-18"),
    ("Profit for April was [40m pounds].", "2031-04"),
    ("Pensions will go up by [$4] a week, or 2 per cent, in April.", "2031-06-18"),
]

OTHER_CLAUSES = [
    ("Only [3 per cent] failed; last year 6 per cent did.", "2031-06-18"),
    ("Sales rose [6 per cent] (Q3 2030: 4 per cent).", "2031-06-18"),
    ("Sales rose 6 per cent (Q3 2030: [4 per cent]).", "2030-07/2030-09"),
    ("Two trams met on Saturday (14 June) and [40] people were hurt.", "2031-06-14"),
    ("Не сдали [3%]; в прошлом году — 6%.", "2031-06-18"),
    ("In 2029 it had 10 ships; it now has [12].", "2031-06-18"),
    ("In 2029 it had [10] ships; it now has 12.", "2029"),
    ("В 2029 году там жили 10 семей, сейчас — [12].", "2031-06-18"),
]

COMPARED = [
    ("The fair raised [nearly double] last year's total.", "2031-06-18"),
    ("На матчи ходит [6 тысяч] человек, вдвое меньше пика 2019 года.", "2031-06-18"),
    ("It cut 10 jobs in 2030, up from [8] the previous year.", "2029"),
    ("В мае цена была 10 рублей, месяцем ранее — [12 рублей].", "2031-04"),
    ("В третьем квартале доход был 10 млн рублей, кварталом ранее — [12 млн рублей].", "2030-04/2030-06"),
]

COMPARED += [
    ("Compared with last year, prices rose [6%].", "2031-06-18"),
    ("In May prices rose [6%] compared with April.", "2031-05"),
    ("Prices are [6%] higher than a year ago.", "2031-06-18"),
    ("More than a year ago it had [40] ships.", "2030"),
    ("Prices are [6%] below their 2029 peak.", "2031-06-18"),
    ("Prices are [6%] below the peak of March 2029.", "2031-06-18"),
    ("The court ruled against the firm on Monday and fined it [$40].", "2031-06-16"),
    ("The toll rose from 12 on Monday to [40].", "2031-06-18"),
    ("The toll rose from [12] on Monday to 40.", "2031-06-16"),
    ("Цены выросли на [6%] к уровню 2029 года.", "2031-06-18"),
    ("В мае цены выросли на [6%] к маю прошлого года.", "2031-05"),
    ("К маю прошлого года построили [40] школ.", "2030-05"),
    ("Безработица выросла до [6,1%] с 5,9% в апреле.", "2031-06-18"),
    ("В 2030 году доля была ниже — 41 процент. Откроют [две] школы.", "2031-06-18"),
    ("В 2030 году доля составила 41 процент. Открыли [две] школы.", "2030"),
]

OF_A_MONTH = [
    ("In a March survey [40 per cent] were in debt.", "2031-03"),
    ("The May figure was [6%].", "2031-05"),
    ("Farmers March on Tarn with [40] tractors.", "2031-06-18"),
    ("Mr May lost [40] votes.", "2031-06-18"),
    ("The 2029 survey found [40 per cent] in debt.", "2029"),
    ("Profit was £9m in the first quarter of 2031. Costs rose [9 per cent].", "2031-01/2031-03"),
    ("Profit was £9m in the first quarter of 2031. A set of books costs [£9].", "2031-06-18"),
    ("Since Friday [300] people have come; 40 came on Monday alone.", "2031-06-18"),
]

OF_A_THING = [
    ("Обвиняемый, 1974 года рождения, украл [40] коров.", "2031-06-18"),
    ("The car, a 1998 Marlin, hit [three] posts.", "2031-06-18"),
    ("Its 2030 profit was [$3m].", "2030"),
    ("Lars Vik (b. 1961) leaves [two] sons.", "2031-06-18"),
    ("Profits (2030) were [$3m].", "2030"),
    ("Nine died, the most since the fire of 2029, which killed [40].", "2029"),
    ("The tax of 2029, which costs firms [$40], stays.", "2031-06-18"),
    ("Завод, основанный в 1974 году, выпускает [40] машин в день.", "2031-06-18"),
    ("Пожар, случившийся 15 июня, уничтожил [40] домов.", "2031-06-15"),
    ("Farmers get [$3.10] a hen under Regulation 2016/429.", "2031-06-18"),
    ("Release 0417/33 tells of the fire. It cost [£40].", "2031-06-18"),
    ("Сильнейший шторм после 1998 года, когда утонули [40] человек.", "1998"),
]

PERIODS = [
    ("In the four weeks to 14 June the clinic saw [312] children.", "2031-05-18/2031-06-14"),
    ("In the last three months of 2030 it made [£12m].", "2030-10/2030-12"),
    ("За пять месяцев 2031 года выдано [40] ссуд.", "2031-01/2031-05"),
    ("За три квартала 2030 года выдано [40] ссуд.", "2030-01/2030-09"),
    ("В 2029–2030 годах сгорели [40] домов.", "2029/2030"),
    ("In 2029/30 the council spent [£12m].", "2029/2030"),
    ("In 2029–30 the council spent [£12m].", "2029/2030"),
    ("In the 1980s some [400] people worked here.", "1980/1989"),
    ("In the eighties I carried [400] people a day.", "1980/1989"),
    ("In his eighties he wrote [40] songs.", "2031-06-18"),
    ("В 1990-х здесь жили [40] семей.", "1990/1999"),
    ("В 2017-м утонули 7 человек, больше, чем в 2016-м. Пожар в марте унёс [4] жизни.", "2031-03"),
    ("В 2018-м половодье затопило [40] домов.", "2018"),
    ("За четвёртую неделю года заболели [40] человек.", "2031-01-20/2031-01-26"),
    ("За 23-ю неделю 2030 года заболели [40] человек.", "2030-06-03/2030-06-09"),
    ("In week 23 of 2030 the region had [40] cases.", "2030-06-03/2030-06-09"),
    ("In week 23 of the trial the court heard [40] men.", "2031-06-18"),
    ("In the summer of 2029 the lake lost [40] centimetres.", "2029-06/2029-08"),
    ("A year ago it had [40] ships.", "2030"),
    ("A decade ago it had [40] ships.", "2021"),
    ("In the first half of May [forty] people fell ill.", "2031-05-01/2031-05-15"),
    ("За первую декаду мая заболели [40] человек.", "2031-05-01/2031-05-10"),
    ("С понедельника по среду заболели [40] человек.", "2031-06-16/2031-06-18"),
    ("The day before yesterday [forty] people fell ill.", "2031-06-16"),
    ("На начало 2031 года в городе было [40] школ.", "2031-01-01"),
    ("В истекшем году выдано [40] ссуд.", "2030"),
    ("3 мая погибли двое. На следующий день — ещё [пятеро].", "2031-05-04"),
    ("In the half-year to 30 September 2030 it sold [40] cars.", "2030-04/2030-09"),
    ("In the quarter ended 31 March it sold [40] cars.", "2031-01/2031-03"),
    ("In the week of 9 June it sold [40] cars.", "2031-06-09/2031-06-15"),
    ("Throughout May it sold [40] cars.", "2031-05"),
    ("It was founded in 2019 with [nine] shops.", "2019"),
    ("It was founded in 2019 and has [nine] shops.", "2031-06-18"),
    ("It opened in 2019 with [nine] shops and now has 40.", "2019"),
    ("За первые три месяца года утонули [40] человек.", "2031-01/2031-03"),
    ("Полгода назад утонули [40] человек.", "2031-06-18"),
    ("В апреле и мае родились [40] детей.", "2031-04/2031-05"),
    ("In April and May it lost [40] staff.", "2031-04/2031-05"),
    ("In April and May it lost [40] and 50 staff respectively.", "2031-05"),
    ("В январе — мае 2031 года родились [40] детей.", "2031-01/2031-05"),
]

TOP_OF_THE_TEXT = [
    # a dispatch is true of the day it was sent, unless its sentence names another
    ("TOLMA, June 16 (Coast News) – [Forty] people drowned.", "2031-06-16"),
    ("TOLMA, June 17 – [Forty] people drowned on Sunday, rescuers said.", "2031-06-15"),
    # the day of the lead goes on in the past tense, in other paragraphs too
    ("A tram hit a bus on Saturday.\n\nThe driver fled.\n\nThe road was shut for [nine] hours.", "2031-06-14"),
    ("A tram hit a bus in Sarn on Saturday.\n\nThe line carries [900] people a day.", "2031-06-18"),
    ("A tram hit a bus in Sarn on Saturday.\n\nThe town has bought [9] trams.", "2031-06-18"),
    ("A tram hit a bus on Saturday.\n\nOn Monday the mayor came.\n\nHe brought [40] blankets.", "2031-06-18"),
    ("The mayor said on Saturday the line was safe.\n\nThe line lost [40] crowns.", "2031-06-18"),
    # a title dates what stands below it without a verb
    ("Customs returns, May 2031\n\nBy port\n\nSarn: [9,140] crates", "2031-05"),
    ("Note for the 13 weeks to 8 June 2031\n\nOrla reported its sales.\n\n- Sales up [2.9%]", "2031-03-10/2031-06-08"),
    ("Customs returns, May 2031\n\nThe office now has [40] clerks.", "2031-06-18"),
    ("Annual report 2030\n\nWe helped [300] families.\n\nWe have 12 staff.", "2030"),
    ("Annual report 2030\n\nWe helped 300 families.\n\nWe have [12] staff.", "2031-06-18"),
    ("Minutes of the meeting of 12 June 2031\n\n1. Finance. Income was [£400].", "2031-06-12"),
    ("Crime in Sarn, May 2031\n\nBurglaries: [40] (April: 31)", "2031-05"),
    ("Отчёт за 2030 год\n\nМы помогли 300 семьям.\n\nПотрачено [4 млн рублей].", "2030"),
    ("Сводка на 15 июня 2031 года\n\nПаводок пришёл.\n\nЭвакуированы [300] человек.", "2031-06-15"),
    ("Отчёт за май 2031 года\n\nСобрано 4 млн рублей.\n\nВ приюте ночуют [40] человек.", "2031-06-18"),
    # a column takes the date at its head
    ("Births | 2029 | 2030\nBoys | [40] | 52", "2029"),
    ("Births | 2029 | 2030\nBoys | 40 | [52]", "2030"),
    ("May: [40] cases.", "2031-05"),
    ("They may lose [40] seats.", "2031-06-18"),
    ("Expo 2031: what we saw\n\nThe queue was long.\n\nStands: [40]", "2031-06-18"),
    ("Митинг прошёл в воскресенье.\n\nПришли, по оценке полиции, [300] человек.", "2031-06-15"),
    ("Взрыв прогремел в пятницу.\n\nОбщее число погибших составляет [15].", "2031-06-18"),
    ("Авария на станции\n\nВ ночь на 17 июня лопнула труба.\n\nК 14:00 тепло вернули в [40] домов.", "2031-06-17"),
]  # fmt: skip

RULES = (
    HABITS
    + BESIDE_ITS_DATE
    + SINCE_ONE_DATE
    + TO_COME
    + OTHER_CLAUSES
    + COMPARED
    + OF_A_MONTH
    + OF_A_THING
    + PERIODS
) + TOP_OF_THE_TEXT


@pytest.mark.parametrize(("marked", "as_of"), RULES, ids=lambda one: one[:60])
def test_it_takes_the_date_that_news_prose_means(marked, as_of):
    assert _as_of(marked) == as_of


def test_a_dispatch_without_a_day_of_publication_is_dated_by_its_own_day():
    assert _as_of("TOLMA, 16 June 2031 – [Forty] people drowned.", published="") == "2031-06-16"


SINCE = [
    ("Since 1 May [300] people have left the valley.", "2031-05-01"),
    ("The clinic has treated [300] people since 1 May, half of them children.", "2031-05-01"),
    ("Since 1 May 300 people have left. Of these, [40] went abroad.", "2031-05-01"),
    ("Since 1 May 300 people have left. [Forty] went abroad.", "2031-05-01"),
    ("Two boats sank in 2029. Since then [300] people have drowned.", "2029"),
    ("С начала года утонули [300] человек.", "2031-01-01"),
    ("С начала 2031 года утонули [300] человек.", "2031-01-01"),
    ("С 1 мая уехали 300 человек. Из них [40] — дети.", "2031-05-01"),
    # a total of its own, a figure of another day, another clause
    ("Since 1 May 300 people have left. Our kitchens serve [700] meals a day.", None),
    ("The shop, open since 2019, sold [40] lamps.", None),
    ("The bank cut its rate by [25] basis points on Tuesday, its third cut since May.", None),
    ("It has paid 40 fees since May; the lawyers ask for [900] more.", None),
]


@pytest.mark.parametrize(("marked", "since"), SINCE, ids=lambda one: str(one)[:60])
def test_a_total_begins_where_its_own_clause_or_its_whole_says(marked, since):
    assert _figure(marked).since == since
