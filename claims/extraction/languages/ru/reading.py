"""Russian words for the passes that are one module each: `comparators`, `confidence`, `page`, `parts`, …"""

from __future__ import annotations

from claims.extraction.languages.base import Table

TABLE: Table = {
    # What can be a place as well as a qualifier: "в районе".
    "places_too": "районе",
    # comparators
    "needs_no_number": "примерно приблизительно максимум минимум",
    "or_more": "и|или",
    "extended": "выше",
    "compared": "выше ниже больше меньше дольше",
    "collective_scales": "десяток сотню тысячу полсотни дюжину полтора",
    # confidence
    "default_people": "человек",
    # page
    "unit_ends": "м км кг га см мм г т куб кв руб грн млн млрд",
    # No line of a list or table ends in one of these: the sentence goes on in the next line.
    "hanging": "и в на не более около до с со из по от чем свыше менее к за у",
    "short_before_stop": "г гг руб чел р в э",
    "before_short_stop": "в из до под",
    # pipeline
    "every": "каждый каждая каждое каждого каждую каждом каждой",
    "left_open": "половина половины половине половину",
    "ago": "назад|",
    # parts
    "including": "включая|в том числе|",
    "of_them": "из них|из которых|из этих|из тех|среди них|среди которых|в их числе",
    "last_part": "и",
    "parted_by_place": "в во на из под у",
    "parted_people": (
        "человек люди ребенок дети женщина мужчина житель погибший раненый пострадавший убитый задержанный арестованный "
        "солдат военный военнослужащий боец полицейский спасатель пожарный врач медик учитель журналист рабочий сотрудник "
        "работник пассажир турист студент школьник подросток девочка мальчик девушка юноша младенец пенсионер беженец "
        "заключенный гражданин иностранец участник пациент больной водитель рыбак моряк шахтер"
    ),
    "parted_groups": "семья домохозяйство группа экипаж отряд бригада пара команда делегация организация компания община класс",
    # predicate
    "says_nothing": "был была было были будет будут быть есть",
    "openers": "который которая которые были было был будут",
}
