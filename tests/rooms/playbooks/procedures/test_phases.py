"""The process as one list, or as paragraphs that begin with their names."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Phase
from runcard.domain.playbooks.vocabulary import Vocabulary

LIST = "1. Look into the pot.\n2. Tell the guests.\n3. Boil.\n"


def phases(body: str, words: Vocabulary) -> tuple[Phase, ...]:
    return compile_playbook(f"# Tea\n\n{body}\n", words).phases


@pytest.mark.parametrize(
    "title", ["Allgemeines Vorgehen", "2. Procedure", "First 20 minutes", "Was zu tun ist"]
)
def test_a_process_of_one_list_is_one_phase(title: str, words: Vocabulary) -> None:
    (phase,) = phases(f"## {title}\n\n{LIST}\n## Cups\n\nBlue.", words)
    assert [item.text for item in phase.items] == [
        "Look into the pot.",
        "Tell the guests.",
        "Boil.",
    ]


@pytest.mark.parametrize(
    "body",
    [f"## Cups\n\n{LIST}", "## Procedure\n\n1. Look.\n2. Boil.\n",
     "## Procedure\n\n- a\n- b\n- c\n", f"## Procedure 2: cold tea\n\n{LIST}",
     f"## Procedure\n\n### Kettle\n\n{LIST}"],
)  # fmt: skip
def test_other_lists_are_none(body: str, words: Vocabulary) -> None:
    assert phases(body, words) == ()


@pytest.mark.parametrize(
    ("body", "titles"),
    [(f"## Quick triage checklist\n\n{LIST}\n- Blue cups\n\n## Cold tea\n\nPour.",
      ["Quick triage checklist"]),
     (f"## 初動（共通）\n\n{LIST}\n## 茶碗\n\n青。\n\n## 復旧後（必須）\n\n{LIST}",
      ["初動", "復旧後"]),
     (f"## Erstes Vorgehen\n\n{LIST}\n## Nach der Störung\n\n{LIST}",
      ["Erstes Vorgehen", "Nach der Störung"]),
     # Nothing comes first, or what comes after is not gone through in order.
     (f"## Cups\n\n{LIST}\n## After the incident\n\n{LIST}", []),
     (f"## Procedure\n\n{LIST}\n## After the incident\n\n- Sweep\n- Rest\n- Sleep",
      ["Procedure"])],
)  # fmt: skip
def test_the_first_list_and_that_of_the_time_after(
    body: str, titles: list[str], words: Vocabulary
) -> None:
    assert [one.title for one in phases(body, words)] == titles


def test_paragraphs_that_begin_with_their_names(words: Vocabulary) -> None:
    body = (
        "## So gehen wir vor\n\n**Erkennen.** Ein Gast ruft.\n\n**Eindämmen (P1: 15 min).** Deckel"
        " zu.\n\n- Hahn zu\n\n**Wiederherstellen.** Neuer Tee.\n\n**Abschluss.** Alle trinken.\n"
    )
    found = phases(body, words)
    assert [one.title for one in found] == [
        "Erkennen",
        "Eindämmen",
        "Wiederherstellen",
        "Abschluss",
    ]
    assert found[1].timebox is not None
    assert (found[1].timebox.seconds, len(found[1].items)) == (900, 1)


def test_paragraphs_about_something_else_are_no_phases(words: Vocabulary) -> None:
    body = "## How it goes\n\n**Pots.** Blue.\n\n**Cups.** White.\n\n**Lids.** None.\n"
    assert phases(body, words) == ()


@pytest.mark.parametrize("title", ["See → hold → mend", "The ring", "Our loop"])
def test_a_list_of_words_for_phases_needs_no_known_heading(title: str, words: Vocabulary) -> None:
    body = (
        f"## {title}\n\n1. **Detect.** A guest calls.\n2. **Contain.** Close the tent.\n"
        "3. **Paint.** Red.\n4. **Recover.** Open it.\n"
    )
    assert [one.title for one in phases(body, words)] == ["Detect", "Contain", "Paint", "Recover"]


def test_a_list_of_other_bold_words_is_none(words: Vocabulary) -> None:
    body = "## The ring\n\n1. **Sand.** Fine.\n2. **Contain.** Ropes.\n3. **Light.** Warm.\n"
    assert phases(body, words) == ()


@pytest.mark.parametrize(
    "title", ["Whatever it is: the 5 minute rule", "0. 原则 — 5 分钟", "Regel für die 5 Minuten"]
)
def test_a_list_in_a_fence_as_the_first_aid_is_one_phase(title: str, words: Vocabulary) -> None:
    text = f"# Mill\n\n## {title}\n\n```\n1. STOP - stand\n2. LOOK - see\n3. TELL - say\n```\n"
    (phase,) = compile_playbook(text, words).phases
    assert len(phase.items) == 3


def test_the_steps_of_a_look_that_each_trouble_has_are_no_phases(words: Vocabulary) -> None:
    steps = "### Diagnosis steps\n\n1. **Lift the lid**\n   - slowly\n2. **Smell**\n3. **Taste**\n"
    body = "\n".join(f"## {name}\n\n{steps}" for name in ("Milk sour", "Butter soft"))
    assert phases(body, words) == ()
    assert len(phases(f"## Milk sour\n\n{steps}", words)) == 3


def test_entries_that_say_in_which_case_are_options(words: Vocabulary) -> None:
    entry = "{}. **{}** {}\n   ```sh\n   churnctl {}\n   ```\n\n"
    for why, options in (
        ("- If it is warm", ("Cool it", "Stop it")),
        ("(if it is warm)", ("Cool it", "Stop it")),
        ("- For an hour", ()),
        ("(for an hour)", ()),
    ):
        body = entry.format(1, "Cool it", why, "cool") + entry.format(2, "Stop it", why, "stop")
        text = f"## Phase 1: Look\n\n- Look.\n\n## Phase 2: Mitigation\n\n{body}"
        assert phases(text, words)[1].options == options


def test_levels_in_the_chapter_of_the_process_are_no_phases(words: Vocabulary) -> None:
    levels = "### {}\n\n**P1 - High:**\n- no milk\n\n**P2 - Low:**\n- warm milk\n"
    assert phases(f"## Incident process\n\n{levels.format('Severity definitions')}", words) == ()


def test_the_numbers_of_options_are_not_their_names(words: Vocabulary) -> None:
    ways = (
        "**1. Stir it**\n```sh\nchurnctl stir\n```\n\n**2. Cool it**\n```sh\nchurnctl cool\n```\n"
    )
    text = f"## Phase 1: Look\n\n- a\n\n## Phase 2: Mitigation\n\n{ways}"
    assert phases(text, words)[1].options == ("Stir it", "Cool it")


def test_square_brackets_behind_a_phase_hold_its_time(words: Vocabulary) -> None:
    heads = ("見る【3分以内】", "点火【弱火】", "終了")
    text = "## 対応の流れ\n\n" + "".join(f"### {head}\n\n1. a\n\n" for head in heads)
    look, fire, end = phases(text, words)
    assert (look.title, look.timebox and look.timebox.seconds) == ("見る", 180)
    assert (fire.title, fire.timebox, end.timebox) == ("点火【弱火】", None, None)


@pytest.mark.parametrize(
    ("titles", "options"),
    [(("3a. Cold oven", "3b. Wet flour"), ("Cold oven", "Wet flour")),
     (("3.a Kalter Ofen", "3.b Nasses Mehl"), ("Kalter Ofen", "Nasses Mehl")),
     (("Cold oven", "Wet flour"), ()), (("3a. Cold oven", "Wet flour"), ())],
)  # fmt: skip
def test_letters_behind_the_number_of_a_phase_count_its_options(
    titles: tuple[str, str], options: tuple[str, ...], words: Vocabulary
) -> None:
    below = "".join(f"### {one}\n\n1. Stop the mill.\n\n" for one in titles)
    before = "## 1. Detection\n\nx\n\n## 2. Triage\n\ny\n\n"
    found = phases(f"{before}## 3. Containment\n\n{below}## 4. Recovery\n\nz\n", words)
    assert [one.options for one in found if one.title == "Containment"] == [options]


@pytest.mark.parametrize(
    ("sign", "count"), [("**Signs:** smoke", 0), ("**Anzeichen:** Rauch", 0), ("It smokes.", 2)]
)
def test_what_is_done_about_one_of_some_troubles_is_no_phase(
    sign: str, count: int, words: Vocabulary
) -> None:
    steps = "".join(f"{at}. **{one}:** now.\n" for at, one in
                    enumerate(("Contain", "Investigate", "Recover"), 1))  # fmt: skip
    text = "".join(f"### 2.{at} {one}\n\n{sign}\n\n{steps}\n" for at, one in
                   enumerate(("Hot stone", "Wet grain"), 1))  # fmt: skip
    assert len(phases(f"## 1. Words\n\na\n\n## 2. The mill\n\n{text}", words)) == count
