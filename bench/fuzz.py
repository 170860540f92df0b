"""Let atheris look for a text that the reader cannot read: no exception, exact quotes, the same answer twice.

    python -m pip install atheris && python bench/fuzz.py -max_total_time=120 [CORPUS-DIRECTORY]

Atheris is no dependency: it has no wheels for every machine. Without it this says so and ends with status 2. What it
finds is written by libFuzzer to `crash-*`; such a text then becomes a case of tests/claims/extraction/test_fuzz.py.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

try:
    import atheris
except ImportError:
    sys.stderr.write("atheris is not installed here\n")
    sys.exit(2)

with atheris.instrument_imports(include=["claims"]):
    from claims.extraction import DocumentFacts, read

TEXT_MAX = 2000  # code points; longer ones teach nothing and cost speed


def one(data: bytes) -> None:
    provider = atheris.FuzzedDataProvider(data)
    facts = DocumentFacts(published="2031-05-06" if provider.ConsumeBool() else "", publisher="Harrow Post")
    text = provider.ConsumeUnicode(TEXT_MAX)
    first = read(text, facts)
    for figure in first.figures:
        assert text[figure.start : figure.end] == figure.quote, (text, figure)
    assert read(text, facts) == first, text


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
