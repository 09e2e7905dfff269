"""Templates that only list the labels of what a message tells."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Template
from runcard.domain.playbooks.vocabulary import Vocabulary


def templates(body: str, words: Vocabulary) -> tuple[Template, ...]:
    return compile_playbook(f"# Ferries\n\n## Telling people\n\n{body}\n", words).templates


def test_labels_below_the_template_of_an_update_are_one_message(words: Vocabulary) -> None:
    (found,) = templates(
        "### Hourly update template (crew)\n\n- **Status:** which boats run\n"
        "- **Impact:** who waits, and where\n- **Measure:** (wait/reroute/cancel)\n"
        "- **Next update:** the hour",
        words,
    )
    assert (found.title, found.line) == ("Hourly update template (crew)", 5)
    assert (found.style, found.literal) == ("none", False)
    assert found.choice == ("wait", "reroute", "cancel")


def test_a_line_that_names_the_template_introduces_its_list(words: Vocabulary) -> None:
    (found,) = templates(
        "Vorlage für die erste Meldung an die Gäste:\n\n- Status: was gerade fährt\n"
        "- Betroffen: welche Linie\n- Nächste Meldung: wann wir uns wieder melden\n",
        words,
    )
    assert (found.title, found.line, found.literal) == ("Telling people", 3, False)


@pytest.mark.parametrize(
    "body",
    [
        # Not called a template, few of the labels, steps, and the form of a report.
        "### Guests\n\n- **Status:** unknown\n- **Impact:** none\n- **Next update:** none",
        "### Update template\n\n- **Tone:** kind\n- **Length:** short\n- **Status:** said first",
        "### Update template\n\n- [ ] Status: ask\n- [ ] Impact: ask\n- [ ] Next update: set",
        "### Post-mortem template\n\n- **Impact:** who\n- **Cause:** why\n- **Duration:** hours",
    ],
)
def test_what_else_is_listed_below_a_heading_is_no_message(body: str, words: Vocabulary) -> None:
    assert templates(body, words) == ()
