"""Labels of a document's own that say how soon a thing is back, or how much is lost."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

WORK = "```sh\nkettlectl boil\n```\n"


@pytest.mark.parametrize(
    ("body", "found"),
    [("Retour à la normale : 5 minutes (eau) / 1 heure (thé).", ([300, 3600], None)),
     ("Wieder normal: 20 Minuten. Datenverlust: 1 Minute.", ([1200], 60)),
     ("**Volta ao normal:** cerca de 15 minutos", ([900], None)),
     ("De vuelta a la normalidad: 2 horas", ([7200], None)),
     ("恢复正常：10分钟", ([600], None)), ("正常に戻るまで：10分", ([600], None)),
     ("Back to normal: 10 minutes without an alarm", ([], None)),
     ("Retour à la normale : 10 minutes sans sifflet", ([], None))],
)  # fmt: skip
def test_how_soon_all_is_normal_again(
    body: str, found: tuple[list[int], int | None], words: Vocabulary
) -> None:
    text = f"# Tea\n\n## Runbooks\n\n### Kettle cold\n\n{WORK}\n{body}\n"
    (book,) = compile_playbook(text, words).runbooks
    assert [one.time.seconds for one in book.rto] == found[0]
    assert (book.rpo and book.rpo.seconds) == found[1]


@pytest.mark.parametrize(
    ("body", "found"),
    [("Richtzeit: 20 Minuten", [1200]), ("Délai habituel : 2 heures", [7200]),
     ("Recuperación estimada: 15 minutos", [900]), ("预估恢复：10 分钟", [600]),
     ("ETA: 10 min (warm) / 3 h (cold)", [600, 10800]), ("Normale duur: 5 minuten", [300]),
     ("Tempo habitual de resposta: 5 minutos", []), ("Usual gap: 5 minutes", []),
     ("通常間隔：5分", []), ("Estimated cups: 12", [])],
)  # fmt: skip
def test_how_long_it_usually_takes(body: str, found: list[int], words: Vocabulary) -> None:
    text = f"# Tea\n\n## Runbooks\n\n### Kettle cold\n\n{WORK}\n{body}\n"
    (book,) = compile_playbook(text, words).runbooks
    assert [one.time.seconds for one in book.rto] == found
