"""Commands that take something away of which little or nothing is lost."""

import re
from collections.abc import Sequence

from runcard.domain.commands.model import Evidence
from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.calls import Call
from runcard.domain.playbooks.command_checks.made_here import takes_what_it_made
from runcard.domain.playbooks.command_checks.members import is_gone_for_good
from runcard.domain.playbooks.command_checks.remade import is_started_below, takes_only_the_remade
from runcard.domain.playbooks.facts import Facts

DUMPS = {"pg_dump", "pg_dumpall", "mysqldump", "mariadb-dump", "mongodump"}
NAMED_POD = {("delete", "pod"), ("delete", "pods"), ("delete", "po")}
LONE = 3  # plain words of `delete pod NAME`
FETCHED_AGAIN = {("image", "prune"), ("builder", "prune"), ("cache", "clean"), ("image", "rm")}
# Asked of a server: to take something away, to empty a cache, to turn a switch.
DELETES = re.compile(r"-X\s*DELETE|--request[ =]DELETE")
PURGES = re.compile(
    r"\bcdn\b|purge[_-]?cache|cache[_-]?purge|/invalidat|-X\s*PURGE\b|--request[ =]PURGE\b",
    re.IGNORECASE,
)
EMPTIES_A_CACHE = re.compile(r"/[\w-]*caches?(?:/[\w*-]{1,60})?/?(?=[\s\"'?]|\Z)", re.IGNORECASE)
SWITCHES = re.compile(r"-X\s*(?:PATCH|PUT)\b|--request[ =](?:PATCH|PUT)\b")
# An application empties its own cache and fills it again.
OWN_CACHE = re.compile(
    r"\b(?:config|view|route|optimize):clear\b|\bpurge[_-]caches?\b"
    r"|\bclear[_-]caches?\b|\bcaches?[:_ -](?:clear|purge|rebuild|warmup)\b"
    r"|\bdrush\s+cr\b|\bcreate-invalidation\b"
    r"|\bcache(?:\(\))?(?:->|::|\.)(?:forget|delete|clear|flush)\b"
    r"|\breset[-_]pool\b|\bpool[:_-]reset\b",  # of connections
    re.IGNORECASE,
)
# The log is cut to a size; `--vacuum-time=1s` would empty it.
CUTS_LOG = re.compile(r"\bjournalctl\b[^|;&]*--vacuum-(?:size|files)")
# A restore that names a new place, and does not write over what is there.
TO_NEW = re.compile(
    r"\bRESTORE\s+(?:DATABASE|LOG)\s+\S*(?:new|restored?|copy|rescue|check|neu|nouve|nuev|nova)"
    r"|(?:^|\s)(?:createdb|psql|mysql|pg_restore|--target|--to|-d)[ =]\S*?(?:[_-]new|new[_-]"
    r"|restored?\b"
    r"|[_-]copy|rescue|_neu\b|nouvelle|nueva|_nova\b)",
    re.IGNORECASE,
)
OVER = re.compile(r"\bREPLACE\b|--clean\b|--drop\b", re.IGNORECASE)
# The cache of names fills again with the next question.
NAMES = re.compile(
    r"\brndc\s+flush(?:name|tree)?\b|\bunbound-control\s+flush|\brec_control\s+wipe-cache"
    r"|\bresolvectl\s+flush-caches|--flush-caches\b|\bnscd\s+(?:-i|--invalidate)|\bflushdns\b"
    r"|\bClear-DnsClientCache\b|-flushcache\b|\bpdns_control\s+purge\b",
    re.IGNORECASE,
)
# What was committed stays in the repository.
# What everybody is sent out for comes after it.
EMPTIED = re.compile(r"\bset\s+(?:single|restricted)_user\b", re.IGNORECASE)
COMMITTED = re.compile(r"\bgit\s+(?:-C\s+\S+\s+)?checkout\s+(?:(?!-)\S+\s+--\s|HEAD\S*\s+\S)")
# It refuses to write over a machine, a data set or a data folder that is there.
REFUSES = re.compile(
    r"\b(?:qmrestore|pct\s+restore|zfs\s+(?:recv|receive))\b"
    r"|\b(?:mariabackup|xtrabackup|innobackupex)\b[^\n]*--(?:copy|move)-back\b"
    r"|\bgit\s+branch\s+(?:-d|--delete)\b"
)
# Of a database something goes that holds no rows: a rule, a right, a plan, a way to find them.
NO_ROWS = re.compile(
    r"\bDROP\s+(?:INDEX|POLICY|TRIGGER|VIEW)\b|\bREVOKE\s[\w\s,]{1,80}\sON\s|\bcron\.unschedule\b",
    re.IGNORECASE,
)
ROWS = re.compile(r"\b(?:TABLE|COLUMN|DATABASE|SCHEMA|TRUNCATE|DELETE)\b", re.IGNORECASE)
# The steps that wait are taken to the next shape of the tables, which is what they were kept for.
NEXT_SHAPE = re.compile(
    r"\bartisan\s+migrate(?![:\w])|\bdb:migrate(?![:\w])|\bmigrate\s+deploy\b"
    r"|\bmanage\.py\s+migrate\s*(?:--\S+\s*)*$|\balembic\s+upgrade\b|\bmigrate:latest\b"
)
# What a right is taken of stays: `REVOKE ALL ON ALL TABLES IN SCHEMA public`.
RIGHTS = re.compile(r"\bREVOKE\s[\w\s,]{1,80}\sON\s[^;\"']*", re.IGNORECASE)
# A cap or a limit is taken off, a right that one command gives again, the mark that hides a file.
LIFTS = re.compile(
    r"\bdelete-(?:function-concurrency|provisioned-concurrency-config)\b"
    r"|\bdelete\s+(?:resourcequota|quota|limitrange|poddisruptionbudget|pdb)\b"
    r"|\bclear_(?:policy|vhost_limits|user_limits)\b"
    r"|\bremove-iam-policy-binding\b|\bdetach-(?:user|role|group)-policy\b"
    r"|\brole\s+assignment\s+delete\b"
    r"|\bdelete-object\b[^|;]{0,300}--version-id[ =][\"']?[$<{]{0,2}\w{0,30}marker",
    re.IGNORECASE,
)
PACKAGERS = {"apt", "apt-get", "yum", "dnf", "zypper", "apk"}
FORCED = re.compile(r"\s--force\b|\s-\w{0,4}F\w{0,4}(?=\s|$)")
EVERY = re.compile(r"-\w{0,4}a\w{0,4}|--all")
TEMPORARY = re.compile(
    r"[\s'\"/](?:tmp|temp|scratch)/|\*\.(?:part|tmp|temp|swp|crdownload)\b|[\s'\"]/tmp\b",
    re.IGNORECASE,
)
# `--scan --pattern 'dedupe:*'` names what it takes; so does one job by its number.
PREFIX = re.compile(r"--pattern\s+[\"']?[\w-]{3,}[:.*/]")
OLDER = re.compile(r"--older-than\b|--older_than\b|--min-age\b")
# What is a day old is still wanted.
YOUNG = re.compile(r"--(?:older[-_]than|min-age)[ =](?:[01]d|\d{1,2}h|\d{1,4}m)\b")
# Logs by their age; a folder that is there to be filled again; one way in that is shut.
OLD_LOGS = re.compile(
    r"(?:\*\.log[\w.*]*['\"]?|/logs?/?)\s[^|;]*-m(?:time|min)\b|[\s'\"]/var/cache/\w"
)
# Rows whose own time is over.
EXPIRED = re.compile(
    r"\bDELETE\s+FROM\s+\S+\s+WHERE\s+\w*(?:expir|valid_until)\w*\s*<=?\s*"
    r"(?:NOW\s*\(|CURRENT_TIMESTAMP|GETDATE\s*\(|UTC_TIMESTAMP|SYSDATE|datetime\s*\(\s*'now')"
    r"(?!.*\bOR\b)",
    re.IGNORECASE | re.DOTALL,
)
SHUTS = re.compile(r"/(?:tokens?|sessions?)/[<{$\w]", re.IGNORECASE)
TURNS = re.compile(r"\bSET\s+\w+\s*=\s*(?:true|false)\b", re.IGNORECASE)
# A row of settings, and no rows of data.
SETS = re.compile(
    r"\bUPDATE\s+(?:\w+\.)?(?:\w*config(?:uration)?|(?:app_|system_)?settings|feature_flags)\s",
    re.IGNORECASE,
)
MAKES = re.compile(
    r"(?:\bof=|\btouch\s+|\bfallocate\s+(?:-\w+\s+)*\S+\s+|(?<![>&\d])>\s*)"
    r"[\"']?([\w./~${}-]+)"
)
MAKES_A_TEMPORARY = re.compile(r"\b(\w+)=[\"']?(?:\$\(|`)\s*mktemp\b")
# One statement of one session is ended; what it had done is undone.
ONE_QUERY = re.compile(r"\bKILL\s+(?:QUERY\s+|CONNECTION\s+)?[\[<{$\d]", re.IGNORECASE)
# Whoever it is signs in again; a lock holds nothing.
ONE_SESSION = re.compile(
    r"\bDELETE\s+FROM\s+[\w.\"`]*(?:session|(?:refresh|access|auth|login)_?token)s?[\"`]?\s+"
    r"WHERE\s+[\w.\"]*_?id\"?\s*=\s*(?!.*\bOR\b)",
    re.IGNORECASE | re.DOTALL,
)
ONE_LOCK = re.compile(r"\b(?:DEL|UNLINK)\s+[\"']?(?:[\w{}<>$-]+:)+lock[\"']?\s*$", re.IGNORECASE)
GIVEN_BACK = re.compile(r"\b(?:delete|terminate)[- ](?:nodes?|instances?|vms?)\b")
ONE_JOB = re.compile(r"\b(?:terminate-job|cancel-job|scancel|--job-id)\b")


