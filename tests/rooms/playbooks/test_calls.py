"""The programs of a line are found through sudo, ssh, containers and pipes."""

from runcard.domain.playbooks.calls import Call, calls_in


def programs(text: str) -> list[str]:
    return [call.program for call in calls_in(text)]


def last(text: str) -> Call:
    return calls_in(text)[-1]


def test_a_wrapper_is_seen_through() -> None:
    assert programs("sudo -u bread tail -f /var/log/oven.log") == ["tail"]
    assert last("timeout 30 tcpdump -i eth0").inside == ("timeout",)
    assert programs("a | xargs -n1 rm") == ["a", "rm"]


def test_a_command_in_a_container_knows_its_container() -> None:
    inner = last("docker exec -i shop-db psql -U baker < loaves.sql")
    assert (inner.program, inner.target, inner.reads) == ("psql", "shop-db", "loaves.sql")
    pod = last("kubectl -n ovens exec deploy/oven -- ./bin/heat on")
    assert (pod.program, pod.target) == ("./bin/heat", "deploy/oven")


def test_a_text_that_another_host_runs_is_read_too() -> None:
    assert last("ssh oven-7 \"sudo -u p psql -c 'select 1'\"").program == "psql"
    assert last("ansible ovens -m shell -a 'systemctl restart oven'").target == "ovens"
    assert last("bash -c 'uptime'").program == "uptime"


def test_a_pipe_tells_who_feeds_whom() -> None:
    assert [call.fed for call in calls_in("sudo a | b | c; d")] == ["", "a", "b", ""]


def test_flags_are_found_in_bundles_and_with_values() -> None:
    call = last("docker run -it oven --replicas=3")
    assert call.has("-t")
    assert call.value("--replicas") == "3"
    assert not call.has("-x")


def test_the_verb_is_found_behind_the_flags_of_the_tool() -> None:
    follow = last("docker-compose -f ovens.yml logs -f oven")
    assert (follow.verb, follow.objects) == ("compose logs", ("oven",))
    assert follow.follows("-f")
    assert not last("docker compose -f ovens.yml logs oven").follows("-f")


def test_assignments_and_words_of_loops_are_no_programs() -> None:
    assert programs("A=1 B=2 make heat") == ["make"]
    assert "rm" in programs("for x in 1 2; do rm $x; done")


def test_deep_nesting_ends() -> None:
    assert len(calls_in("sudo " * 50 + "ls")) <= 1


def test_the_file_of_a_compose_command_is_no_verb() -> None:
    (call,) = calls_in("docker compose -f /srv/ovens/compose.yml stop oven")
    assert (call.verb, call.objects) == ("compose stop", ("oven",))


def test_what_a_bracket_asks_is_a_word_of_the_command_around_it() -> None:
    outer, inner = calls_in("heat --at $(oven-now --utc) --once")
    assert (outer.program, outer.has("--once")) == ("heat", True)
    assert (inner.program, inner.words) == ("oven-now", ("--utc",))


def test_a_bracket_in_a_bracket_and_one_that_is_left_open_end() -> None:
    assert programs("heat $(a $(b) c) d") == ["heat", "a", "b"]
    assert programs("heat $(a")[:1] == ["heat"]
    assert len(calls_in("a $(" * 2000)) < 2001
