"""`runcard commands`: what each command of a page, or of a list, would do and who must agree."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import typer

from runcard.adapters.playbook_disk import words_of
from runcard.adapters.reference_works import read_tables, read_vocabulary
from runcard.adapters.shell.shfmt import Shfmt
from runcard.domain.commands.classify import Bench, reasons_of
from runcard.domain.commands.judge import judge, prepare
from runcard.domain.commands.model import Judgement, Kind, Parameter
from runcard.domain.commands.rules import approval_min, risk_class
from runcard.domain.playbooks.page.instructions import Instruction, instructions
from runcard.domain.playbooks.page.outline import outline
from runcard.interfaces.cli.invocation import invocation
from runcard.interfaces.cli.output import amount, columns, output
from runcard.kernel.errors import Invalid

app = typer.Typer(add_completion=False, rich_markup_mode=None)
MARK = {"read_only": "✓", "interactive_unbounded": "▲", "mutating": "▲"}
LONGEST_SHOWN = 76
Entry = dict[str, object]


class Format(Enum):
    """Lines for people, or one JSON object a line."""

    TEXT = "text"
    JSONL = "jsonl"


@app.command()
def commands(
    ctx: typer.Context,
    files: Annotated[list[Path] | None, typer.Argument(help="Markdown files.")] = None,
    from_stdin: Annotated[
        bool, typer.Option("--stdin", help='Read lines of {"id", "text"} instead.')
    ] = False,
    form: Annotated[Format, typer.Option("--format", help="text or jsonl.")] = Format.TEXT,
) -> None:
    """Say what every command does, before anybody runs it."""
    bench = Bench(read_tables(), Shfmt())
    if not files and not from_stdin:
        raise Invalid("no file is named; name Markdown files, or give --stdin")
    entries: list[Entry] = []
    for file in files or ():
        entries += entries_of(file, bench.of_a_page())
    if from_stdin:
        entries += answers(sys.stdin, bench)
    if form is Format.JSONL and not invocation(ctx).as_json:
        sys.stdout.writelines(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries)
        return
    output(invocation(ctx)).result(entries, shown(entries))


def entries_of(file: Path, bench: Bench) -> Iterator[Entry]:
    """One entry for each command, manual instruction and line of prose of the page."""
    found = instructions(outline(words_of(file)), bench, read_vocabulary().orders)
    prepare([one.record.text for one in found if one.record.kind is Kind.COMMAND], bench)
    for one in found:
        yield entry_of(file.stem, one, bench)


def entry_of(playbook: str, one: Instruction, bench: Bench) -> Entry:
    """The fields by which commands are kept and compared."""
    record = one.record
    place: Entry = {
        "id": f"{playbook}-{record.line:03d}",
        "playbook": playbook,
        "line": record.line,
        "end_line": record.end_line,
        "text": record.text,
        "section": " > ".join(one.section),
        "type": record.kind.value,
    }
    if record.kind is not Kind.COMMAND:
        return place | NOTHING_TO_RUN
    found = judge(record.text, bench, language=record.language, known=one.known)
    return place | risk_fields(found) | hint_fields(found)


NOTHING_TO_RUN: Entry = {
    "risk": None,
    "evidence": None,
    "bounded": None,
    "interactive": None,
    "flags": [],
    "params": [],
    "tools": [],
    "risk_class": None,
    "approval_min": None,
    "reasons": [],
}


def risk_fields(found: Judgement) -> Entry:
    """The risk, what follows from it, and why."""
    risk = found.risk
    return {
        "risk": risk.effect.word,
        "evidence": risk.evidence.word,
        "bounded": risk.bounded,
        "interactive": risk.interactive,
        "flags": sorted(risk.flags),
        "params": [parameter_fields(parameter) for parameter in found.parameters],
        "tools": list(risk.tools),
        "risk_class": risk_class(risk),
        "approval_min": approval_min(risk),
        "reasons": [
            {"effect": reason.effect.word, "subject": reason.subject, "words": reason.words}
            for reason in reasons_of(risk)
        ],
    }


def hint_fields(found: Judgement) -> Entry:
    """What the rules advise beside the risk; empty where they say nothing."""
    hints = found.hints
    return {
        "safe_form": hints.bounded_form or hints.non_interactive,
        "undo": hints.undo,
        "capture_before": hints.capture,
        "preview": hints.preview,
    }


def parameter_fields(parameter: Parameter) -> Entry:
    fields: Entry = {
        "token": parameter.token,
        "name": parameter.name,
        "style": parameter.style.value,
    }
    return fields | ({"secret": True} if parameter.secret else {})


def answers(lines: Iterable[str], bench: Bench) -> Iterator[Entry]:
    """One answer for each line that asks, in order. Raises Invalid for a line that asks nothing."""
    asked = [question(line, number) for number, line in enumerate(lines, 1) if line.strip()]
    prepare([text for _, text in asked], bench)
    for name, text in asked:
        yield {"id": name, **risk_fields(judge(text, bench))}


def question(line: str, number: int) -> tuple[object, str]:
    try:
        found: Any = json.loads(line)
    except (ValueError, RecursionError):
        raise Invalid(f'line {number} of the input is no JSON; write {{"id", "text"}}') from None
    if not isinstance(found, dict) or not isinstance(found.get("text"), str):
        raise Invalid(f'line {number} of the input has no text; write {{"id", "text"}}')
    return found.get("id"), found["text"]


def shown(entries: Sequence[Entry]) -> list[str]:
    """A line for each command, its first reason under it where it does more than look."""
    rows = [row_of(entry) for entry in entries if entry.get("risk") is not None]
    manual = sum(1 for entry in entries if entry.get("risk") is None)
    counted = f"{amount(len(rows), 'command')}, {amount(manual, 'line')} for people"
    return [*columns(rows), "", counted]


def row_of(entry: Entry) -> list[str]:
    badge = str(entry["risk_class"])
    text = str(entry.get("text", entry["id"])).strip().split("\n")[0]
    text = text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
    reasons = entry["reasons"]
    why = reasons[0]["words"] if isinstance(reasons, list) and reasons else ""
    return [
        MARK.get(badge, "✕"),
        str(entry.get("line", entry["id"])),
        badge,
        str(entry["approval_min"]),
        text,
        str(why),
    ]
