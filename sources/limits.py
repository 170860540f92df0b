"""How much the desk takes in at once. Read when called (`limits.TEXT_CHARACTERS`), so that a test can change a limit.

The limit on the bytes of one file is the setting UPLOAD_MAX_BYTES, which the upload handler keeps as well.
"""

TEXT_CHARACTERS = 20 * 1024 * 1024  # of one text, after decoding
ELEMENT_DEPTH = 2000  # nested HTML elements; libxml2 gives up at 2,048
FILE_NAME_BYTES = 200  # in UTF-8
FIGURES_A_DOCUMENT = 5_000
DOCUMENTS_A_PAGE = 500  # parts of one listing page
YEARS_CHARACTERS = 200_000  # of a document, where the years it names are looked for
HEAD_CHARACTERS = 3_000  # of a document, where dates and bylines are looked for
