"""Of some commands that destroy, little or nothing is lost."""

import pytest

from runcard.adapters.reference_works import read_linter
from runcard.domain.playbooks.model import Grade
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import TODAY, found_in


def grade_of(command: str, words: Vocabulary, label: str = "Then:") -> Grade | None:
    found = found_in(f"# Lift\n\n{label}\n\n```bash\n{command}\n```\n", words)
    return next((one.grade for one in found if one.code == "RC725"), None)


@pytest.mark.parametrize(
    ("command", "grade"),
    [
        ("rm -rf /srv/lift/rides", Grade.ERROR),
        ("rm -rf /srv/lift/tmp/*", Grade.WARNING),
        ("find /srv/lift -name '*.part' -delete", Grade.WARNING),
        ("find /srv/lift -name '*.log' -mtime +9 -delete", Grade.WARNING),
        ("find /srv/lift -name '*.ride' -mtime +9 -delete", Grade.ERROR),
        ("liftctl rides purge --older-than 9d; rm -r /srv/old", Grade.WARNING),
        ("liftctl rides purge --older-than 1d; rm -r /srv/old", Grade.ERROR),
        ("php lift.php purge_caches", None),
        ("rndc flush && systemctl restart named", None),
        ("rndc flush && rm -rf /srv/lift/rides", Grade.ERROR),
        ("ssh cage-1 'docker image prune -f'", None),
        ("ssh cage-1 'docker image prune -af'", Grade.WARNING),
        ("qmrestore /srv/dump/cage.vma 104", None),
        ("psql -d lift_restored -c 'delete from rides'", None),
        ("pg_dump lift > /srv/before.sql\npsql lift -c 'delete from rides'", None),
        ("psql lift -c 'delete from rides'", Grade.ERROR),
    ],
)
def test_what_is_lost_decides_how_loud_it_is(
    command: str, grade: Grade | None, words: Vocabulary
) -> None:
    assert grade_of(command, words) is grade


def test_a_bound_label_is_half_a_warning(words: Vocabulary) -> None:
    assert grade_of("rm -rf /srv/rides", words, "If the list is broken:") is Grade.WARNING
    assert grade_of("rm -rf /srv/rides", words, "For one floor, at once:") is Grade.ERROR


def test_the_file_that_was_written_for_a_test_is_no_loss(words: Vocabulary) -> None:
    own = "dd if=/dev/zero of=/oven/try bs=1M count=9\nrm /oven/try"
    other = "dd if=/dev/zero of=/oven/try bs=1M count=9\nrm -r /oven/recipes"
    text = "# G\n\n## Full disk\n\n```bash\n{}\n```\n"
    assert "RC725" not in {one.code for one in found_in(text.format(own), words)}
    assert "RC725" in {one.code for one in found_in(text.format(other), words)}


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        ("touch $OVEN/probe && rm -r $OVEN/probe", False),
        ('echo 1 > "${OVEN}/probe"\nrm -r "${OVEN}/probe"', False),
        ("touch $OVEN/probe && rm -r $OVEN/recipes", True),
        ("rm -r $OVEN/probe", True),
    ],
)
def test_a_file_may_be_made_and_taken_by_a_variable(
    lines: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n## Full disk\n\n```bash\n{lines}\n```\n"
    found = {one.code for one in found_in(text, words)}
    assert ("RC725" in found) is is_found
    assert ("RC711" in found) is is_found


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        (["kubectl delete pod ride-db-2"], True),
        (
            ["kubectl delete pod ride-db-2", "kubectl wait --for=condition=Ready pod/ride-db-2"],
            False,
        ),
        (["kubectl delete pvc data-ride-db-2", "kubectl delete pod ride-db-2"], False),
    ],
)
def test_a_pod_with_data_that_is_waited_for_finds_it_again(
    lines: list[str], is_found: bool, words: Vocabulary
) -> None:
    body = "\n".join(lines)
    found = found_in(f"# Lift\n\nThen:\n\n```bash\n{body}\n```\n", words)
    told = [one for one in found if one.code == "RC725" and "delete pod" in one.message]
    assert bool(told) is is_found


def test_a_test_removes_the_one_file_it_wrote(words: Vocabulary) -> None:
    own = "dd if=/dev/zero of=/srv/lift/probe bs=1M count=9 && rm -r /srv/lift/probe"
    assert grade_of(own, words) is None
    assert grade_of(own.replace("of=/srv/lift/probe", "of=/srv/lift/other"), words) is not None


@pytest.mark.parametrize(
    ("table", "is_found"), [("lift.log_config", False), ("feature_flags", False), ("rides", True)]
)
def test_a_row_of_settings_is_no_row_of_data(table: str, is_found: bool) -> None:
    text = f"# Lift\n\n```bash\n# Hear more of it\nUPDATE {table} SET level = 'DEBUG';\n```\n"
    assert ("RC725" in {one.code for one in read_linter().judged(text, TODAY).findings}) is is_found


