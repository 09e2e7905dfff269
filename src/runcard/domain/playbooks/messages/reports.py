"""Forms for afterwards, which are no message to anybody."""

import re

from runcard.domain.playbooks.messages.message_sets import begins_with_subject
from runcard.domain.playbooks.messages.occasions import greets_somebody
from runcard.domain.playbooks.messages.typed import opens_a_channel
from runcard.domain.playbooks.nouns.message import Message
from runcard.domain.playbooks.page.blocks import Outline, Section
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import untitled

HEADING = re.compile(r"^#{1,6}\s")
MESSAGES = {"templates", "communication"}
FEWEST = 2


def topics_here(page: Outline, section: Section, words: Vocabulary) -> frozenset[str]:
    """What the headings above a text are about; among messages, `Report template` is the name of
    one of them."""
    about = topics(page, section, words)
    if "review" not in about or section.parent is None or not _is_any_report(section, words):
        return about
    above = topics(page, page.sections[section.parent], words)
    return about - {"review"} if above & MESSAGES and "review" not in above else about


def _is_any_report(section: Section, words: Vocabulary) -> bool:
    """All that the heading says of reviews is that here is a form of something."""
    title = untitled(section.title)
    said = [
        one.group()
        for one in words.headings.matches(title)
        if "review" in words.headings.phrases[one.group()]
    ]
    return bool(said) and all(_is_any_form(phrase, words) for phrase in said)


def _is_any_form(phrase: str, words: Vocabulary) -> bool:
    """`report form`, of which each word may be said of any form."""
    return all("template" in words.review.phrases.get(one, ()) for one in phrase.split())


def is_report(message: Message, about: frozenset[str], words: Vocabulary) -> bool:
    """A form for afterwards: under a heading about reviews or drills, if it is no letter, or with
    headings of its own; in a chapter on who is told, with headings that ask why."""
    is_at_home = bool(about & {"review", "drills"}) and "communication" not in about
    if is_at_home and not is_letter(message, words):
        return True
    # Beside what is typed in a chat, `# Pin it` is a remark.
    lines = () if opens_a_channel(message) else message.lines
    headings = [line for line in lines if HEADING.match(line)]
    if "communication" in about:
        headings = [line for line in headings if words.review.speaks_of(line, "asked")]
    return len(headings) >= FEWEST


def is_letter(message: Message, words: Vocabulary) -> bool:
    """It begins with a subject, or greets somebody."""
    return begins_with_subject(message, words) or greets_somebody(message, words)
