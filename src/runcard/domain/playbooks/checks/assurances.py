"""What stands fixed in a message and need not be true, and what was never written into it."""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.checks import hints
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Playbook

# What stands in quotes or behind the mark of a quoted line is said to somebody.
SPOKEN = re.compile(r"[“„«\"]([^“”„«»\"]{12,400})[”“»\"]")
# A choice or a gap, of which the writer keeps what is true.
CHOSEN = re.compile(r"[\[<{|]|\s/\s")
# `All is well. [if so]`, behind the sentence itself.
NOTE_BEHIND = re.compile(r"[^.!?。\[<({]{0,80}[.!?。]?\s*[\[<({]([^\]>)}]{1,60})")
SENTENCE_END = re.compile(r"[.!?。]\s|$")


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """What is wrong with the words of messages."""
    told: set[int] = set()
    for line, text in _messages(playbook, facts):
        if line in told:
            continue
        promised = facts.word("assurances", "promised", text)
        if promised is not None and not _is_chosen(text, promised, facts):
            told.add(line)
            yield facts.marked(facts.finding("RC511", line, f"“{promised}”"), promised)
        left = hints.TO_DO.search(text)
        if left is not None and not _is_open(text[: left.start()]):
            told.add(line)
            yield facts.marked(facts.finding("RC513", line, f"“{left.group()}”"), left.group())


def _messages(playbook: Playbook, facts: Facts) -> Iterator[tuple[int, str]]:
    """Every line of a message, and what stands in quotes in a chapter on messages."""
    known: set[int] = set()
    for template in playbook.templates:
        for line, text in enumerate(template.text.splitlines(), template.text_line):
            known.add(line)
            yield line, text
    chapters = {facts.section_of(one.text_line).index for one in playbook.templates}
    for said in facts.said:
        about = facts.about(said.section) & {"templates", "communication"}
        if said.line not in known and (about or said.section.index in chapters):
            quoted = facts.page.lines[said.line - 1].lstrip().startswith(">")
            is_rule = facts.speaks("assurances", said.text) & {"forbidden"}
            for text in [said.text] if quoted else SPOKEN.findall(said.text) if not is_rule else []:
                yield said.line, text


def _is_chosen(text: str, promised: str, facts: Facts) -> bool:
    """It is one of several, stands in a gap, or under a condition."""
    at = text.find(promised)
    before = re.split(r"[.!?。:]\s", text[:at])[-1]
    end = SENTENCE_END.search(text, at + len(promised))
    after = text[at + len(promised) : end.start() if end else len(text)]
    condition = facts.speaks("assurances", before) & {"only_if"}
    spoken = facts.speaks("assurances", promised), facts.speaks("assurances", after)
    if "need_not" in spoken[0] and "we_will" in spoken[1]:
        return True  # what the reader may leave to us, and no word on how things stand
    note = NOTE_BEHIND.match(text, at + len(promised))
    if note is not None and facts.speaks("assurances", note.group(1)) & {"only_if"}:
        return True
    is_one = CHOSEN.search(after[:4]) is not None or " / " in f"{before}|{after}"
    return bool(condition) or is_one or _is_open(before)


def _is_open(before: str) -> bool:
    """Behind a bracket that is not closed yet."""
    return sum(map(before.count, "[{<")) > sum(map(before.count, "]}>"))
