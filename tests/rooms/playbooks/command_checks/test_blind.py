"""What takes many things at once is looked at first."""

from datetime import date

import pytest

from runcard.adapters.reference_works import read_linter

DAY = date(2026, 11, 25)
CASE = "Still full? Nobody needs what is older than ninety days, and ships send it again:"


def codes(*lines: str, label: str = CASE, language: str = "bash") -> set[str]:
    block = "\n".join([f"```{language}", *lines, "```", ""])
    text = f"# Lock\n\n## Disk full\n\n{label}\n\n{block}"
    return {one.code for one in read_linter().judged(text, DAY).findings}


@pytest.mark.parametrize(
    ("takes", "shows"),
    [
        (
            "sudo find /srv/rides -name '*.ride' -mtime +90 -delete",
            "sudo find /srv/rides -name '*.ride' -mtime +90",
        ),
        ("sudo rabbitmqctl purge_queue rides", "rabbitmqadmin get queue=rides count=5"),
        (
            "curl -XDELETE http://es1:9200/rides-2020.*",
            "curl -s 'http://es1:9200/_cat/indices/rides-2020.*'",
        ),
    ],
)
def test_told_and_not_seen(takes: str, shows: str) -> None:
    assert "RC726" in codes(takes)
    assert "RC726" not in codes(shows, takes)


def test_a_table_is_counted_before_it_is_emptied() -> None:
    assert "RC726" in codes("TRUNCATE rides;", language="sql")
    assert "RC726" not in codes("SELECT count(*) FROM rides;", "TRUNCATE rides;", language="sql")


def test_somebody_who_decides_has_looked() -> None:
    asked = "The head keeper decides whether the queue goes, after she has rung the ships:"
    assert "RC726" not in codes("sudo rabbitmqctl purge_queue rides", label=asked)


def test_what_is_found_for_its_loss_is_told_once() -> None:
    found = codes("sudo rabbitmqctl purge_queue rides", label="Then:")
    assert "RC725" in found
    assert "RC726" not in found


def test_temporary_files_need_no_look() -> None:
    assert "RC726" not in codes("find /var/tmp -name '*.ride' -mtime +90 -delete")


def test_a_row_that_tells_where_else_they_are_is_enough() -> None:
    row = "| {} | `sudo find /srv/rides -mtime +60 -delete` |"
    texts = [
        "# Lock\n\n| What | How |\n|---|---|\n" + row.format(what) + "\n"
        for what in ("Rides of old, also in the archive", "Rides")
    ]
    found = [{one.code for one in read_linter().judged(text, DAY).findings} for text in texts]
    assert not {"RC725", "RC726"} & found[0]
    assert {"RC725", "RC726"} & found[1]


def test_what_waits_for_the_printer_is_sent_anew() -> None:
    spool = "Remove-Item C:\\Windows\\System32\\spool\\PRINTERS\\* -Force"
    label = "Jobs that wait are lost, the office prints them again:"
    assert "RC726" not in codes(spool, label=label, language="powershell")
    other = spool.replace("spool\\PRINTERS", "rides")
    assert "RC726" in codes(other, label=label, language="powershell")


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("git filter-branch --index-filter 'git rm --cached doors.key' -- --all", False),
        ("kubectl delete pods --all", True),
    ],
)
def test_all_branches_are_not_all_things(line: str, is_found: bool) -> None:
    assert is_blind(line) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("celery -A ovens control revoke <bake-id> --terminate", False),
        ("celery -A ovens control revoke $BAKE_ID --terminate", False),
        ("celery -A ovens control revoke <bake-id>* --terminate", True),
        ("celery -A ovens purge --queue <queue-id>", True),
        ("kubectl delete pods -A -l bake=<bake-id>", True),
    ],
)
def test_a_gap_for_one_id_takes_one(line: str, is_found: bool) -> None:
    assert is_blind(line) is is_found


def is_blind(line: str) -> bool:
    text = f"# Doors\n\n**Warning**: this cannot be undone.\n\n```bash\n{line}\n```\n"
    return "RC726" in {one.code for one in read_linter().judged(text).findings}


@pytest.mark.parametrize(
    ("above", "is_found"),
    [
        ("rabbitmqctl list_queues name messages", False),
        ("aws sqs get-queue-attributes --queue-url $RIDES --attribute-names All", False),
        ("systemctl status gate", True),
        ("rabbitmqctl list_users", True),
    ],
)
def test_how_full_the_queue_is_was_seen_in_another_part_of_the_runbook(
    above: str, is_found: bool
) -> None:
    look = f"#### Where to look\n\n```bash\n{above}\n```\n\n"
    mend = f"#### Put it right\n\n{CASE}\n\n```bash\nrabbitmqctl purge_queue rides\n```\n"
    text = f"# Lock\n\n## Runbooks\n\n### Rides pile up\n\n{look}{mend}"
    found = {one.code for one in read_linter().judged(text, DAY).findings}
    assert ("RC726" in found) is is_found
    apart = text.replace("#### Put it right", "### Rides are lost")
    assert "RC726" in {one.code for one in read_linter().judged(apart, DAY).findings}
