"""A value is known to whoever has read down to it: printed, found, or written in its own form."""

import pytest

from runcard.adapters.reference_works import read_linter
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


def asked(text: str, words: Vocabulary) -> list[str]:
    return [one.code for one in found_in(text, words) if one.code in {"RC701", "RC710"}]


def shell(*lines: str) -> str:
    return "\n".join(["```bash", *lines, "```", ""])


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("liftctl list shafts", "liftctl shut <shaft>"),
        ("liftctl shaft list", "liftctl shut $SHAFT"),
        ("psql -c 'SELECT ride_id FROM rides'", "liftctl end <ride_id>"),
        ("psql -c 'SELECT pid FROM rides'", "liftctl end <pid>"),
        ("SELECT pid, query FROM pg_stat_activity;", "SELECT pg_cancel_backend(<pid>);"),
        ("helm history lift", "helm rollback lift <revision>"),
        ("liftctl history", "liftctl back $PREVIOUS_VERSION"),
    ],
)
def test_a_command_above_prints_the_value(before: str, line: str, words: Vocabulary) -> None:
    assert asked("# Lift\n\n" + shell(before, line), words) == []
    assert asked("# Lift\n\n" + shell(line, before), words)
    assert asked("# Lift\n\n" + shell("date", line), words)


@pytest.mark.parametrize(
    "said",
    [
        "Take the shaft from step 2.",
        "Shut the shaft identified above.",
        "1. Find the shaft.",
        "- Record only the day, the shaft and the floor.",
        "Den oben ermittelten Schacht schließen.",
        "Fermer le puits relevé ci-dessus.",
        "上記の番号を閉める。",
    ],
)
def test_a_sentence_above_tells_where_it_comes_from(said: str, words: Vocabulary) -> None:
    assert asked(f"# Lift\n\n{said}\n\n" + shell("liftctl shut <shaft>"), words) == []
    assert asked("# Lift\n\nShut it.\n\n" + shell("liftctl shut <shaft>"), words) == ["RC701"]


def test_a_date_and_ones_own_number_explain_themselves(words: Vocabulary) -> None:
    for token in ("<YYYY-MM-DD>", "<JJJJ-MM-TT>", "$MY_PHONE", "$MEINE_NUMMER"):
        assert asked("# Lift\n\n" + shell(f"liftctl log {token}"), words) == []


def test_a_list_of_secrets_does_not_show_their_values(words: Vocabulary) -> None:
    text = "# Lift\n\n" + shell("kubectl get secret lift-keys", "liftctl login $LIFT_KEY")
    assert asked(text, words) == ["RC710"]


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("Work on the cage in the alarm's shaft label (`ssh $SHAFT`).", []),
        ("Work on the cage (`ssh $SHAFT`).", ["RC710"]),
    ],
)
def test_a_sentence_that_holds_a_variable_and_its_name_tells_its_value(
    said: str, codes: list[str], words: Vocabulary
) -> None:
    assert asked(f"# Lift\n\n{said}\n\n" + shell("ssh $SHAFT uptime"), words) == codes


def test_a_query_shows_which_session_is_meant(words: Vocabulary) -> None:
    def sql(*lines: str) -> str:
        return "\n".join(["# Lift", "", "```sql", *lines, "```", ""])

    assert asked(sql("SHOW FULL PROCESSLIST;", "KILL <id>;"), words) == []
    assert asked(sql("KILL <id>;", "SHOW FULL PROCESSLIST;"), words) == ["RC701"]


@pytest.mark.parametrize(
    ("before", "is_asked"),
    [("liftctl list", False), ("liftctl list\nliftctl lamps", True), ("liftctl lamps", True)],
)
def test_the_fence_above_ends_with_a_list_of_all(
    before: str, is_asked: bool, words: Vocabulary
) -> None:
    text = f"# Lift\n\n## Shut\n\n{shell(before)}\nThen:\n\n{shell('liftctl shut <healthy-shaft>')}"
    assert bool(asked(text, words)) is is_asked


def test_a_status_shows_the_ids_of_its_parts(words: Vocabulary) -> None:
    assert asked("# Lift\n\n" + shell("liftctl ride status", "liftctl log <ride-id>"), words) == []
    assert asked("# Lift\n\n" + shell("liftctl lamps", "liftctl log <ride-id>"), words)


