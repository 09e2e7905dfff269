"""What a person must fill in is found in every style, and known fields are recognised."""

import pytest

from runcard.domain.playbooks.messages.fields import FIELDS
from runcard.domain.playbooks.messages.placeholders import choice_in, placeholders_in, style_of
from runcard.domain.playbooks.vocabulary import Vocabulary

MEANT = [
    ("Severity: P[X]", "[X]", "severity"),
    ("[SEV1/SEV2]", "[SEV1/SEV2]", "severity"),
    ("Next update: [time]", "[time]", "next_update_at"),
    ("Next report at HH:MM", "HH:MM", "next_update_at"),
    ("Since HH:MM we see trouble", "HH:MM", "started_at"),
    ("Since {HH:MM} we see trouble", "{HH:MM}", "started_at"),
    ("Seit {HH:MM:SS MEZ} kein Tee", "{HH:MM:SS MEZ}", "time"),
    ("Suite : {date ou 'aucune'}", "{date ou 'aucune'}", "date"),
    ("Detected: <timestamp>", "<timestamp>", "detected_at"),
    ("Root cause: {brief description}", "{brief description}", "root_cause"),
    ("UPDATE #<N>", "<N>", "update_number"),
    ("INC-[number]", "[number]", "incident_number"),
    ("Join #incident-YYYYMMDD", "YYYYMMDD", "channel"),
    ("Lead: @somebody", "@somebody", "incident_commander"),
    ("Lead: @your-own-name", "@your-own-name", "incident_commander"),
    ("Lock NNN is shut", "NNN", "incident_number"),
    ("Quay log of AAAAMMDD", "AAAAMMDD", None),
    ("{{duration}}", "{{duration}}", "duration"),
    ("${SERVICE} is down", "${SERVICE}", "services"),
    ("影响范围：____", "____", "impact"),
    ("原因は {原因} です", "{原因}", "root_cause"),
    ("Subject: [CLASS] no tea", "[CLASS]", "severity"),
    ("Weather: [mood of the sea]", "[mood of the sea]", None),
]


@pytest.mark.parametrize(("line", "token", "field"), MEANT)
def test_a_placeholder_means_a_known_field_or_none(
    line: str, token: str, field: str | None, words: Vocabulary
) -> None:
    found = {one.token: one.field for one in placeholders_in([line], 1, words)}
    assert found[token] == field
    assert field is None or field in FIELDS


@pytest.mark.parametrize(
    "line",
    [
        ":siren: [RESOLVED] The sea is calm",
        "Subject: [SEV-1] The sea is rough",
        "- [ ] look at the sea",
        "- [x] looked at the sea",
        "[the chart](https://charts.test/sea)",
        "Write to harbour@quay.test",
        "https://charts.test/{sea}/[bay]",
        '<svg class="wheel" viewBox="0 0 9 9">',
        "[the sea](./chart.md#%E3%82%A4%E3%83%BF%E3%82%BF%E3%83%AE)",
    ],
)
def test_tags_boxes_links_and_addresses_are_no_placeholders(line: str, words: Vocabulary) -> None:
    assert placeholders_in([line], 1, words) == ()


def test_one_token_may_ask_for_two_things(words: Vocabulary) -> None:
    lines = ["Detected: [timestamp]", "Next Report: [timestamp]"]
    found = placeholders_in(lines, 10, words)
    assert [(one.line, one.field) for one in found] == [(10, "detected_at"), (11, "next_update_at")]


@pytest.mark.parametrize(
    ("line", "choice"),
    [
        ("Status: CALM / ROUGH / WILD", ("CALM", "ROUGH", "WILD")),
        ("Sea: [calm|rough|wild]", ("calm", "rough", "wild")),
        ("Sea: {{calm / rough / wild}}", ("calm", "rough", "wild")),
        ("Level: P0/P1/P2", ("P0", "P1", "P2")),
        ("ALARM P0/P1/P2 at sea", ("P0", "P1", "P2")),
        ("ALARM P0/P1 at sea, deck a1/b2", ()),
        ("Sea: [ship/boat]", ()),
        ("See https://a.test/b/c/d", ()),
        ("Sea: calm", ()),
        ("Sea: [calm / rough / etc.]", ()),
        ("See: [ruhig / rau / wild / usw.]", ()),
        ("海：[静か / 荒れ / など]", ()),
    ],
)
def test_a_closed_list_of_three_is_a_choice(
    line: str, choice: tuple[str, ...], words: Vocabulary
) -> None:
    assert choice_in([line], words) == choice


@pytest.mark.parametrize(
    ("line", "style"),
    [("[a b]", "square"), ("<a b>", "angle"), ("{a}", "curly"), ("HH:MM", "bare"), ("", "none"),
     ("[a b] <c d>", "mixed")],
)  # fmt: skip
def test_the_style_of_a_template_is_told(line: str, style: str, words: Vocabulary) -> None:
    assert style_of(placeholders_in([line], 1, words)) == style


