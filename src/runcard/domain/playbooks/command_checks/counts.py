"""Counts set by hand that something else in the document sets, too."""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding
from runcard.domain.playbooks.words import plain

HIGHEST = re.compile(
    r"\b(?:max(?:imum)?(?:[ _-]?replicas)?|höchstens|maximal|máximo|máx\.?|massimo)"
    r"[ =:]{1,3}(?:of |von |de |di )?(\d{1,4})\b",
    re.IGNORECASE,
)


def check(facts: Facts) -> Iterator[Finding]:
    """`scale to 20`, where the autoscaler of the same thing stops at 16."""
    limits = [
        (line, plain(text), int(found.group(1)))
        for line in facts.lines_of("left_down", "autoscales")
        if (found := HIGHEST.search((text := facts.page.lines[line - 1])[:600]))
    ]
    for act in facts.acts if limits else ():
        for name, count in _scaled(act):
            for line, text, most in limits:
                if count > most and re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text):
                    about = f"{name}: {count} here, at most {most} in line {line}"
                    yield facts.finding("RC850", act.line, about)


def _scaled(act: Act) -> Iterator[tuple[str, int]]:
    """What is scaled by hand, and to how many."""
    for call in act.calls:
        count = call.value("--replicas") or ""
        if call.verb == "scale" and call.objects and count.isdigit() and len(count) < 5:
            yield call.objects[-1].rpartition("/")[2], int(count)
