"""Any text is a document: compiling it never raises."""

import sys

import atheris

with atheris.instrument_imports(include=["runcard", "markdown_it", "mdit_py_plugins"]):
    from runcard.adapters.reference_works import read_vocabulary
    from runcard.domain.playbooks.compile import compile_playbook
    from runcard.domain.playbooks.writing.truth_form import truth_of

WORDS = read_vocabulary()


def one(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    truth_of(compile_playbook(text, WORDS), "fuzzed", WORDS)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
