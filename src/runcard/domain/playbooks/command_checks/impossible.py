"""Commands that their tool refuses, or that it takes for something else than was meant."""

import re
from collections.abc import Callable, Iterator, Sequence

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.setting import is_about, short
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding

SERVICE = re.compile(
    r"\b(?:Restart|Stop|Start)-Service\b[^\n|;}]{0,160}-ComputerName\b", re.IGNORECASE
)
ASKED_FIRST = re.compile(r"\([^()\n]{0,200}\)")
BLANK = re.compile(r"\brm\s+(?:-\w+\s+)+\S{1,200}/\s+\*(?=[\s'\";]|$)")
LINK = re.compile(
    r"\bln\s+((?:-\w+\s+)+)\S+\s+(\S*/(?:current|live|active|latest|release))(?=[\s'\";]|$)"
)
WHOLE_CONFIG = re.compile(
    r"\blambda\s+update-function-configuration\b[\s\S]{0,200}--environment\s+"
    r"['\"]?Variables=\{[^,}]*\}"
)
RECOVERED = re.compile(
    r"(?i)\bRESTORE\s+DATABASE\s+(\S+)\s(?![\s\S]{0,400}NORECOVERY)[\s\S]{0,400}\bRECOVERY\b"
)
LOG = re.compile(r"(?i)\bRESTORE\s+LOG\s+(\S+)")
RESETS = ("kafka-consumer-groups", "--reset-offsets", "--execute")
STOPS = re.compile(r"--(?:replicas|desired-count)[= ]0\b|\bstop\b|\bscale\s+\S+\s+0\b")
MAKES = re.compile(r"\bcreate\s+secret\s+\w[\w-]*\s+([\w.-]+)")
UPDATES = re.compile(r"--dry-run|\bapply\b|\breplace\b")
DIGITS = re.compile(r"\d+")
SETS = re.compile(r"(?i)\bSET\s+GLOBAL\s+(\w+)")
RESTARTS = re.compile(
    r"\brestart\s+\S*(?:mysql|mariadb|\bdb\b)|\brestart\s+(?:mysqld?|mariadb|db)\b"
)
# What runs once a node, or by the clock, has no count.
COUNTLESS = re.compile(
    r"\b(?:kubectl|oc)\b[^\n|;]{0,160}\bscale\s+(?:-\S+\s+){0,4}"
    r"(?:ds|daemonsets?(?:\.apps)?|cj|cronjobs?(?:\.batch)?)[/ ]"
)
ONTO_ITSELF = re.compile(
    r"\brestore-(?:table|db-instance|db-cluster)-to-point-in-time\b[\s\S]{0,400}?"
    r"--source-(?:table-name|db-(?:instance|cluster)-identifier)[= ]([\w.-]+)"
)
NEW_NAME = re.compile(
    r"--(?:target-table-name|target-db-instance-identifier|db-cluster-identifier)[= ]([\w.-]+)"
    r"(?=[\s'\"]|$)"
)


def check(facts: Facts) -> Iterator[Finding]:
    """Every command that cannot do what it is there for; one that is repeated on another host is
    told once."""
    told: set[str] = set()
    for act in facts.acts:
        better = next((form for fails, form in FAILS if fails(act, facts)), None)
        what = DIGITS.sub("", act.text)
        if better is not None and what not in told:
            told.add(what)
            yield facts.finding("RC848", act.line, f"“{short(act.text)}”", better)


def _names_a_computer(act: Act, facts: Facts) -> bool:
    """PowerShell knows the parameter for `Get-Service` alone; in brackets it is asked first."""
    return SERVICE.search(ASKED_FIRST.sub("", act.text)) is not None


def _has_a_stray_blank(act: Act, facts: Facts) -> bool:
    """The blank makes two things of one: the folder, and everything that lies here."""
    return BLANK.search(act.text) is not None


def _replaces_all_variables(act: Act, facts: Facts) -> bool:
    """The function keeps those that are named, and no other."""
    return WHOLE_CONFIG.search(act.text) is not None


def _links_into(act: Act, facts: Facts) -> bool:
    """The link is there and leads to a folder: without `-n`, the new one is made inside."""
    found = LINK.search(act.text)
    return found is not None and "s" in found.group(1) and not set("nT") & set(found.group(1))


def _ends_the_restore(act: Act, facts: Facts) -> bool:
    """Once recovered, a database takes no log."""
    found = RECOVERED.search(act.text)
    return found is not None and any(
        LOG.search(one.text) for one in facts.block_of(act) if one.place > act.place
    )


def _resets_the_active(act: Act, facts: Facts) -> bool:
    """Offsets are only set while nobody reads in the group."""
    return all(word in act.text for word in RESETS) and not _was_stopped(act, facts)


def _was_stopped(act: Act, facts: Facts) -> bool:
    above = facts.page.lines[act.section.line : act.line - 1]
    return any(STOPS.search(one.text) for one in _before(act, facts)) or any(
        facts.speaks("setting", text) & {"stopped"} for text in above
    )


def _before(act: Act, facts: Facts) -> Sequence[Act]:
    return [one for one in facts.acts_in(act.section) if one.line < act.line]


def _is_made_twice(act: Act, facts: Facts) -> bool:
    """A secret that is to be replaced exists, and `create` refuses."""
    found = MAKES.search(act.text)
    if found is None or UPDATES.search(act.text) or not is_about(act, facts, "leaked_key"):
        return False
    name = found.group(1)
    return not any("delete" in one.text and name in one.text for one in _before(act, facts))


def _is_lost_by_restart(act: Act, facts: Facts) -> bool:
    """`SET GLOBAL` lasts until the next start, which comes below."""
    return SETS.search(act.text) is not None and any(
        RESTARTS.search(one.text) for one in facts.block_of(act) if one.place > act.place
    )


def _has_no_count(act: Act, facts: Facts) -> bool:
    """A pod stands on every node: to have none, the set is told to look for no node."""
    return COUNTLESS.search(act.text) is not None


def _restores_onto_itself(act: Act, facts: Facts) -> bool:
    """A state of the past comes as something new, and its name must not be taken."""
    source = ONTO_ITSELF.search(act.text)
    target = NEW_NAME.search(act.text)
    return source is not None and target is not None and source.group(1) == target.group(1)


FAILS: tuple[tuple[Callable[[Act, Facts], bool], str], ...] = (
    (_names_a_computer, "Get-Service -ComputerName HOST -Name SERVICE | Restart-Service"),
    (_has_a_stray_blank, "rm -rf /path/of/it/*, without a blank before the star"),
    (_replaces_all_variables, "Give all variables of the function, not only the changed one"),
    (_links_into, "ln -sfn TARGET LINK"),
    (_ends_the_restore, "RESTORE DATABASE … WITH NORECOVERY, and RECOVERY with the last log"),
    (_resets_the_active, "Stop all consumers of the group first"),
    (_is_made_twice, "kubectl create secret … --dry-run=client -o yaml | kubectl apply -f -"),
    (_has_no_count, "kubectl patch it to a node selector that fits no node, or suspend the job"),
    (_restores_onto_itself, "Give what is restored a name of its own, and switch to it after"),
    (_is_lost_by_restart, "Write the value into the configuration, or use SET PERSIST"),
)
