"""Commands of a document are found in fences, lists and tables, with their titles."""

from runcard.domain.playbooks.acts import Act, acts_of, blocks_of
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.vocabulary import Vocabulary

PAGE = """\
# Ovens

```bash
# Look at the flame
curl -fsS \\
  http://oven/flame
systemctl restart oven
# Add: more gas
```

- Run `docker ps -a` first.

| What | How |
|---|---|
| logs | `journalctl -u oven` |

```sql
SELECT 1;
SELECT 2;
```

```yaml
oven: hot
```
"""


def acts(text: str, words: Vocabulary) -> tuple[Act, ...]:
    return acts_of(outline(text), words.lint.get("programs"), words.orders)


def test_commands_are_found_wherever_they_stand(words: Vocabulary) -> None:
    found = acts(PAGE, words)
    assert [(act.line, act.end_line, act.language) for act in found] == [
        (5, 6, "shell"),
        (7, 7, "shell"),
        (11, 11, "shell"),
        (15, 15, "shell"),
        (18, 18, "sql"),
        (19, 19, "sql"),
    ]


def test_the_comment_above_is_the_title_and_the_one_below_a_remark(words: Vocabulary) -> None:
    first, second, *_ = acts(PAGE, words)
    assert first.title == "Look at the flame"
    assert (second.title, second.remark) == ("", "Add: more gas")


def test_commands_of_a_fence_are_one_block(words: Vocabulary) -> None:
    assert [len(block) for block in blocks_of(acts(PAGE, words))] == [2, 2]
    assert acts(PAGE, words)[2].is_inline


def test_numbered_prose_and_messages_are_no_commands(words: Vocabulary) -> None:
    text = "```bash\n1. Open the door\n```\n\n```\nDear baker, the oven is cold.\n```\n"
    assert acts(text, words) == ()


def test_a_prompt_is_taken_away(words: Vocabulary) -> None:
    (act,) = acts("```console\n$ docker ps\nCONTAINER ID\n```\n", words)
    assert act.text == "docker ps"


def test_a_program_that_a_block_runs_is_one_in_sentences_too(words: Vocabulary) -> None:
    page = (
        "# Lamp\n\n```bash\nlampctl freeze\nset -e\n```\n\n`lampctl thaw`; `set sail`; `lamp x`\n"
    )
    acts = acts_of(outline(page), words.lint["programs"], words.orders)
    assert [act.text for act in acts] == ["lampctl freeze", "set -e", "lampctl thaw"]


def test_an_untagged_fence_may_sign_in_as_another_and_break_its_lines(words: Vocabulary) -> None:
    lines = "sudo -u postgres psql -c 'SELECT 1'\nPGHOST=oven psql \\\n  -c 'SELECT 2'\n"
    found = acts(f"# Ovens\n\n```\n{lines}/opt/ovens/bin/psql -c 'SELECT 3'\n```\n", words)
    assert [one.line for one in found] == [4, 5, 7]
    assert acts("# Ovens\n\n```\nsudo -u postgres is the account\n```\n", words) == ()


def test_in_a_bare_fence_it_counts_what_is_run_and_not_as_whom(words: Vocabulary) -> None:
    page = "# Ovens\n\n```\nsudo -u oven psql -c 'select 1'\n/usr/bin/curl -fsS http://oven/\n```\n"
    assert [act.line for act in acts(page, words)] == [4, 5]
    assert not acts("# Ovens\n\n```\nsudo -u oven whatever\n```\n", words)


def test_a_loop_in_a_bare_fence_is_run_too(words: Vocabulary) -> None:
    page = "# Gates\n\n```\nfor h in gate1 gate2; do\n  ssh $h uptime\ndone\n```\n"
    assert [
        act.line for act in acts_of(outline(page), words.lint.get("programs"), words.orders)
    ] == [4]
    prose = "# Gates\n\n```\nif the gate is shut\ndone\n```\n"
    assert acts_of(outline(prose), words.lint.get("programs"), words.orders) == ()


def test_a_piece_of_a_settings_file_among_commands_is_not_run(words: Vocabulary) -> None:
    page = "# Ovens\n\n```bash\novens show\n\n# in ovens.yml\nlimits:\n  heat: 8\n  - x: 1\n```\n"
    assert [act.line for act in acts(page, words)] == [4]
    fed = "# Ovens\n\n```bash\novens set -f - <<E\n\nlimits:\n  heat: 8\nE\n```\n"
    assert [(act.line, act.end_line) for act in acts(fed, words)] == [(4, 8)]


def test_a_box_to_tick_in_a_block_is_not_run(words: Vocabulary) -> None:
    page = "# Ovens\n\n```bash\n[ ] Delete the loaves\n[ -f loaf ] && rm loaf\n```\n"
    assert [act.line for act in acts(page, words)] == [5]


def test_another_language_in_a_block_of_the_shell_is_told_by_its_line(words: Vocabulary) -> None:
    lines = "psql ovens\nSELECT pid,\n  query FROM ovens;\npython3\n>>> from ovens import heat"
    spoken = [(act.line, act.language) for act in acts(f"# G\n\n```bash\n{lines}\n```\n", words)]
    assert spoken == [(4, "shell"), (5, "sql"), (7, "shell"), (8, "code:python")]


def test_words_in_a_block_that_is_never_closed_are_not_run(words: Vocabulary) -> None:
    lines = "# Ovens\n\n```bash\nls oven\n\novens restart\n{}\n"
    told, run = lines.format("The oven was restarted."), lines.format("~/oven restarted.")
    assert [act.line for act in acts(told, words)] == [4, 6]
    assert [act.line for act in acts(lines.format("烤炉已重启。"), words)] == [4, 6]
    assert [act.line for act in acts(run, words)] == [4, 6, 7]
    assert [act.line for act in acts(f"{told}```\n", words)] == [4, 6, 7]
