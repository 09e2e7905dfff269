"""Steps that undo, outrun or forget each other."""

import pytest

from runcard.adapters.reference_works import read_linter
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import TODAY, found_in


@pytest.mark.parametrize(
    ("between", "is_found"),
    [("ls /srv/oven", True), ("if curl -fs http://oven/heat; then exit 0; fi", False)],
)
def test_a_start_that_is_reached_only_in_a_case_is_no_second_one(
    between: str, is_found: bool, words: Vocabulary
) -> None:
    lines = f"systemctl restart ovend\n{between}\nsystemctl start ovend"
    codes = {one.code for one in found_in(f"# G\n\n```bash\n{lines}\n```\n", words)}
    assert ("RC831" in codes) is is_found


COMMANDS = "docker stats\nsystemctl stop ovend\nsystemctl restart gas\ncurl http://gas/health"


@pytest.mark.parametrize(
    ("headings", "codes"),
    [
        ("## Appendix B: Command Reference", set()),
        ("## Aide-mémoire\n\n### By the oven", set()),
        ("## Oven cold\n\n### By the oven", {"RC843", "RC723", "RC825"}),
    ],
)
def test_what_is_looked_up_is_no_sequence(
    headings: str, codes: set[str], words: Vocabulary
) -> None:
    text = f"# G\n\n{headings}\n\n```bash\n{COMMANDS}\n```\n"
    found = {one.code for one in found_in(text, words)}
    assert found & {"RC843", "RC723", "RC825"} == codes


@pytest.mark.parametrize(
    ("inside", "is_found"), [("echo $HEAT", False), ("systemctl restart ovend", True)]
)
def test_a_loop_that_only_prints_is_no_change(inside: str, is_found: bool) -> None:
    loop = f"for oven in 1 2; do\n  HEAT=$(curl -s http://oven-$oven/heat)\n  {inside}\ndone"
    text = f"# G\n\n```bash\ndocker stats\n{loop}\n```\n"
    assert ("RC723" in {one.code for one in read_linter().judged(text, TODAY).findings}) is is_found


@pytest.mark.parametrize(
    ("comment", "is_found"),
    [
        ("# If it is still cold:", False),
        ("# Wenn er kalt bleibt", False),
        ("# It should be warm\n# If still cold, once more:", False),
        ("# Then", True),
    ],
)
def test_a_change_for_a_case_is_made_by_whoever_has_seen_it(
    comment: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n```bash\ndocker stats\n\n{comment}\nsystemctl restart ovend\n```\n"
    assert ("RC723" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("commands", "is_found"),
    [
        ("git commit -am 'less heat'\nsystemctl restart oven", True),
        ("git -C /srv/oven commit -am heat\nsystemctl restart oven", True),
        ("git revert <bad-commit>\nsystemctl restart oven", False),
        ("git commit -am 'less heat'\nyarn deploy\nsystemctl restart oven-proxy", False),
    ],
)
def test_a_commit_waits_for_a_push_or_for_what_deploys_it(
    commands: str, is_found: bool, words: Vocabulary
) -> None:
    found = found_in(f"# Ovens\n\n```bash\n{commands}\n```\n", words)
    assert ("RC835" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("comment", "codes"),
    [
        ("# Light it again when below 40 °C", set()),
        ("# Sobald kalt, wieder an, wenn unter 40", set()),
        ("# Light it again", {"RC723"}),
    ],
)
def test_who_watches_for_something_goes_on_once_it_is_there(
    comment: str, codes: set[str], words: Vocabulary
) -> None:
    lines = f"# Watch the heat\nwatch -n 30 ovenctl heat\n\n{comment}\nsystemctl restart ovend"
    found = {one.code for one in found_in(f"# G\n\n```bash\n{lines}\n```\n", words)}
    assert found & {"RC713", "RC723"} == codes


@pytest.mark.parametrize(
    ("below", "codes"),
    [
        ("systemctl restart ovend", {"RC723"}),
        ("cd /srv/oven\nsystemctl restart ovend", {"RC723"}),
        ("cd /srv/oven\nls", {"RC712"}),
        ("uptime", {"RC712"}),
    ],
)
def test_an_endless_command_and_the_change_below_it_are_one_finding(
    below: str, codes: set[str]
) -> None:
    text = f"# G\n\n```bash\ntail -f /var/log/oven.log\n{below}\n```\n"
    found = {one.code for one in read_linter().judged(text, TODAY).findings}
    assert found & {"RC712", "RC723"} == codes
