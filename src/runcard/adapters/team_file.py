"""The team file on disk: YAML 1.2, read as plain data."""

from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from runcard.kernel.errors import Invalid


def read_team_file(file: Path) -> object:
    """Raises Invalid that names the line and column at fault."""
    try:
        tree: object = YAML(typ="safe", pure=True).load(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as fault:
        why = fault.strerror if isinstance(fault, OSError) else "it is not UTF-8 text"
        hint = "name it with the setting `team`, or write it with: runcard bind PLAYBOOK"
        said = f"The team file {file} cannot be read: {why}; {hint}"
        raise Invalid(said, where=str(file)) from None
    except MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        place = f"{file}:{mark.line + 1}:{mark.column + 1}" if mark else str(file)
        why = fault.problem or fault.context
        raise Invalid(f"{place} is not YAML: {why}", where=place) from None
    except YAMLError as fault:
        raise Invalid(f"{file} is not YAML: {fault}", where=str(file)) from None
    return tree
