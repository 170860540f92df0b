"""Russian words for `attribution`: who says a figure. Words are separated by spaces, phrases by |."""

from __future__ import annotations

from claims.extraction.languages.base import Table

TABLE: Table = {
    "found_stems": "призна",
    "found_ends": "ым ыми им ими ной шей щей",
    # attribution/attribute
    "goes_on": "еще из среди он она",
    "relatives": "который которая которое которые которого которой которых которому которым",
    "before_relative": "у в на с для при из о об за к по",
    "words_of_person": "словам",
    # attribution/saying_case
    "ru_skip": (
        "журналистам агентству изданию корреспонденту газете радио телеканалу в ходе на брифинге рф там "
        "также позднее ранее утром днем вечером ей ему им нам"
    ),
    "verb_ends_case": "ли ют ят ат",
    "in_words": "в во",
    "opens_speech_case": "что о об в на со по это",
    "opens_place_case": "в во на по к с со о об при",
    "opens_adverb_case": "также ранее позднее при этом а и вчера сегодня накануне утром",
    "ends_adverb_case": "также ранее позднее уже официально не вчера сегодня накануне",
    "in_or_on": "в на",
    "ways_of_saying": "ходе интервью эфире понедельник среду пятницу субботу воскресенье",
    # attribution/speaker
    "pronouns": "он она они мы я",
    "person_pronouns": "он она я",
    "clause": "что но когда если хотя чтобы потому как который которая которые где пока",
    # attribution/headlines
    "answer": "ответ",
    "asked": "вопрос",
    # attribution/names
    "before_phrase": "на в о с",
    "joins_names": "и",
    "inside_name": "и в",
    "past_ends": "ли лось ло ют ает ился лась",
    "ends_name_at_place": "в на о об с по от за из",
    # attribution/speakers
    "reaching": "по согласно со",
    "whose_words": "его ее их",
    "whom_words": "его ее",
    "whom_or_them": "его ее их",
    "joins_clauses": "а но",
    "parts_of_those": "из них|из которых",
}
