"""A tree becomes the programs it would start, with what each of them reads."""

from runcard.domain.commands.classify import Bench
from runcard.domain.commands.flatten import flatten, variables_of
from runcard.domain.commands.model import Flat
from runcard.domain.commands.ports import Tree


def flat(text: str, bench: Bench) -> Flat:
    parsed = bench.parse(text)
    assert isinstance(parsed, Tree)
    return flatten(parsed.root)


def names(text: str, bench: Bench) -> list[str]:
    return [leaf.name for leaf in flat(text, bench).leaves]


def test_every_branch_and_loop_counts(bench: Bench) -> None:
    text = (
        "if a; then b; elif c; then d; else e; fi; for x in $(f); do g; done; case x in y) h;; esac"
    )
    assert names(text, bench) == ["a", "b", "c", "d", "e", "g", "f", "h"]


def test_a_redirect_before_the_arguments_takes_nothing_from_them(bench: Bench) -> None:
    leaf = flat("kubectl 2>/dev/null delete pod x", bench).leaves[0]
    assert [word.text for word in leaf.words] == ["kubectl", "delete", "pod", "x"]


def test_two_here_documents_are_data(bench: Bench) -> None:
    assert names("cat <<A <<B\nrm x\nA\nrm y\nB\nls", bench) == ["cat", "ls"]


def test_a_pipe_tells_who_speaks_and_what_is_said(bench: Bench) -> None:
    feed = flat("echo FLUSHALL | redis-cli", bench).leaves[1].feed
    assert feed is not None
    assert (feed.producers, feed.text) == (("echo",), "FLUSHALL")


def test_a_known_variable_is_put_in_its_place(bench: Bench) -> None:
    assert names("cmd=rm; $cmd -rf x", bench) == ["", "rm"]


def test_loops_without_an_end_are_said_to_have_none(bench: Bench) -> None:
    assert flat("while true; do ls; done", bench).endless
    assert flat("until curl x; do sleep 1; done", bench).endless
    assert not flat("while read -r x; do ls; done < f", bench).endless
    assert not flat("while [ $i -lt 3 ]; do ls; done", bench).endless
    assert not flat("until curl x; do [ $n -gt 9 ] && break; done", bench).endless


def test_variables_that_are_read_and_set_are_told_apart(bench: Bench) -> None:
    parsed = bench.parse('A=1; for i in $LIST; do echo "${i} ${B:-$C}"; done')
    assert isinstance(parsed, Tree)
    used = variables_of(parsed.root)
    assert set(used.read) == {"LIST", "i", "B", "C"}
    assert used.assigned == {"A", "i"}