def comes_back(act: Act, facts: Facts) -> bool:
    """One named pod without data of its own: its controller starts the next one at once. One with
    data finds them again; somebody waits for it below, or what was lost is told above."""
    pods = [call for call in act.calls if call.plain[:2] in NAMED_POD]
    return bool(pods) and all(
        len(call.plain) > 2
        and not call.has("-l", "--selector", "--all", "--force")
        and (
            not facts.speaks("setting", apart(call.plain[2])) & {"stateful"}
            or (len(call.plain) == LONE and _is_followed(act, call.plain[2], facts))
        )
        for call in pods
    )


def _is_followed(act: Act, pod: str, facts: Facts) -> bool:
    """Its disk was given up in the line above, or the line below waits for it."""
    block = facts.block_of(act)
    taken = any(
        one.place < act.place and {"delete", "pvc"} <= set(call.plain[:2])
        for one in block
        for call in one.calls
    )
    return taken or any(
        one.place == act.place + 1 and "wait" in call.plain[:1] and pod in one.text
        for one in block
        for call in one.calls
    )


def apart(name: str) -> str:
    """`tea-ordersdb` is `tea orders db`."""
    split = re.sub(
        r"(?i)(db|sql|redis|kafka|mongo|elastic|search|queue|broker|store)\b", r" \1", name
    )
    return re.sub(r"[-_/]", " ", split)