@pytest.mark.parametrize(
    ("look", "is_found"),
    [("gatectl show-backlog --by-berth", False), ("gatectl show-backlog --by-tide", True)],
)
def test_a_look_by_a_thing_prints_its_names(look: str, is_found: bool, words: Vocabulary) -> None:
    block = f"```bash\n{look}\n```\n\nThe worst one is set aside.\n\n```bash\n"
    found = found_in(f"# G\n\n## Full\n\n{block}gatectl set-aside <berth-id>\n```\n", words)
    assert ("RC701" in {one.code for one in found}) is is_found


def test_a_list_by_any_verb_that_lists_shows_versions(words: Vocabulary) -> None:
    lists = shell("aws lambda list-versions-by-function --function-name gate")
    update = "aws lambda update-alias --function-name gate --name live"
    uses = shell(f"{update} --function-version <previous-version>")
    assert asked(f"# G\n\n## Gate stuck\n\n{lists}\nThen back:\n\n{uses}", words) == []
    assert asked(f"# G\n\n## Gate stuck\n\n{uses}", words) == ["RC701"]


@pytest.mark.parametrize(
    "line",
    [
        "liftctl replay --at '<UTC time, e.g. 2026-01-31T03:10:00Z>'",
        "liftctl rides --after <from> --before <to>",
        "liftctl rides --ab <von> --vor <bis>",
        "liftctl keep rides.txt --case <ticket number>",
        "liftctl keep rides.txt --case $TICKET",
    ],
)
def test_some_values_are_plain_by_themselves(line: str, words: Vocabulary) -> None:
    line = line.replace("'", '"')
    assert asked("# Lift\n\n" + shell(line), words) == []


@pytest.mark.parametrize(
    "line",
    [
        "liftctl replay --at <UTC time>",
        "liftctl rides --after <the cabin>",
        "liftctl keep rides.txt --case $CASE",
        'rm -rf "/srv/rides/$TICKET"',
    ],
)
def test_others_are_asked_for(line: str, words: Vocabulary) -> None:
    assert asked("# Lift\n\n" + shell(line), words)


def test_the_key_of_which_a_case_speaks_is_at_hand(words: Vocabulary) -> None:
    line = shell("aws iam get-access-key-last-used --access-key-id <key-id>")
    assert asked("# Lift\n\n## Leaked access key\n\n" + line, words) == []
    assert asked("# Lift\n\n## Cabin stuck\n\n" + line, words) == ["RC701"]


@pytest.mark.parametrize(
    ("above", "is_asked"),
    [
        ("ss -tn | cut -d: -f1 | sort | uniq -c | sort -n | tail", False),
        ("awk '{print $1}' rides.log | sort | uniq -c | sort -rn | head", False),
        ("df -h /srv", True),
        ("uptime", True),
    ],
)
def test_what_stands_first_in_a_ranking_is_meant(
    above: str, is_asked: bool, words: Vocabulary
) -> None:
    assert bool(asked("# Lift\n\n" + shell(above, "liftctl bar <address>"), words)) is is_asked
    assert asked("# Lift\n\n" + shell("liftctl bar <address>", above), words)


@pytest.mark.parametrize(
    "above",
    [
        "Restart the cabin. The id is the first column of the table at the bottom.",
        "Kabine anhalten, die Kennung steht in der Liste.",
        "Arrêter la cabine ; le numéro est celui de la commande précédente.",
    ],
)
def test_a_sentence_says_in_which_column_it_stands(above: str, words: Vocabulary) -> None:
    text = f"# Lift\n\n{above}\n\n" + shell("liftctl halt <alloc>")
    assert asked(text, words) == []
    assert asked("# Lift\n\nRestart the cabin.\n\n" + shell("liftctl halt <alloc>"), words)


def test_a_count_by_each_names_them(words: Vocabulary) -> None:
    assert (
        asked("# Lift\n\n" + shell("liftctl lag --per-cabin", "liftctl mute <cabin>"), words) == []
    )


def test_the_end_of_a_sorted_list_is_meant(words: Vocabulary) -> None:
    listed = "liftctl rides | sort -k2 -n | tail -3"
    assert asked("# Lift\n\n" + shell(listed, "liftctl end <ride>"), words) == []
    assert asked("# Lift\n\n" + shell("liftctl rides", "liftctl end <seat>"), words)


