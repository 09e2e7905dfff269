"""Findings as programs read them: JSON, SARIF, annotations of GitHub, and JUnit."""

import json
from collections.abc import Callable, Mapping, Sequence
from xml.etree import ElementTree as ET

from runcard import __version__
from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.playbooks.coverage import Use
from runcard.domain.playbooks.model import Finding, Grade
from runcard.interfaces.cli.checked import Checked

SARIF_LEVEL = {Grade.ERROR: "error", Grade.WARNING: "warning", Grade.INFO: "note"}
GITHUB_LEVEL = {Grade.ERROR: "error", Grade.WARNING: "warning", Grade.INFO: "notice"}
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_json(seen: Sequence[Checked]) -> str:
    """One document: its findings and what became of its lines. Of several, each finding names its
    file and the lines are counted by file."""
    if len(seen) == 1:
        found = [record(one) for one in seen[0].findings]
        return _dumped({"findings": found, "coverage": coverage(seen[0])})
    return _dumped(
        {
            "findings": [
                record(found) | {"file": one.file} for one in seen for found in one.findings
            ],
            "coverage": {one.file: coverage(one) for one in seen},
        }
    )


def record(found: Finding) -> dict[str, object]:
    """A finding in the form that is kept stable."""
    return {
        "code": found.code,
        "severity": found.grade.value,
        "class": found.flaw.value,
        "line": found.line,
        "end_line": found.end_line,
        "message": found.message,
        "fix": found.fix,
    }


def coverage(one: Checked) -> dict[str, object]:
    """How many lines were understood, kept as prose or bound to nothing, and which the last are."""
    unbound = one.lines(Use.UNBOUND)
    return {
        "lines": len(one.account),
        "understood": len(one.lines(Use.ELEMENT)),
        "prose": len(one.lines(Use.PROSE)),
        "unbound": len(unbound),
        "unbound_lines": unbound,
    }


def as_sarif(seen: Sequence[Checked]) -> str:
    """SARIF 2.1.0, for code scanning."""
    kinds = read_vocabulary().kinds
    used = sorted({found.code for one in seen for found in one.findings})
    rules = [
        {
            "id": code,
            "shortDescription": {"text": kinds[code].says},
            "fullDescription": {"text": kinds[code].why},
            "help": {"text": kinds[code].fix},
            "defaultConfiguration": {"level": SARIF_LEVEL[kinds[code].grade]},
            "properties": {"tags": [kinds[code].flaw.value]},
        }
        if code in kinds
        else {"id": code}
        for code in used
    ]
    driver = {"name": "runcard", "version": __version__, "rules": rules}
    results = [_sarif_result(one.file, found) for one in seen for found in one.findings]
    return _dumped(
        {
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [
                {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
            ],
        }
    )


def _sarif_result(file: str, found: Finding) -> dict[str, object]:
    region: dict[str, int] = {"startLine": found.line, "endLine": found.end_line}
    if found.columns is not None and found.end_line == found.line:
        region |= {"startColumn": found.columns[0], "endColumn": found.columns[1]}
    place = {"artifactLocation": {"uri": _uri(file)}, "region": region}
    return {
        "ruleId": found.code,
        "level": SARIF_LEVEL[found.grade],
        "message": {"text": f"{found.message}. To mend it: {found.fix}"},
        "locations": [{"physicalLocation": place}],
    }


def _uri(file: str) -> str:
    return file.replace("\\", "/").replace(" ", "%20")


def as_github(seen: Sequence[Checked]) -> str:
    """Workflow commands, which GitHub shows beside the lines."""
    lines = [
        f"::{GITHUB_LEVEL[found.grade]} file={_property(one.file)},line={found.line},"
        f"endLine={found.end_line},title={found.code}::{_data(f'{found.message}. {found.fix}')}"
        for one in seen
        for found in one.findings
    ]
    return "".join(f"{line}\n" for line in lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_junit(seen: Sequence[Checked]) -> str:
    """One suite a document, one case a finding; a document without findings is one good case."""
    suites = ET.Element("testsuites", name="runcard check")
    for one in seen:
        failing = [found for found in one.findings if found.grade is not Grade.INFO]
        suite = ET.SubElement(
            suites, "testsuite", name=one.file, failures=str(len(failing)),
            tests=str(max(len(one.findings), 1)),
        )  # fmt: skip
        if not one.findings:
            ET.SubElement(suite, "testcase", name="no findings", classname=one.file)
        for found in one.findings:
            name = f"{found.code} line {found.line}"
            case = ET.SubElement(suite, "testcase", name=name, classname=one.file)
            kind = "system-out" if found.grade is Grade.INFO else "failure"
            said = ET.SubElement(case, kind)
            said.text = _printable(f"{found.message}\n{found.fix}")
            if kind == "failure":
                said.attrib |= {"type": found.grade.value, "message": _printable(found.message)}
    return ET.tostring(suites, encoding="unicode", xml_declaration=True) + "\n"


def _printable(text: str) -> str:
    """XML has no place for control signs."""
    return "".join(sign if sign.isprintable() or sign in "\n\t" else "\ufffd" for sign in text)


def _dumped(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


FORMATS: Mapping[str, Callable[[Sequence[Checked]], str]] = {
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
    "junit": as_junit,
}
