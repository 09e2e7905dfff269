"""The JSON form of a playbook is what the published schema says."""

import json
from pathlib import Path
from typing import Any

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.writing.json_form import json_of, json_schema
from tools.write_reference import SCHEMA, schema_text

ROOT = Path(__file__).resolve().parents[4]
PAGE = """# Tea

## Severity

- **P1**: no tea. Response: 5 min.
- **P2**: weak tea

## Contacts

- Lead: +44 20 7946 0000
"""


def fits(value: Any, described: Any, definitions: Any) -> bool:
    """As much of JSON Schema as the published file uses."""
    if "$ref" in described:
        return fits(value, definitions[described["$ref"].split("/")[-1]], definitions)
    if "anyOf" in described:
        return any(fits(value, one, definitions) for one in described["anyOf"])
    if "enum" in described or "const" in described:
        return value in described.get("enum", [described.get("const")])
    types = {"string": str, "integer": int, "boolean": bool, "null": type(None),
             "object": dict, "array": list, "number": float}  # fmt: skip
    if not isinstance(value, types[described["type"]]):
        return False
    if "properties" in described:
        known = described["properties"]
        return set(value) == set(known) and all(
            fits(value[key], known[key], definitions) for key in known
        )
    return (
        all(fits(one, described["items"], definitions) for one in value)
        if ("items" in described)
        else True
    )


def test_a_playbook_fits_its_schema(words: Vocabulary) -> None:
    schema = json_schema()
    document = json.loads(json.dumps(json_of(compile_playbook(PAGE, words))))
    assert fits(document, schema, schema["$defs"])
    document["playbook"]["severities"][0]["line"] = "one"
    assert not fits(document, schema, schema["$defs"])


def test_the_published_schema_is_up_to_date() -> None:
    assert (ROOT / SCHEMA).read_text("utf-8") == schema_text()
