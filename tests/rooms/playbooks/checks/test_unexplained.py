"""An order that needs skill: told how beside it, below it, elsewhere, or in no place at all."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


def told(text: str, words: Vocabulary) -> list[int]:
    return [one.line for one in found_in(f"# Ferry\n\n{text}", words) if one.code == "RC644"]


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        (
            "1. Isolate the winch\n   - pull the red lever\n   - lock the box\n2. Ring the mate\n",
            False,
        ),
        ("1. Die Winde sperren\n   - roten Hebel ziehen\n2. Maat rufen\n", False),
        ("1. Isolate the winch\n2. Ring the mate\n", True),
        ("1. Isolate the winch (use the winch panel)\n2. Ring the mate\n", False),
        ("1. Isolate the winch (port side)\n2. Ring the mate\n", True),
        ("1. Reset the winch (switch it off, remove the pin)\n2. Ring the mate\n", False),
        ("1. Rotate the helmsman role\n2. Ring the mate\n", False),
        ("1. Rotate the helmsman role password\n2. Ring the mate\n", True),
    ],
)
def test_entries_below_an_order_and_a_bracket_say_how(
    text: str, is_found: bool, words: Vocabulary
) -> None:
    assert bool(told(f"## Process\n\n{text}", words)) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("- Block signing failures", False),
        ("- [ ] Block number of the ledger confirmed", False),
        ("- Rücksetzen der Tickets fehlgeschlagen", False),
        ("- Restore permissions of the crew", False),
        ("- Quarantine needs a vet on the pier", False),
        ("- Rollback erfordert zwei Wärter", False),
        ("- Quarantine the cattle on the pier", True),
        ("- Block the gate of the pier", True),
    ],
)
def test_a_noun_and_what_became_of_it_is_no_order(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    assert bool(told(f"## Process\n\n{line}\n- Ring the mate\n", words)) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("- 回滚完成后：告诉船长", False),
        ("- 回滚闸门程序", True),
        ("- 回滚闸门程序，之后告诉船长", True),
    ],
)
def test_what_comes_after_the_skilled_step_is_another(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    assert bool(told(f"## Process\n\n{line}\n- Ring the mate\n", words)) is is_found


@pytest.mark.parametrize(("label", "is_found"), [("Symptoms", False), ("First", True)])
def test_below_a_label_for_signs_nothing_is_ordered(
    label: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"## Process\n\n**{label}:**\n\n- Drain the tank at the stern\n- The bell is silent\n"
    assert bool(told(text, words)) is is_found


def test_the_same_step_is_told_once(words: Vocabulary) -> None:
    first = "## Process\n\n1. Isolate the winch on deck\n2. Ring the mate\n\n"
    again = "## Checklist\n\n- Isolate the winch\n- Isolate the boiler\n"
    assert told(first + again, words) == [5, 11]


@pytest.mark.parametrize("label", ["Automated response", "Automatische Maßnahmen", "Goals"])
def test_what_the_system_does_by_itself_needs_no_how(label: str, words: Vocabulary) -> None:
    order = "1. Isolate the winch\n2. Ring the mate\n"
    assert told(f"**{label}**:\n\n{order}", words) == []
    assert told(f"**On the deck**:\n\n{order}", words) != []


@pytest.mark.parametrize(
    ("beside", "is_found"),
    [
        ("or by hand: `winchctl drain aft`", False),
        ("look at it: `winchctl show aft`", True),
        ("or by hand", True),
    ],
)
def test_another_entry_of_the_list_may_have_the_command(
    beside: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"## Process\n\n1. Winch\n   - Wait for the mate\n   - Drain the tank\n   - {beside}\n"
    assert bool(told(text, words)) is is_found


def test_to_make_something_faster_is_no_step_of_an_incident(words: Vocabulary) -> None:
    assert not told("## Process\n\n1. Optimize the winch\n2. Ring the mate\n", words)


@pytest.mark.parametrize(
    ("last", "is_found"),
    [
        ("2. Go on with [the runbook for thieves](thieves.md)\n", False),
        ("2. Ring a number of [the list](numbers.md)\n", True),
        ("2. Ring the miller\n3. Read [the runbook for thieves](thieves.md)\n", True),
        ("\n- [Runbook: flood](flood.md)\n", True),
    ],
)
def test_the_next_step_may_send_on_to_where_it_is_told(
    last: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Mill\n\n## Thieves\n\n1. Isolate the upper mill\n{last}"
    assert ("RC644" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("above", "label", "is_found"),
    [
        ("All of it is in [the winch book](winch.md).", "Cheat sheet:", False),
        ("Das Ganze steht im [Windenbuch](winde.md).", "**Kurzreferenz:**", False),
        ("All of it is in the winch book.", "Cheat sheet:", True),
        ("All of it is in [the winch book](winch.md).", "At the winch:", True),
    ],
)
def test_the_short_form_of_a_linked_procedure_needs_no_more_words(
    above: str, label: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"## Slack rope\n\n{above}\n\n{label}\n\n1. Isolate the winch\n2. Ring the mate\n"
    assert bool(told(text, words)) is is_found


@pytest.mark.parametrize(
    ("order", "is_found"),
    [
        ("Isolate the winch vs. go on", False),
        ("Isolate the winch?", False),
        ("Isolate the winch", True),
    ],
)
def test_what_is_to_be_decided_is_no_order(order: str, is_found: bool, words: Vocabulary) -> None:
    assert bool(told(f"## Slack rope\n\n1. {order}\n2. Ring the mate\n", words)) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("- Isolate the winch: remove its pin and lock the box", False),
        ("- Preserve the traces - copy the chart, seal the log", False),
        ("- Restore the chart → Bridge → Charts → Last voyage", False),
        ("- Block the pier via the harbour gate list", False),
        ("- Die Winde mittels Handrad sperren", False),
        ("- Révoquer le badge au moyen de la borne", False),
        ("- 隔离绞车：停止 电机", False),
        ("- Rollback plan of the voyage documented", False),
        ("- Restore normal operations", False),
        ("- Isolate the winch: critical", True),
        ("- Isolate the winch - it may hurt somebody", True),
        ("- Restore the chart → ring the mate", True),
        ("- Preserve the traces", True),
    ],
)
def test_smaller_steps_or_the_means_behind_an_order_say_how(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    assert bool(told(f"## Process\n\n{line}\n- Ring the mate\n", words)) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("- Disaster recovery drill", False),
        ("- Restore rehearsal", False),
        ("- Restore the chart", True),
        ("- Isolate the winch", True),
    ],
)
def test_to_practise_is_no_order_to_repair(line: str, is_found: bool, words: Vocabulary) -> None:
    assert bool(told(f"## Process\n\n{line}\n- Ring the mate\n", words)) is is_found


@pytest.mark.parametrize(
    ("step", "is_found"),
    [
        ("Preserve the original report and its date.", False),
        ("Preserve the original message with its headers.", False),
        ("Preserve the memory of the server.", True),
        ("Isolate the host from the net.", True),
    ],
)
def test_to_keep_a_report_that_came_in_needs_no_skill(
    step: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Quay\n\n## Response process\n\n### 1. Contain\n\n- {step}\n- Ring the master.\n"
    assert ("RC644" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("[Key rotation runbook](keys.md)", False),
        ("See the [procedure for rotating what opens the gates](gates.md).", False),
        ("[Key cabinet](keys.md)", True),
        ("[Runbook for the pumps](pumps.md)", True),
    ],
)
def test_a_linked_runbook_for_the_act_says_how(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"## Process\n\n- Rotate all passwords of the toll booth\n\n## More\n\n- {line}\n"
    assert bool(told(text, words)) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("Rollback for the chart identified", False),
        ("Restore copy prepared", False),
        ("Restore the chart", True),
        ("Isolate the winch in bay four", True),
    ],
)
def test_what_is_ticked_when_it_is_so_is_no_order(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    assert bool(told(f"## Process\n\n- [ ] {line}\n- [ ] Ring the mate\n", words)) is is_found


@pytest.mark.parametrize(
    ("first", "is_found"),
    [
        ("Open Harbour > Gates > Keys", False),
        ("Im Hafen > Tore > Schlüssel öffnen", False),
        ("Open the gate", True),
        ("Boats > 40 wait", True),
    ],
)
def test_an_entry_above_may_lead_to_the_page_on_which_it_is_done(
    first: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"## Process\n\n1. {first}\n2. Restore the last key\n3. Ring the mate\n"
    assert bool(told(text, words)) is is_found


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("For any fault, preserve:\n\n- restore the winch or not\n", False),
        ("Bei jeder Störung sichern:\n\n- Rücksetzen der Winde\n", False),
        ("- [ ] rollback or reset actions performed\n", False),
        ("For any fault, begin with:\n\n- restore the winch\n", True),
    ],
)
def test_what_is_kept_or_was_done_is_no_order(text: str, is_found: bool, words: Vocabulary) -> None:
    assert bool(told(f"## Process\n\n{text}", words)) is is_found