@pytest.mark.parametrize(
    ("above", "line", "is_asked"),
    [
        ("weirctl list --all", "weirctl lower <gate-id>", False),
        ("weirctl list --all", "weirctl lower <gate>", True),
        ("sluice-mgr status", "sluice-mgr set gate:<nr> --closed", False),
        ("Get-Gate | Select Name", "Restart-Gate -Name <name>", False),
        ("weirctl open 3", "weirctl lower <gate-id>", True),
        ("sluice-mgr status", "weirctl lower <gate-id>", True),
        ("kubectl get ns", "kubectl delete pod <keeper>", True),
    ],
)
def test_a_list_by_the_same_tool_shows_what_may_be_meant(
    above: str, line: str, is_asked: bool, words: Vocabulary
) -> None:
    text = f"## Gate stuck\n\n{shell(above)}\nThen:\n\n{shell(line)}"
    assert bool(asked(text, words)) is is_asked


@pytest.mark.parametrize(
    ("line", "is_asked"),
    [
        ("weirctl lower <the gate that hangs>", False),
        ("weirctl lower <la vanne qui coince>", False),
        ("weirctl lower <gate>  # the one that hangs, see the mimic panel", False),
        ("weirctl note --case WR-<nr>", False),
        ("weirctl restore /var/weir/<yyyymmdd_hhmm>.tar", False),
        ("weirctl lower <gate>", True),
        ("weirctl lower <old gate>", True),
        ("weirctl lower <gate>  # now", True),
        ("weirctl note --case wr-<nr>x", True),
    ],
)
def test_a_gap_may_say_itself_what_to_write(line: str, is_asked: bool, words: Vocabulary) -> None:
    assert bool(asked(f"## Gate stuck\n\n{shell(line)}", words)) is is_asked


@pytest.mark.parametrize(
    ("sentence", "is_asked"),
    [
        ("A single gate is wrong: `weirctl flush <gate>`.", False),
        ("Ein Tor klemmt: `weirctl flush <tor>`.", False),
        ("Something is wrong: `weirctl flush <gate>`.", True),
    ],
)
def test_the_sentence_around_a_command_names_the_value(
    sentence: str, is_asked: bool, words: Vocabulary
) -> None:
    known = shell("weirctl look")
    assert bool(asked(f"## Gate stuck\n\n{known}\n{sentence}\n", words)) is is_asked


def test_what_a_count_above_ranks_is_meant(words: Vocabulary) -> None:
    counted = "awk '{print $1}' gate.log | sort | uniq -c | sort -rn"
    block = "### Signs\n\n" + shell("{}") + "\n### Repair\n\n" + shell("gatectl shut <ship-name>")
    text = "# Lift\n\n## Runbooks\n\n" + block
    assert asked(text.format(counted), words) == []
    assert asked(text.format("date"), words)


def test_one_before_what_runs_needs_no_source(words: Vocabulary) -> None:
    assert asked("# Lift\n\n" + shell("liftctl deploy v<N-1>"), words) == []


@pytest.mark.parametrize(
    ("verb", "gap", "is_asked"),
    [
        ("floors", "<floor-id>", False),
        ("floors", "<cabin-id>", True),
        ("floor", "<floor-id>", True),
    ],
)
def test_a_thing_in_the_plural_is_the_verb_that_lists_it(
    verb: str, gap: str, is_asked: bool
) -> None:
    text = f"# Lift\n\n{shell(f'hoist {verb} --house 7', f'hoist go {gap}')}"
    assert ("RC701" in {one.code for one in read_linter().judged(text).findings}) is is_asked


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("deskctl room open <room-name>", False),
        ("deskctl new-channel {channel_name}", False),
        ("deskctl room close <room-name>", True),
        ("deskctl create key <user-name>", True),
    ],
)
def test_what_is_opened_for_the_case_is_named_freely(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    assert bool(asked("# Lift\n\n" + shell(line), words)) is is_found


@pytest.mark.parametrize(
    ("remark", "is_found"),
    [
        ("Write down the new berth number", False),
        ("Note the number of the new berth", False),
        ("Note the weather", True),
        ("The new berth has a number", True),
    ],
)
def test_a_comment_further_up_in_the_block_tells_to_note_it(remark: str, is_found: bool) -> None:
    lines = [f"# {remark}", "SHIP=heron", "dockctl moor $SHIP --at <berth-number>"]
    found = read_linter().judged("# Lift\n\n" + shell(*lines)).findings
    assert ("RC701" in {one.code for one in found}) is is_found
