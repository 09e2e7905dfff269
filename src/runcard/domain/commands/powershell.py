"""PowerShell: told by its Verb-Noun names, and split into calls without running it."""

import re
from collections.abc import Iterator

from runcard.domain.commands.model import Leaf, Word

VERBS = (
    "Add|Approve|Assert|Backup|Block|Checkpoint|Clear|Close|Compare|Complete|Compress|"
    "Confirm|Connect|Convert|ConvertFrom|ConvertTo|Copy|Debug|Deny|Disable|Disconnect|"
    "Dismount|Edit|Enable|Enter|Exit|Expand|Export|Find|ForEach|Format|Get|Grant|Group|"
    "Hide|Import|Initialize|Install|Invoke|Join|Limit|Lock|Measure|Merge|Mount|Move|New|"
    "Open|Optimize|Out|Ping|Pop|Protect|Publish|Push|Read|Receive|Redo|Register|Remove|"
    "Rename|Repair|Request|Reset|Resize|Resolve|Restart|Restore|Resume|Revoke|Save|"
    "Search|Select|Send|Set|Show|Skip|Sort|Split|Start|Step|Stop|Submit|Suspend|Switch|"
    "Sync|Tee|Test|Trace|Unblock|Undo|Uninstall|Unlock|Unprotect|Unpublish|Unregister|"
    "Update|Use|Wait|Watch|Where|Write"
)
CMDLET = re.compile(rf"(?:{VERBS})-[A-Z][A-Za-z0-9]{{1,60}}\Z")
BEGINS = re.compile(
    r"\s*(?:\$[\w:]{1,60}\s*=\s*|\(\s*|&\s*\{\s*)?"
    rf"(?:(?:{VERBS})-[A-Z][A-Za-z0-9]{{1,60}}(?![\w.-])"
    r"|(?:iwr|irm)\s+(?:-[A-Za-z]|[$\"']|https?:))"
)
ASSIGNED = re.compile(r"\$(?:env:)?\w{1,60}\s*[+]?=\s*")
NAMED = re.compile(r"\$(?:env:)?[A-Za-z_]\w*")
TOKEN = re.compile(
    r"'(?:[^'])*'|\"(?:[^\"`]|`.)*\"|#[^\n]*|@\{(?:[^{}]|\{[^{}]{0,500}\}){0,2000}\}"
    r"|&&|\|\||[|;{}()\n]|`\n|\s|(?:(?!@\{)[^\s|;{}()'\"])+|.",
    re.DOTALL,
)
METHOD = re.compile(r"(?:\.|::)([A-Za-z]\w{0,60})\Z")
# Short names of cmdlets.
SHORT = {
    "select": "Select-Object", "where": "Where-Object", "sort": "Sort-Object",
    "measure": "Measure-Object", "group": "Group-Object", "ft": "Format-Table",
    "fl": "Format-List", "iwr": "Invoke-WebRequest", "irm": "Invoke-RestMethod",
    "gci": "Get-ChildItem", "gsv": "Get-Service", "gps": "Get-Process", "gc": "Get-Content",
    "gcim": "Get-CimInstance", "gwmi": "Get-WmiObject", "sls": "Select-String",
    "ri": "Remove-Item", "spps": "Stop-Process", "spsv": "Stop-Service", "sasv": "Start-Service",
}  # fmt: skip
STARTS_A_CALL = {"|", ";", "{", "}", "(", ")", "\n", "&&", "||"}


def is_powershell(text: str) -> bool:
    """Whether the text begins with a name that only PowerShell gives."""
    return BEGINS.match(text) is not None


def is_cmdlet(name: str) -> bool:
    """`Get-Process`, not `apt-get`."""
    return CMDLET.match(name) is not None


def powershell_leaves(text: str) -> Iterator[Leaf]:
    """Every call in pipelines, blocks and brackets, each with its own words."""
    words: list[Word] = []
    for found in TOKEN.finditer(ASSIGNED.sub("", text)):
        token = found.group()
        if token in STARTS_A_CALL:
            if token == "(" and words and (method := METHOD.search(words[-1].text)):
                yield Leaf((Word("powershell:"), Word(f"method:{method.group(1)}")))
            yield from _leaf(words)
            words = []
        elif not token.isspace() and token != "`\n" and not token.startswith("#"):
            quoted = token[0] in "'\"" and len(token) > 1
            words.append(Word(token[1:-1] if quoted else token, not NAMED.match(token)))
    yield from _leaf(words)


def _leaf(words: list[Word]) -> Iterator[Leaf]:
    """A condition or a property is no call."""
    if not words or not words[0].text[:1].isalpha():
        return
    if words[0].text.lower() in {"if", "else", "elseif", "foreach", "while", "try", "catch"}:
        return
    name = SHORT.get(words[0].text.lower())
    yield Leaf((Word(name), *words[1:]) if name else tuple(words))
