"""The first command of a runbook that checks whether the repair has worked."""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from runcard.domain.playbooks.lexicon import Mention
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.nouns.procedures import Part
from runcard.domain.playbooks.procedures.conditions import says_if
from runcard.domain.playbooks.procedures.fence_kinds import first_word
from runcard.domain.playbooks.procedures.named_checks import (
    begins_with_a_check,
    cases_of,
    is_a_name,
    is_to_check,
    names_a_check,
    says_it_is_back,
)
from runcard.domain.playbooks.procedures.run_steps import Fences, Step, steps_of
from runcard.domain.playbooks.procedures.step_codes import is_coded
from runcard.domain.playbooks.remembered import remembered
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import untitled

# Options, gaps, `/run/haproxy.sock`, and the service called `run` say nothing of a change.
SAYS_NOTHING = re.compile(
    r"--retry[a-z-]{0,20}|<[a-z][^<>\n]{0,40}>|(?<!\w)/(?:var/)?run/\S{1,200}"
    r"|\bgcloud\s+(?:alpha\s+|beta\s+)?run\b"
)
# `kubectl exec -it kettle-0 -- potctl heat`: what is run inside is what looks or changes.
INSIDE = re.compile(r"^\s*(?:kubectl|oc)\s[^\n]{0,200}?\bexec\s[^\n]{0,200}?\s--\s+(?=\S)")
# A loop over hosts that ends at the first one that is not well.
STOPS_THERE = re.compile(r"\|\|\s*(?:break|exit|return)\b")
QUERY = len("select ")
FUNCTION = re.compile(r"(\w{1,80})\(")
ADDRESS = ("http://", "https://")
APART = re.compile(r"[\W_]+")
# `ovenctl list  # all of them are back`: the same command as without the remark.
BESIDE = re.compile(r"\s+#\s[^'\"\n]{0,200}$")
SHORTEST_NAME = 3
# `SHOW_BANNER=false`, `echo "query_cache=10M" >> .env`: what is set or written down is a change.
SETS = re.compile(
    r"^\s*(?:(?:export|set)\s+)?[A-Za-z_]\w{0,80}=\S*\s*$"
    r"|^\s*(?:echo|printf)\s[^\n]*[^\d&>]>{1,2}\s*(?!/dev/)[\w./~$\"']"
)
# A session inside of something, in which nothing is done yet: `docker exec -it db psql`.
OPENS = re.compile(r"\bexec\s(?:[^\n]{0,80}\s)?-(?:it|ti|i\s+-t|t\s+-i)\s(?![^\n]{0,400}\s-[ce]\b)")
# `$(docker ps -q -f name=pump)`: of what a command asks first, the last word names the thing.
ASKED = re.compile(r"\$\([^()\n]{0,200}?([^\s()]{1,80})\)")
FIRST = re.compile(r"^\s*1[.)]\s")
FIRST_AID = {"immediate"}
LOOKING = {"diagnosis", "check", "look", "immediate", "investigate"}


def verification_of(
    parts: Sequence[Part],
    fences: Fences,
    lines: Sequence[str],
    words: Vocabulary,
) -> Text | None:
    """By the part it stands in, by the remark above it, or because it waits or only looks after
    something was changed."""
    for part in parts:
        if part.name == "verification":
            for step in steps_of(part, fences, lines):
                return _said(step)
    seen: set[str] = set()
    for part in parts:
        steps = list(steps_of(part, fences, lines))
        is_work = part.name not in LOOKING
        found = _in_cases(steps, words, seen) if is_work else _surely_after(steps, words)
        if found is None and part.name in FIRST_AID:
            found = _said_to_check(steps, words)
        if found is not None:
            return found
        seen.update(_bare(step) for step in steps if is_look(step.command.text, words))
    return None


def _said(step: Step) -> Text:
    return Text(step.command.text.split("\n")[0], step.command.line)


def _in_cases(steps: Sequence[Step], words: Vocabulary, seen: Set[str]) -> Text | None:
    """Below `#### Case B` nothing is looked at that case A has changed; else by a name that says
    that it works again, whoever made the change."""
    found = (_after_change(one, words, seen) for one in cases_of(steps, words))
    named = (_said(one) for one in steps if says_it_is_back(one, words))
    return next((one for one in found if one is not None), None) or next(named, None)


