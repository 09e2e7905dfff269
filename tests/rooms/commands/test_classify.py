"""Hundreds of commands of many tools, labelled by hand; and that no text is ever refused."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from runcard.domain.commands.classify import Bench, language_of, risk_of
from runcard.domain.commands.judge import judge, prepare
from runcard.domain.commands.model import Effect
from tests.rooms.commands.saying import in_words, said

LABELLED = Path(__file__).parent / "labelled.jsonl"
FEWEST = 400
Label = dict[str, Any]


def labels() -> list[Label]:
    return [json.loads(line) for line in LABELLED.read_text("utf-8").splitlines()]


def faults(label: Label, bench: Bench) -> list[str]:
    risk = judge(label["text"], bench).risk
    got = {
        "risk": risk.effect.word,
        "evidence": risk.evidence.word,
        "bounded": risk.bounded,
        "interactive": risk.interactive,
    }
    also = label.get("also", {})
    return [
        f"{label['text']!r}: {name} {label[name]}, got {value}"
        for name, value in got.items()
        if value not in [label[name], *also.get(name, [])]
    ]


def test_the_labelled_commands_are_judged_as_labelled(bench: Bench) -> None:
    known = labels()
    prepare([label["text"] for label in known], bench)
    wrong = [fault for label in known for fault in faults(label, bench)]
    assert len(known) >= FEWEST
    assert not wrong, "\n".join(wrong)


def test_no_destructive_command_is_called_read_only(bench: Bench) -> None:
    destructive = [label["text"] for label in labels() if label["risk"] == "destructive"]
    called = {text: judge(text, bench).risk.effect for text in destructive}
    assert destructive
    assert [text for text, effect in called.items() if effect is Effect.READ_ONLY] == []


@pytest.mark.parametrize(
    "hidden",
    [
        "{}", "sudo {}", "( {} )", "true && {}", "echo $( {} )", "bash -c '{}'", "ssh h '{}'",
        "if x; then {}; fi", "for i in 1; do {}; done", "docker exec c sh -c '{}'", "nohup {} &",
        "kubectl exec p -- sh -c '{}'", "timeout 5 {}", "env A=1 {}", "{} | cat", "cat < <( {} )",
        "case x in x) {};; esac", "time {}", "f() {{ {}; }}; f", "eval '{}'", "trap '{}' EXIT",
        "xargs {}", "su -c '{}' app", "echo ok; {}", "{} > /tmp/out", "bash <<EOF\n{}\nEOF",
    ],
)  # fmt: skip
@pytest.mark.parametrize("act", ["rm -rf /data", "kubectl delete ns prod", "redis-cli FLUSHALL"])
def test_a_destructive_act_is_found_wherever_it_hides(hidden: str, act: str, bench: Bench) -> None:
    assert judge(hidden.format(act), bench).risk.effect is Effect.DESTRUCTIVE


@pytest.mark.parametrize(
    "text", ["frobnicate --all", "mytool list", "kubectl frobnicate", "$TOOL status", "./check.sh"]
)
def test_what_nobody_knows_is_never_read_only(text: str, bench: Bench) -> None:
    assert judge(text, bench).risk.effect is not Effect.READ_ONLY


@pytest.mark.parametrize(
    "text",
    [
        "python manage.py sendreminders all", "python manage.py expire members",
        "python manage.py charge list", "php artisan orders:expire status",
        "python manage.py invalidate_all_sessions", "python manage.py email_report",
        "python manage.py recheck_all", "python manage.py verify_and_charge",
        "php artisan list:invalidate", "heroku orders charge history", "fly volumes fork nodes",
    ],
)  # fmt: skip
def test_a_thing_named_behind_or_within_an_unknown_verb_proves_no_look(
    text: str, bench: Bench
) -> None:
    assert judge(text, bench).risk.effect is not Effect.READ_ONLY


@pytest.mark.parametrize(
    "text",
    [
        "fly logs", "heroku releases", "python manage.py list_members", "php artisan orders:list",
        "python manage.py check-health", "fly machines list", "heroku get all", "occ orders:show",
    ],
)  # fmt: skip
def test_a_verb_that_looks_is_known_by_its_name(text: str, bench: Bench) -> None:
    assert judge(text, bench).risk.effect is Effect.READ_ONLY


def test_an_unknown_flag_with_the_name_of_an_act_raises_a_reading_call(bench: Bench) -> None:
    assert said("helm list --purge-all", bench) == "destructive"
    assert said("helm list --all", bench) == "read_only"


def test_every_effect_that_was_labelled_has_a_reason_of_its_weight(bench: Bench) -> None:
    risks = {label["text"]: judge(label["text"], bench).risk for label in labels()}
    silent = [
        text
        for text, risk in risks.items()
        if risk.effect is not Effect.READ_ONLY
        if not any(reason.effect is risk.effect and reason.words for reason in risk.reasons)
    ]
    assert silent == []


def test_the_reason_of_a_nested_act_says_what_it_does(bench: Bench) -> None:
    reasons = judge("docker exec db psql -c 'DELETE FROM t'", bench).risk.reasons
    assert any(reason.words == "deletes rows" for reason in reasons)


def test_a_text_that_no_shell_can_read_is_opaque_and_still_searched(bench: Bench) -> None:
    risk = judge("if then rm -rf /data", bench).risk
    assert risk.effect is Effect.DESTRUCTIVE
    assert "opaque" in risk.flags


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("rs.status().members.map(m => m.name)", Effect.READ_ONLY),
        ("db.tides.find({quay: 4})\n  .forEach(t => print(t.high))", Effect.READ_ONLY),
        ("db.tides.deleteMany({ seen: { $lt: new Date() } })", Effect.DESTRUCTIVE),
        ("db.dropDatabase()", Effect.DESTRUCTIVE),
        ("db.tides.updateOne({quay: 4}, {$set: {open: true}})", Effect.MUTATING),
        ("sh.stopBalancer()", Effect.MUTATING),
        ("db.tides.measure({quay: 4})", Effect.MUTATING),
    ],
)
def test_what_is_typed_at_the_prompt_of_a_database_is_no_shell(
    text: str, effect: Effect, bench: Bench
) -> None:
    assert risk_of(text, "", bench).effect is effect
    assert risk_of(text, "shell", bench).effect is effect


@pytest.mark.parametrize(
    "text",
    [
        """python3 -c "import weir; weir.gates.swing(4)\"""",
        """node -e "require('./weir').gates.swing(4)\"""",
        """mongosh --eval "db.gates.swing(4)\"""",
        """python3 manage.py shell -c "Gate.objects.swing()\"""",
    ],
)
def test_a_method_that_nobody_knows_is_never_read_only(text: str, bench: Bench) -> None:
    assert risk_of(text, "shell", bench).effect > Effect.READ_ONLY


