"""The day or period a figure is true of: a date told of it beside one that only stands near. It is marked by [ ]."""

import pytest

from claims.extraction import DocumentFacts, read

FACTS = DocumentFacts(published="2031-06-18")  # a Wednesday
ON = [
    ("Last night [780] people slept there.", "2031-06-17"),
    ("The third march this month blocked the bridge yesterday. Harrow police counted [6,200].", "2031-06-17"),
    ("Rainfall of [312mm] fell on 14 June, three times the June average.", "2031-06-14"),
    ("It rained on 14 June. Three times the March average, [312mm], fell.", "2031-06-14"),
    ("Profit climbed [11.5%] to £86m in the first quarter of 2031.", "2031-01/2031-03"),
    ("Revenue came in at £1.07bn, against [£987m] in the first quarter of 2030.", "2030-01/2030-03"),
    ("The deficit widened to [€2.4bn] in the first half.", "2031-01/2031-06"),
    ("Third-quarter net income doubled to [$742 million].", "2030-07/2030-09"),
    ("Road casualties, year to 31 March 2031\n\n- Killed: [38]\n- Hurt: 411", "2030-04/2031-03"),
    ("Weekly note — as of Friday night, 13 June\n\nThe population of Camp Sidra is [33,480].", "2031-06-13"),
    ("Police log for Monday 16 June.\n0710: burglary at Unit 6; [three] laptops gone.", "2031-06-16"),
    ("So far this year the force logged 1,118 thefts. [One in six] led to an arrest.", "2031-06-18"),
    ("The trust, which came last in last year's patient survey, has opened [32] beds.", "2031-06-18"),
    ("On Tuesday [19] people marched across the Square of the Ninth of May.", "2031-06-17"),
    ("The tremor of 1974, the worst on record, killed [1,900] people.", "1974"),
    ("Freight rates are [five times] what they were in 2029.", "2031-06-18"),
    ("Prices would rise by [4%] by December.", "2031-06-18"),
    ("Fares rise to [£2.80] on 1 July.", "2031-07-01"),
    ("The force counted [96] attacks in 2030; a year earlier, 48.", "2030"),
    ("Второго июня суд назначил [четыре] года колонии.", "2031-06-02"),
    ("К утру вторника спасатели разобрали [90] тонн завалов.", "2031-06-17"),
    ("В 2030 году родились [120] детей, годом ранее — 140.", "2030"),
    ("В 2030 году родились 120 детей, годом ранее — [140].", "2029"),
    ("Финал пройдёт 26 июня. Билеты стоят [300 рублей].", "2031-06-18"),
    ("Купил «Ниву» 1986 года за [сто десять тысяч рублей].", "2031-06-18"),
    ("Мост построили в 1974 году. Возбуждено [два] дела.", "2031-06-18"),
    ("Доходы 2030 года составили [12 млрд рублей].", "2030"),
    ("«Союз 11 марта» взял [девяносто восемь] мандатов.", "2031-06-18"),
    ("In the six months to the end of March it lost [£12m].", "2030-10/2031-03"),
    ("On 3 June last year [12] people drowned.", "2030-06-03"),
    ("За выходные утонули [12] человек.", "2031-06-14/2031-06-15"),
    ("На ремонт ушло [восемь] выходных.", "2031-06-18"),
    ("В минувшую пятницу умерли [12] человек.", "2031-06-13"),
    ("С 1 по 9 июня умерли [12] человек.", "2031-06-01/2031-06-09"),
    ("К концу мая в городе жили [300 тысяч] человек.", "2031-05-31"),
    ("В I квартале утонули [12] человек.", "2031-01/2031-03"),
    ("Летом прошлого года утонули [12] человек.", "2030-06/2030-08"),
    ("Неделю назад утонули [12] человек.", "2031-06-11"),
    ("Платим [три тысячи рублей] в месяц, год назад было вдвое меньше.", "2031-06-18"),
    ("Позавчера утонули [12] человек, вчера — четверо.", "2031-06-16"),
    ("По состоянию на 9:00 вторника эвакуированы [300] человек.", "2031-06-17"),
    ("A quake hit the hills on Tuesday. Between [60 and 75] people are feared dead.", "2031-06-17"),
    ("The council met on Tuesday. Arrests in May were few. It fined [12] shops.", "2031-06-17"),
    (
        "Банк в понедельник снизил ставку. Инфляция в мае замедлилась. Аграрии засеяли [40] полей.",
        "2031-06-16",
    ),
    ("The storm hit on 9 June. The next day [12] people were found.", "2031-06-10"),
    ("The storm hit on 9 June. Two days later [12] people were found.", "2031-06-11"),
    ("He left a few months ago, not one day later. We need [40] nurses.", "2031-06-18"),
    ("In the week ending 15 June [312] cases were found.", "2031-06-09/2031-06-15"),
    ("In the last five months of 2030 it made [£12m].", "2030-08/2030-12"),
    ("As at 31 May it had [300] staff.", "2031-05-31"),
    ("In Q1 sales rose [12 per cent].", "2031-01/2031-03"),
    ("Mara Sund leaves in Q4. A charge of [€90m] cut profit.", "2031-06-18"),
    ("In the first five months of the year it made [£12m].", "2031-01/2031-05"),
    ("Вчера на площадь Девятого Января пришли [три тысячи] человек.", "2031-06-17"),
]


def _as_of(marked: str) -> str | None:
    text = marked.replace("[", "").replace("]", "")
    first, end = marked.index("["), marked.index("]") - 1
    figures = [one for one in read(text, FACTS).figures if one.start < end and one.end > first]
    assert len(figures) == 1, marked
    return figures[0].as_of


@pytest.mark.parametrize(("marked", "as_of"), ON, ids=lambda one: one[:60])
def test_it_dates_a_figure_by_the_day_or_period_it_is_true_of(marked, as_of):
    assert _as_of(marked) == as_of


def test_the_beginning_of_this_month_or_week_begins_a_running_total():
    month, week = (
        read(f"С начала {period} обстреляли 17 домов.", FACTS).figures[0].since
        for period in ("месяца", "недели")
    )
    assert (month, week) == ("2031-06-01", "2031-06-16")
