"""Any phrase may be asked for its time: reading it never raises."""

import sys

import atheris

with atheris.instrument_imports(include=["runcard"]):
    from runcard.adapters.reference_works import read_vocabulary
    from runcard.domain.playbooks.times.grammar import read_time, spans_in

WORDS = read_vocabulary()


def one(data: bytes) -> None:
    phrase = data.decode("utf-8", "replace")
    spans_in(phrase, WORDS)
    read_time(phrase, 1, WORDS)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
