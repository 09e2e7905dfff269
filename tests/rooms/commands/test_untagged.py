"""What a fence without a language holds."""

import pytest

from runcard.domain.commands.classify import Bench
from runcard.domain.commands.untagged import Form, form_of, is_command, is_for_people

ON_A_SWITCH = """ssh gate-sw2.weir.example
show interfaces description
show lldp neighbors | match Gate"""
CONFIGURED = """scp keeper@vault:/cfg/gate-sw2.conf /tmp/
cli
configure exclusive
load override /tmp/gate-sw2.conf
commit confirmed 5"""
ANNOUNCED = """ssh keeper@weir-r1
sudo vtysh
configure terminal
router bgp 64500
address-family ipv4 unicast
network 192.0.2.0/25
end"""
WITH_A_PROMPT = """gate-sw2> show board 0
 0  up
gate-sw2> board reset 0/3"""
LOOP = """for h in gate1 gate2; do
  ssh $h sudo systemctl restart gates
done"""
ONE_LINE = "for h in gate1 gate2; do ssh $h uptime; done"
CONDITION = """if systemctl is-active gates; then
  journalctl -u gates -n 50
else
  systemctl start gates
fi"""


@pytest.mark.parametrize("text", [LOOP, ONE_LINE, CONDITION, "df -h\nuptime -p"])
def test_programs_and_what_holds_them_together_are_shell(text: str, bench: Bench) -> None:
    assert form_of(text.split("\n"), bench) is Form.SHELL


@pytest.mark.parametrize(
    "text", [ON_A_SWITCH, CONFIGURED, ANNOUNCED, "show version\nconfigure\ncommit"]
)
def test_lines_behind_a_login_are_typed_on_the_device(text: str, bench: Bench) -> None:
    assert form_of(text.split("\n"), bench) is Form.SESSION


def test_the_name_of_a_machine_in_front_is_a_prompt(bench: Bench) -> None:
    assert form_of(WITH_A_PROMPT.split("\n"), bench) is Form.TRANSCRIPT
    assert form_of(["keeper@gate1:~$ uptime", " 10:00 up 4 days"], bench) is Form.TRANSCRIPT


def test_numbered_sentences_are_prose(bench: Bench) -> None:
    assert form_of(["1. Open the gate", "2. Wait"], bench) is Form.PROSE


@pytest.mark.parametrize(
    "text",
    [
        "",
        "for each gate: tell the keeper\nif the gate is shut, open it\ndone",
        "if the keeper is asleep then ring twice",
        "Subject: the weir is down\nWe are looking into it.",
        "Update> the weir is down",
        "ssh is slow today\nand so is the gate",
        "while we wait, the gate stays shut",
    ],
)
def test_sentences_are_no_commands(text: str, bench: Bench) -> None:
    assert form_of(text.split("\n"), bench) is Form.OTHER


def test_a_line_is_a_command_by_its_program(bench: Bench) -> None:
    assert is_command("kubectl get pods -n gates", bench)
    assert is_command("db.gates.find({open: true})", bench)
    assert not is_command("The gate is shut", bench)


@pytest.mark.parametrize(
    ("line", "is_said"),
    [
        ("Write to the keepers (#weir):", True),
        ("Restart-Service Gate", False),
        ("gatectl note keepers:", False),
        ("Format D:", False),
        ("Chkdsk E: /f", False),
        ("Look for: a red lamp", True),
        ('> {"do": "ping"}', True),
        ("> [1, 2]", True),
        ("> gate.log", False),
    ],
)
def test_a_line_that_introduces_words_is_no_command(line: str, is_said: bool) -> None:
    assert is_for_people(line) is is_said
