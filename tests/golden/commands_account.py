"""Compares answers about commands with their truth: what is equal, and what was not found."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Record = Mapping[str, Any]

# These depend on titles or neighbours, or on money; nobody is asked for them.
NOT_COUNTED = {"misleading", "broken", "cost", "local", "synthetic"}
LENIENT = {"example_literal", "local_file"}
EXACT = ("risk", "evidence", "bounded", "interactive")
WORST_MISTAKE = "destructive called read_only"


@dataclass
class Measure:
    """Found, missed and invented items of one field."""

    found: int = 0
    missed: int = 0
    invented: int = 0

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.invented) if self.found + self.invented else 1.0

    @property
    def recall(self) -> float:
        return self.found / (self.found + self.missed) if self.found + self.missed else 1.0


@dataclass
class CommandsAccount:
    """Records right and compared, right answers by field, and a line for each fault."""

    records: int = 0
    right: int = 0
    fields_right: Counter[str] = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)
    sets: dict[str, Measure] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    def told(self) -> Iterator[str]:
        """The account in lines."""
        yield f"{self.right} of {self.records} records right, {len(self.extra)} extra commands"
        for name, total in sorted(self.fields.items()):
            yield f"  {name}: {self.fields_right[name]} of {total}"
        for name, measure in sorted(self.sets.items()):
            yield f"  {name}: precision {measure.precision:.3f}, recall {measure.recall:.3f}"
        yield from (f"    {line}" for line in [*self.wrong, *self.extra])


def compare_commands(answers: Iterable[Record], truth: Iterable[Record]) -> CommandsAccount:
    """Pair the records by playbook and line, and compare them by the guide's rules."""
    account = CommandsAccount()
    given = [answer for answer in answers if answer["type"] == "command"]
    for_people = [answer for answer in (*answers,) if answer["type"] != "command"]
    used: set[int] = set()
    for record in truth:
        if record["type"] == "command":
            _compare_command(account, record, given, used)
        else:
            _compare_instruction(account, record, for_people)
    account.extra += [
        f"extra · {answer['playbook']}:{answer['line']} {_short(answer)}"
        for at, answer in enumerate(given)
        if at not in used
    ]
    return account


def _compare_instruction(account: CommandsAccount, record: Record, given: list[Record]) -> None:
    """Met by any answer for people that overlaps its lines."""
    met = any(
        answer["playbook"] == record["playbook"]
        and answer["line"] <= record["end_line"]
        and answer["end_line"] >= record["line"]
        for answer in given
    )
    if met or not record.get("may_omit"):
        _count(account, record, [] if met else ["no instruction for people here"])


def _compare_command(
    account: CommandsAccount, record: Record, given: Sequence[Record], used: set[int]
) -> None:
    found = next(
        (at for at, answer in enumerate(given) if at not in used and _is_it(answer, record)), None
    )
    if found is None:
        if not record.get("may_omit"):
            _count(account, record, ["no command found here"])
        return
    used.add(found)
    _count(account, record, list(faults_of(given[found], record, account)))


def _is_it(answer: Record, record: Record) -> bool:
    texts = [record["text"], *record.get("also", {}).get("text", [])]
    return (
        answer["playbook"] == record["playbook"]
        and answer["line"] == record["line"]
        and answer["end_line"] == record["end_line"]
        and answer["text"] in texts
    )


def _count(account: CommandsAccount, record: Record, faults: list[str]) -> None:
    account.records += 1
    account.right += not faults
    place = f"{record['playbook']}:{record['line']}"
    account.wrong += [f"{place} {_short(record)} · {fault}" for fault in faults]


def faults_of(answer: Record, record: Record, account: CommandsAccount) -> Iterator[str]:
    """What is not as the truth says, within its tolerances."""
    for name in EXACT:
        right = _may_be(answer[name], name, record)
        account.fields[name] += 1
        account.fields_right[name] += right
        if not right:
            yield f"{name}: expected {record[name]}, got {answer[name]}"
    if record["risk"] == "destructive" and answer["risk"] == "read_only":
        yield WORST_MISTAKE
    yield from _set_faults("flags", answer, record, account)
    yield from _set_faults("tools", answer, record, account)
    yield from _parameter_faults(answer, record, account)


def _may_be(value: object, name: str, record: Record) -> bool:
    allowed = [record[name], *record.get("also", {}).get(name, [])]
    if name == "risk":
        allowed += record["also_ok"]
    return value in allowed or (name == "bounded" and not value and None in allowed)


def _set_faults(
    name: str, answer: Record, record: Record, account: CommandsAccount
) -> Iterator[str]:
    """At most one missing and one too many."""
    expected, got = set(record[name]) - NOT_COUNTED, set(answer[name]) - NOT_COUNTED
    others = [set(also) for also in record.get("also", {}).get(name, [])]
    expected = min([expected, *others], key=lambda one: len(one ^ got))
    _measured(account, name, expected, got)
    if len(expected - got) > 1 or len(got - expected) > 1:
        yield f"{name}: missing {sorted(expected - got)}, extra {sorted(got - expected)}"


def _parameter_faults(answer: Record, record: Record, account: CommandsAccount) -> Iterator[str]:
    """Marked ones exactly, by their token; example literals do not count."""
    also = [_tokens(other) for other in record.get("also", {}).get("params", [])]
    got = _tokens(answer["params"])
    expected = min([_tokens(record["params"]), *also], key=lambda one: len(one ^ got))
    _measured(account, "params", expected, got)
    if expected != got:
        yield f"params: expected {sorted(expected)}, got {sorted(got)}"


def _tokens(parameters: Iterable[Record]) -> set[str]:
    return {one["token"] for one in parameters if one["style"] not in LENIENT}


def _measured(account: CommandsAccount, name: str, expected: set[str], got: set[str]) -> None:
    measure = account.sets.setdefault(name, Measure())
    measure.found += len(expected & got)
    measure.missed += len(expected - got)
    measure.invented += len(got - expected)


def _short(record: Record) -> str:
    return str(record["text"]).replace("\n", " ")[:60]
