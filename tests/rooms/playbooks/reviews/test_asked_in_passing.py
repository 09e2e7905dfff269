"""Headings, fields of the form and lines of a message that ask for a review."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import ReviewRules
from runcard.domain.playbooks.reviews.asked_in_passing import is_promised
from runcard.domain.playbooks.vocabulary import Vocabulary

LEVELS = "# Tea\n\n- SEV1: no tea\n- SEV2: cold tea\n- SEV3: no sugar\n\n"


def review(body: str, words: Vocabulary) -> ReviewRules:
    return compile_playbook(LEVELS + body, words).review


@pytest.mark.parametrize(
    "heading",
    [
        "Post-mortem (after every SEV1/SEV2)",
        "Post-mortem (après résolution SEV1/SEV2)",
        "SEV1 and SEV2 post-mortems",
    ],
)
def test_a_heading_with_levels(heading: str, words: Vocabulary) -> None:
    assert review(f"### {heading}\n\nWrite it up.\n", words).required_for == ("SEV1", "SEV2")


def test_a_heading_that_leaves_it_free(words: Vocabulary) -> None:
    assert review("### Post-mortem (optional for SEV3)\n\nWrite.\n", words).required_for is None


def test_a_field_of_the_form(words: Vocabulary) -> None:
    field = "**Review date:** [Within 4 business days]"
    form = f"```markdown\n# Tea\n\n{field}\n\n## Why\n\n## What\n```\n"
    (found,) = review(f"## Post-mortem\n\n{form}", words).deadlines
    assert (found.within.calendar, found.within.line) == ("business_days:4", 12)


def test_a_message_that_promises_one(words: Vocabulary) -> None:
    said = "```\nTea is back.\nThe full post-mortem will be published within 4 days.\n```\n"
    (found,) = review(f"## Messages\n\n{said}", words).deadlines
    assert (found.within.seconds, found.within.line) == (345600, 11)
    assert not is_promised("The post-mortem of the last 4 days", words)


def test_a_paper_and_its_time_in_brackets(words: Vocabulary) -> None:
    (found,) = review("## After the incident\n\n- Full tasting report (3 days)\n", words).deadlines
    assert found.within.seconds == 259200


@pytest.mark.parametrize(
    ("said", "required"),
    [("For P1, write a blameless post-mortem about the kiln.", ("P1",)),
     ("Para P1 y P2, redactar un post-mortem.", ("P1", "P2")),
     ("A post-mortem must follow every P1 — nothing of it is optional.", ("P1",)),
     ("Any P2 requires a post-mortem.", ("P2",)),
     # Other work is ordered; and a dash leaves free what stands in front of it.
     ("For P1, the potters who write know of a post-mortem.", None),
     ("Hold a post-mortem for P1 if somebody asks.", None)],
)  # fmt: skip
def test_an_order_asks_for_a_review(
    said: str, required: tuple[str, ...] | None, words: Vocabulary
) -> None:
    text = f"# Kiln\n\n## Severity levels\n\n- P1: all\n- P2: some\n\n## Closing\n\n{said}\n"
    assert compile_playbook(text, words).review.required_for == required