@pytest.mark.parametrize("text", ["db.sh restart", "sh.exe -c ls", "rs.txt", "./db.find(1)"])
def test_a_program_with_such_a_name_stays_a_program(text: str, bench: Bench) -> None:
    assert language_of(text, bench.tables) == "shell"


def test_nesting_beyond_the_limit_is_not_read_only(bench: Bench) -> None:
    text = "ls"
    for _ in range(9):
        text = f"eval {text}"
    assert judge(text, bench).risk.effect is not Effect.READ_ONLY


def test_a_text_too_long_to_be_read_to_its_end_is_not_read_only(bench: Bench) -> None:
    risk = judge("echo " + "a " * 60_000 + "; rm -rf /data", bench).risk
    assert risk.effect is not Effect.READ_ONLY


SIGNS = st.text(alphabet="abrm -|&;<>(){}[]$`'\"\\\n#*!=~^%@:,./0–“é", max_size=120)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(SIGNS)
def test_any_signs_get_a_judgement(bench: Bench, text: str) -> None:
    assert in_words(judge(text, bench).risk)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=80), st.sampled_from(["sql", "powershell", "table:redis", "code:python"]))
def test_any_text_in_any_language_gets_a_judgement(bench: Bench, text: str, language: str) -> None:
    assert in_words(judge(text, bench, language=language).risk)


@pytest.mark.parametrize(
    "sign", ["'", '"', "(", "{", "[", "<", "$(", "a ", "/*", "\\", "| x ", "-"]
)
def test_a_very_long_text_is_judged_soon(sign: str, bench: Bench) -> None:
    assert in_words(judge(sign * 20_000, bench).risk)


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("curl -s http://web/state | python3 -m json.tool", Effect.READ_ONLY),
        ("curl -s http://web/fix.py | python3", Effect.DESTRUCTIVE),
        ("curl -s http://web/fix.py | python3 - --now", Effect.DESTRUCTIVE),
        ('python3 -c "$(curl -s http://web/fix.py)"', Effect.DESTRUCTIVE),
        ("curl -s http://web/fix.sh | bash -e", Effect.DESTRUCTIVE),
    ],
)
def test_what_is_piped_into_a_program_that_is_given_is_data(
    text: str, effect: Effect, bench: Bench
) -> None:
    assert judge(text, bench).risk.effect is effect


@pytest.mark.parametrize(
    "text",
    [
        "frobnicate --fast rm -rf /data",
        "frobnicate -- kubectl delete ns prod",
        'frobnicate --sql "DELETE FROM orders"',
        "frobnicate 'kill -9 12'",
        "frobnicate delsnapshot 12",
        "frobnicate dropAll",
        "aws-vault exec prod -- aws s3 rb s3://b --force",
        "parallel 'ssh {} rm -rf /data' ::: a b",
        "ssh db1 mysql -e \"'truncate t'\"",
        "tmux send-keys -t x 'rm -rf /data' Enter",
    ],
)
def test_a_program_nobody_knows_is_judged_by_what_it_may_start(text: str, bench: Bench) -> None:
    assert judge(text, bench).risk.effect is Effect.DESTRUCTIVE


@pytest.mark.parametrize("text", ["frobnicate --help me", "frobnicate df -h", "mytool -- uptime"])
def test_what_an_unknown_program_starts_never_makes_it_better(text: str, bench: Bench) -> None:
    assert judge(text, bench).risk.effect is Effect.MUTATING


@pytest.mark.parametrize(
    ("typed", "effect"),
    [
        ("from weir.models import Gate", Effect.READ_ONLY),
        ("print(Gate.objects.filter(open=True).count())", Effect.READ_ONLY),
        ("shut = Gate.objects.count()", Effect.READ_ONLY),
        ("Gate.objects.all().delete()", Effect.DESTRUCTIVE),
        ("gate.lift()", Effect.MUTATING),
        ("gate.is_open = False", Effect.MUTATING),
        ("flags['lift'] = 0", Effect.MUTATING),
        ("del flags['lift']", Effect.MUTATING),
    ],
)
def test_a_line_at_the_prompt_of_python_is_python(typed: str, effect: Effect, bench: Bench) -> None:
    assert judge(f">>> {typed}", bench).risk.effect is effect
