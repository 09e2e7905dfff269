"""An invented document and the team that uses it, for the stories told here."""

from typing import Any

PLAYBOOK = """\
# When the ferry office goes dark

## Severity Levels

| Level | Definition | Response Time | Updates |
|---|---|---|---|
| **SEV1** | No ferry can be booked | 15 minutes | every 20 minutes |
| **SEV2** | One route cannot be booked, failed payments | 30 minutes | hourly |
| **SEV3** | A page looks wrong | Next business day | none, create a ticket |

## Process

### 1. First look (0-10 min)

1. Say in the channel that you have it
2. Try a booking yourself

### 2. Mitigate (10-40 min)

1. Roll back the last release
2. Monitor for 25 minutes

## Escalation Path

1. **On-Call Engineer**
2. **Harbour Master** (If not resolved in 45 min)
3. **Head of Ferries** (SEV1 incidents)

## Communication Templates

### Status Update

```
UPDATE [HH:MM]: [title]
Status: [Investigating/Identified/Mitigating/Monitoring/Resolved]
Impact: [who cannot book]
```

## Post-Mortem (within 3 days)

### Post-Mortem Template

```markdown
# Review: [title]

## Timeline
- HH:MM - something happened

## Root Cause
[why]
```
"""

TEAM: dict[str, Any] = {
    "team": "Skerry ferries",
    "zone": "Europe/London",
    "people": {
        "ada": {"name": "Ada K.", "ways": [{"kind": "dev_phone", "address": "ada"}]},
        "bo": {"name": "Bo L.", "ways": [{"kind": "dev_phone", "address": "bo"}]},
        "cy": {"name": "Cy M.", "ways": [{"kind": "dev_phone", "address": "cy"}]},
    },
    "on_call": {"on-call": ["ada"]},
    "bind": {"Harbour Master": "bo"},
    "fallback": ["cy"],
}
