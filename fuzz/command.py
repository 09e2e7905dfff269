"""Any text may be judged as a command: it never raises."""

import sys

import atheris

with atheris.instrument_imports(include=["runcard"]):
    from runcard.adapters.reference_works import read_tables
    from runcard.adapters.shell.shfmt import Shfmt
    from runcard.domain.commands.classify import Bench
    from runcard.domain.commands.judge import judge

BENCH = Bench(read_tables(), Shfmt())


def one(data: bytes) -> None:
    judge(data.decode("utf-8", "replace"), BENCH)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
