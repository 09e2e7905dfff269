"""Commands that change nothing but what people know: a pager rings, a message goes out."""

import re

from runcard.domain.commands.untagged import NUMBER_MARK
from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.setting import only_reads
from runcard.domain.playbooks.facts import Facts

# Where somebody is paged or written to.
ALARMS = re.compile(
    r"https?://[^/\s]*(?:pagerduty|opsgenie|victorops|pushover|hooks\.slack|discord|webhook\.office"
    r"|telegram|ntfy|gotify|alertmanager)\b|https?://\S+/api/v\d/alerts\b"
)
REQUESTS = {"curl", "wget", "http"}
# `/ride (in the room of the porters)`: typed where a bot listens.
FOR_A_BOT = re.compile(r"^\s*/[a-z_]{2,30}(?:\s+\(|\s*$)")
# `Stop the lift, ride it by hand`: a sentence among commands.
SAID = re.compile(r"^\s*[A-Z][a-z]+\s[\w ]{1,80},\s[a-z]+\s[a-z]")


def only_raises_an_alarm(act: Act, facts: Facts) -> bool:
    """`if …; then curl -X POST https://pager…; fi`: it looks, and a person is told."""
    raised = [call for call in act.calls if any(map(ALARMS.search, call.words))]
    return bool(raised) and only_reads([one for one in act.calls if one not in raised], facts)


def tells_people(act: Act, facts: Facts) -> bool:
    """A request goes out below `# 4. Inform the guests`."""
    if not act.calls or any(call.program not in REQUESTS for call in act.calls):
        return False
    order = NUMBER_MARK.sub("", act.title)
    words = order.split()
    # In some tongues the verb comes last.
    is_told = any(facts.speaks("steps", word) & {"tell"} for word in (*words[:1], *words[-1:]))
    return is_told and facts.words.audiences.find(order) is not None


def is_said(act: Act) -> bool:
    """A word to a bot, or to a person."""
    return FOR_A_BOT.search(act.text) is not None or SAID.search(act.text) is not None
