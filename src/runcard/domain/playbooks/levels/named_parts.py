"""Names of people of the house and nothing else, as they are called where a level is answered."""

from runcard.domain.playbooks.levels.called_names import NAMES
from runcard.domain.playbooks.levels.cells import length
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary

LONGEST_NAME = 5
PARTS_PLAYED = {"agent", "on_watch"}
OUTSIDE = {"public", "customers", "authority", "staff"}
WAYS = {"chat", "email", "phone", "url", "ticket", "pointer"}


def is_only_named(said: str, words: Vocabulary) -> bool:
    """A few names, without a time, a way to tell them, something else to do, or anybody outside."""
    names = NAMES.split(said)
    is_short = all(length(name) <= LONGEST_NAME for name in names)
    told = words.audiences.all(said) & OUTSIDE or words.contacts.all(said) & WAYS
    is_more = any(sign in said for sign in "#;；")
    return is_short and not told and not is_more and not spans_in(said, words)


def plays_a_part(said: str, words: Vocabulary) -> bool:
    """`Shift lead`: somebody is named by what he does in the house."""
    return bool(PARTS_PLAYED & words.people.all(said))