def test_a_moment_at_the_head_of_a_subject_is_said_as_it_stands(words: Vocabulary) -> None:
    found = placeholders_in(("Subject: [Resolved] tea in {room}", "Now: [what you do]"), 1, words)
    assert [one.token for one in found] == ["{room}", "[what you do]"]


@pytest.mark.parametrize(
    ("line", "tokens"),
    [("Subject: [Larkspur] no tea in {room}", ["{room}"]),
     ("Betreff: [Stadtwerke] <Dienst> gestört", ["<Dienst>"]),
     ("[<Class>] <service> is slow", ["<Class>", "<service>"]),
     ("Subject: [Larkspur] [room] is cold", ["[Larkspur]", "[room]"]),
     ("Subject: [Larkspur] no tea", ["[Larkspur]"]),
     ("Subject: [Service] is down in {region}", ["[Service]", "{region}"]),
     ("Subject: [S1|S2] {service}", ["[S1|S2]", "{service}"]),
     ("No tea, says [Larkspur] in {room}", ["[Larkspur]", "{room}"])],
)  # fmt: skip
def test_a_name_at_the_head_is_the_house_where_other_marks_ask(
    line: str, tokens: list[str], words: Vocabulary
) -> None:
    assert [one.token for one in placeholders_in((line,), 1, words)] == tokens


def test_a_name_that_is_said_again_is_who_writes(words: Vocabulary) -> None:
    def tokens(*lines: str) -> list[str]:
        return [one.token for one in placeholders_in(lines, 1, words)]

    head = "Subject: [Larkspur] [room] is cold"
    assert tokens(head, "The Larkspur team") == ["[room]"]
    assert tokens(head, "Larkspurs bloom") == ["[Larkspur]", "[room]"]
    assert tokens("Subject: [Service] is down", "The Service team") == ["[Service]"]


@pytest.mark.parametrize("head", ["[SEVn]", "[Px]", "[PRIO N]", "[Stufe n]"])
def test_a_level_with_a_letter_for_its_number_is_asked(head: str, words: Vocabulary) -> None:
    (first, second) = placeholders_in((f"{head} <room> is cold",), 1, words)
    assert (first.token, first.field, second.token) == (head, "severity", "<room>")


@pytest.mark.parametrize(
    ("line", "options"),
    [("Pot: ____ Tea: hot / cold / none. Who: ____", ("hot", "cold", "none")),
     ("Pot: ____ Tea: hot / cold. Who: ____", ()), ("Pot: [x] / hot / cold", ())],
)  # fmt: skip
def test_a_choice_among_the_blanks_of_one_line(
    line: str, options: tuple[str, ...], words: Vocabulary
) -> None:
    assert choice_in([line], words) == options


@pytest.mark.parametrize(
    ("line", "tokens"),
    [
        ("Bad ... en ... zijn dicht.", ["..."]),
        ("Störung seit … Uhr", ["…"]),
        ("Ursache: ...", ["..."]),
        ("We are working on it, please wait ...", []),
        ("... and that is all", []),
        ("No water in «location» since «time».", ["«location»", "«time»"]),
        (
            "«location» cold since «time». Do «walk / wait».",
            ["«location»", "«time»", "«walk / wait»"],
        ),
        ("Le bassin «système» dit «bonjour».", ["«système»"]),
        ("El turno «Bañistas» está cerrado por «urgencia».", []),
        ("Le « bassin » est fermé.", []),
    ],
)
def test_dots_and_guillemets_ask_where_a_word_must_stand(
    line: str, tokens: list[str], words: Vocabulary
) -> None:
    found = placeholders_in((line,), 1, words)
    assert list(dict.fromkeys(one.token for one in found)) == tokens


def test_dots_beside_marked_gaps_only_leave_something_out(words: Vocabulary) -> None:
    found = placeholders_in(("Tea in [room] is cold ... again", "Cause: ..."), 1, words)
    assert [one.token for one in found] == ["[room]"]


@pytest.mark.parametrize(
    "token", ["{What we're doing next}", "[" + "say what is shut and for whom, " * 5 + "and why]"]
)
def test_a_gap_may_be_a_long_sentence(token: str, words: Vocabulary) -> None:
    found = placeholders_in((f"Now: {token}",), 1, words)
    assert [one.token for one in found] == [token]


