"""Files that a command reads: made above, brought along, or made by nobody."""

import pytest

from runcard.domain.playbooks.model import Grade
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


def test_a_script_inside_a_container_came_with_it(words: Vocabulary) -> None:
    inside = "kubectl exec deploy/gate -- ./bin/gate-restore deploy"
    codes = [
        {one.code for one in found_in(f"# G\n\n```bash\n{line}\n```\n", words)}
        for line in (inside, "./bin/gate-restore deploy")
    ]
    assert ["RC755" in one for one in codes] == [False, True]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("while read ship; do lockctl let $ship; done < /tmp/ships.txt", "/tmp/ships.txt"),
        ("lockctl let --ids-from /tmp/ships.txt", "/tmp/ships.txt"),
        ("xargs -a /var/tmp/ships -n 1 lockctl let", "/var/tmp/ships"),
        ("lockctl let $(cat /cases/$CASE/ships.txt)", "/cases/$CASE/ships.txt"),
    ],
)
def test_a_list_that_no_step_writes(line: str, name: str, words: Vocabulary) -> None:
    def missing(text: str) -> list[str]:
        return [one.message for one in found_in(text, words) if one.code == "RC769"]

    assert [name in one for one in missing(f"# Lock\n\n```bash\n{line}\n```\n")] == [True]
    written = f"# Lock\n\n```bash\nlockctl waiting > {name}\n{line}\n```\n"
    assert missing(written) == []
    told = f"# Lock\n\nWrite the ships into `{name}`.\n\n```bash\n{line}\n```\n"
    assert missing(told) == []


def test_a_file_of_the_house_is_there(words: Vocabulary) -> None:
    line = "lockctl let $(cat /etc/lock/ships)"
    found = found_in(f"# Lock\n\n```bash\n{line}\n```\n", words)
    assert "RC769" not in {one.code for one in found}


def test_an_address_is_no_script(words: Vocabulary) -> None:
    codes = [
        {one.code for one in found_in(f"# G\n\n```bash\n{line}\n```\n", words)}
        for line in ("borg delete ssh://gate-1/./restore", "./restore-tides delete")
    ]
    assert ["RC755" in one for one in codes] == [False, True]


def test_a_play_of_the_house_is_a_small_matter(words: Vocabulary) -> None:
    grades = [
        [
            one.grade
            for one in found_in(f"# G\n\n```bash\n{line}\n```\n", words)
            if one.code == "RC769"
        ]
        for line in ("ansible-playbook -i gates open.yml", "curl http://gate/ -d @open.json")
    ]
    assert grades == [[Grade.INFO], [Grade.WARNING]]


def test_a_file_that_is_given_is_no_script(words: Vocabulary) -> None:
    given = "vaultctl set gate --file ./restore-secret.txt"
    run = "./restore-secret set gate"
    codes = [
        {one.code for one in found_in(f"# G\n\n```bash\n{line}\n```\n", words)}
        for line in (given, run)
    ]
    assert ["RC755" in one for one in codes] == [False, True]


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("./bin/restore-berths.sh delete  # keeps the ten newest berths", False),
        ("./bin/restore-berths.sh delete   # räumt alte Liegeplätze", False),
        ("./bin/restore-berths.sh delete  # berths", True),
        ("./bin/restore-berths.sh delete --tag=a#b", True),
    ],
)
def test_words_behind_a_script_say_what_it_does(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    found = {one.code for one in found_in(f"# G\n\n```bash\n{line}\n```\n", words)}
    assert ("RC755" in found) is is_found


@pytest.mark.parametrize(
    ("below", "is_found"),
    [
        (
            "# Write it first, if it is not there:\ncat > form.txt <<'EOF'\n%{time_total}\nEOF",
            False,
        ),
        ("# The form, once:\necho '%{time_total}' > form.txt", False),
        ("# Look at it\ncat form.txt", True),
        ("# Another one\necho '%{time_total}' > other.txt", True),
    ],
)
def test_a_file_may_be_made_further_down_in_its_block(
    below: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n```bash\ncurl -w @form.txt https://gate.example.org/\n\n{below}\n```\n"
    assert ("RC769" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("pg_dump gate -f gate.sql", False),
        ("gatebase db dump -f tide.sql --data-only", False),
        ("psql gate -f gate.sql", True),
        ("gatebase db push -f tide.sql", True),
    ],
)
def test_a_dump_writes_the_file_that_it_names(line: str, is_found: bool, words: Vocabulary) -> None:
    found = {one.code for one in found_in(f"# G\n\n```bash\n{line}\n```\n", words)}
    assert ("RC769" in found) is is_found
