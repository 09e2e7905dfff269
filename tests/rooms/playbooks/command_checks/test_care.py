"""A destructive step is written with care where its case is told and it looks before and after."""

import pytest

from runcard.adapters.reference_works import read_linter
from runcard.domain.playbooks.model import Grade
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import TODAY, found_in

CASE = "Rides that ended an hour ago still hold their seat in the list:"
LOOK = "liftctl count seats"
ORDER = "liftctl drop seats --ended"


def is_told(above: str, lines: list[str], below: str, words: Vocabulary) -> bool:
    block = "\n".join(["```bash", *lines, "```"])
    found = found_in(f"# Lift\n\n{above}\n\n{block}\n\n{below}\n", words)
    return "RC725" in {one.code for one in found}


@pytest.mark.parametrize(
    ("above", "lines", "below", "is_found"),
    [
        (CASE, [LOOK, ORDER, LOOK], "", False),
        (CASE, [LOOK, ORDER], "Try the ride again.", False),
        (CASE, [LOOK, ORDER], "", True),
        (CASE, [ORDER, LOOK], "", True),
        ("**Severity: Red** (Amber outside of the opening hours of the house)",
         [LOOK, ORDER, LOOK], "", True),
        ("Then:", [LOOK, ORDER, LOOK], "", True),
    ],
)  # fmt: skip
def test_a_look_before_and_after_with_its_case_told_is_care(
    above: str, lines: list[str], below: str, is_found: bool, words: Vocabulary
) -> None:
    def known(line: str) -> str:
        return line.replace("liftctl drop", "psql -c 'delete from") + (
            "'" if "drop" in line else ""
        )

    assert is_told(above, [known(line) for line in lines], below, words) is is_found


LOSS = "When the rides are doubled the list is emptied; today's rides are gone and are typed again."


@pytest.mark.parametrize(
    ("above", "is_found"),
    [
        (LOSS, False),
        ("Empty the list. It has grown over the years and nobody has looked at it since.", True),
        ("The rides of today are gone.", True),
        ("If the list is broken, the rides are gone and you begin anew:", False),
    ],
)
def test_a_sentence_that_tells_the_case_and_the_loss_is_enough(
    above: str, is_found: bool, words: Vocabulary
) -> None:
    assert is_told(above, ["rm -rf /srv/rides"], "", words) is is_found


def test_sentences_above_make_it_a_smaller_matter(words: Vocabulary) -> None:
    said = (
        "The list of rides has grown over the years. Nobody has looked at what stands in it, "
        "and the disk it lies on is a small one."
    )
    found = found_in(f"# Lift\n\n{said}\n\n```bash\nrm -rf /srv/rides\n```\n", words)
    assert [one.grade.value for one in found if one.code == "RC725"] == ["warn"]


def test_the_head_of_a_runbook_speaks_for_its_parts(words: Vocabulary) -> None:
    text = (
        "# Lift\n\n## Runbooks\n\n### Rides doubled\n\n{said}\n\n#### Signs\n\n- two\n\n"
        "#### Cure\n\n```bash\nrm -rf /srv/rides\n```\n"
    )
    codes = [
        {one.code for one in found_in(text.format(said=said), words)}
        for said in ("The mayor has to approve it.", "It happens in spring.")
    ]
    assert ["RC725" in one for one in codes] == [False, True]


@pytest.mark.parametrize(
    ("above", "is_found"),
    [
        ("The captain says whether this is worth it today.", False),
        ("Empty the old folders of it (requires operator confirmation).", False),
        ("Das hier sind lauter Kopien der Fahrten von gestern.", False),
        ("Les fiches du jour sont à noter. On les note de nouveau, ce qui prend une heure.", False),
        ("Make room for the rides of tomorrow morning.", True),
        ("**Captain's cabin, first floor, on the left side**", True),
    ],
)
def test_who_has_a_say_or_what_comes_again_is_enough(
    above: str, is_found: bool, words: Vocabulary
) -> None:
    assert is_told(above, ["rm -rf /srv/rides"], "", words) is is_found


