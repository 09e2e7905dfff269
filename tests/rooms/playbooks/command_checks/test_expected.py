"""What must be seen after a change, told in a sentence: a query again, a figure, a test."""

import pytest

from runcard.adapters.reference_works import read_linter
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import TODAY, found_in

CASE = (
    "# Ferry\n\n## Runbooks\n\n### Ramp hangs\n\n{}\n\n```bash\nsystemctl restart ramp\n```\n\n{}\n"
)


def is_unproved(above: str, below: str, words: Vocabulary) -> bool:
    return "RC746" in {one.code for one in found_in(CASE.format(above, below), words)}


@pytest.mark.parametrize(
    "below",
    [
        "Put the query of the tide to it once more; nothing is left over then.",
        "Die Abfrage nochmals laufen lassen.",
        "Répéter la requête, plus aucune ligne.",
        "Repetir la consulta: ninguna fila.",
        "The list has to hold 6 ramps.",
        "After the start, `rampinfo` must list 4 hinges.",
        "`rampctl open north` once `ramptest -a` passes.",
        "Put back to the slow mode when the queue is under 20 cars.",
    ],
)
def test_a_sentence_may_tell_what_must_be_seen(below: str, words: Vocabulary) -> None:
    assert not is_unproved("The ramp does not answer.", below, words)


@pytest.mark.parametrize(
    "below",
    [
        "Ring the harbour again.",
        "The query is in the folder of the mate.",
        "You must write 3 lines into the book.",
        "The harbour has to be told within 15 minutes.",
        "The master has to be called on 01632 960140.",
        "`rampctl open north` passes the order on to the bridge.",
        "Put back to the slow mode by the mate.",
    ],
)
def test_what_a_person_has_to_do_is_no_look(below: str, words: Vocabulary) -> None:
    assert is_unproved("The ramp does not answer.", below, words)


@pytest.mark.parametrize(
    ("above", "is_found"),
    [
        ("The ramp must stand at 12 % afterwards. It hangs at noon.", False),
        ("The ramp must stand at 12 %. It hangs at noon.", True),
        ("Have a coffee afterwards, 2 at most.", True),
    ],
)
def test_the_measure_may_stand_above_the_change(
    above: str, is_found: bool, words: Vocabulary
) -> None:
    assert is_unproved(above, "", words) is is_found


@pytest.mark.parametrize(
    ("lines", "below", "is_found"),
    [
        (["systemctl restart ramp", "watch -n 5 rampinfo"], "It takes 5 minutes.", False),
        (["systemctl restart ramp", "watch -n 5 rampinfo"], "Leave it by Ctrl-C.", False),
        (["systemctl restart ramp", "watch -n 5 rampinfo"], "The ramp is grey.", True),
        (["watch -n 5 rampinfo"], "It takes 5 minutes.", True),
        (["systemctl restart ramp", "watch -n 5 rampinfo", "date"], "It takes 5 minutes.", True),
        (["systemctl restart ramp", "docker stats"], "It takes 5 minutes.", True),
    ],
)
def test_a_screen_watched_at_the_end_of_a_change_has_its_end_told(
    lines: list[str], below: str, is_found: bool, words: Vocabulary
) -> None:
    text = "\n".join(["# Ferry", "", "```bash", *lines, "```", "", below, ""])
    assert ("RC713" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ('rampsh --js -e "print(fleet.getRamps().status())"', False),
        ("rampsh --js -e \"fleet.restart('north')\"", True),
        ("aws lambda invoke --function-name ramp-check /tmp/r.json; jq . /tmp/r.json", False),
        ("aws lambda invoke --function-name ramp-move /tmp/r.json", True),
        ("kubectl -n sea exec deploy/ramp -- rampctl backlog --by-berth", False),
        ("kubectl -n sea exec deploy/ramp -- rampctl deploy --berth 2", True),
        ("rampctl close north", True),
        ("motd set 'The ramp is closed until noon'", False),
        ("rm -rf /scratch/ramp/$RUN", False),
        ("rm -rf /srv/ramp/$RUN", True),
    ],
)
def test_a_question_and_a_trifle_are_no_change(line: str, is_found: bool) -> None:
    found = read_linter().judged(f"# Ferry\n\n```bash\n{line}\n```\n", TODAY).findings
    assert ("RC746" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    "below",
    [
        "Within ten minutes the queue of ships shrinks below 20.",
        "De rij zakt onder 2.",
        "La cola baja a menos de 50.",
        "Le nombre de bateaux repasse sous 20.",
        "Rzędów jest potem poniżej 500.",
        "ramp --count: under 20, fewer than 20 at night.",
    ],
)
def test_a_level_that_is_told_of_a_thing_proves(below: str, words: Vocabulary) -> None:
    assert not is_unproved("", below, words)


@pytest.mark.parametrize(
    "below",
    [
        "If more than 20 ships are left, ring the harbour.",
        "You get fewer than 20 ships.",
        "Fewer than 20 ships, in the next step:",
        "The scaler (least 6, most 12) takes over at noon.",
        "Under the ramp lies chain 4711 of the ship.",
        "In less than 20 minutes the tide rises.",
    ],
)
def test_a_case_an_order_or_a_time_proves_nothing(below: str, words: Vocabulary) -> None:
    assert is_unproved("", below, words)


@pytest.mark.parametrize(
    ("below", "is_found"),
    [
        ("舷門が3つ動くことを目で確かめる。", False),
        ("Look at the ramp by eye.", False),
        ("船長に知らせる。", True),
        ("Tell the master of the ferry.", True),
    ],
)
def test_what_is_seen_by_eye_is_checked(below: str, is_found: bool, words: Vocabulary) -> None:
    assert is_unproved("", below, words) is is_found
