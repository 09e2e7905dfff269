"""What an editor is answered about a document: hover, fixes and layout, without any protocol."""

from collections.abc import Iterator
from dataclasses import dataclass

from runcard.domain.people.model import TeamFile
from runcard.domain.playbooks.card import Card
from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.coverage import LineUse, Use, coverage
from runcard.domain.playbooks.model import Playbook
from runcard.domain.playbooks.suggestions import suggestions
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.writing.canonical import canonical
from runcard.flows.trace_of_lines import Behaviour, Traced, trace
from runcard.interfaces.cli.editor_marks import Mark, lines_to_paste, marks_of
from runcard.kernel.ids import PlaybookId

KEPT = {
    Use.PROSE: "Kept as prose under “{}”; nothing in the product reads it.",
    Use.UNBOUND: "Stands before the first heading and belongs to nothing.",
}


@dataclass(frozen=True, slots=True)
class Fix:
    """A change to offer: lines to put below a line; `code` names the finding it cures."""

    title: str
    line: int
    below: int
    lines: tuple[str, ...]
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """One version of one document, understood once for all that is asked about it."""

    playbook: Playbook
    uses: dict[int, LineUse]
    rows: tuple[Traced, ...]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Its findings."""
        return marks_of(self.playbook)

    def hover(self, line: int) -> str | None:
        """What a line means to the engine, in Markdown; None for a line that is blank."""
        use = self.uses.get(line)
        if use is None:
            return None
        return "\n\n".join([self._use(use), *self._promised(line), *self._marked(line)])

    def fixes(self, first: int, last: int) -> Iterator[Fix]:
        """What could be done about the lines from first to last."""
        for mark in self.marks:
            pasted = tuple(lines_to_paste(mark, self.playbook))
            if first <= mark.line <= last and pasted:
                yield Fix(f"Add {pasted[0]}", mark.line, mark.line, pasted, mark.code)
        for one in suggestions(self.playbook):
            if first <= one.line <= last:
                title = f"Settle it: {one.annotation}"
                yield Fix(title, one.line, self._place(), (one.annotation,))

    def _place(self) -> int:
        """Annotations go below the title, where they part nothing; else below the last line."""
        line = self.playbook.title_line
        headings = {one.line for one in self.playbook.headings}
        return line if line is not None and line in headings else len(self.playbook.lines)

    def _use(self, use: LineUse) -> str:
        if use.use is Use.ELEMENT:
            return f"Part of **{use.what}**"
        return KEPT[use.use].format(use.what)

    def _promised(self, line: int) -> list[str]:
        said = []
        for row in self.rows:
            if row.line == line:
                kept = row.by.value if row.behaviour is not Behaviour.NONE else "nothing yet"
                said.append(f"- {row.kind.value} ({row.what}): **{row.behaviour.value}**, {kept}")
        return ["\n".join(said)] if said else []

    def _marked(self, line: int) -> list[str]:
        return [f"`{one.code}` {one.message}" for one in self.marks if one.line == line]


def answers_about(text: str, words: Vocabulary) -> Answers:
    """Understand a document as it stands in the editor."""
    playbook = compile_playbook(text, words)
    uses = {one.line: one for one in coverage(playbook)}
    card = Card(PlaybookId("pb_editor"), "editor", playbook, TeamFile())
    return Answers(playbook, uses, trace(card))


def formatted(text: str, words: Vocabulary) -> str | None:
    """The document in canonical Markdown; None where it is so already."""
    after = canonical(text, words).text
    return None if after == text else after
