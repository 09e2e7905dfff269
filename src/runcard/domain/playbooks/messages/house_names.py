"""The name of a product in square brackets at the head of a message: `[Tea Room] No tea today`."""

import re
from collections import Counter
from collections.abc import Iterator

from runcard.domain.playbooks.document.identity import title_of
from runcard.domain.playbooks.messages.placeholders import CAPITALS
from runcard.domain.playbooks.page.blocks import Outline
from runcard.domain.playbooks.page.kept import kept_with_page
from runcard.domain.playbooks.vocabulary import Vocabulary

# At the head of a line or behind one label, `Subject: `; no link, and no box of a list.
HEAD = re.compile(
    r"^[\s>#*_]*(?:[^\W\d_]{2,16}\s*[:：][\s*_]*)?"
    r"(\[[^\W\d_][^\[\]{}<>|/\n]{1,40}\](?!\()|【[^\W\d_][^【】\[\]{}<>|/\n]{1,40}】)"
    r"[\s*_:：]*[^\s\[【*_:：]"
)
BRACKETED = re.compile(r"\[[^\[\]\n]{1,200}\]|【[^【】\n]{1,60}】")
FEWEST = 2


@kept_with_page
def house_names(page: Outline, words: Vocabulary) -> frozenset[str]:
    """The tokens that name who writes: a name in the title or elsewhere in the document, or one
    that stands at the head of several messages in the same form. A word for something that is
    asked, or for how far it is, is none."""
    heads = Counter(token for line in page.lines for token in _head_of(line))
    title = title_of(page)[0] or "" if heads else ""
    known = {token for token in heads if _is_in(token, title) and _is_written_as_one(token)}
    names = {token for token in heads if _may_be_a_name(token, words)}
    said = BRACKETED.sub(" ", "\n".join(page.lines)) if names else ""
    known |= {token for token in names if heads[token] >= FEWEST or _is_in(token, said)}
    return frozenset(known)


def _head_of(line: str) -> Iterator[str]:
    found = HEAD.match(line)
    if found is not None:
        yield found.group(1)


def _is_in(token: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(token[1:-1].strip())}(?!\w)", text) is not None


def _is_written_as_one(token: str) -> bool:
    """`[Tea Room]`, `[Desk MSM]`: no word in small letters."""
    return not any(word[:1].islower() for word in token[1:-1].split())


def _may_be_a_name(token: str, words: Vocabulary) -> bool:
    """Capitals in front of each word, and none of a form."""
    name = token[1:-1].strip()
    is_name = all(word[:1].isupper() or word[:1].isdigit() for word in name.split())
    is_asked = words.fields.all(name) or words.stand_ins.all(name) or words.labels.all(name)
    is_state = "message_name" in words.talk.all(name)
    return is_name and CAPITALS.fullmatch(name) is None and not (is_asked or is_state)
