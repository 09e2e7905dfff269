"""A playbook as plain data for programs, and the JSON Schema that describes it."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from runcard.domain.playbooks.model import Playbook

VERSION = 1
DRAFT = "https://json-schema.org/draft/2020-12/schema"
Plain = dict[str, Any]


def json_of(playbook: Playbook) -> Plain:
    """The version of the form, and every noun field by field, without the document's own lines."""
    body = plain(playbook)
    body.pop("lines")
    return {"version": VERSION, "playbook": body}


def plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, frozenset):
        return sorted(plain(one) for one in value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(one) for one in value]
    return value


def json_schema() -> Plain:
    """The published description of `json_of`; one definition a noun."""
    found: dict[str, Plain] = {}
    _noun(Playbook, found)
    playbook = found["Playbook"]
    playbook["properties"].pop("lines")
    playbook["required"].remove("lines")
    return {
        "$schema": DRAFT,
        "title": "A compiled playbook",
        "type": "object",
        "required": ["version", "playbook"],
        "properties": {
            "version": {"const": VERSION},
            "playbook": {"$ref": "#/$defs/Playbook"},
        },
        "$defs": dict(sorted(found.items())),
    }


def _noun(noun: type, found: dict[str, Plain]) -> Plain:
    if noun.__name__ not in found:
        found[noun.__name__] = {}
        hints = get_type_hints(noun)
        names = [field.name for field in fields(noun)]
        described: Plain = {"type": "object", "required": names, "additionalProperties": False}
        described["properties"] = {name: _type(hints[name], found) for name in names}
        found[noun.__name__] = described
    return {"$ref": f"#/$defs/{noun.__name__}"}


SIMPLE = {str: "string", int: "integer", bool: "boolean", float: "number", NoneType: "null"}


def _type(hint: Any, found: dict[str, Plain]) -> Plain:
    if hint in SIMPLE:
        return {"type": SIMPLE[hint]}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [one.value for one in hint]}
    if isinstance(hint, type) and is_dataclass(hint):
        return _noun(hint, found)
    return _composed(hint, found)


def _composed(hint: Any, found: dict[str, Plain]) -> Plain:
    arguments = get_args(hint)
    if isinstance(hint, UnionType):
        return {"anyOf": [_type(one, found) for one in arguments]}
    if get_origin(hint) is tuple and arguments[1:] != (...,):
        return {"type": "array", "prefixItems": [_type(one, found) for one in arguments]}
    if get_origin(hint) in {tuple, frozenset}:
        return {"type": "array", "items": _type(arguments[0], found)}
    return {"type": "object", "additionalProperties": _type(arguments[1], found)}