@pytest.mark.parametrize(
    ("line", "tokens"),
    [
        ("[STATUS] [INCIDENT TITLE]", ["[STATUS]", "[INCIDENT TITLE]"]),
        ("Address: [ADDRESS]", ["[ADDRESS]"]),
        ("Cook: [HEAD COOK] [ROOM]", ["[HEAD COOK]", "[ROOM]"]),
        ("Cook: [HEAD COOK] [ROOM] asks", ["[ROOM]"]),
        ("Subject: [NO TEA] [ROOM]", ["[ROOM]"]),
        ("Subject: [NO TEA] [which room]", ["[which room]"]),
        ("Seit {YYYY-MM-DD HH:MM}", ["{YYYY-MM-DD HH:MM}"]),
        ("Until {hh:mm:ss, local}", ["{hh:mm:ss, local}"]),
        ("{cup: 4, mm: 3}", []),
        ('{one line; "we look" will do}', ['{one line; "we look" will do}']),
        ("{Two lines: what broke, who saw.}", ["{Two lines: what broke, who saw.}"]),
        ('{Why. Not "bad luck" alone}', ['{Why. Not "bad luck" alone}']),
        ('{cup: 4, "room": "tea room of the tower"}', []),
        ('awk {print "of cup: " $1}', []),
        ('when {tea = "cold" is set: ring the bell}', []),
        ("[OUTAGE] No tea", []),
        ("[OUTAGE - SEV2] No tea", []),
        ("[FIRST WORD - 14:35 UTC]", []),
        ("📢 [ROOM NAME]", ["[ROOM NAME]"]),
        ("🚨 [TEA IS OUT] {room}", ["{room}"]),
        ("- [완료] 차", []),
        ("- [Resolved] Cups", []),
        ("Sugar: [ ] yes", []),
        ("작성자: @담당자 (총 X시간)", ["@담당자", "X"]),
    ],
)
def test_words_and_gaps_in_brackets(line: str, tokens: list[str], words: Vocabulary) -> None:
    assert [one.token for one in placeholders_in([line], 1, words)] == tokens


@pytest.mark.parametrize(
    ("line", "tokens"),
    [
        ("@here no tea, ask @waiter", ["@waiter"]),
        ("Ask @vorname.nachname. Now", ["@vorname.nachname"]),
        ("Ask @waiter.", ["@waiter"]),
        ("@channel @heredity", ["@heredity"]),
    ],
)
def test_a_call_to_all_in_a_channel_asks_for_nobody(
    line: str, tokens: list[str], words: Vocabulary
) -> None:
    assert [one.token for one in placeholders_in([line], 1, words)] == tokens


def test_a_range_of_levels_is_to_be_replaced_by_one(words: Vocabulary) -> None:
    found = placeholders_in(["Rank: [SEV1-SEV3]", "[SEV-2] The sea is rough"], 1, words)
    assert [one.token for one in found] == ["[SEV1-SEV3]"]


@pytest.mark.parametrize(
    ("line", "tokens", "options", "style"),
    [
        ("｛部屋｝のお茶は｛時刻｝まで休みです", ["｛部屋｝", "｛時刻｝"], (), "curly"),
        ("Tee: ［heiß／lau／kalt］", ["［heiß／lau／kalt］"], ("heiß", "lau", "kalt"), "square"),
        ("No tea in ［room］ until ［time］", ["［room］", "［time］"], (), "square"),
        ("茶：热／温／冷", [], ("热", "温", "冷"), "none"),
        ("部屋：居間／台所", [], (), "none"),
        ("［復旧］お茶が入りました", [], (), "none"),
        ("- ［完了］茶碗", [], (), "none"),
    ],
)
def test_brackets_and_strokes_may_be_of_full_width(
    line: str, tokens: list[str], options: tuple[str, ...], style: str, words: Vocabulary
) -> None:
    found = placeholders_in([line], 1, words)
    assert [one.token for one in found] == tokens
    assert choice_in([line], words) == options
    assert style_of(found) == style


def test_a_place_in_front_of_a_subject_is_asked_for(words: Vocabulary) -> None:
    found = placeholders_in(["[STANDORT] – Tee kalt seit [UHRZEIT]", "[TEEKUECHE] kalt"], 1, words)
    assert [one.token for one in found] == ["[STANDORT]", "[UHRZEIT]"]


@pytest.mark.parametrize(
    ("line", "tokens"),
    [("Severity: [Final]", ["[Final]"]), ("Dauer: [Final]", ["[Final]"]),
     ("Status: [Resolved]", []), ("[Resolved] The oven is warm", [])],
)  # fmt: skip
def test_a_moment_behind_the_label_of_something_else_is_asked(
    line: str, tokens: list[str], words: Vocabulary
) -> None:
    assert [one.token for one in placeholders_in((line,), 1, words)] == tokens


@pytest.mark.parametrize(
    "line", ["【茶】等级：甲/乙/丙", "[TEA] Grade: green/black/white", "【茶】段階：緑／紅／白"]
)
def test_a_choice_may_stand_right_behind_a_tag(line: str, words: Vocabulary) -> None:
    assert len(choice_in([line], words)) == 3
    assert choice_in(["【茶】等级：甲/乙"], words) == ()


@pytest.mark.parametrize(
    ("line", "tokens"),
    [
        ("Subject: [sitrep] The bridge is up", []),
        ("Betreff: [lagebericht] Die Brücke steht offen", []),
        ("Subject: [update] {place} is open again", ["{place}"]),
        ("Subject: [update]", ["[update]"]),
        ("Subject: [bridge] is up", ["[bridge]"]),
    ],
)
def test_the_sort_of_a_message_at_the_head_of_its_subject_is_no_gap(
    line: str, tokens: list[str], words: Vocabulary
) -> None:
    assert [one.token for one in placeholders_in((line,), 1, words)] == tokens
