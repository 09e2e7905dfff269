"""Evidence of a breach: what loses it, what keeps it, and what has none."""

import pytest

from runcard.adapters.reference_works import read_linter
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import TODAY, found_in


def codes(text: str, words: Vocabulary) -> list[str]:
    return [one.code for one in found_in(text, words)]


@pytest.mark.parametrize(
    ("title", "is_found"),
    [("Security breach at the gate", True), ("Stolen laptop of a pilot: security", False)],
)
def test_a_device_that_is_gone_has_no_evidence_to_keep(
    title: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n## Runbooks\n\n### {title}\n\n1. Lock the gate\n2. Ring the master\n"
    assert ("RC829" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("title", "is_found"),
    [
        ("Security breach", True),
        ("Security: bots scrape the list of ships", False),
        ("Ring the head of security when", False),
        ("Renew the security controls", False),
    ],
)
def test_whom_to_call_about_a_breach_is_no_play(
    title: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n## Runbooks\n\n### {title}\n\n- a journalist asks\n- the gate is open\n"
    assert ("RC829" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("chapter", "body", "is_found"),
    [
        ("Escalation", "- a key is gone\n- the press asks\n", False),
        ("Escalation", "- a key is gone\n\n```bash\ngatectl lock --all\n```\n", True),
        ("Runbooks", "- a key is gone\n- the press asks\n", True),
        ("Containment", "- end his pass\n\n### Shut the lock\n\nCapture the logs first.\n", False),
        ("Eindämmung", "- Ausweis weg\n\n### Schleuse\n\nErst die Protokolle sichern.\n", False),
        ("Containment", "- end his pass\n\n### Shut the lock\n\nRing the bell.\n", True),
        ("Cases", "- end his pass\n\n### Shut the lock\n\nCapture the logs first.\n", True),
    ],
)
def test_a_rung_that_hears_of_breaches_is_no_play_and_a_means_is_part_of_one(
    chapter: str, body: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n## {chapter}\n\n### Rung 2: harbour master and security\n\n{body}"
    assert ("RC829" in codes(text, words)) is is_found


def test_a_heading_or_a_label_may_say_that_evidence_is_kept(words: Vocabulary) -> None:
    text = "# G\n\n## Runbooks\n\n### Security breach\n\n- lock the gate\n\n{}\n\n- as ever\n"
    named = ("## Collect evidence", "**Beweissicherung:**", "**Evidence:**", "## Collect tolls")
    found = ["RC829" in codes(text.format(one), words) for one in named]
    assert found == [False, False, True, True]


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("ssh gate-1 'sudo cp -a /var/log/gates /srv/evidence/gates/'", False),
        ("gatectl lock --all", True),
    ],
)
def test_what_is_copied_among_the_evidence_is_kept(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n## Runbooks\n\n### Security breach\n\n1. Cut it off.\n\n```bash\n{line}\n```\n"
    assert ("RC829" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("steps", "is_found"),
    [
        ("1. Switch the lock server off and reinstall it\n2. Ring the master\n", True),
        ("1. Keep the logs of the lock server\n2. Switch the lock server off\n", False),
        ("1. Do not switch the lock server off\n2. Ring the master\n", False),
        ("1. Shut down the upper gate\n2. Ring the master\n", False),
        ("Schleusenrechner sofort ausschalten und neu aufsetzen.\n", True),
        ("Schleusenrechner vom Netz trennen.\n", False),
        ("The keeper must not\nreinstall the machine.\n", False),
    ],
)
def test_a_machine_is_given_up_before_anything_is_kept(
    steps: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n## Runbooks\n\n### Attack on the lock\n\n{steps}"
    assert ("RC728" in codes(text, words)) is is_found


def test_the_order_to_reinstall_is_no_loss_where_nobody_broke_in(words: Vocabulary) -> None:
    text = "# G\n\n## Runbooks\n\n### Lock server slow\n\n1. Reinstall the machine\n"
    assert "RC728" not in codes(text, words)


@pytest.mark.parametrize(
    ("above", "is_found"),
    [
        ("Copy the log of the gate to the safe.", False),
        ("Prendre un instantané du disque et copier les journaux.", False),
        ("Tell the captain of the harbour.", True),
    ],
)
def test_a_restart_after_the_copy_alters_nothing_that_is_needed(above: str, is_found: bool) -> None:
    text = f"# G\n\n## Runbooks\n\n### Security breach\n\n1. {above}\n2. `docker restart gate`\n"
    found = read_linter().judged(text, TODAY).findings
    assert ("RC728" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("docker logs gate > /mnt/safe/gate.txt", False),
        ("docker inspect gate > /mnt/safe/gate.txt", True),
    ],
)
def test_a_log_written_to_a_file_is_kept(line: str, is_found: bool, words: Vocabulary) -> None:
    text = f"# G\n\n## Runbooks\n\n### Security breach\n\n```bash\n{line}\n```\n"
    assert ("RC829" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("first", "then", "is_found"),
    [
        ("Pull the cable, do not switch them off.", "Reboot every server.", True),
        ("Kabel ziehen, nicht ausschalten.", "Alle Server neu starten.", True),
        ("Débrancher, ne pas éteindre.", "Redémarrer tous les serveurs.", True),
        ("Desconectar, no apagar.", "Reiniciar todos los servidores.", True),
        ("Pull the cable, do not switch them off.", "Ring all the pilots.", False),
        ("Pull the cable, do not switch them off.", "Do not restart any server.", False),
    ],
)
def test_an_order_against_the_one_above(
    first: str, then: str, is_found: bool, words: Vocabulary
) -> None:
    steps = f"1. {first}\n2. Keep the logs: copy them to the stick.\n3. {then}\n"
    text = f"# Lock\n\n## Runbooks\n\n### Ransomware\n\n{steps}"
    assert ("RC728" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("1. Pull the cable. Do not switch it off.", False),
        ("1. Débrancher le câble. Ne pas éteindre le poste.", False),
        ("1. Pull the cable.", True),
        ("1. Switch the server off and reinstall it.", False),
    ],
)
def test_what_stays_on_keeps_its_memory_and_a_loss_is_told_once(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n## Runbooks\n\n### Security breach\n\n{line}\n"
    found = codes(text, words)
    assert ("RC829" in found) is is_found
    assert ("RC728" in found) is ("reinstall" in line)


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("- Look who is on it; output into the ticket.", False),
        ("- Nachsehen, wer angemeldet ist; Ausgabe ins Ticket.", False),
        ("- Pull the plug of the network, memory is evidence.", False),
        ("- **Gather evidence:** who is on it.", False),
        ("- Beweise sammeln.", False),
        ("- **Gather the crew:** who is on it.", True),
        ("- Look who is on it.", True),
    ],
)
def test_what_goes_into_the_ticket_is_kept(line: str, is_found: bool, words: Vocabulary) -> None:
    text = f"# G\n\n## Runbooks\n\n### Security breach\n\n{line}\n"
    assert ("RC829" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("says", "fence", "is_found"),
    [
        ("Never turn the machine off.", "sudo reboot", True),
        ("Den Server nicht ausschalten.", "sudo systemctl reboot", True),
        ("Ne pas éteindre le serveur.", "sudo shutdown -r now", True),
        ("No apagar el servidor.", "sudo reboot", True),
        ("Não desligar o servidor.", "sudo poweroff", True),
        ("Never turn the machine off.", "uptime", False),
        ("Ring the master.", "last | grep reboot", False),
    ],
)
def test_a_command_goes_against_the_word_above(
    says: str, fence: str, is_found: bool, words: Vocabulary
) -> None:
    steps = f"1. {says}\n2. Then:\n\n```\n{fence}\n```\n"
    text = f"# G\n\n## Runbooks\n\n### Suspected break-in\n\n{steps}"
    told = [one.line for one in found_in(text, words) if one.code == "RC728"]
    assert (11 in told) is is_found


