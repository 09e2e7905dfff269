"""The plain forms in which teams write a thing, below the headings under which they write it.

Every form stands below every heading once, in a document that has nothing else but levels: what is
read there does not depend on luck with the heading.
"""

from collections.abc import Callable

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

LEVELS = "## Severity\n\n- **P1**: the mill stands\n- **P2**: the mill is slow\n\n"

LEVELS_BELOW = (
    "Severity", "Severity Levels", "Incident Severity", "Severity Matrix",
    "Severity classification", "Incident Priority", "Priorities", "Impact levels",
    "How bad is it?", "SLA", "Response SLAs", "Triage", "Incident Classification", "Alert levels",
)  # fmt: skip
LEVEL_FORMS = {
    "table": "| Severity | Description | Response Time |\n|---|---|---|\n"
    "| P1 | mill stands | 15 min |\n| P2 | mill is slow | 1 hour |\n",
    "dashes": "- **P1** – mill stands – respond in 15 min\n- **P2** – slow – respond in 1 hour\n",
    "sentences": "- P1 (Critical): mill stands. Response: 15 minutes.\n"
    "- P2 (High): mill is slow. Response: 1 hour.\n",
    "numbers": "1. **Critical** - mill stands (respond within 15 min)\n"
    "2. **High** - mill is slow (respond within 1 hour)\n3. **Low** - dust (next business day)\n",
    "headings": "### P1 - Critical\n\nMill stands. Response within 15 minutes.\n\n"
    "### P2 - High\n\nMill is slow. Response within 1 hour.\n",
    "paragraphs": "**P1 Critical**: mill stands, respond within 15 minutes.\n\n"
    "**P2 High**: mill is slow, respond within 1 hour.\n",
}

ROLES_BELOW = (
    "Roles", "Roles and Responsibilities", "Incident Roles", "Response Team",
    "Incident Response Team", "Team", "Who does what", "On-call roles", "Key people", "IR Team",
)  # fmt: skip
ROLE_FORMS = {
    "duties": "| Role | Responsibility |\n|---|---|\n| Incident Commander | leads |\n"
    "| Scribe | writes notes |\n",
    "people": "| Role | Primary | Backup |\n|---|---|---|\n| Incident Commander | Ada | Bo |\n"
    "| Technical Lead | Cy | Di |\n",
    "bold": "- **Incident Commander**: leads the response\n- **Scribe**: writes notes\n",
    "bare": "- Incident Commander: leads the response\n- Scribe: writes notes\n",
    "headings": "### Incident Commander\n\n- leads\n- decides\n\n### Scribe\n\n- writes notes\n",
    "paragraphs": "**Incident Commander**: Leads the response.\n\n**Scribe**: Writes notes.\n",
    "lists": "**Incident Commander**\n- leads\n\n**Scribe**\n- writes notes\n",
}

CHAINS_BELOW = (
    "Escalation", "Escalation Path", "Escalation Policy", "Escalation Procedures",
    "Escalation chain", "Who to call", "On-call escalation", "Escalation Matrix",
)  # fmt: skip
CHAIN_FORMS = {
    "numbers": "1. On-call engineer\n2. Team lead (after 15 min)\n3. CTO (after 30 min)\n",
    "arrows": "On-call engineer → Team lead (15 min) → CTO (30 min)\n",
    "table": "| Level | Contact | After |\n|---|---|---|\n| L1 | On-call engineer | 0 min |\n"
    "| L2 | Team lead | 15 min |\n| L3 | CTO | 30 min |\n",
    "rungs": "- **Level 1**: On-call engineer (0-15 min)\n- **Level 2**: Team lead (15-30 min)\n"
    "- **Level 3**: CTO (30+ min)\n",
    "waits": "- **0 min**: On-call engineer\n- **15 min**: Team lead\n- **30 min**: CTO\n",
    "prose": "The on-call engineer is paged first. If nobody answers within 15 minutes the team "
    "lead is paged, and after 30 minutes the CTO.\n",
}

REVIEWS_BELOW = (
    "Post-Mortem", "Postmortem", "Post-Incident Review", "After the incident", "Post-incident",
    "Follow-up", "Lessons learned", "Retrospective", "Review", "Learning",
)  # fmt: skip
REVIEW_FORMS = {
    "sentence": "Hold a post-mortem within 48 hours for P1 incidents.\n",
    "bullet": "- Post-mortem within 5 business days\n",
    "label": "- **Deadline**: 48 hours after resolution\n",
    "number": "1. Schedule the post-mortem within 48 hours\n2. Write it\n",
    "table": "| Severity | Post-mortem due |\n|---|---|\n| P1 | 48 hours |\n| P2 | 5 days |\n",
    "box": "- [ ] Post-mortem meeting held within 48 hours\n- [ ] Published\n",
    "draft": "Draft within 24h, final within 5 days.\n",
}