def test_the_logs_a_recovery_needs_want_more_than_a_paragraph(words: Vocabulary) -> None:
    said = "Should the disk be full, the old ones make room. They are from the last 30 days."
    order = "rm -rf /srv/{}"
    assert not is_told(said, [order.format("rides")], "", words)
    assert is_told(said, [order.format("pg_wal")], "", words)


@pytest.mark.parametrize(
    ("above", "grade"),
    [
        ("The list is filled again from the tape in the cellar.", Grade.WARNING),
        ("Symptoms: the list is filled again and again, and nobody moves.", Grade.ERROR),
    ],
)
def test_a_sign_is_no_word_about_the_loss(above: str, grade: Grade, words: Vocabulary) -> None:
    text = f"# Lift\n\n{above}\n\n```bash\nrm -rf /srv/lift/list\n```\n"
    assert [one.grade for one in found_in(text, words) if one.code == "RC725"] == [grade]


@pytest.mark.parametrize(
    ("rest", "told"), [("once the lift master has agreed", True), ("at once", False)]
)
def test_the_sentence_around_a_command_is_read_as_its_warning(
    rest: str, told: bool, words: Vocabulary
) -> None:
    text = f"# Lift\n\nThen take away the list: `rm -rf /srv/lift/seats`, {rest}.\n"
    assert ("RC725" not in {one.code for one in found_in(text, words)}) is told


THEN = "The seats of `night` rides were never given back (`seat = free`, no rider). {}:"


@pytest.mark.parametrize(
    ("then", "look", "is_found"),
    [("Then", LOOK, False), ("Alors", LOOK, False), ("Then", "", True), ("Empty it", LOOK, True)],
)
def test_a_case_that_ends_in_then_follows_from_the_look_above(
    then: str, look: str, is_found: bool, words: Vocabulary
) -> None:
    above = f"```bash\n{look}\n```\n\n{THEN.format(then)}" if look else THEN.format(then)
    assert is_told(above, ["rm -rf /srv/rides"], "", words) is is_found


LATER = "Puis regarder :\n\n```bash\nliftctl list\nliftctl seats\n```\n\n"


@pytest.mark.parametrize(
    ("below", "is_found"),
    [
        ("`rm` erases the rides of the day and nothing else.", False),
        ("`mv` erases the rides of the day and nothing else.", True),
        (f"{LATER}Seulement si la cabine est vide ; sinon les courses disparaissent.", False),
        (f"{LATER}Seulement si la cabine est vide.", True),
        (f"{LATER}Les courses disparaissent.", True),
    ],
)
def test_what_a_command_erases_may_stand_below_it(
    below: str, is_found: bool, words: Vocabulary
) -> None:
    assert is_told("", ["rm -rf rm /srv/rides"], below, words) is is_found


@pytest.mark.parametrize(
    ("title", "lines", "is_found"),
    [
        ("The list is full", [LOOK, "rm -rf /srv/rides", LOOK], False),
        ("The list is full", [LOOK, "rm -rf /srv/rides"], True),
        ("The list of the lift", [LOOK, "rm -rf /srv/rides", LOOK], True),
        ("A key is leaked", [LOOK, "rm -rf /srv/rides", LOOK], True),
    ],
)
def test_a_heading_may_be_the_case(
    title: str, lines: list[str], is_found: bool, words: Vocabulary
) -> None:
    block = "\n".join(["```bash", *lines, "```"])
    found = found_in(f"# Lift\n\n## Runbooks\n\n### {title}\n\n{block}\n", words)
    assert bool({"RC725", "RC728"} & {one.code for one in found}) is is_found


SIGN = "**Symptom:** nobody gets a seat."
WHY = "**Cause:** the list of refused riders has filled up since the gate was moved."