@pytest.mark.parametrize(
    ("title", "step", "is_found"),
    [
        ("Intruder on a router", "`request system zeroize` and load the copy.", True),
        ("Unbefugter Zugriff auf einen Router", "`request system zeroize`, neu einspielen.", True),
        ("Intrusión en un router", "Restablecer de fábrica y cargar la copia.", True),
        ("Invasão de um roteador", "Reset de fábrica e carregar a cópia.", True),
        ("Intrusion sur un routeur", "`write erase`, puis recharger la copie.", True),
        ("Router does not boot", "`request system zeroize` and load the copy.", False),
        ("Intruder on a router", "Never `request system zeroize`.", False),
    ],
)
def test_a_device_is_not_emptied_before_it_is_looked_at(
    title: str, step: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n## Runbooks\n\n### {title}\n\n1. Ring the master.\n2. {step}\n"
    assert ("RC728" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("title", "is_found"),
    [
        ("Copia de seguridad y restauración", False),
        ("Cópia de segurança", False),
        ("Incidente de seguridad", True),
    ],
)
def test_a_copy_that_is_called_safe_is_no_breach(
    title: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n## Runbooks\n\n### {title}\n\n```bash\nrm -rf /var/log/gate\n```\n"
    assert ("RC728" in codes(text, words)) is is_found


@pytest.mark.parametrize("title", ["Roles", "Classification", "Message templates", "Nachbereitung"])
def test_a_role_a_kind_or_a_letter_keeps_no_evidence(title: str, words: Vocabulary) -> None:
    text = "# Gates\n\n## {}\n\n### Security breach\n\n- Lock the gate\n- Ring the master\n"
    assert "RC829" in codes(text.format("Tower breach"), words)
    assert "RC829" not in codes(text.format(title), words)


def test_a_breach_is_asked_as_a_whole_and_not_where_it_is_noticed(words: Vocabulary) -> None:
    steps = "- Lock the gate\n- Ring the master\n"
    whole = "# Gates\n\n## Runbooks\n\n### Security breach\n\n{}\n#### Breach at the gate\n\n{}"
    found = found_in(whole.format(steps, steps), words)
    assert [one.line for one in found if one.code == "RC829"] == [5]
    scans = f"# Gates\n\n## Incident: signs\n\n### Security scans\n\n{steps}"
    assert "RC829" not in codes(scans, words)


@pytest.mark.parametrize("name", ["deploy_more_gates", "wipe_gate"])
def test_a_script_whose_name_only_sounds_so_loses_nothing(name: str) -> None:
    text = f"# G\n\n## Security incident\n\n```bash\n./{name}.sh --count 3\n```\n"
    found = {one.code for one in read_linter().judged(text, TODAY).findings}
    assert ("RC728" in found) is ("wipe" in name)


@pytest.mark.parametrize(
    ("title", "is_found"),
    [("Security vulnerability reported", False), ("Security: Schwachstelle gemeldet", False),
     ("Security breach reported", True)],
)  # fmt: skip
def test_a_weakness_that_is_only_known_has_left_no_traces(
    title: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n## Runbooks\n\n### {title}\n\n- Lock the gate\n- Ring the master\n"
    assert ("RC829" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("step", "body", "is_found"),
    [
        ("", "```bash\n# Who came in?\nkubectl get events\nkubectl get pods\n```", False),
        ("", "```sql\nSELECT * FROM pilots WHERE seen > '2026-01-01';\n```", False),
        ("", "- Lock the gate\n\n```bash\nkubectl get events\n```", True),
        ("2. Preserve evidence", "1. Lock all accounts", False),
        ("2. Beweise sichern", "1. Lock all accounts", False),
        ("2. Preserve the peace", "1. Lock all accounts", True),
    ],
)
def test_to_look_loses_no_evidence_and_a_block_of_words_may_keep_it(
    step: str, body: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n## First hour\n\n```\n1. Shut the gate\n{step}\n```\n\n## Runbooks\n\n"
    assert ("RC829" in codes(f"{text}### Security breach\n\n{body}\n", words)) is is_found


def test_evidence_that_is_captured_first_is_kept_for_every_case(words: Vocabulary) -> None:
    told = ("Capture evidence first.", "Secure the evidence.", "See the gate.", "Secure the gate.")
    text = "# G\n\n## First hour\n\n1. {}\n\n## Runbooks\n\n### Security breach\n\n- Shut it.\n"
    found = ["RC829" in codes(text.format(one), words) for one in told]
    assert found == [False, False, True, True]
