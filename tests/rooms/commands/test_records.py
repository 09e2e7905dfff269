"""What stands in a fence: commands by their statements, comments for people, prose."""

from runcard.domain.commands.classify import Bench
from runcard.domain.commands.line_by_line import Block
from runcard.domain.commands.model import Kind, Record
from runcard.domain.commands.records import records_of


def found(bench: Bench, text: str, tag: str | None = "bash") -> list[Record]:
    return records_of(Block(tuple(text.split("\n")), 10, tag), bench)


def places(records: list[Record]) -> list[tuple[int, int, str]]:
    return [(one.line, one.end_line, one.kind.value) for one in records]


def test_a_continued_command_is_one_record_and_a_title_is_none(bench: Bench) -> None:
    records = found(bench, "# look\ncurl -s \\\n  http://x\n\nls")
    assert places(records) == [(11, 12, "command"), (14, 14, "command")]


def test_open_quotes_and_here_documents_stay_whole(bench: Bench) -> None:
    records = found(bench, 'psql -c "\nSELECT 1;\n"\ncat <<EOF\nx\nEOF\nls')
    assert [(one.line, one.end_line) for one in records] == [(10, 12), (13, 15), (16, 16)]


def test_two_commands_on_one_line_are_one_record(bench: Bench) -> None:
    assert places(found(bench, "cd x; ls\ndf && free")) == [
        (10, 10, "command"),
        (11, 11, "command"),
    ]


def test_a_comment_without_a_command_below_is_for_people(bench: Bench) -> None:
    records = found(bench, "ls\n\n# Ask the vendor\n# and wait\n")
    assert [one.kind for one in records] == [Kind.COMMAND, Kind.MANUAL]
    assert (records[1].line, records[1].end_line) == (12, 13)


def test_numbered_sentences_are_prose_and_the_rest_is_read_line_by_line(bench: Bench) -> None:
    records = found(bench, "1. Tell the customers\nkubectl get pods\n2. Wait (10 min)")
    assert [one.kind for one in records] == [Kind.PROSE, Kind.COMMAND, Kind.PROSE]


def test_a_placeholder_does_not_stop_the_reading(bench: Bench) -> None:
    records = found(bench, "git revert <commit>\ndocker build .")
    assert [one.text for one in records] == ["git revert <commit>", "docker build ."]


def test_only_lines_with_a_prompt_of_a_transcript_are_commands(bench: Bench) -> None:
    records = found(bench, "$ df -h\nFilesystem 10G\nada@web:~$ uptime", "console")
    assert [one.text for one in records] == ["$ df -h", "ada@web:~$ uptime"]


def test_sql_is_one_record_a_statement(bench: Bench) -> None:
    records = found(bench, "-- look\nSELECT 1\n  FROM t;\nDELETE FROM t;", "sql")
    assert [(one.line, one.end_line, one.language) for one in records] == [
        (11, 12, "sql"),
        (13, 13, "sql"),
    ]


def test_braces_of_powershell_join_lines(bench: Bench) -> None:
    records = found(
        bench, "Invoke-Command -ScriptBlock {\n  Get-Service\n}\nGet-Process", "powershell"
    )
    assert [(one.line, one.end_line) for one in records] == [(10, 12), (13, 13)]


def test_an_untagged_fence_holds_commands_only_if_every_line_is_one(bench: Bench) -> None:
    assert len(found(bench, "kubectl get pods\ndocker ps", None)) == 2
    assert found(bench, "kubectl get pods\nThis shows the pods of the shop", None) == []
    assert found(bench, "status: open\nowner: ada", None) == []


def test_a_fence_of_another_language_holds_nothing(bench: Bench) -> None:
    assert found(bench, "rm -rf /", "yaml") == []
    assert found(bench, "rm -rf /", "markdown") == []


def test_an_empty_block_holds_nothing(bench: Bench) -> None:
    assert found(bench, "") == found(bench, "\n\n", None) == []


def test_a_block_that_cannot_be_read_keeps_quotes_loops_and_here_documents_whole(
    bench: Bench,
) -> None:
    loop, quoted = "for i in 1 2; do\n  ls $i\ndone", "echo 'a\nb'"
    text = f"1. Look (first)\n{loop}\n{quoted}\ncat <<EOF\nx\nEOF\ndf \\\n  -h"
    records = found(bench, text)
    assert [(one.line, one.end_line) for one in records] == [
        (10, 10), (11, 13), (14, 15), (16, 18), (19, 20),
    ]  # fmt: skip


