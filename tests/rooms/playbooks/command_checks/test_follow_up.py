"""The proof of a change may stand anywhere further down in its case, in any words."""

import pytest

from runcard.adapters.reference_works import read_linter
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import TODAY, found_in

HEAD = "# Lift\n\n## Runbooks\n\n### Lift hangs\n\n**Symptoms**\n\n- it hangs\n\n"
CHANGE = "```bash\nkubectl scale deploy/lift --replicas=2\n```\n\n"


def unproved(text: str, words: Vocabulary) -> list[int]:
    return [one.line for one in found_in(text, words) if one.code == "RC746"]


@pytest.mark.parametrize(
    "below",
    [
        "The cabin moves until the lamp is green again.",
        "If that doesn't help, ring the maker.",
        "Die Kabine sollte nach zwei Minuten wieder da sein.",
        "La cabine revient en deux minutes.",
        "La cabina tiene que subir; si no, llamar al técnico.",
        "A cabine volta a andar em dois minutos.",
        "二分ほどで表示が戻るまで待つ。",
        "观察电梯直到恢复正常。",
        "#### Verification\n\nRide in it.",
        "#### 確認\n\n- 扉が開く",
        "#### Prüfung\n\n- Die Tür geht auf",
        "Then the list:\n\n```bash\nkubectl get lifts\n```",
    ],
)
def test_any_look_further_down_in_the_case_is_the_proof(below: str, words: Vocabulary) -> None:
    assert unproved(f"{HEAD}{CHANGE}{below}\n", words) == []


@pytest.mark.parametrize(
    "below",
    [
        "",
        "Write a line in the book.",
        "### Door stuck\n\nCheck that the door is shut.",
    ],
)
def test_another_case_or_another_way_proves_nothing(below: str, words: Vocabulary) -> None:
    assert unproved(f"{HEAD}{CHANGE}{below}\n", words) == [12]


def test_the_check_of_another_way_is_its_own(words: Vocabulary) -> None:
    ways = f"{HEAD}#### By hand\n\n{CHANGE}#### With the crane\n\nLook whether the hook is free.\n"
    assert unproved(ways, words) == [14]


@pytest.mark.parametrize("name", ["Blick hinein", "So we look", "運転の具合"])
def test_a_part_that_only_looks_is_the_check_by_whatever_name(name: str, words: Vocabulary) -> None:
    parts = f"{HEAD}#### By hand\n\n{CHANGE}#### {name}\n\n```bash\n{{}}\n```\n"
    assert unproved(parts.format("kubectl get lifts"), words) == []
    assert unproved(parts.format("kubectl apply -f lifts.yaml"), words) == [14, 20]


def test_a_later_phase_of_the_process_proves_an_earlier_one(words: Vocabulary) -> None:
    phases = "# Lift\n\n## Process\n\n### Step 1: Mend\n\n{}### Step 2: {}\n"
    assert unproved(phases.format(CHANGE, "Close\n\n- [ ] Watch the lift for an hour"), words) == []
    assert unproved(phases.format(CHANGE, "Close\n\n- [ ] Thank the porter"), words)


def test_the_head_of_a_chapter_may_order_one_check_for_all(words: Vocabulary) -> None:
    text = HEAD.replace("## Runbooks\n", "## Runbooks\n\n{}\n") + CHANGE
    assert unproved(text.format("Every recipe ends with the same check: ride up."), words) == []
    assert unproved(text.format("Every recipe has its own page."), words)


@pytest.mark.parametrize(
    "line",
    [
        "rsync -a lift:/var/log/ /cp/",
        "scp lift:/tmp/x.tgz /put/",
        "aws s3 cp s3://lift/up/ /tmp/up --recursive",
        "sudo apt-get install lift-tools",
    ],
)
def test_a_copy_and_an_installed_tool_are_no_change_of_the_service(
    line: str, words: Vocabulary
) -> None:
    assert unproved(f"# Lift\n\n```bash\n{line}\n```\n", words) == []
    assert unproved("# Lift\n\n```bash\nsystemctl restart lift\n```\n", words) == [4]


def test_what_was_stopped_for_the_change_is_started_after_its_proof(words: Vocabulary) -> None:
    block = "# Lift\n\n```bash\nsystemctl stop lift\n{}systemctl start lift\n```\n"
    assert unproved(block.format("liftctl apply plan\nliftctl show plan\n"), words) == []
    assert unproved(block.format("liftctl show plan\nliftctl apply plan\n"), words)