def loses_nothing(act: Act, facts: Facts) -> bool:
    """A limit is lifted, or what was made for this work goes; or no data does."""
    has_rows = ROWS.search(RIGHTS.sub("", act.text)) is not None
    holds_none = NO_ROWS.search(act.text) is not None and not has_rows
    if holds_none or LIFTS.search(act.text) or takes_what_it_made(act, facts):
        return True
    if NEXT_SHAPE.search(act.text):
        return True
    if takes_only_the_remade(act):
        return True
    return _keeps_the_data(act, facts)


def _keeps_the_data(act: Act, facts: Facts) -> bool:
    """An application's own cache, a log cut to a size, a node emptied in order, a restore beside
    what is there; or a dump of it was taken just before."""
    over_http = any(call.program == "curl" for call in act.calls)
    if CUTS_LOG.search(act.text) or (OWN_CACHE.search(act.text) and not over_http):
        return True
    if TO_NEW.search(act.text) and not OVER.search(act.text):
        return True
    if REFUSES.search(act.text) and not FORCED.search(act.text):
        return True
    if EMPTIED.search(act.text) or (COMMITTED.search(act.text) and "rm " not in act.text):
        return True
    inner = [call for call in act.calls if call.program not in {"ssh", "cd"}]
    if NAMES.search(act.text) and all(map(_is_of_a_resolver, inner)):
        return True
    if inner and any(all(map(kind, inner)) for kind in (_keeps_all, _takes_leftovers)):
        return True
    drains = [call for call in act.calls if is_drain(call)]
    if drains and len(drains) == len(act.calls):
        return not any(call.has("--force", "--disable-eviction") for call in drains)
    before = _before(act, facts)
    dumped = any(call.program in DUMPS for one in before for call in one.calls)
    made = removes_its_own(act, facts) or removes_its_temporary(act, facts)
    return dumped or made or _is_emptied(act, before)