@pytest.mark.parametrize(
    ("above", "line", "is_found"),
    [
        (
            f"{SIGN}\n\n{WHY}\n\nTo empty the list of refused:",
            "delete from refused where day < 9",
            False,
        ),
        (f"{SIGN}\n\nTo empty the list of refused:", "delete from refused where day < 9", True),
        (f"{SIGN}\n\n{WHY}\n\n**Remedy:**", "delete from refused where day < 9", True),
        (f"{SIGN}\n\n{WHY}\n\nTo empty the list of refused:", "truncate refused", True),
    ],
)
def test_a_sign_its_cause_and_what_is_taken_away_are_enough(
    above: str, line: str, is_found: bool
) -> None:
    text = f"# Lift\n\n## Refused\n\n{above}\n\n```sql\n{line};\n```\n"
    found = read_linter().judged(text, TODAY).findings
    assert ("RC725" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("step", "is_found"),
    [
        ("1. **Kiln taken over** → take a snapshot → {} → rebuild it from the plan", False),
        ("1. **Kiln taken over** → take a\n   snapshot → {}\n   → rebuild it", False),
        ("| Kiln | Logs gesichert? Dann {} und neu aufbauen |", False),
        ("1. **Kiln taken over** → {} → rebuild it from the plan", True),
        ("1. **Kiln taken over** → take a snapshot → {}", True),
        ("1. Take a snapshot\n2. {}\n3. Rebuild it", True),
    ],
)
def test_what_is_kept_first_and_built_anew_is_told_in_its_own_sentence(
    step: str, is_found: bool, words: Vocabulary
) -> None:
    table = "| What | Do |\n|---|---|\n" if step.startswith("|") else ""
    page = f"# Kiln\n\n## Cases\n\n{table}{step.format('`terraform delete kiln`')}\n"
    assert ("RC725" in {one.code for one in found_in(page, words)}) is is_found


@pytest.mark.parametrize(
    ("below", "is_found"),
    [
        ("Note: seats that were waiting must be asked for again at the desk.", False),
        ("Hinweis: Wartende Plätze werden am Schalter noch einmal vergeben.", False),
        ("Note: the lift stands beside the desk of the house.", True),
        ("Then run the list again and look at the seats of today.", True),
    ],
)
def test_a_note_below_may_say_what_comes_again(
    below: str, is_found: bool, words: Vocabulary
) -> None:
    assert is_told("**Repair**", ["aws sqs purge-queue --queue-url $SEATS"], below, words) is (
        is_found
    )


@pytest.mark.parametrize(
    ("remark", "is_found"),
    [
        ("  # removes all empty cabins", False),
        ("  # löscht alle leeren Kabinen", False),
        ("  # removes all", True),
        ("  # this is done by the porter", True),
    ],
)
def test_what_goes_may_stand_behind_the_command(
    remark: str, is_found: bool, words: Vocabulary
) -> None:
    line = f"aws sqs purge-queue --queue-url $SEATS{remark}"
    assert is_told("**Repair**", [line], "", words) is is_found


@pytest.mark.parametrize(
    ("above", "is_found"),
    [
        (
            "Empty the list then. Everybody in the lift is\nlogged out, whoever rides.",
            False,
        ),
        (
            "Wir leeren die Liste.\nDie Sitze sind dann weg, man schreibt sie neu von Hand.",
            False,
        ),
        (
            "Se vacía la lista. Los pasajeros desaparecen\nde ella a esa hora, todos a la vez.",
            False,
        ),
        (
            "Empty the list then. Do not tell anybody\nbefore the lift is in the valley.",
            True,
        ),
        (
            "Wir leeren die Liste.\nDas macht der Wart, und zwar vor dem Mittag und allein.",
            True,
        ),
    ],
)
def test_the_loss_may_stand_in_any_line_of_the_paragraph(
    above: str, is_found: bool, words: Vocabulary
) -> None:
    assert is_told(above, ["aws sqs purge-queue --queue-url $SEATS"], "", words) is is_found
