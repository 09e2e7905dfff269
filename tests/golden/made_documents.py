"""Documents made by chance out of the pieces that teams write, sound and broken."""

from hypothesis import strategies as st

LEVELS = st.sampled_from(["P1", "P2", "SEV-0", "Level 3", "Critical", "紧急", "Prio 4"])
TIMES = st.sampled_from(["15 min", "1 hour", "Immediate (< 2 min)", "next business day", "soon"])
WORDS = st.sampled_from([
    "Call the duty officer", "update every 30 minutes", "**Owner**: Ada", "[Service] is down",
    "Escalate if not acknowledged in 10 min", "see #incidents", "a | b", "2) or so", "Überprüfen",
    "状況を確認する", "`docker ps`", "- [ ]", "# not a title", "***", "", "\\| pipe", "C#",
])  # fmt: skip
TITLES = st.sampled_from([
    "Severity levels", "Escalation", "Communication templates", "Post-mortem", "Contacts",
    "Roles", "Runbook: Disk full", "1. Triage (first 5 minutes)", "Eskalation", "Response process",
])  # fmt: skip
SIGNS = st.sampled_from(["- ", "* ", "+ ", "1. ", "1) ", "-   ", "  * ", "- [ ] ", "*\t", "    - "])
TAILS = st.sampled_from(["", "  ", " ", "\t"])


@st.composite
def headings(draw: st.DrawFn) -> list[str]:
    title = draw(TITLES)
    return draw(
        st.sampled_from([
            [f"# {title}"], [f"##   {title} ##"], [title, "====="], [title, "---"],
            [f"### {title}\t"], [f" ## {title}"],
        ])
    )  # fmt: skip


@st.composite
def lists(draw: st.DrawFn) -> list[str]:
    return [f"{draw(SIGNS)}{draw(WORDS)}{draw(TAILS)}" for _ in range(draw(st.integers(1, 5)))]


@st.composite
def tables(draw: st.DrawFn) -> list[str]:
    rule = draw(st.sampled_from(["|---|---|", "|:-|-:|", "| --- | :---: |", "---|---"]))
    head = draw(st.sampled_from(["| Level | Response time |", "|Severity|Definition|", "A | B"]))
    rows = [f"|{draw(LEVELS)} | {draw(st.one_of(TIMES, WORDS))}|" for _ in range(3)]
    return [head, rule, *rows, *draw(st.sampled_from([[], ["| lonely |"], ["|a|b|c|"]]))]


@st.composite
def fences(draw: st.DrawFn) -> list[str]:
    sign = draw(st.sampled_from(["```", "~~~", "````"]))
    tag = draw(st.sampled_from(["", "bash", " sql ", "text", "yaml"]))
    spoken = st.one_of(WORDS, st.just("kubectl get pods"), st.just("```"))
    inside = draw(st.lists(spoken, max_size=4))
    return [f"{sign}{tag}", *inside, draw(st.sampled_from([sign, sign, ""]))]


@st.composite
def paragraphs(draw: st.DrawFn) -> list[str]:
    return [f"{draw(WORDS)}{draw(TAILS)}" for _ in range(draw(st.integers(1, 3)))]


ODD = st.sampled_from([
    ["<table><tr><td>P1</td><td>5 min</td></tr></table>"],
    ["> quoted", "> - a"], ["<!-- note -->"],
    ["    indented code"], ["", "", ""], ["---"], ["---", "title: x", "---"],
    ["[a]: http://b.test"],
    ["Term", ": what it means"],
])  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Some pieces, with and without blank lines between them, by any line end."""
    pieces = draw(
        st.lists(st.one_of(headings(), lists(), tables(), fences(), paragraphs(), ODD), max_size=9)
    )
    gap = draw(st.sampled_from([[], [""], [""], ["", ""]]))
    end = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    return end.join(line for piece in pieces for line in [*piece, *gap])