def _after_change(steps: Sequence[Step], words: Vocabulary, seen: Set[str]) -> Text | None:
    """The first that waits, proves, is said to verify, looks at what was just changed or looks
    again as the diagnosis did; else a look at the very end."""
    changes: list[Step] = []
    changed: Step | None = None
    seen = {*seen, *_looks_before_all(steps, words)}
    for step, following in zip(steps, (*steps[1:], None), strict=False):
        looks = is_look(step.command.text, words)
        if changes and _is_wait(step.command.text, words):
            return _said(step)
        if STOPS_THERE.search(step.command.text) and words.looks.speaks_of(
            step.command.text, "proof"
        ):
            return _said(step)
        if changes and _is_to_verify(step, words, seen, looks=looks):
            return _said(step)
        if looks and _is_same_subject(changed, step, following, words):
            return _said(step)
        changed = None if looks else step
        if changed:
            changes.append(changed)
    last = steps[-1] if steps else None
    if last is None:
        return None
    is_final = _is_final_look(last, changes, words) or _is_final_check(last, changes, words)
    return _said(last) if is_final or _is_told_work_checked(last, words) else None


def _looks_before_all(steps: Sequence[Step], words: Vocabulary) -> Iterator[str]:
    """What is looked at before anything is changed, to know it again."""
    for step in steps:
        if not is_look(step.command.text, words):
            return
        yield _bare(step)


def _bare(step: Step) -> str:
    return BESIDE.sub("", step.command.text)


def _surely_after(steps: Sequence[Step], words: Vocabulary) -> Text | None:
    """Where one mostly looks, only what waits for a change, or is said to check one."""
    changes = False
    for step in steps:
        looks = is_look(step.command.text, words) or OPENS.search(step.command.text) is not None
        is_said = looks and words.talk.speaks_of(step.above, "checks_again")
        is_said = is_said and not _is_a_counted_step(step.above, words)
        if changes and (is_said or _is_wait(step.command.text, words)):
            return _said(step)
        changes = changes or not looks
    return None


def _is_a_counted_step(above: str, words: Vocabulary) -> bool:
    """`#### Step 2: Check the logs`, one of those by which the cause is found."""
    return above.startswith("#") and is_coded(above.lstrip("# "), words)


def _said_to_check(steps: Sequence[Step], words: Vocabulary) -> Text | None:
    """`**Verify the pumps.** …` behind a step of the first aid that does more than look."""
    done = [at for at, step in enumerate(steps) if not is_look(step.command.text, words)]
    behind = steps[done[0] + 1 :] if done else ()
    return next(
        (_said(one) for one in behind if begins_with_a_check(one.above, words)),
        None,
    )


def _is_final_look(last: Step, changes: Sequence[Step], words: Vocabulary) -> bool:
    """It is neither done in some case only nor to find something, nor a step by a name of its own,
    and a mere list is one of the tool that made a change."""
    command = last.command.text
    if not changes or not is_look(command, words) or _is_other(last, words):
        return False
    if _is_apart(last.above, words) and changes[-1].above != last.above:
        return False
    tools = {first_word(change.command.text) for change in changes}
    return not words.looks.speaks_of(command, "listing") or first_word(command) in tools


def _is_apart(above: str, words: Vocabulary) -> bool:
    """The name of a step, or of a case, above the last commands: what was changed above it is
    another's."""
    return is_a_name(above) or says_if(above.lstrip("# "), words)


def _is_final_check(last: Step, changes: Sequence[Step], words: Vocabulary) -> bool:
    """`5. **Check the pumps**` above the last command of all, behind a change."""
    is_behind = any(one is not last for one in changes)
    return is_behind and last.is_alone and names_a_check(last.above, words)


def _is_other(look: Step, words: Vocabulary) -> bool:
    """`# if it stays cold`, `# Option 3: …`, or below `Find out who drank of it:`."""
    is_case = words.talk.speaks_of(look.remark, "if") or any(
        one.start() == 0 and "option" in words.process.phrases[one.group()]
        for one in words.process.matches(look.remark)
    )
    leads = sentences(look.above)[-1:]
    return is_case or any(words.talk.speaks_of(one, "finds") for one in leads)


