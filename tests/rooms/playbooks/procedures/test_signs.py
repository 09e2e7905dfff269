"""The signs of trouble, by sure words anywhere and by likely ones inside a runbook."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Runbook
from runcard.domain.playbooks.nouns.procedures import SymptomForm
from runcard.domain.playbooks.procedures.signs import is_symptoms
from runcard.domain.playbooks.vocabulary import Vocabulary

FIX = "**Fix**\n\n```sh\nkettlectl boil\n```\n"


def the_runbook(body: str, words: Vocabulary) -> Runbook:
    text = f"# Tea room\n\n## Runbooks\n\n### Kettle cold\n\n{body}\n\n{FIX}"
    (book,) = compile_playbook(text, words).runbooks
    return book


@pytest.mark.parametrize(
    "label",
    ["What you see", "Indicators", "Detection", "Alerts", "Erkannt durch", "What you'll see",
     "What customers notice first", "How it shows", "Signals", "Signs of overload",
     "Detection indicators",
     "Woran merkt man es?", "Ce que l'on constate", "Cómo se manifiesta", "Como se percebe",
     "Typical symptoms", "Typische Anzeichen", "User-visible symptoms", "典型现象",
     "What customers report", "Wie es aussieht", "用户看到什么", "こう見える",
     "如何发现", "気づき方", "事象"],
)  # fmt: skip
def test_a_list_below_a_sign_is_counted_and_is_no_part(label: str, words: Vocabulary) -> None:
    book = the_runbook(f"**{label}**:\n\n- no steam\n- no light", words)
    assert len(book.symptoms) == 2
    assert [part.name for part in book.parts] == ["recovery"]


def test_a_sentence_behind_a_sign_is_one(words: Vocabulary) -> None:
    book = the_runbook("**Alert:** `KettleCold` for five minutes", words)
    assert book.symptom_form is not None
    assert book.symptom_form.value == "sentence"


def test_steps_below_a_likely_sign_are_work(words: Vocabulary) -> None:
    book = the_runbook("**Detection**\n\n1. Look into the pot\n2. Feel it", words)
    assert book.symptoms == ()
    assert [part.name for part in book.parts] == ["detection", "recovery"]


def test_a_surer_word_leaves_the_likely_one_to_be_a_part(words: Vocabulary) -> None:
    book = the_runbook("**Symptoms**: no steam\n\n**Alerts**\n\n- KettleCold", words)
    assert [one.text for one in book.symptoms] == ["no steam"]
    assert [part.name for part in book.parts] == ["alerts", "recovery"]


@pytest.mark.parametrize(
    "label",
    ["What to do when users see errors", "See also", "How to check",
     "How to read the road signs",
     "Ask the guests about their symptoms"],
)  # fmt: skip
def test_what_is_to_be_done_is_no_sign(label: str, words: Vocabulary) -> None:
    assert the_runbook(f"**{label}**\n\n- look", words).symptoms == ()


def test_a_row_of_a_table_may_say_it(words: Vocabulary) -> None:
    book = the_runbook("| Symptoms | no steam |\n|---|---|\n| Owner | Ada |", words)
    assert [one.text for one in book.symptoms] == ["no steam"]


@pytest.mark.parametrize("label", ["You'll notice because", "Guests see", "Users will notice"])
def test_whoever_notices_may_stand_first(label: str, words: Vocabulary) -> None:
    assert len(the_runbook(f"{label}:\n\n- no steam\n- no light", words).symptoms) == 2


def test_a_day_is_no_sign(words: Vocabulary) -> None:
    assert the_runbook("- Lun–ven 7:30 (ven): Ada", words).symptoms == ()


@pytest.mark.parametrize("label", ["Examples", "Beispiele", "Exemples", "例"])
def test_examples_of_a_trouble_are_its_signs(label: str, words: Vocabulary) -> None:
    book = the_runbook(
        f"**{label}**:\n\n- no steam\n- no light\n\n**Detection**:\n\n- a bell", words
    )
    assert ([one.text for one in book.symptoms], book.parts[0].name) == (
        ["no steam", "no light"],
        "detection",
    )


@pytest.mark.parametrize(("box", "signs"), [("the gauge shows 0", 1), ("open the lid", 0)])
def test_what_is_ticked_off_where_it_is_seen_is_a_sign(
    box: str, signs: int, words: Vocabulary
) -> None:
    book = the_runbook(f"**Detection**\n\n- [ ] {box}", words)
    assert len(book.symptoms) == signs


def test_a_surer_word_below_a_likely_heading_names_the_signs(words: Vocabulary) -> None:
    body = "#### Detection\n\n**Source:** the camera\n\n**Symptoms:**\n- no steam\n- no light"
    book = the_runbook(body, words)
    assert [one.text for one in book.symptoms] == ["no steam", "no light"]
    assert [part.name for part in book.parts] == ["recovery"]


def test_a_sign_that_tells_what_is_shown_is_one_of_its_list(words: Vocabulary) -> None:
    book = the_runbook("**Detection:**\n- no steam\n- Panel shows: `E4`\n- no light", words)
    assert len(book.symptoms) == 3


@pytest.mark.parametrize(
    ("label", "names"),
    [("Symptoms", ["recovery"]), ("症状", ["recovery"]), ("Detection", ["detection", "recovery"]),
     ("Alarm", ["alarm", "recovery"])],
)  # fmt: skip
def test_what_the_machine_shows_is_a_part_only_below_a_likely_sign(
    label: str, names: list[str], words: Vocabulary
) -> None:
    book = the_runbook(f"**{label}:**\n```\nE4: no water in the pot\n```", words)
    assert [part.name for part in book.parts] == names
    assert book.parts[0].commands == (0 if len(names) > 1 else 1)


def test_commands_below_a_likely_sign_are_a_part(words: Vocabulary) -> None:
    book = the_runbook("**Detection:**\n```\nkettlectl status\n```", words)
    assert [part.name for part in book.parts] == ["detection", "recovery"]


@pytest.mark.parametrize(
    ("heading", "count"), [("Severity: high (P2)", 2), ("Further words", 0), ("Severity: P1/P2", 0)]
)
def test_signs_may_stand_below_the_level_of_the_trouble(
    heading: str, count: int, words: Vocabulary
) -> None:
    signs = f"### {heading}\n\n**Indicators**:\n- no steam\n- no light\n\n"
    text = f"# Tea\n\n## Runbook: kettle cold\n\n{signs}### Recovery\n\n- light the stove\n"
    (book,) = compile_playbook(text, words).runbooks
    assert len(book.symptoms) == count


@pytest.mark.parametrize(
    ("title", "is_sign"),
    [("Signal box failure", False), ("Signals of failure", True), ("Anzeichen einer Störung", True),
     ("Señales de fallo", True)],
)  # fmt: skip
def test_what_fails_may_be_called_a_signal(title: str, is_sign: bool, words: Vocabulary) -> None:
    assert is_symptoms(title, words) is is_sign


@pytest.mark.parametrize(
    ("told", "form"),
    [(": No steam, the light is off.\n", "sentence"), (": No steam.\n\n: No light.\n", "bullets")],
)
def test_what_is_told_of_a_term_is_a_sentence(told: str, form: str, words: Vocabulary) -> None:
    text = f"# Tea\n\n## Runbook: kettle cold\n\nSymptoms\n{told}\n**Fix**\n\n- light the stove\n"
    (book,) = compile_playbook(text, words).runbooks
    assert book.symptom_form == SymptomForm(form)


@pytest.mark.parametrize(
    ("head", "count"),
    [("| Symptom | Runbook |", 0), ("| Anzeichen | Kontakt |", 0),
     ("| Symptom | no steam |", 1), ("| Anzeichen | kein Dampf |", 1)],
)  # fmt: skip
def test_what_heads_a_table_of_many_is_no_sign(head: str, count: int, words: Vocabulary) -> None:
    book = the_runbook(f"{head}\n|---|---|\n| Lid lifts | Lids |\n| Coil red | Coils |", words)
    assert len(book.symptoms) == count


@pytest.mark.parametrize("name", ["**Repair:**", "**Repair**", "**Behebung:**", "**修复：**"])
def test_an_entry_that_names_a_part_is_no_sign(name: str, words: Vocabulary) -> None:
    said = f"**Symptoms:**\n\n- No water\n- No light\n\n- {name}\n\n```sh\nsluicectl open\n```\n"
    (book,) = compile_playbook(
        f"# Mill\n\n## Runbooks\n\n### Sluice jammed\n\n{said}", words
    ).runbooks
    assert [one.text for one in book.symptoms] == ["No water", "No light"]


@pytest.mark.parametrize("last", ["**No light**", "No light: none at all", "**Lamp:** out"])
def test_other_entries_in_bold_are_signs(last: str, words: Vocabulary) -> None:
    said = f"**Symptoms:**\n\n- No water\n- {last}\n\n**Repair:**\n\n1. Open it\n"
    (book,) = compile_playbook(
        f"# Mill\n\n## Runbooks\n\n### Sluice jammed\n\n{said}", words
    ).runbooks
    assert len(book.symptoms) == 2