def test_a_page_about_one_case_ends_with_its_check(words: Vocabulary) -> None:
    text = "# Lift is slow\n\n## Make it lighter\n\n### Cabin\n\n{}\n## {}\n\nRide up.\n"
    assert unproved(text.format(CHANGE, "Is it better?"), words) == []
    assert unproved(text.format(CHANGE, "Who built it"), words)


@pytest.mark.parametrize(
    ("said", "is_proved"),
    [
        (
            "Every repair is done only when the ride at the bottom of the page passes the check.",
            True,
        ),
        ("Diese Prüfung gilt für alle Anleitungen unten.", True),
        ("Every repair has an owner. The list is checked in May.", False),
    ],
)
def test_one_check_may_be_told_for_all_in_any_chapter(
    said: str, is_proved: bool, words: Vocabulary
) -> None:
    text = f"# Lift\n\n## Order\n\n1. {said}\n\n## Runbooks\n\n### Cabin\n\n{CHANGE}"
    assert (unproved(text, words) == []) is is_proved


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("After any incident, verify that the gauges agree.", False),
        ("After any incident, write to the harbour.", True),
    ],
)
def test_a_check_after_every_incident_holds_for_each(
    said: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        f"# Gates\n\n## Gate stuck\n\n```bash\nsystemctl restart gate\n```\n\n## Later\n\n{said}\n"
    )
    assert ("RC746" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("chapter", "is_found"),
    [
        ("## Verification\n\n{look}", False),
        ("## The end\n\n### Verify the fix\n\n{look}", False),
        ("## Verification\n\nEverybody is glad.\n", True),
        ("## Verify the lists\n\n{look}", True),
        ("## Quick reference\n\n### Verify the fix\n\n{look}", True),
        (
            "## Procedures\n\n### Change the rope\n\n1. Cut it\n\n#### Verify the fix\n\n{look}",
            True,
        ),
    ],
)
def test_a_chapter_that_checks_a_repair_is_there_for_each(
    chapter: str, is_found: bool, words: Vocabulary
) -> None:
    look = "```bash\nkubectl get lifts\n```\n"
    levels = "## Levels\n\n| Level | Answer |\n|---|---|\n| P1 | 5 min |\n| P2 | 1 h |\n\n"
    text = HEAD.replace("## Runbooks", f"{levels}## Runbooks") + CHANGE + chapter.format(look=look)
    assert bool(unproved(text, words)) is is_found


def test_the_check_for_all_does_not_look_into_restored_data(words: Vocabulary) -> None:
    levels = "## Levels\n\n| Level | Answer |\n|---|---|\n| P1 | 5 min |\n| P2 | 1 h |\n\n"
    last = "## Verification\n\n```bash\nkubectl get lifts\n```\n"
    text = HEAD.replace("## Runbooks", f"{levels}## Runbooks") + "```bash\n{}\n```\n\n" + last
    assert unproved(text.format("./restore-rides.sh monday"), words)
    assert not unproved(text.format("./restart-rides.sh monday"), words)


def test_a_check_above_the_cases_proves_none(words: Vocabulary) -> None:
    levels = "## Levels\n\n| Level | Answer |\n|---|---|\n| P1 | 5 min |\n| P2 | 1 h |\n\n"
    chapter = f"{levels}## Verification\n\n```bash\nkubectl get lifts\n```\n\n## Runbooks"
    assert unproved(HEAD.replace("## Runbooks", chapter) + CHANGE, words)


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("pm2 trigger lockd heapdump", False),
        ("pm2 trigger lockd open-gate", True),
        ("./tools/post-status.sh --text 'High water at noon'", False),
        ("./bin/announce 'High water at noon'", False),
        ("./tools/set-gauge.sh --to 4", True),
    ],
)
def test_a_picture_of_the_memory_and_a_word_to_people_change_nothing(
    line: str, is_found: bool
) -> None:
    text = f"# Gates\n\n```bash\n{line}\n```\n"
    found = read_linter().judged(text, TODAY).findings
    assert ("RC746" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("chapter", "said", "is_proved"),
    [
        ("Rollback rules", "After any rollback, see that the lamp is lit.", True),
        ("Zurückrollen", "Nach jedem Rollback die Lampe prüfen.", True),
        ("Rollback rules", "After any rollback, thank the porter.", False),
        ("Door stuck", "After any rollback, see that the lamp is lit.", False),
    ],
)
def test_one_check_may_be_told_for_all_ways_back(
    chapter: str, said: str, is_proved: bool, words: Vocabulary
) -> None:
    text = f"{HEAD}#### Rollback\n\n{CHANGE}## {chapter}\n\n{said}\n"
    assert (unproved(text, words) == []) is is_proved
    text = f"{HEAD}#### Repair\n\n{CHANGE}## {chapter}\n\n{said}\n"
    assert unproved(text, words)