def _is_same_subject(
    change: Step | None, look: Step, following: Step | None, words: Vocabulary
) -> bool:
    """`mailctl queue flush`, then `mailctl queue status`: both name the queue. None where what
    stands before the look is no change, or what it shows is for the change behind it."""
    if change is None or _is_other(look, words):
        return False
    named = _subjects(look, words)
    shared = _subjects(change, words) & named
    next_one = _subjects(following, words) & named if following is not None else set()
    is_for_next = following is not None and not is_look(following.command.text, words)
    return bool(shared) and not (is_for_next and next_one > shared)


def _subjects(step: Step, words: Vocabulary) -> set[str]:
    """What a command names, without its tool, its verbs and the values of its options."""
    text = ASKED.sub(r"\1", step.command.text)
    said = [word.strip("'\"();") for word in text.split()]
    pairs = pairwise(said)
    return {
        word
        for before, word in pairs
        if not word.startswith("-") and (not _takes_a_value(before) or word.startswith(ADDRESS))
        if len(word) >= SHORTEST_NAME and not _is_verb(word, words)
    }


def _takes_a_value(word: str) -> bool:
    """`-n`, whose value is no subject; an address behind `-s` is one."""
    return word.startswith("-") and "=" not in word


def _is_verb(word: str, words: Vocabulary) -> bool:
    """Whether a word of a command only says what is done."""
    return words.looks.exactly(word) is not None or words.shell.exactly(word) is not None


def _is_to_verify(step: Step, words: Vocabulary, seen: Set[str], *, looks: bool) -> bool:
    """Its remark says so, or the line above the fence; its words do, or it is what was looked at
    before the change."""
    is_said = words.talk.speaks_of(step.above, "checks_again") or is_to_check(step.above, words)
    if is_said and (looks or step.is_alone):
        return True
    if not looks:
        return _is_a_test(step, words)
    if _names_a_check(step.remark, words):
        return True
    is_proof = words.looks.speaks_of(step.command.text, "proof") or _bare(step) in seen
    return is_proof and not _is_other(step, words)


def _is_told_work_checked(step: Step, words: Vocabulary) -> bool:
    """`# Renew the seal`, `# Verify that it holds`: where a change is only told, a single command
    below is its check."""
    *told, last = step.remarks or ("",)
    does = any(one.start() == 0 for remark in told for one in words.acts.matches(remark))
    is_look_alone = step.is_alone and is_look(step.command.text, words)
    return is_look_alone and does and _names_a_check(last, words)


def _is_a_test(step: Step, words: Vocabulary) -> bool:
    """`# Test the new key` above a script that is called `test_key.py`."""
    first = [one for one in words.checks.matches(untitled(step.remark)) if one.start() == 0]
    is_said = any("test" in words.checks.phrases[one.group()] for one in first)
    return is_said and words.checks.speaks_of(APART.sub(" ", step.command.text), "test")


def _names_a_check(remark: str, words: Vocabulary) -> bool:
    """`# verification`; `# 2. Kontrolle`, where the word is all of it; `# 1. Check the key` begins
    something new."""
    if FIRST.match(remark):
        return False
    is_all = words.headings_alone.exactly(untitled(remark)) == "verification"
    return is_all or words.headings.speaks_of(remark, "verification")


def _is_wait(command: str, words: Vocabulary) -> bool:
    """`rollout status` waits; `Restart-Computer -Wait` is the change itself."""
    waits = [one for one in words.looks.matches(command) if "wait" in _said_by(one, words)]
    is_option = all("-" in command[max(0, one.start() - 1) : one.start() + 1] for one in waits)
    return bool(waits) and not (is_option and "change" in words.looks.all(command))


def _said_by(found: Mention, words: Vocabulary) -> tuple[str, ...]:
    return words.looks.phrases[found.group()]


@remembered
def is_look(command: str, words: Vocabulary) -> bool:
    """Whether a command only looks, by the words of its tool; unknown is a change. How often it
    tries again, the name of a gap and the columns of a query say nothing of that."""
    if SETS.match(command):
        return False
    command = SAYS_NOTHING.sub(" ", INSIDE.sub("", command))
    is_query = command[:QUERY].lower() == "select "
    named = " ".join(FUNCTION.findall(command)) if is_query else command
    said = words.looks.all(command) | words.looks.all(named.replace("_", " "))
    return bool(said) and "change" not in said
