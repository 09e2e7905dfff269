"""The command that looks after a change, and looks that prove nothing."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.procedures.verifications import is_look
from runcard.domain.playbooks.vocabulary import Vocabulary


def checked(commands: str, words: Vocabulary, lang: str = "sh") -> str | None:
    text = f"# Tea\n\n## Runbooks\n\n### Kettle cold\n\n```{lang}\n{commands}\n```\n"
    (book,) = compile_playbook(text, words).runbooks
    return book.verification.text if book.verification else None


@pytest.mark.parametrize(
    ("commands", "found"),
    [("kettlectl water switch --to b\nkettlectl water status\nkettlectl lid delete",
      "kettlectl water status"),
     ("systemctl restart kettle\nsystemctl status kettle\nrm -rf /tmp/tea",
      "systemctl status kettle"),
     ("kettlectl restart\nkettlectl list", "kettlectl list"),
     ("kettlectl restart\npotctl list", None),
     ("kubectl -n tea scale deploy/kettle --replicas=0\nkubectl -n tea get pods\nteactl restore x",
      None),
     ("kettlectl tap open\nkettlectl mash verify\nkettlectl door unlock", "kettlectl mash verify"),
     ("kettlectl restart\npotctl smoke --all\npotctl door unlock", "potctl smoke --all"),
     ("kettlectl smoke\nkettlectl restart", None),
     ("kettlectl status\nkettlectl restart", None),
     ("kettlectl water switch\nkettlectl water leaf list\nkettlectl water leaf drop X", None),
     ("kettlectl restart\ndig +short tea.example\nkettlectl door unlock",
      "dig +short tea.example")],
)  # fmt: skip
def test_a_look_at_what_was_just_changed(
    commands: str, found: str | None, words: Vocabulary
) -> None:
    assert checked(commands, words) == found


def test_a_query_of_the_table_that_was_swapped(words: Vocabulary) -> None:
    commands = (
        "ALTER TABLE tea.log SWAP WITH tea.copy;\nSELECT count(*) FROM tea.log;\n"
        "DROP TABLE tea.copy;"
    )
    assert checked(commands, words, "sql") == "SELECT count(*) FROM tea.log"


def test_a_shared_quote_mark_is_no_shared_subject(words: Vocabulary) -> None:
    commands = (
        "ssh pot 'sudo kettlectl restart coil'\nssh lid 'sudo lidctl status lamp | head -4'\n"
        "lidctl push"
    )
    assert checked(commands, words) is None


def test_what_the_diagnosis_looked_at_is_looked_at_again(words: Vocabulary) -> None:
    look = "redis-cli -h cup llen tea:orders"
    text = (
        f"# Tea\n\n## Runbooks\n\n### Orders wait\n\nDiagnosis:\n\n```sh\n{look}\n```\n\n"
        f"Repair:\n\n```sh\nkettlectl restart\n{look}\nkettlectl door unlock\n```\n"
    )
    (book,) = compile_playbook(text, words).runbooks
    assert book.verification is not None
    assert book.verification.line == 17


@pytest.mark.parametrize(
    ("above", "commands", "found"),
    [("Find out who drank of it:", "kettlectl empty\ntail -n 9 tea.log", None),
     ("Suche die kalten Tassen:", "kettlectl empty\ntail -n 9 tea.log", None),
     ("Empty it, then look at the log:", "kettlectl empty\ntail -n 9 tea.log",
      "tail -n 9 tea.log"),
     ("Boil again and make sure that it steams:", "kettlectl heat\nkettlectl lamp get\npotctl fill",
      "kettlectl lamp get")],
)  # fmt: skip
def test_the_line_above_may_tell_what_a_look_is_for(
    above: str, commands: str, found: str | None, words: Vocabulary
) -> None:
    text = f"# Tea\n\n## Runbooks\n\n### Kettle cold\n\n{above}\n\n```sh\n{commands}\n```\n"
    (book,) = compile_playbook(text, words).runbooks
    assert (book.verification.text if book.verification else None) == found


@pytest.mark.parametrize(("above", "line"), [("Verify that it is hot:", 16), ("Then pour:", None)])
def test_a_command_alone_may_be_said_to_check(
    above: str, line: int | None, words: Vocabulary
) -> None:
    text = (
        "# Tea\n\n## Runbooks\n\n### Kettle cold\n\nBoil it:\n\n```sh\nkettlectl heat\n```\n\n"
        f"{above}\n\n```sh\nkettlectl taste --once\n```\n"
    )
    (book,) = compile_playbook(text, words).runbooks
    assert (book.verification.line if book.verification else None) == line


def test_a_look_in_the_diagnosis_waits_for_a_change(words: Vocabulary) -> None:
    commands = (
        "kettlectl get\nkubectl rollout restart deploy/tea\nkubectl rollout status deploy/tea"
    )
    text = f"# Tea\n\n## Runbooks\n\n### Kettle cold\n\nCheck:\n\n```sh\n{commands}\n```\n"
    (book,) = compile_playbook(text, words).runbooks
    assert book.verification is not None
    assert book.verification.text == "kubectl rollout status deploy/tea"


def test_a_loop_that_stops_at_the_first_that_is_not_well(words: Vocabulary) -> None:
    loop = "for pot in 1 2; do\n  kettlectl restart $pot\n  curl -fsS pot$pot/health || break\ndone"
    assert (checked(f"{loop}\nrm -rf /tmp/tea", words) or "").startswith("for pot in 1 2")


@pytest.mark.parametrize(
    ("command", "is_one"),
    [("curl --retry 5 --retry-all-errors localhost/health", True),
     ("select pid, xact_start from pg_stat_activity", True),
     ("select drop_chunks('tea')", False), ("./tap activate <version>", False),
     ("./tap open", False),
     ('kubectl -n tea exec -it pot-0 -- psql -c "select 2;"', True),
     ("oc exec pot-0 -c leaf -- rm -rf /leaf", False),
     ("kubectl exec -it pot-0 -- bash", False), ("potctl shelf tree", True),
     ("potctl shelf stat", True), ("git worktree add tea", False)],
)  # fmt: skip
def test_what_only_looks(command: str, is_one: bool, words: Vocabulary) -> None:
    assert is_look(command, words) is is_one


def test_what_was_done_with_a_key_is_found_out(words: Vocabulary) -> None:
    text = (
        "# Tea\n\n## Runbooks\n\n### Key lost\n\n```sh\nkettlectl key stop K1\n```\n\n"
        "What was done with it:\n\n```sh\nkettlectl log show K1\n```\n"
    )
    (book,) = compile_playbook(text, words).runbooks
    assert book.verification is None


PUT = "curl -fsS -X PUT https://tea.example/pot -d on"
GET = "curl -fsS https://tea.example"


@pytest.mark.parametrize(
    ("commands", "found"),
    [
        (
            "df -h /tea\nls /tea\nkettlectl purge old\ndf -h /tea\nkettlectl delete leaf",
            "df -h /tea",
        ),
        ("kettlectl purge old\ndf -h /tea\nkettlectl delete leaf", None),
        (f"{PUT}\n{GET}/pot\nkettlectl delete leaf", f"{GET}/pot"),
        (f"{PUT}\n{GET}/lid\nkettlectl delete leaf", None),
        (
            "gcloud run services update pot --max 4\ngcloud run services describe pot",
            "gcloud run services describe pot",
        ),
        (
            'echo "disable pot" | socat - /run/tea.sock\necho "show stat" | socat - /run/tea.sock',
            'echo "show stat" | socat - /run/tea.sock',
        ),
    ],
)
def test_what_was_seen_or_changed_before_is_looked_at_again(
    commands: str, found: str | None, words: Vocabulary
) -> None:
    assert checked(commands, words) == found


@pytest.mark.parametrize(
    ("above", "is_one"),
    [
        ("Look for a long brew, wait. If it is stuck, skip it:", True),
        ("Skip it. Then find out who drank of it:", False),
    ],
)
def test_the_sentence_directly_above_says_what_a_look_is_for(
    above: str, is_one: bool, words: Vocabulary
) -> None:
    fence = "```sh\nkettlectl stop brew\nkettlectl brew status\n```"
    text = f"# Tea\n\n## Runbooks\n\n### Key lost\n\n{above}\n\n{fence}\n"
    (book,) = compile_playbook(text, words).runbooks
    assert (book.verification is not None) is is_one


@pytest.mark.parametrize(
    ("commands", "found"),
    [("from tea.models import Pot\nPot.get_stats()", None),
     ("kettlectl restart\n\n# Option 2: look for leaks\nlsof /tea", None),
     ("kettlectl open &\n\n# 2. Kontrolle\ncurl http://tea/pot\n\n# 3.\npotctl drain",
      "curl http://tea/pot")],
)  # fmt: skip
def test_imports_and_options_change_nothing_and_a_remark_may_be_a_check(
    commands: str, found: str | None, words: Vocabulary
) -> None:
    assert checked(commands, words) == found


@pytest.mark.parametrize(
    ("command", "looks"),
    [("SHOW_BANNER=false", False), ("export LIST_QUERY=1", False), ("SHOW_BANNER=1 tillctl", True),
     ('echo "query_cache=10M" >> till.env', False), ("echo status > /dev/null", True),
     ("tillctl status 2>&1", True), ("tillctl status > before.txt", True)],
)  # fmt: skip
def test_what_is_set_or_written_down_is_no_look(
    command: str, looks: bool, words: Vocabulary
) -> None:
    assert is_look(command, words) is looks


@pytest.mark.parametrize(
    ("label", "found"),
    [("6. Verify the till", "curl -X POST shop/sale"), ("6. Sell something", None),
     ("Step 2: Validate sales", "curl -X POST shop/sale")],
)  # fmt: skip
def test_the_name_of_a_step_may_say_that_it_verifies(
    label: str, found: str | None, words: Vocabulary
) -> None:
    steps = "#### Repair\n\n**5. Restart**\n```sh\ntillctl restart\n```\n\n"
    check = f"**{label}**\n```sh\ncurl -X POST shop/sale\n```\n"
    text = f"# Shop\n\n## Runbooks\n\n### Till dead\n\n{steps}{check}"
    (book,) = compile_playbook(text, words).runbooks
    assert (book.verification.text if book.verification else None) == found


def test_a_last_look_under_a_name_of_its_own_checks_nothing(words: Vocabulary) -> None:
    steps = "#### Response\n\n**1. Stop**\n```sh\ntillctl stop\n```\n\n"
    look = "**2. Find the coin**\n```sh\ntillctl status\n```\n"
    text = f"# Shop\n\n## Runbooks\n\n### Till dead\n\n{steps}{look}"
    assert compile_playbook(text, words).runbooks[0].verification is None


@pytest.mark.parametrize(
    ("remark", "script", "is_found"),
    [
        ("Test the new key", "test_key.py", True),
        ("Verify the till", "-m shop.verify_till", True),
        ("Make the new key", "test_key.py", False),
        ("Test the new key", "make_key.py", False),
    ],
)
def test_a_script_that_is_called_a_test_checks_where_the_remark_says_so(
    remark: str, script: str, is_found: bool, words: Vocabulary
) -> None:
    commands = f"kettlectl restart\n\n# {remark}\npython {script}\nkettlectl lid open"
    found = checked(commands, words)
    assert (found is not None and script in found) is is_found


def test_a_look_is_the_same_with_a_remark_beside_it(words: Vocabulary) -> None:
    again = "potctl list\nssh <kitchen>\nsystemctl restart kettle\npotctl list  # all pots are back"
    assert checked(again, words) == "potctl list  # all pots are back"
    assert checked(again.replace("potctl list  #", "panctl list  #"), words) is None


@pytest.mark.parametrize(
    ("cases", "found"),
    [(("If the coil is cold:", "If the cup leaks:"), None),
     (("Wenn die Spule kalt ist", "Falls die Tasse leckt"), None),
     (("If the coil is cold:", None), "potctl get cup"),
     ((None, None), "potctl get cup")],
)  # fmt: skip
def test_a_look_in_one_case_checks_no_change_of_another(
    cases: tuple[str | None, str | None], found: str | None, words: Vocabulary
) -> None:
    first, second = (f"#### {one}\n\n```sh\n" if one else "" for one in cases)
    between = f"```\n\n{second}" if second else ""
    first = first or "#### Fix\n\n```sh\n"
    text = f"**Symptoms:** no tea\n\n{first}kettlectl restart\n{between}potctl get cup\n```\n"
    (book,) = compile_playbook(f"# Tea\n\n## Runbooks\n\n### No tea\n\n{text}", words).runbooks
    assert (book.verification.text if book.verification else None) == found


@pytest.mark.parametrize(
    ("step", "first", "found"),
    [("Étape 1 : Vérifier la cuve", "docker exec -it tank psql -U tea", None),
     ("Paso 2: Comprobar la tetera", "kettlectl restart", None),
     ("Check that the tea is warm again", "kettlectl restart", "potctl get cup")],
)  # fmt: skip
def test_a_counted_step_of_the_diagnosis_checks_no_result(
    step: str, first: str, found: str | None, words: Vocabulary
) -> None:
    run = f"```sh\n{first}\npotctl get cup\n```\n\n"
    body = f"#### Diagnosis\n\n##### {step}\n\n{run}#### Resolution\n\n1. Heat.\n"
    (book,) = compile_playbook(f"# Tea\n\n## Runbooks\n\n### No tea\n\n{body}", words).runbooks
    assert (book.verification.text if book.verification else None) == found


def test_a_remark_that_begins_to_count_begins_something_new(words: Vocabulary) -> None:
    again = "kettlectl restart\n\n# {}. Verify the key\npotctl get key"
    assert checked(again.format(1) + "\nteactl pour", words) is None
    assert checked(again.format(2) + "\nteactl pour", words) == "potctl get key"


def test_what_a_command_asks_first_is_named_by_its_last_word(words: Vocabulary) -> None:
    one = (
        "kettlectl restart $(potctl find -f name=lid)\npotctl get $(potctl find -f name={})\nteactl"
    )
    assert checked(one.format("lid"), words) is not None
    assert checked(one.format("cup"), words) is None
