"""Steps of the process and places to look are no people, though a heading speaks of escalation."""

from runcard.domain.playbooks.chains.work_lists import are_of_work
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.chains.chains_read import chains


def test_steps_of_the_process(words: Vocabulary) -> None:
    text = (
        "## Escalation procedures\n\n### First minutes\n\n1. **Acknowledge** the bell\n"
        "2. **Assess** what stands still\n3. **Resolve** it\n"
    )
    assert chains(text, words) == []
    assert are_of_work(["Erkennen", "Müller", "Eindämmen"], words)
    assert not are_of_work(["Monitoring", "Miller"], words)


def test_files_beside_the_names(words: Vocabulary) -> None:
    text = "## Alarm\n\n- Daily look (`/var/log/mill`)\n- Weekly look (`GET /mill`, `GET /log`)\n"
    assert chains(text, words) == []


def test_a_duty_among_duties_calls_nobody(words: Vocabulary) -> None:
    duties = "- **Watch:** the wheel\n- **Investigate:** noises\n- **Document:** in the book\n"
    text = f"## On call\n\n{duties}- **Escalate:** call the owner if needed\n"
    assert chains(text, words) == []
    assert chains("## On call\n\n- **Escalate:** call the owner if needed\n", words) == [
        [("owner", "if needed", None)]
    ]


def test_papers_that_are_written_beside_a_call_are_no_people(words: Vocabulary) -> None:
    for paper in ("Create a parcel note", "Crear un parte de daños", "Consigner la panne"):
        text = f"## Escalation\n\n- Notify the depot clerk\n- {paper}\n- Ramp engineer\n"
        assert chains(text, words) == []
    text = "## Escalation\n\n- Notify the depot clerk\n- Document owner\n- Ramp engineer\n"
    assert [[who for who, _, _ in one] for one in chains(text, words)] == [
        ["depot clerk", "Document owner", "Ramp engineer"]
    ]


def test_faults_with_their_cures_are_no_people(words: Vocabulary) -> None:
    text = "## Escalation\n\n- Wheel stuck: open the upper sluice\n- Stone split: replace it\n"
    assert chains(text, words) == []
    duties = text.replace("Wheel stuck", "Watchman").replace("Stone split", "Mill owner")
    assert [[who for who, _, _ in one] for one in chains(duties, words)] == [
        ["Watchman", "Mill owner"]
    ]