def test_a_long_block_of_prose_starts_no_process_for_each_line(bench: Bench) -> None:
    records = found(
        bench, "\n".join(f"{number % 90}. tell desk {number}" for number in range(4_000))
    )
    assert len(records) == 4_000


def test_lines_typed_on_a_router_are_commands_and_a_sentence_is_none(bench: Bench) -> None:
    session = 'show isis adjacency\nshow log messages | match "et-0/0/1"\nconfigure\ncommit check'
    assert places(found(bench, session, None)) == [(10 + n, 10 + n, "command") for n in range(4)]
    menus = "/interface print stats\n/ip route print"
    assert len(found(bench, menus, None)) == 2
    for text in ("show the plan to the pilot.", "set sail\ncopy the log", "enable\nno way"):
        assert found(bench, text, None) == []


def test_a_program_that_nobody_knows_may_stand_among_known_ones(bench: Bench) -> None:
    known = "systemctl status lamp\njournalctl -u lamp -n 50"
    assert len(found(bench, f"{known}\nlampctl -t /etc/lamp.conf", None)) == 3
    assert found(bench, f"{known}\nlamp.service: is running", None) == []
    assert found(bench, "systemctl status lamp\nlampctl -t /etc/lamp.conf", None) == []


def test_what_is_typed_at_the_prompt_of_a_database_is_read_whatever_its_tag(bench: Bench) -> None:
    typed = "db.gates.find({open: true})\n  .limit(5)\n// and then\ndb.killOp(7)"
    for tag in ("js", "mongosh"):
        assert places(found(bench, typed, tag)) == [(10, 11, "command"), (13, 13, "command")]
    assert found(bench, "const gates = require('./gates');\ngates.shut();", "js") == []
    members = found(
        bench, "cfg = rs.conf()\ncfg.members = [cfg.members[0]]\nrs.reconfig(cfg)", "js"
    )
    assert [one.language for one in members] == ["code:mongo"] * 3


def test_only_what_stands_behind_the_name_of_a_machine_was_typed(bench: Bench) -> None:
    records = found(bench, "gate-sw2> show board 0\n 0  up\ngate-sw2> board reset 0/3", None)
    assert [one.line for one in records] == [10, 12]


def test_a_statement_may_be_sent_by_another_sign(bench: Bench) -> None:
    records = found(bench, "SHOW REPLICA STATUS\\G\nSTOP REPLICA;\nSTART REPLICA", "sql")
    assert [(one.line, one.end_line) for one in records] == [(10, 10), (11, 11), (12, 12)]


def test_boxes_to_tick_are_no_commands_wherever_they_stand(bench: Bench) -> None:
    boxes = "[ ] PM2 restart gate\n[x] Delete the files of the gate"
    for tag in (None, "bash"):
        assert [one.kind for one in found(bench, boxes, tag)] == [Kind.PROSE, Kind.PROSE]
    test = found(bench, "[ -f gate ] && rm gate")
    assert [one.kind for one in test] == [Kind.COMMAND]


def test_what_is_typed_at_the_prompt_of_python_is_no_shell(bench: Bench) -> None:
    typed = "python3\n>>> from weir import Gate\n>>> Gate.list()"
    for tag, begin in (("bash", ""), ("console", "$ "), (None, "")):
        spoken = [one.language for one in found(bench, begin + typed, tag)]
        assert spoken == ["shell", "code:python", "code:python"]


def test_a_command_behind_the_mark_of_a_list_is_a_command(bench: Bench) -> None:
    records = found(bench, "- rm -rf /srv/cakes\n2. `docker ps`\n- Check the oven\n* * * * * ls")
    assert [(one.kind, one.text) for one in records] == [
        (Kind.COMMAND, "rm -rf /srv/cakes"),
        (Kind.COMMAND, "docker ps"),
        (Kind.PROSE, "- Check the oven"),
        (Kind.PROSE, "* * * * * ls"),
    ]


def test_a_list_that_is_told_is_for_people_with_the_decision_in_it(bench: Bench) -> None:
    told = "- Wake the mate\n- Ring the bell\n- Close the hatch\n- Count the crew\n"
    decided = f"{told}if [[ fog ]]; then\n  call_tug\nfi\n"
    assert {one.kind for one in found(bench, decided)} == {Kind.PROSE}
    run = f"{told}if [[ $fog ]]; then\n  call_tug\nfi\n"
    assert Kind.COMMAND in {one.kind for one in found(bench, run)}
