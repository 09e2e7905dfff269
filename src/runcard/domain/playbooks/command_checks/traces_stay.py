"""Commands that sound like an end of everything, and leave every trace where it lies."""

import re

from runcard.domain.playbooks.acts import Act

# Nobody gets in any more, and nothing of what is there goes.
SHUTS_OUT = re.compile(
    r"(?i)\bvault\s+operator\s+seal\b"
    r"|\bStop-Service\s+(?:-Name\s+)?['\"]?(?:LanmanServer|TermService)\b"
)
# What answered so far stays as it was, with its log; only the traffic goes elsewhere.
POINTS_BACK = re.compile(
    r"(?i)\b(?:vercel|netlify|wrangler)\s+(?:\w[\w-]*\s+)?(?:rollback|promote|restore)\b"
    r"|\bgcloud\s+(?:run\s+services\s+update-traffic|app\s+services\s+set-traffic)\b"
)
# An older edition of a file is taken from a repository, which keeps the newer one.
TAKES_THE_OLDER = re.compile(
    r"^\s*git\s+(?:-C\s+\S+\s+)?(?:checkout|restore)\s+(?:--source[= ])?[\w~^{}<>$./-]*(?:HEAD|~\d)"
)


def leaves_every_trace(act: Act) -> bool:
    """It shuts a door, sends the traffic elsewhere, or takes an older edition."""
    return any(one.search(act.text) for one in (SHUTS_OUT, POINTS_BACK, TAKES_THE_OLDER))