def _before(act: Act, facts: Facts) -> Sequence[Act]:
    return [one for one in facts.block_of(act) if one.place < act.place]


def _is_emptied(act: Act, before: Sequence[Act]) -> bool:
    """A machine is given back from which the line above has moved everything away."""
    return GIVEN_BACK.search(act.text) is not None and any(
        is_drain(call) for one in before for call in one.calls
    )


def removes_its_own(act: Act, facts: Facts) -> bool:
    """The file that a test has just written, or that was made to be formatted."""
    written = (one.text for one in (*_before(act, facts), act))
    made = {name for text in written for name in MAKES.findall(text)}
    gone = [name for call in act.calls if call.program in {"rm", "mkswap"} for name in call.plain]
    return bool(gone) and made.issuperset(gone)


def removes_its_temporary(act: Act, facts: Facts) -> bool:
    """`KEY=$(mktemp)` stands above in its block, and what goes is `$KEY`."""
    above = (one.text for one in facts.block_of(act) if one.place < act.place)
    made = {name for text in above for name in MAKES_A_TEMPORARY.findall(text)}
    gone = {word.strip("${}") for call in act.calls for word in call.words if word[:1] != "-"}
    return bool(gone) and gone <= made and all(one.program == "rm" for one in act.calls)


def _is_of_a_resolver(call: Call) -> bool:
    return bool(NAMES.search(f"{call.program} {' '.join(call.words)}")) or (
        {"restart", "reload"} & set(call.plain[:3]) != set()
    )


def _takes_leftovers(call: Call) -> bool:
    """Layers without a name; with `--all` also images that only wait to be used."""
    return call.plain[:2] == ("image", "prune") and not any(map(EVERY.fullmatch, call.words))


def is_drain(call: Call) -> bool:
    """The pods of a node move to others."""
    return call.program in {"kubectl", "oc"} and "drain" in call.plain[:2]


def is_small(act: Act, facts: Facts) -> bool:
    """Temporary files, keys of one name, one job, what is old or has expired; or a thing that is
    fetched again."""
    if YOUNG.search(act.text):
        return False
    one = (ONE_JOB, ONE_QUERY, ONE_SESSION, ONE_LOCK)
    patterns = (*one, PREFIX, OLDER, OLD_LOGS, EXPIRED, SHUTS, TURNS, SETS)
    if any(pattern.search(act.text) for pattern in patterns) or any(map(is_drain, act.calls)):
        return True
    if is_started_below(act, facts) or is_gone_for_good(act, facts):
        return True
    return TEMPORARY.search(act.text) is not None or _loses_no_data(act, facts)


def _loses_no_data(act: Act, facts: Facts) -> bool:
    """A process, a session or a pod is ended, a cache is emptied by its owner, a switch turned."""
    if any(call.plain[:2] in FETCHED_AGAIN or _only_stops(call) for call in act.calls):
        return True
    risk = facts.risk(act)
    if risk is None or "scope_all" in risk.flags:
        return False
    if any(call.program == "curl" for call in act.calls):
        cached = facts.speaks("setting", act.text) & {"cache"} or PURGES.search(act.text)
        if DELETES.search(act.text):
            return EMPTIES_A_CACHE.search(act.text) is not None
        return bool(cached or SWITCHES.search(act.text))
    is_outage = "outage" in risk.flags and "irreversible" not in risk.flags
    return is_outage or risk.evidence is Evidence.PERISHABLE


def _keeps_all(call: Call) -> bool:
    """It stops or starts, or throws away packages that are fetched again."""
    packages = call.program in PACKAGERS and set(call.plain[:1]) <= {
        "clean",
        "autoclean",
        "autoremove",
    }
    again = call.verb == "compose up"  # what was taken down is started anew
    return _only_stops(call) or again or (packages and bool(call.plain))


def _only_stops(call: Call) -> bool:
    """`compose down` keeps the volumes where it is not told otherwise."""
    return call.verb == "compose down" and not call.has("-v", "--volumes")
