"""The words of an installation: the team file and the playbooks it names."""

from pathlib import Path

from runcard.adapters.playbook_disk import PlaybookDisk
from runcard.adapters.reference_works import read_linter
from runcard.adapters.team_file import read_team_file
from runcard.domain.people.model import TeamFile
from runcard.domain.people.rules import faults_of_plan
from runcard.domain.people.team_file import decode
from runcard.domain.playbooks.model import Grade
from runcard.interfaces.cli.checkup import Line, Lines, bad_because, doubtful, good
from runcard.kernel.errors import Invalid, RuncardError
from runcard.settings import Settings


def team_and_playbooks(settings: Settings) -> Lines:
    """The team first: it names the playbooks."""
    try:
        team = decode(read_team_file(settings.team))
    except RuncardError as fault:
        yield bad_because("Team", fault)
        return
    rotas = ", ".join(team.schedules) or "no rota"
    yield good("Team", f"{team.team}: {len(team.people)} people, on call: {rotas}")
    for gap in faults_of_plan(team):
        yield doubtful("Team", gap, f"Mend it in {settings.team}")
    try:
        sources = read_playbooks(team, settings.team.parent)
    except RuncardError as fault:
        yield bad_because("Playbooks", fault)
        return
    yield from (playbook(team, name, words) for name, words in sources.items())


def playbook(team: TeamFile, name: str, words: str) -> Line:
    if not words:
        step = "Add it: runcard bind FILE"
        return doubtful("Playbooks", "the team file names none; pages follow our defaults", step)
    compiled = read_linter().judged(words)
    errors = sum(found.grade is Grade.ERROR for found in compiled.findings)
    path = next((one.path for one in team.playbooks if one.name == name), name)
    says = f"{name}: {len(compiled.severities)} levels, {len(compiled.templates)} templates"
    if errors or not compiled.severities:
        return doubtful("Playbooks", f"{says}, {errors} errors", f"Look: runcard check {path}")
    return good("Playbooks", says)


def read_playbooks(team: TeamFile, folder: Path) -> dict[str, str]:
    """The documents on this disk by name, looked for beside the team file. Raises Invalid that
    names each file that is missing, empty or unreadable. A team without one is paged by our
    defaults."""
    disk = PlaybookDisk(folder)
    readings = [disk.read(one) for one in team.playbooks if one.repository is None]
    faults = [
        f"playbook {one.entry.name}: {why}"
        for one in readings
        for why in ([one.why] if one.why is not None else one.faults)
    ]
    if faults:
        unreadable = Invalid("; ".join(faults), where="playbooks")
        unreadable.add_note("Mend the document, or its path under playbooks in the team file")
        raise unreadable
    return {found.name: found.words for one in readings for found in one.found} or {"none": ""}
