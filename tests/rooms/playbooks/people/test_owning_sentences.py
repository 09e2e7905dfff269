"""Roles that are told in sentences: who owns what."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("title", "said", "names"),
    [("Ownership", "The duty cook owns the first look. An incident lead decides on closing.",
      ["duty cook", "incident lead"]),
     ("Verantwortung", "Die Rufbereitschaft leitet die Suche. Der Teamleiter entscheidet.",
      ["Rufbereitschaft", "Teamleiter"]),
     # One alone, things that own nothing a person would, and another chapter.
     ("Ownership", "The duty cook owns the first look. Nobody eats until then.", []),
     ("Ownership", "The pot owns its lid. The menu decides what is cooked.", []),
     ("Kitchen", "The duty cook owns the first look. An incident lead decides on closing.", []),
     # Three who are known for their parts say so under any heading.
     ("Kitchen", ("The incident commander owns the call. The operations lead executes it; the"
                  " communications lead posts the news."),
      ["incident commander", "operations lead", "communications lead"]),
     ("Kitchen", "The pot owns its lid. The menu decides it. The incident lead owns both.", [])],
)  # fmt: skip
def test_whoever_owns_something_has_a_role(
    title: str, said: str, names: list[str], words: Vocabulary
) -> None:
    roles = compile_playbook(f"# Tavern\n\n## {title}\n\n{said}\n", words).roles
    assert [one.name for one in roles] == names


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("The shift lead decides; the duty baker runs the ovens; the\nscribe records it.",
         [("shift lead", 5), ("duty baker", 5), ("scribe", 6)]),
        ("Die Leitung entscheidet; der Protokollant schreibt mit.",
         [("Leitung", 5), ("Protokollant", 5)]),
        ("The till records the sale; the oven runs hot; the door closes.", []),
        ("The shift lead decides on closing; nobody eats until then.", []),
    ],
)  # fmt: skip
def test_semicolons_keep_those_apart_who_own_something(
    said: str, names: list[tuple[str, int]], words: Vocabulary
) -> None:
    roles = compile_playbook(f"# Bakery\n\n## Roles\n\n{said}\n", words).roles
    assert [(one.name, one.line) for one in roles] == names
