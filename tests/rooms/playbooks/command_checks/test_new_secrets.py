"""A secret is changed: what ends the old one, and what takes up the new one, loses no trace."""

import pytest

from runcard.adapters.reference_works import read_linter
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import TODAY, found_in


@pytest.mark.parametrize(
    ("title", "is_found"),
    [("Security breach by a leaked API key", False), ("Security breach", True)],
)
def test_a_service_that_takes_up_a_new_key_loses_nothing(
    title: str, is_found: bool, words: Vocabulary
) -> None:
    renew = "kubectl create secret generic lock-key --from-file=key"
    block = f"```bash\n{renew}\nkubectl rollout restart deploy/lock\n```\n"
    text = f"# G\n\n## Runbooks\n\n### {title}\n\n{block}"
    lost = [one.line for one in found_in(text, words) if one.code == "RC728"]
    assert (9 in lost) is is_found


@pytest.mark.parametrize(
    ("title", "step", "is_found"),
    [
        ("Security breach by a leaked API key", "Renew the key of the lock at the maker", False),
        ("Security breach by a leaked API key", "Ring the harbour master", True),
        ("Security breach", "Renew the key of the lock at the maker", True),
    ],
)
def test_a_step_may_make_the_key_that_a_deploy_brings_out(
    title: str, step: str, is_found: bool, words: Vocabulary
) -> None:
    block = "   ```bash\n   gcloud run deploy lock --region eu\n   ```\n"
    text = f"# G\n\n## Runbooks\n\n### {title}\n\n1. {step}\n2. Bring it out\n{block}"
    assert ("RC728" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("part", "is_found"),
    [
        ("Rotate the key of the lock", False),
        ("Schlüssel erneuern", False),
        ("Rotation des clés", False),
        ("更换密码", False),
        ("鍵のローテーション", False),
        ("Shut the lock", True),
    ],
)
def test_below_a_heading_about_new_keys_a_restart_takes_them_up(
    part: str, is_found: bool, words: Vocabulary
) -> None:
    block = "```bash\nsed -i s/a/b/ lock.env\ndocker compose restart lock\n```\n"
    text = f"# G\n\n## Runbooks\n\n### Security breach\n\n#### {part}\n\n{block}"
    assert ("RC728" in {one.code for one in found_in(text, words)}) is is_found


def test_what_was_removed_is_told_and_not_its_new_start() -> None:
    block = "```bash\ndocker compose rm -sf lock\ndocker compose up -d lock\n```\n"
    text = f"# G\n\n## Runbooks\n\n### Security breach\n\n{block}"
    found = read_linter().judged(text, TODAY).findings
    assert [one.line for one in found if one.code == "RC728"] == [8]


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        (["gatectl token revoke --all"], False),
        (["ansible-playbook secrets.yml --tags rotate"], False),
        (["gatectl history revoke --all; rm -rf /var/log/gate"], True),
    ],
)
def test_to_end_a_secret_loses_no_trace(lines: list[str], is_found: bool) -> None:
    block = "\n".join(["```bash", *lines, "```", ""])
    text = f"# G\n\n## Runbooks\n\n### Security breach at the gate\n\n{block}"
    found = read_linter().judged(text, TODAY).findings
    assert ("RC728" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("comment", "line", "is_found"),
    [
        ("Revoke the key of the oven", "curl -X DELETE https://oven.example/api-keys/<key>", False),
        ("Schlüssel des Ofens widerrufen", "az ad app credential delete --id <oven>", False),
        ("Clean up the oven", "curl -X DELETE https://oven.example/api-keys/<key>", True),
        ("Revoke the session", "psql bakery -c \"DELETE FROM session WHERE id = '<id>'\"", True),
        ("Revoke the key of the oven", "curl -X DELETE https://oven.example/loaves/<loaf>", True),
    ],
)
def test_a_key_that_is_taken_back_leaves_its_traces(
    comment: str, line: str, is_found: bool
) -> None:
    text = f"# Bakery\n\n## Runbooks\n\n### Security breach\n\n```bash\n# {comment}\n{line}\n```\n"
    found = {one.code for one in read_linter().judged(text, TODAY).findings}
    assert ("RC728" in found) is is_found


@pytest.mark.parametrize(
    ("case", "comment", "is_found"),
    [
        ("Security breach", "Revoke the key of the oven", False),
        ("Oven cold", "Revoke the key of the oven", True),
        ("Security breach", "Tidy the oven", False),
    ],
)
def test_in_a_breach_a_key_is_taken_back_without_more_words(
    case: str, comment: str, is_found: bool
) -> None:
    line = "az ad app credential delete --id <oven>"
    text = f"# Bakery\n\n## Runbooks\n\n### {case}\n\n```bash\n# {comment}\n{line}\n```\n"
    found = {one.code for one in read_linter().judged(text, TODAY).findings}
    assert ("RC725" in found) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("pnpm run desk:force-password-reset --user=7", False),
        ("./gatectl reset_passwords --all", False),
        ("rm -rf /srv/gate/sessions", True),
        ("docker restart gate", True),
    ],
)
def test_who_must_choose_a_new_password_has_lost_no_trace(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Quay\n\n## Security breach\n\n```bash\n{line}\n```\n"
    assert ("RC728" in {one.code for one in found_in(text, words)}) is is_found