RHYTHMS_BELOW = (
    "Communication", "Updates", "Status updates", "Update cadence", "Communication cadence",
    "Comms", "Internal communication", "Stakeholder communication", "Customer updates",
)  # fmt: skip
RHYTHM_FORMS = {
    "bullets": "- **P1**: every 30 minutes\n- **P2**: every 2 hours\n",
    "table": "| Severity | Updates |\n|---|---|\n| P1 | 30 min |\n| P2 | 2 h |\n",
    "sentence": "Post an update every 30 minutes for P1 and every 2 hours for P2.\n",
    "brackets": "- Update the status page every 30 minutes (P1)\n"
    "- Update the status page every 2 hours (P2)\n",
}

RUNBOOKS_BELOW = (
    "Runbooks", "Playbooks", "Common incidents", "Common issues", "Common symptoms", "Scenarios",
    "Specific incidents", "Procedures", "Response procedures", "Known issues",
    "Failure scenarios", "Incident scenarios", "Quick fixes", "What to do when",
)  # fmt: skip
RUNBOOK_FORMS = {
    "labels": "### Mill down\n\n**Symptoms**: no flour\n\n**Fix**:\n```sh\nmillctl start\n```\n\n"
    "### Sails broken\n\n**Symptoms**: noise\n\n**Fix**:\n```sh\nmillctl stop\n```\n",
    "steps": "### Mill down\n\n1. Look at it\n2. Start it\n\n### Sails broken\n\n1. Stop\n2. Sew\n",
    "boxes": "### Mill down\n\n- [ ] Look\n- [ ] Start\n\n### Sails broken\n\n- [ ] Stop\n"
    "- [ ] Sew\n",
    "commands": "### Mill down\n\n```sh\nmillctl status\nmillctl start\n```\n\n"
    "### Sails broken\n\n```sh\nmillctl status\nmillctl stop\n```\n",
}


def first_times(playbook: Playbook) -> int:
    return sum(1 for one in playbook.severities if one.response or one.acknowledge)


def rhythms(playbook: Playbook) -> int:
    return sum(1 for one in playbook.severities if one.cadence or one.cadence_external)


def rungs(playbook: Playbook) -> int:
    return max((len(one.steps) for one in playbook.chains), default=0)


def deadlines(playbook: Playbook) -> int:
    return len(playbook.review.deadlines)


Count = Callable[[Playbook], int]
KINDS: dict[str, tuple[tuple[str, ...], dict[str, str], Count, int]] = {
    "levels": (LEVELS_BELOW, LEVEL_FORMS, first_times, 2),
    "roles": (ROLES_BELOW, ROLE_FORMS, lambda one: len(one.roles), 2),
    "chains": (CHAINS_BELOW, CHAIN_FORMS, rungs, 3),
    "reviews": (REVIEWS_BELOW, REVIEW_FORMS, deadlines, 1),
    "rhythms": (RHYTHMS_BELOW, RHYTHM_FORMS, rhythms, 2),
    "runbooks": (RUNBOOKS_BELOW, RUNBOOK_FORMS, lambda one: len(one.runbooks), 2),
}
CASES = [(kind, form) for kind, (_, forms, _, _) in KINDS.items() for form in forms]


@pytest.mark.parametrize(("kind", "form"), CASES)
def test_a_plain_form_is_read_below_every_heading_of_its_kind(
    kind: str, form: str, vocabulary: Vocabulary
) -> None:
    headings, forms, count, fewest = KINDS[kind]
    above = "" if kind == "levels" else LEVELS
    missed = [
        heading
        for heading in headings
        if count(compile_playbook(f"# Mill\n\n{above}## {heading}\n\n{forms[form]}", vocabulary))
        < fewest
    ]
    assert missed == []


@pytest.mark.parametrize("kind", KINDS)
def test_below_a_heading_of_another_kind_nothing_is_invented(
    kind: str, vocabulary: Vocabulary
) -> None:
    _, _, count, _ = KINDS[kind]
    prose = "## The history of the mill\n\nIt was built when the river was still wide.\n"
    assert count(compile_playbook(f"# Mill\n\n{prose}", vocabulary)) == 0
