"""What is there is kept before something is laid over it or takes it away."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.calls import Call
from runcard.domain.playbooks.checks.setting import acts_above
from runcard.domain.playbooks.command_checks.mild import DUMPS
from runcard.domain.playbooks.facts import Facts, Said
from runcard.domain.playbooks.page.checkboxes import BOX

LISTS = {"ls", "find", "du", "df", "stat", "tree", "head", "tail", "sort", "grep", "wc"}
# It reads copies that are there, and makes none.
FETCHES = re.compile(r"\b(?:restic|borg)\b[^\n|;]{0,200}\b(?:snapshots|restore|list|extract)\b")
SAVES_ALL = re.compile(
    r"(?i)\bBACKUP\s+(?:DATABASE|LOG)\b|\bzfs\s+snapshot\b|\b(?:qm|etcdctl)\s+snapshot\b"
    r"|\bcreate-\w*-?snapshot\b|\bsnapshots?\s+create\b"
)
DATABASES = {"psql", "mysql", "mariadb", "mongorestore", "pg_restore"}
SQL_DUMPS = {"mysqldump", "mariadb-dump"}
DUMPED_BY = {
    "psql": {"pg_dump", "pg_dumpall"}, "mysql": SQL_DUMPS, "mariadb": SQL_DUMPS,
    "mongo": {"mongodump"}, "mongosh": {"mongodump"},
}  # fmt: skip
KEY_STORES = {"redis-cli", "valkey-cli", "keydb-cli"}
DROPS_KEYS = re.compile(r"(?i)(?:^|\s)(?:del|unlink)\s+(\S[^\n]*)$")
READS_WHOLE = re.compile(
    r"(?i)(?:^|\s)(?:l|z)range\s+(\S+)\s+0\s+-1\b"
    r"|(?:^|\s)(?:hgetall|smembers|dump|get)\s+(\S+)\s*$"
)
# `tar -czf`, `tar cf`
PACKS = re.compile(r"-?[a-z]{0,6}c[a-z]{0,6}|--create")
ORDER = 2  # words of an item, among which its verb stands
MOST_ABOVE = 40  # commands of a chapter above one
TRIAL = re.compile(r"(?:^|/)(?:verify|validate|check|test)[_-][\w-]{1,60}\.(?:sh|py)$")


def is_kept(act: Act, facts: Facts) -> bool:
    """A command above it saves what is there, or an item of the chapter orders it."""
    before = [one for one in facts.block_of(act) if one.place < act.place]
    told = (one for one in before if not _only_reads_copies(one))
    if any(facts.speaks("setting", f"{one.text} {one.title}") & {"saves"} for one in told):
        return True
    if any(map(_copies, (*before, *_in_blocks_above(act, facts)))):
        return True
    if any(_archives(one, facts) for one in acts_above(act, facts)):
        return True
    is_of_files = DATABASES.isdisjoint(call.program for call in act.calls)
    return (is_of_files and any(map(_puts_beside, before))) or _is_ordered_above(act, facts)


def is_trial(act: Act) -> bool:
    """A script whose own name begins with a look: `check-restore.sh` lays back a copy elsewhere."""
    return any(TRIAL.search(call.program) for call in act.calls)


def is_archived(act: Act, facts: Facts) -> bool:
    """The folder that is removed lies in one that a command above, under the same heading, has
    packed; or the key that goes was written out."""
    if _is_read_out(act, facts):
        return True
    gone = [path for call in act.calls if call.program == "rm" for path in call.plain]
    if not gone:
        return False
    packed = [
        path.rstrip("/")
        for one in acts_above(act, facts)
        for call in one.calls
        if _packs(call)
        for path in call.plain
        if path.startswith("/")
    ]
    return all(
        any(path == whole or path.startswith(f"{whole}/") for whole in packed) for path in gone
    )


def _is_read_out(act: Act, facts: Facts) -> bool:
    """`redis-cli LRANGE moorings 0 -1 > moorings.json`, in a line above in its block, before
    `DEL moorings`."""
    gone = {key for call in act.calls for key in _dropped(call)}
    if not gone:
        return False
    before = (one for one in facts.block_of(act) if one.place < act.place)
    kept = {key for one in before for call in one.calls for key in _written_out(call)}
    return gone <= kept


def _dropped(call: Call) -> tuple[str, ...]:
    """The keys that a command for a store takes away; nothing where it takes away more."""
    found = DROPS_KEYS.search(" ".join(call.words)) if call.program in KEY_STORES else None
    return tuple(found.group(1).split()) if found else ()


def _written_out(call: Call) -> tuple[str, ...]:
    """The key of which all goes into a file."""
    whole = READS_WHOLE.search(" ".join(call.words)) if call.program in KEY_STORES else None
    return (whole.group(1) or whole.group(2),) if whole and call.writes else ()


def is_dumped(act: Act, facts: Facts) -> bool:
    """A database loses what the dump of it has that a command above it in its chapter has made."""
    dumps = {name for call in act.calls for name in DUMPED_BY.get(call.program, ())}
    if not dumps:
        return False
    before = [one for one in facts.block_of(act) if one.place < act.place]
    above = (*before, *_in_blocks_above(act, facts))
    return any(call.program in dumps for one in above for call in one.calls)


def _only_reads_copies(act: Act) -> bool:
    return FETCHES.search(act.text) is not None or _only_lists(act) or is_trial(act)


def _only_lists(act: Act) -> bool:
    """`ls /backup`: where the copies lie, and none of what is there now."""
    return bool(act.calls) and LISTS.issuperset(
        call.program for call in act.calls if call.program != "ssh"
    )


def _copies(act: Act) -> bool:
    """What is there is dumped, saved by the database itself, or put aside."""
    return bool(SAVES_ALL.search(act.text)) or any(call.program in DUMPS for call in act.calls)


def _archives(act: Act, facts: Facts) -> bool:
    """It is packed, and the comment says that this is the copy."""
    return any(map(_packs, act.calls)) and bool(facts.speaks("setting", act.title) & {"saves"})


def _packs(call: Call) -> bool:
    return call.program == "tar" and any(map(PACKS.fullmatch, call.words[:1]))


def _puts_beside(act: Act) -> bool:
    """`cp gate.log gate.log.old`: the same under a longer name."""
    return any(
        call.program in {"cp", "mv"}
        and len(call.plain) == 2
        and call.plain[1].startswith(call.plain[0].rstrip("/"))
        for call in act.calls
    )


def _in_blocks_above(act: Act, facts: Facts) -> Sequence[Act]:
    """The commands of the blocks above it in its chapter."""
    begins = _begin_of_chapter(act, facts)
    before = bisect_left(facts.acts, act.line, key=lambda one: one.line)
    near = facts.acts[max(before - MOST_ABOVE, 0) : before]
    return [one for one in near if one.block and one.block < act.block and one.line > begins]


def _begin_of_chapter(act: Act, facts: Facts) -> int:
    above = [section for section in facts.page.path(act.section) if section.level > 1]
    return min((section.line for section in above), default=act.section.line)


def _is_ordered_above(act: Act, facts: Facts) -> bool:
    """A box to tick in the chapter above it: `[ ] Back up the old gates`."""
    return any(_orders_a_copy(said, facts) for said in _boxes_above(act, facts))


def _boxes_above(act: Act, facts: Facts) -> Iterator[Said]:
    begins = _begin_of_chapter(act, facts)
    for said in facts.said_of("setting", "saves"):
        is_above = begins < said.line < act.line
        if is_above and BOX.match(facts.page.lines[said.line - 1]):
            yield said


def _orders_a_copy(said: Said, facts: Facts) -> bool:
    return bool(facts.speaks("setting", " ".join(said.text.split()[:ORDER])) & {"saves"})
