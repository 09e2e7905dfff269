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


@pytest.mark.parametrize(
    ("title", "said", "names"),
    [
        ("Rôles", "Le pilote conduit l'appel et décide. Le scribe tient le journal.",
         ["pilote", "scribe"]),
        ("Rollen", "Der Einsatzleiter führt das Gespräch\nund entscheidet. Die Wache schreibt mit.",
         ["Einsatzleiter", "Wache"]),
        ("Roles", "The pump keeps the water out. The gate keeps dogs out.", []),
        ("Glossary", "The incident lead keeps calm. The scribe keeps the log.", []),
    ],
)  # fmt: skip
def test_whoever_keeps_or_tells_something_has_a_role_too(
    title: str, said: str, names: list[str], words: Vocabulary
) -> None:
    roles = compile_playbook(f"# Mill\n\n## {title}\n\n{said}\n", words).roles
    assert [one.name for one in roles] == names


@pytest.mark.parametrize(
    ("title", "said", "names"),
    [
        ("役割", "「指揮者」は水門の開閉を決める。「記録係」は時刻を残す。",
         ["指揮者", "記録係"]),
        ("分工", "**指挥**由当班磨工担任，只下令。**搬运**由学徒担任。", ["指挥", "搬运"]),
        ("角色", "指挥官负责决策。记录员负责时间线。", ["指挥官", "记录员"]),
        ("役割", "「水車」は水で回る。「石臼」は粉をひく。", []),
        ("术语", "**指挥**由当班磨工担任，只下令。**搬运**由学徒担任。", []),
    ],
)  # fmt: skip
def test_where_there_are_no_articles_a_sign_or_a_part_names_them(
    title: str, said: str, names: list[str], words: Vocabulary
) -> None:
    roles = compile_playbook(f"# Mill\n\n## {title}\n\n{said}\n", words).roles
    assert [one.name for one in roles] == names
