"""Phases as bold lines, also where headings stand between them."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Phase
from runcard.domain.playbooks.vocabulary import Vocabulary


def phases(body: str, words: Vocabulary) -> tuple[Phase, ...]:
    return compile_playbook(f"# Tea\n\n{body}\n", words).phases


def test_headings_between_bold_lines_are_options(words: Vocabulary) -> None:
    body = (
        "## Response\n\n**1. Look (5 min)**\n\n- into the pot\n\n**2. Mitigate**\n\n"
        "#### Second kettle\n\n```sh\na\n```\n\n#### Cold tea\n\n```sh\nb\n```\n\n"
        "**3. Close**\n\n1. Wash up\n"
    )
    look, mitigate, close = phases(body, words)
    assert look.timebox is not None
    assert look.timebox.seconds == 300
    assert (mitigate.options, len(mitigate.fences)) == (("Second kettle", "Cold tea"), 2)
    assert [item.text for item in close.items] == ["Wash up"]


def test_counted_words_say_what_they_are_under_any_heading(words: Vocabulary) -> None:
    body = "## Tea ceremony\n\n**Step 1 – Confirm**\n\n- look\n\n**Step 2 – Recover**\n\n- boil\n"
    text = f"# Tea\n\n{body}\n"
    assert len(phases(body, words)) == 2
    assert compile_playbook(text, words).runbooks == ()


def test_two_numbers_alone_are_no_phases(words: Vocabulary) -> None:
    assert (
        phases("## Tea sorts\n\n**1. Green**\n\n- mild\n\n**2. Black**\n\n- strong\n", words) == ()
    )


def test_the_start_of_the_clock_is_a_time(words: Vocabulary) -> None:
    body = "## Steps\n\n**Step 1 – See (T+0)**\n\n- a\n\n**Step 2 – Do (T+0 to T+9 min)**\n\n- b\n"
    see, do = phases(body, words)
    assert see.timebox is not None
    assert do.timebox is not None
    assert (see.timebox.seconds, do.timebox.seconds, see.qualifier) == (0, 540, None)


def test_a_window_at_the_head_is_the_time_box(words: Vocabulary) -> None:
    body = "## Response\n\n**Minute 0–10. Look**\n\n- a\n\n**Minute 10–30. Boil**\n\n- b\n"
    assert [one.timebox and one.timebox.seconds for one in phases(body, words)] == [600, 1800]


def test_a_number_in_brackets_counts_a_phase(words: Vocabulary) -> None:
    body = (
        "## 处理流程\n\n**（一）看壶，3 分钟内**\n\n1. 看水位\n\n"
        "**（二）煮水**（9 分钟内）\n\n1. 点火\n2. 等\n"
    )
    look, boil = phases(body, words)
    assert (look.title, look.timebox and look.timebox.seconds) == ("（一）看壶", 180)
    assert (boil.title, boil.timebox and boil.timebox.seconds) == ("（二）煮水", 540)
    assert [item.text for item in boil.items] == ["点火", "等"]


def test_a_time_behind_a_comma_is_no_part_of_the_name(words: Vocabulary) -> None:
    body = "## Response\n\n**1. Look, listen**\n\n- a\n\n**2. Boil, within 20 min**\n\n- b\n"
    look, boil = phases(body, words)
    assert (look.title, look.timebox) == ("Look, listen", None)
    assert (boil.title, boil.timebox and boil.timebox.seconds) == ("Boil", 1200)


@pytest.mark.parametrize(
    ("body", "found"),
    [("Step 1: Boil (5 minutes). Ring the bell.\n\nStep 2: Pour.\nGently.\n\nStep 3: Serve",
      [("Step 1: Boil", 300), ("Step 2: Pour", None), ("Step 3: Serve", None)]),
     ("Schritt 1: Kochen (binnen 5 Minuten).\n\nSchritt 2: Gießen. Ja.\n\nSchritt 3: Trinken.",
      [("Schritt 1: Kochen", 300), ("Schritt 2: Gießen", None), ("Schritt 3: Trinken", None)]),
     ("第一步 煮水（5 分钟内）。按铃。\n\n第二步 倒茶。小心。\n\n第三步 喝茶。趁热。",
      [("第一步 煮水", 300), ("第二步 倒茶", None), ("第三步 喝茶", None)]),
     ("(1) 沸かす（5分以内） 鈴を鳴らす。\n\n(2) 注ぐ そっと注ぐ。\n\n(3) 飲む。熱いうちに。",
      [("沸かす", 300), ("注ぐ", None), ("飲む", None)]),
     ("Room 1: the kettle. Hot.\n\nRoom 2: the cups.\n\nRoom 3: the sugar.", []),
     ("Step 1: Boil. Ring.\n\nStep 2: Pour. Gently.", [])],
)  # fmt: skip
def test_paragraphs_that_count_themselves_are_phases(
    body: str, found: list[tuple[str, int | None]], words: Vocabulary
) -> None:
    phases = compile_playbook(f"# Tea\n\n## Process\n\n{body}\n", words).phases
    times = [(one.title, one.timebox.seconds if one.timebox else None) for one in phases]
    assert times == found


@pytest.mark.parametrize(
    ("chapter", "names"),
    [("Response process", ("Notice", "Size it up", "Limit the damage", "Put it right")),
     ("The first hour", ("Detect:", "Contain:", "Recover:")),
     ("Ablauf", ("Annehmen", "Schaden begrenzen", "Beheben", "Auswerten")),
     ("Procedura di risposta", ("Rilevare", "Contenere", "Risolvere", "Imparare")),
     ("Verloop", ("Signaleren", "Beoordelen", "Herstellen", "Evalueren")),
     ("处理流程", ("发现", "控制影响", "恢复", "复盘")),
     ("進め方", ("検知", "暫定対応", "振り返り"))],
)  # fmt: skip
@pytest.mark.parametrize("mark", ["-", "- [ ]", "1."])
def test_bold_names_of_phases_stand_above_their_lists(
    chapter: str, names: tuple[str, ...], mark: str, words: Vocabulary
) -> None:
    told = "".join(f"**{one}**\n\n{mark} look\n{mark} boil\n\n" for one in names)
    found = phases(f"## {chapter}\n\n{told}", words)
    assert [one.title for one in found] == [one.rstrip(":") for one in names]
    assert {len(one.items) for one in found} == {2}


@pytest.mark.parametrize("names", [("Green", "Black", "White"), ("Detect", "Green", "Black")])
def test_other_bold_names_above_lists_are_no_phases(
    names: tuple[str, ...], words: Vocabulary
) -> None:
    told = "".join(f"**{one}**\n\n- look\n- boil\n\n" for one in names)
    assert {one.title for one in phases(f"## Response\n\n{told}", words)}.isdisjoint(names)
