"""Names to sign in by: what one may be made of, and when two of them could be taken for each other."""

import unicodedata

from django.utils.translation import gettext as _

from reviewers.errors import BadAccount
from reviewers.models.people import MACHINE
from sources.names import clean, fold

SHORTEST, LONGEST = 2, 60
MARKS = ".-_"
RESERVED = {MACHINE, "anonymous", "system", "countersign"}
# Letters of other scripts, and digits, that are drawn like a Latin letter. Small letters only: names are folded first.
LOOKS_LIKE = str.maketrans(
    "аеорсухіјѕԁһӏкмтвнгԛԝαοερτυνικχγςω01",
    "aeopcyxijsdhlkmtbhrqwaoeptuvikxycwol",
)


def checked_username(name: str) -> str:
    """Return `name` as it is kept. Raises BadAccount: too short or long, a character that is no letter, digit, point,
    hyphen or underscore, letters of two scripts, or a reserved word."""
    written, name = unicodedata.normalize("NFC", name).strip(), clean(name)
    if not SHORTEST <= len(name) <= LONGEST:
        raise BadAccount(_("A name to sign in by has 2 to 60 characters."))
    if not all(character.isalnum() or character in MARKS for character in written):
        raise BadAccount(
            _("A name to sign in by holds letters, digits, points, hyphens and underscores only.")
        )
    if name != unicodedata.normalize("NFKC", name) or len(_scripts(name)) > 1:
        raise BadAccount(_("Write the name in the letters of one script, without decorative forms."))
    if fold(name) in RESERVED:
        raise BadAccount(_("That name is reserved. Choose another."))
    return name


def skeleton(name: str) -> str:
    """Return what `name` looks like: `skeleton("аdmin") == skeleton("Admin") == skeleton("ADMIN ")`.

    After Unicode TR 39, for the letters a newsroom of our languages meets; accents go, for they are overlooked.
    """
    bare = unicodedata.normalize("NFKD", fold(name).translate(LOOKS_LIKE))
    return "".join(character for character in bare if not unicodedata.combining(character)).translate(
        LOOKS_LIKE
    )


def _scripts(name: str) -> set[str]:
    """Return the scripts of the letters, by the first word of their Unicode names: LATIN, CYRILLIC."""
    return {unicodedata.name(character, "UNKNOWN").split()[0] for character in name if character.isalpha()}