@pytest.mark.parametrize(
    ("made", "is_found"), [("KEY=$(mktemp)", False), ("KEY=/var/log/gate.log", True)]
)
def test_a_temporary_file_of_the_block_is_no_evidence(made: str, is_found: bool) -> None:
    lines = f'{made}\ngatectl key new > "$KEY"\ngatectl key load "$KEY"\nrm -f "$KEY"'
    text = f"# G\n\n## Security breach at the gate\n\n```bash\n{lines}\n```\n"
    assert ("RC728" in {one.code for one in read_linter().judged(text, TODAY).findings}) is is_found


@pytest.mark.parametrize(
    ("lines", "label", "grade"),
    [
        ("# Restart it hard\npm2 delete cage\npm2 start cage.json", "Then:", None),
        ("pm2 delete cage\npm2 start cage.json", "Then:", Grade.WARNING),
        ("# Take it out\npm2 delete cage\npm2 logs cage", "Then:", Grade.ERROR),
    ],
)
def test_a_process_that_is_started_at_once_is_restarted(
    lines: str, label: str, grade: Grade | None, words: Vocabulary
) -> None:
    assert grade_of(lines, words, label) is grade


@pytest.mark.parametrize(
    ("above", "line", "grade"),
    [
        ("# The host is gone for good: take it out", "etcdctl member remove 4f2", None),
        ("# Der Rechner ist endgültig hin", "kubectl delete node cage-4", None),
        ("# Take the host out", "etcdctl member remove 4f2", Grade.ERROR),
        ("# The host is gone for good: take it out", "rm -rf /srv/lift/rides", Grade.ERROR),
    ],
)
def test_whoever_is_gone_for_good_takes_nothing_along(
    above: str, line: str, grade: Grade | None
) -> None:
    text = f"# Lift\n\nThen:\n\n```bash\n{above}\n{line}\n```\n"
    found = read_linter().judged(text, TODAY).findings
    assert next((one.grade for one in found if one.code == "RC725"), None) is grade


@pytest.mark.parametrize(
    ("comment", "condition", "is_found"),
    [
        ("# Clear tickets that ran out", "expires_at < NOW()", False),
        ("# 期限の切れた切符を片付ける", "expires_at < NOW()", False),
        ("", "expires_at < NOW()", True),
        ("# Clear tickets that ran out", "bought_at < NOW()", True),
        ("# Clear tickets that ran out", "expires_at < NOW() OR floor = 3", True),
    ],
)
def test_rows_whose_own_time_is_over_are_little(
    comment: str, condition: str, is_found: bool, words: Vocabulary
) -> None:
    line = f'mysql lift -e "DELETE FROM tickets WHERE {condition}"'
    found = found_in(f"# Lift\n\nThen:\n\n```bash\n{comment}\n{line}\n```\n", words)
    assert ("RC725" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("gcloud run services remove-iam-policy-binding lift --member=allUsers", False),
        ("aws iam detach-role-policy --role-name lift --policy-arn arn:aws:iam::1:policy/l", False),
        ("gcloud projects delete lift", True),
        ("aws iam delete-role --role-name lift", True),
    ],
)
def test_a_right_that_is_given_again_by_one_command_is_little(line: str, is_found: bool) -> None:
    text = f"# Lift\n\nThen:\n\n```bash\n{line}\n```\n"
    found = read_linter().judged(text, TODAY).findings
    assert ("RC725" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("psql -c \"DELETE FROM sessions WHERE rider_id = '$RIDER'\"", False),
        ("redis-cli DEL lift:door:lock", False),
        ('psql -c "DELETE FROM sessions WHERE rider_id = 7 OR floor = 3"', True),
        ('psql -c "DELETE FROM tickets WHERE rider_id = 7"', True),
        ("redis-cli DEL lift:door:riders", True),
    ],
)
def test_the_sessions_of_one_user_and_a_lock_are_little(line: str, is_found: bool) -> None:
    text = f"# Lift\n\nThen:\n\n```bash\n# Throw this rider out\n{line}\n```\n"
    found = read_linter().judged(text, TODAY).findings
    assert ("RC725" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("docker compose -f lift.yml down && docker compose -f lift.yml up -d", False),
        ("cd /srv/lift && docker-compose down && docker-compose up -d", False),
        ("docker compose down -v && docker compose up -d", True),
        ("docker compose up -d && rm -rf /srv/lift/rides", True),
    ],
)
def test_what_is_taken_down_and_started_keeps_its_data(line: str, is_found: bool) -> None:
    found = read_linter().judged(f"# Lift\n\n```bash\n{line}\n```\n").findings
    assert ("RC725" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("php artisan migrate --force", False),
        ("cd api && bundle exec rails db:migrate", False),
        (
            "kubectl exec lift -- php artisan tinker --execute=\"cache()->forget('calls');\"",
            False,
        ),
        ("sudo apt-get autoremove --purge", False),
        ("php artisan migrate:fresh --force", True),
        ("bundle exec rails db:drop", True),
        (
            'kubectl exec deploy/lift -- php artisan tinker --execute="Rider::query()->delete();"',
            True,
        ),
        ("sudo apt-get purge postgresql", True),
    ],
)
def test_the_next_shape_of_the_tables_and_one_own_cache_lose_nothing(
    line: str, is_found: bool
) -> None:
    found = read_linter().judged(f"# Lift\n\n```bash\n{line}\n```\n").findings
    assert ("RC725" in {one.code for one in found}) is is_found
