"""Who says a figure: each kind of speech beside the sentence that only looks like it. The marked figure is in [ ]."""

import pytest

from claims.extraction import DocumentFacts, read

FACTS = DocumentFacts(published="2031-06-18", publisher="The Lisk Courier")
SAID = [
    ("Harrow police counted [4,100] at the height of the march.", "Harrow police"),
    ("The Drovers' Union spoke of [9,000]; the police of 4,000.", "Drovers' Union"),
    ("The Drovers' Union spoke of 9,000; the police of [4,000].", "police"),
    ('"We had [two] boats for 140 villages," said the prefect, Odo Marn.', "Odo Marn"),
    ("The harbour's duty officer, Ilse Brock, said a tug had searched [340] miles.", "Ilse Brock"),
    ("The Bank of Osmar kept its rate and said prices would rise by [3.8 per cent].", "Bank of Osmar"),
    ("The tax goes up, the council said, adding that [78] shops would close.", "council"),
    ("The ministry denied that [14] had died.", "ministry"),
    ("The Interior Ministry gave a figure of [94].", "Interior Ministry"),
    ("A study published in the Marl Journal on 3 May found that it cut relapses by [37%].", "Marl Journal"),
    ('"[Four out of five] take tablets now," said the lead author, Sela Dorn.', "Sela Dorn"),
    ('Odo Marn runs the shelter at 7 Canal Street.\n\nHow many are here? "[Sixty-four] people."', "Odo Marn"),
    ("Odo Marn runs the shelter at 7 Canal Street. He says [two thirds] came on foot.", "Odo Marn"),
    (
        '14:30 — Opposition leader Karo Lint: "This cabinet has lost [five] ministers."',
        "Opposition leader Karo Lint",
    ),
    ("Организаторы насчитали двенадцать тысяч участников, полиция — [не более 3 500].", "полиция"),
    ("Наблюдатели движения «Маяк» зафиксировали [свыше 900] нарушений.", "Наблюдатели движения Маяк"),
    ("«Мы вывели [человек двести]», — рассказал начальник части № 9 Кирилл Лунин.", "Кирилл Лунин"),
    ("10:05 Начался пожар. 10:12 Спикер: зарегистрированы [восемьдесят семь процентов] депутатов.", "Спикер"),
    ("О ценах говорим с экономистом Юрием Лисовым.\n— Что с ценами?\n— Рис подорожал [вдвое].", "Юрий Лисов"),
    (
        "По словам эксперта Дарьи Лисовой, украдено 3,1 млн паролей. [Треть], уточнила она, — простые.",
        "Дарья Лисова|эксперт Дарья Лисова",
    ),
    ("Officials in Marl put the toll at 12; the rebels claim [40].", "rebels"),
    ("Prosecutors accuse him of stealing [£40,000].", "Prosecutors"),
    ("Marchers numbered [9,000], by the union's count; police said 2,000.", "union"),
    ("The town has [312] shops, the council's figures show.", "council's figures"),
    ("Фермер Олег Лунин собрал урожай. «Мы взяли [12] тонн», — говорит он.", "Олег Лунин"),
    ("Об этом сообщил мэр Пётр Лунин: «Затоплено [300] дворов».", "мэр Пётр Лунин"),
    ("Опрос фонда «Гряда» показал, что [41 %] жителей против.", "Опрос фонда Гряда"),
    ("На встрече с болельщиками тренер сказал, что травмированы [12] игроков.", "тренер"),
    ("Адвокаты называют сумму в [9 млн] рублей.", "Адвокаты"),
    ("Директор школы № 5 Вера Лунина рассказала, что в школе [700] учеников.", "Вера Лунина"),
    ("«У меня [два] диплома», — смеётся кандидат Илья Лисов.", "кандидат Илья Лисов"),
    ("Врач Ева Лис (38 лет) подсчитала: за смену она делает [90] снимков.", "Врач Ева Лис"),
    ("По оценке полиции, вышли [12 тысяч] человек, по оценке организаторов — 40 тысяч.", "полиция"),
    ("По оценке полиции, вышли 12 тысяч человек, по оценке организаторов — [40 тысяч].", "организаторы"),
    ("Хозяйка приюта Нонна Лис: у нас [120] собак.", "Хозяйка приюта Нонна Лис"),
    ("Aid workers fear [40] people have died.", "Aid workers"),
    ('"We have [three] goats," laughed Petra Lunn.', "Petra Lunn"),
    ("Погибли 12 человек, заявил губернатор. Он добавил, что ещё [40] ранены.", "губернатор"),
    ("В сообщении полиции говорится, что изъято [12 кг].", "полиция"),
    ("Наблюдатели сообщили о [900] нарушениях, комиссия признала 12.", "Наблюдатели"),
    ("По словам главврача больницы № 3 Льва Орлова, привиты [12] человек.", "Лев Орлов"),
    ("Согласно опросу центра «Гряда», [41 %] жителей против.", "опрос центра Гряда"),
    ("The mayor said 12 shops had closed. He added that [40] more would.", "mayor"),
    ("The drovers want a rise of [12 per cent]; the city has offered 4.5 per cent.", "drovers"),
]
OWN = [
    "Orla Fenn, 63, had denied all [14] charges.",
    "Council tax will go up by 4.99 per cent, adding [£78] to the average bill.",
    "The drovers want a rise of 12 per cent; the city has offered [4.5 per cent].",
    "Between 60 and 75 drowned, according to the relief group Blue Barge, which had [four] boats in the area.",
    '"Half of us have a second job," said Petra Lunn, who has driven the tram for [19] years.',
    '"We never close," said Petra Lunn, a driver for [11] years. "Not even at New Year."',
    "The trust, which came first in last year's patient survey, has opened [32] beds.",
    "Flora Marsh won the seat by just [19] votes after two recounts.",
    "22.30 Sky One: Floodland night; the convention drew [9,400] fans last year.",
    "MARL: Cabinet approves [12.5 bln] crowns for flood defences.\nGOLD BAY: Boat capsizes with 33 aboard.",
    "Roads: $12m\nParks: [$750,000]",
    "«Бумаг — на два часа», — жалуется врач Лидия Корш, у которой [2 300] пациентов.",
    "Академик написала [четыреста] статей.",
    "К двум часам ночи подсчитали голоса на [71] участке.",
    "Улицу назвали в честь [двенадцати] моряков.",
    "Спасатели обнаружили [12] тел.",
    "Члены комиссии считали голоса [семь] часов.",
    "Asked about the cost, he said it was [£12m].",
    "There are fears of [12] more deaths.",
    "Some [40] people are feared dead.",
    "Охрана заметила пропажу спустя [двое] суток.",
    "The hospital admitted [30] patients overnight.",
]


def _attribution(marked: str) -> tuple[str, ...]:
    text = marked.replace("[", "").replace("]", "")
    first, end = marked.index("["), marked.index("]") - 1
    figures = [one for one in read(text, FACTS).figures if one.start < end and one.end > first]
    assert len(figures) == 1, marked
    return figures[0].attribution


@pytest.mark.parametrize(("marked", "names"), SAID, ids=lambda one: one[:60])
def test_it_names_whoever_says_a_figure(marked, names):
    assert _attribution(marked)[0] in names.split("|"), _attribution(marked)


@pytest.mark.parametrize("marked", OWN, ids=lambda one: one[:60])
def test_what_nobody_is_said_to_say_is_the_author_s_own(marked):
    assert _attribution(marked) == ()
