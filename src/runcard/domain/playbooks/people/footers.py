"""Ways to people that are still to be filled in below the last rule of a document.

`**Night bell:** [phone number of the watch]` stands there for the whole of it, whatever the last
heading is about.
"""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.model import Contact
from runcard.domain.playbooks.page.addresses import TOKEN
from runcard.domain.playbooks.page.blocks import Outline, Paragraph, label_of
from runcard.domain.playbooks.people.contact_lines import contact
from runcard.domain.playbooks.vocabulary import Vocabulary

RULE = re.compile(r"\s{0,3}(?:-{3,}|\*{3,}|_{3,})\s*$")
MOST_LINES = 16


def footer_contacts(page: Outline, words: Vocabulary) -> Iterator[Contact]:
    """Labels in bold with nothing behind them but a gap that asks for a way."""
    ruled = [at for at, text in enumerate(page.lines, 1) if RULE.match(text)]
    start = ruled[-1] if ruled else len(page.lines)
    if len(page.lines) - start > MOST_LINES:
        return
    below = (one for one in page.sections[-1].blocks if one.line > start)
    for said in (line for one in below if isinstance(one, Paragraph) for line in one.lines):
        label = label_of(said.text)
        if label is None or not label.bold or words.meta.exactly(label.name) is not None:
            continue
        made = contact(label.name, label.value, said.line, words)
        if made.placeholder and made.kind != "none" and TOKEN.fullmatch(label.value):
            yield made
