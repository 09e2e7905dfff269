"""What a review goes through, listed below its mere name, and lists that are of something else."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def points(title: str, entries: tuple[str, ...], words: Vocabulary) -> list[str]:
    return gone_through(f"{title}\n\nThis is gone through:", entries, words)


def gone_through(head: str, entries: tuple[str, ...], words: Vocabulary) -> list[str]:
    text = f"# Mill\n\n## {head}\n" + "\n".join(entries)
    return [one.title for one in compile_playbook(text, words).review.agenda]


@pytest.mark.parametrize(
    ("title", "entries"),
    [("Post-incident review", ("timeline;", "root cause;", "stones and grain.")),
     ("Post-mortem", ("What happened", "Who noticed", "Lessons learned")),
     ("Nachbesprechung", ("zeitlicher Ablauf,", "Ursachen,", "Mehl und Wasser")),
     ("Retour d'expérience", ("chronologie ;", "cause racine ;", "farine perdue.")),
     ("Post-mortem", ("cronología;", "causa raíz;", "harina perdida.")),
     ("复盘", ("时间线", "根因", "面粉损失"))],
)  # fmt: skip
def test_the_subjects_of_a_review(title: str, entries: tuple[str, ...], words: Vocabulary) -> None:
    for mark in ("- {}", "1. {}"):
        assert points(title, tuple(map(mark.format, entries)), words) == [*entries]


@pytest.mark.parametrize(
    ("title", "entries"),
    [("Post-mortem", ("- book the loft", "- invite the millers", "- bring the timeline")),
     ("Post-mortem", ("- [ ] timeline", "- [ ] root cause", "- [ ] lessons")),
     ("Incident report", ("- timeline", "- root cause", "- lessons")),
     ("Storage", ("- timeline", "- root cause", "- lessons"))],
)  # fmt: skip
def test_work_forms_and_other_lists_are_none(
    title: str, entries: tuple[str, ...], words: Vocabulary
) -> None:
    assert points(title, entries, words) == []


@pytest.mark.parametrize(
    ("title", "entries", "found"),
    [
        ("Post-mortem",
         ("1. **Chain of events**: when did the wheel stop?", "2. **Root cause**: why?",
          "3. **Grain**: how much is lost?"), ["Chain of events", "Root cause", "Grain"]),
        ("Nachbesprechung",
         ("- **Hergang:** Wann blieb das Rad stehen?", "- **Mehl:** Wie viel fehlt?",
          "- **Ursachen:** Warum?"), ["Hergang", "Mehl", "Ursachen"]),
        ("Post-mortem",
         ("- **Timeline**: the miller writes it", "- **Root cause**: the smith finds it",
          "- **Lessons**: all"), []),
        ("Post-mortem",
         ("- **Timeline**: done within 3 days?", "- **Root cause**: why?", "- **Lessons**: which?"),
         []),
        ("Post-mortem\n\nThe miller writes down:",
         ("- **Timeline**: when?", "- **Root cause**: why?", "- **Lessons**: which?"), []),
    ],
)  # fmt: skip
def test_subjects_with_what_is_asked_behind_them(
    title: str, entries: tuple[str, ...], found: list[str], words: Vocabulary
) -> None:
    assert gone_through(title, entries, words) == found
