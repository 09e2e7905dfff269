"""Commands that a sentence quotes to forbid them."""

import pytest

from runcard.domain.playbooks.page.prohibitions import codes_to_run
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    "said",
    [
        "Do not run `tide gates flush` or take the gauges out: they are needed",
        "**Never** `rm -rf /srv/tide`, it holds the logbook",
        "Never use `tide reset`, `tide wipe` or `tide flush` on a gate that moves",
        "Auf keinen Fall `tide flush` starten",
        "`tide flush` nicht ausführen, die Pegel gehen verloren",
        "N'exécutez pas `tide flush`",
        "No ejecutar `tide flush` con la compuerta abierta",
        "`tide flush` を実行しない",
        "切勿运行 `tide flush`",
        "Undo a change by another (no `tide reset --hard` on shared gates)",
        "- **What we never do:** `tide flush` (the logbook goes with it), `tide wipe`",
        "**Das tun wir nicht** : `tide flush`, denn die Pegel gehen verloren",
        "**禁止事項**：`tide flush`（記録が消える）",
    ],
)
def test_what_a_sentence_forbids_is_not_told_to_run(said: str, words: Vocabulary) -> None:
    assert codes_to_run(said, words.orders) == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Do not restart the gauge; run `tide gates list`", ["tide gates list"]),
        ("Don't panic, `tide gates list` shows which one moves", ["tide gates list"]),
        ("Never run `tide flush` before the gate is shut", ["tide flush"]),
        ("`tide flush` nicht ohne Kopie: erst `tide save`", ["tide flush", "tide save"]),
        ("Run `tide save`, never `tide flush`", ["tide save"]),
        ("If there is no answer run `tide gates list`", ["tide gates list"]),
        ("Do not wait: `tide gates list` shows it", ["tide gates list"]),
        ("If it does not move run `tide gates list`", ["tide gates list"]),
    ],
)
def test_what_is_told_in_some_case_or_beside_stays(
    said: str, told: list[str], words: Vocabulary
) -> None:
    assert codes_to_run(said, words.orders) == told