ALL_CASES = (
    "# Bakery\n\n## Response\n\n{}\n\n- the ovens are hot\n\n## Runbooks\n\n### Cold oven\n\n"
    "```bash\nkubectl scale deploy/oven --replicas=4\n```\n"
)


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("Vor der Entwarnung prüfen:", False),
        ("À vérifier avant de clore :", False),
        ("終息前の確認。", False),
        ("Antes de cerrar, comprobar:", False),
        ("Vor der Entwarnung die Bäcker anrufen:", True),
        ("Beim Backen prüfen:", True),
    ],
)
def test_what_is_checked_before_any_case_is_closed_proves_each(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    assert bool(unproved(ALL_CASES.format(line), words)) is is_found


@pytest.mark.parametrize(
    ("step", "is_found"),
    [
        ("Half an hour without errors at the counter", False),
        ("20 Minuten ohne Fehler am Tresen", False),
        ("Half an hour of rest at the counter", True),
        ("Write down the errors", True),
    ],
)
def test_a_time_without_errors_is_a_proof(step: str, is_found: bool, words: Vocabulary) -> None:
    block = "   ```bash\n   kubectl scale deploy/oven --replicas=4\n   ```\n"
    text = f"# Bakery\n\n## Runbooks\n\n### Cold oven\n\n1. Heat:\n{block}2. {step}\n"
    assert bool(unproved(text, words)) is is_found


AFTER_ALL = (
    "# Bakery\n\n| Level | Meaning |\n|---|---|\n| S1 | No bread |\n| S2 | Little bread |\n\n"
    "## Cold oven\n\n```bash\nkubectl scale deploy/oven --replicas=4\n```\n\n"
    "## {}\n\n### {}\n\n```bash\n{}\n```\n"
)


@pytest.mark.parametrize(
    ("heading", "line", "is_found"),
    [
        ("After any repair:", "kubectl get ovens", False),
        ("Nach jeder Maßnahme", "kubectl get ovens", False),
        ("Tras cada intervención", "kubectl get ovens", False),
        ("Before any repair:", "kubectl get ovens", True),
        ("After any repair:", "kubectl delete pod oven-1", True),
        ("After any meal:", "kubectl get ovens", True),
    ],
)
def test_a_heading_for_after_any_repair_proves_each(
    heading: str, line: str, is_found: bool, words: Vocabulary
) -> None:
    text = AFTER_ALL.format("Useful commands", heading, line)
    assert bool([one for one in unproved(text, words) if one < 14]) is is_found


@pytest.mark.parametrize(
    ("below", "is_found"),
    [
        ("**Fertig, wenn:** eine Probefahrt unter fünf Minuten dauert.", False),
        ("**Listo cuando:** la barca de prueba cruza.", False),
        ("#### How you know it's over\n\nThe oldest ride is a minute old.", False),
        ("**Wenn möglich:** eine Probefahrt machen lassen.", True),
        ("#### Whom to tell\n\nThe oldest pilot.", True),
    ],
)
def test_when_it_is_over_is_told_in_words(below: str, is_found: bool, words: Vocabulary) -> None:
    change = "```bash\nkubectl scale deploy/gate --replicas=2\n```\n"
    text = f"# Gates\n\n## Runbooks\n\n### Rides pile up\n\n#### Mend\n\n{change}\n{below}\n"
    assert ("RC746" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(("title", "is_found"), [("Sure it worked?", False), ("Another way", True)])
def test_a_part_below_the_same_case_that_only_looks_proves_it(title: str, is_found: bool) -> None:
    look = "rollout status" if not is_found else "rollout restart"
    text = (
        f"# Lift\n\n## Troubles we have seen\n\n### It hangs\n\n#### Get it going\n\n{CHANGE}"
        f"#### {title}\n\n```bash\nkubectl {look} deploy/lift\n```\n"
    )
    found = read_linter().judged(text, TODAY).findings
    assert any(one.code == "RC746" and one.line == 10 for one in found) is is_found
