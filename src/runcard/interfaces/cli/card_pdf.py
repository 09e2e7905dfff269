"""A run card as a PDF of one page, drawn by reportlab (the extra `pdf`)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepInFrame,
    PageTemplate,
    Paragraph,
    Table,
    TableStyle,
)

from runcard.domain.escalation.page import CallRow, LevelRow, Sheet, Time
from runcard.domain.playbooks.card import Mark

# Fits on both: the width of A4 and the height of Letter.
WIDTH, HEIGHT = A4[0], letter[1]
MARGIN = 9 * mm
INK, SOFT, RULE, SUNK = "#16191d", "#4b525b", "#c9ccc8", "#f2f2ee"
FILLED, WASHED = ("#c2232b", "#ffffff"), ("#fff4de", "#8a4a00")
FOLDERS = tuple(
    Path(folder, name)
    for folder in ("/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/dejavu",
                   "/usr/share/fonts/TTF", "/Library/Fonts")
    for name in ("DejaVuSans.ttf",)
)  # fmt: skip
WIDE = (("\u2e80", "\u9fff"), ("\uf900", "\ufaff"), ("\uff00", "\uffef"))
WIDE_FONT = "STSong-Light"
"""Chinese, and the signs it shares with Japanese; every reader of PDF brings it."""


@dataclass(frozen=True, slots=True)
class Letters:
    """What words are set in; every European sign where the machine has such a font."""

    plain: str
    bold: str
    mono: str = "Courier"


def pdf_of(sheet: Sheet, file: str, today: date) -> bytes:
    """The page. It is made smaller rather than broken into two."""
    page = BytesIO()
    frame = Frame(MARGIN, MARGIN, WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN, 0, 0, 0, 0)
    document = BaseDocTemplate(
        page, pagesize=(WIDTH, HEIGHT), title=f"{sheet.title} · run card",
        creator="Runcard run card", author="Runcard run card", invariant=1, pageCompression=1,
    )  # fmt: skip
    document.addPageTemplates(PageTemplate(frames=[frame]))
    drawing = Drawing(sheet, letters_here())
    story = drawing.story(file, today)
    inner = (WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN)
    document.build([KeepInFrame(*inner, story, mode="shrink")])
    return page.getvalue()


def letters_here() -> Letters:
    """The widest font of this machine, else the one every reader has."""
    pdfmetrics.registerFont(UnicodeCIDFont(WIDE_FONT))
    for plain in FOLDERS:
        bold = plain.with_name(plain.name.replace(".ttf", "-Bold.ttf"))
        mono = plain.with_name("DejaVuSansMono.ttf")
        try:
            for name, path in (("Plain", plain), ("Bold", bold), ("Mono", mono)):
                pdfmetrics.registerFont(TTFont(name, str(path)))
        except (TTFError, OSError):
            continue
        return Letters("Plain", "Bold", "Mono")
    return Letters("Helvetica", "Helvetica-Bold")


def is_wide(sign: str) -> bool:
    """Whether it is of a script that European fonts have not."""
    return any(first <= sign <= last for first, last in WIDE)


@dataclass(frozen=True, slots=True)
class Drawing:
    """Turns a sheet into what reportlab sets."""

    sheet: Sheet
    letters: Letters

    def story(self, file: str, today: date) -> list[Flowable]:
        """From top to bottom."""
        sheet, width = self.sheet, WIDTH - 2 * MARGIN
        about = " · ".join([file, *sheet.about])
        columns = Table(
            [[self.first_steps(), self.typed()]], colWidths=[width * 0.46, width * 0.54]
        )
        columns.setStyle(TableStyle(FLUSH))
        columns.spaceBefore = 6
        left_out = f" Not on this page: {', '.join(sheet.left_out)}." if sheet.left_out else ""
        foot = f"L13 is line 13 of {file}. “our default” is not from the document.{left_out}"
        return [
            self.words(sheet.title, size=15, bold=True),
            self.words(about, size=7.5, colour=SOFT),
            *self.titled("How bad is it?", self.level_table(width)),
            *self.titled("Who is called when nobody answers?", self.call_table(width)),
            columns,
            *self.titled("Who and where", self.place_table(width)),
            self.words(f"{foot} Printed {today.isoformat()}, Runcard.", size=6.5, colour=SOFT),
        ]

    def words(
        self, said: str, *, size: float = 8.8, bold: bool = False, colour: str = INK
    ) -> Paragraph:
        return self.marked(self.set(said, bold=bold), size=size, bold=bold, colour=colour)

    def marked(
        self, markup: str, *, size: float = 8.8, bold: bool = False, colour: str = INK
    ) -> Paragraph:
        """Words that are escaped already."""
        font = self.letters.bold if bold else self.letters.plain
        size *= 1.13 if self.sheet.is_roomy else 1.0
        style = ParagraphStyle(
            "x", fontName=font, fontSize=size, leading=size * 1.25, textColor=HexColor(colour),
            splitLongWords=1,
        )  # fmt: skip
        return Paragraph(markup, style)

    def set(self, said: str, *, bold: bool = False, mono: bool = False) -> str:
        """Escaped, each run of wide signs in the font that has them."""
        runs: list[list[str]] = []
        for sign in "".join(one if one.isprintable() else " " for one in said):
            if not runs or is_wide(sign) != is_wide(runs[-1][0]):
                runs.append([])
            runs[-1].append(sign)
        own = self.letters.mono if mono else self.letters.bold if bold else self.letters.plain
        return "".join(
            f'<font name="{WIDE_FONT if is_wide(run[0]) else own}">{escape("".join(run))}</font>'
            for run in runs
        )

    def line(self, mark: Mark | int | None) -> str:
        """`L13`, or who says it instead."""
        if mark is None:
            return ""
        is_ours = isinstance(mark, Mark) and mark.line is None
        said = mark.by if isinstance(mark, Mark) and is_ours else self.number(mark)
        return f' <font name="{self.letters.mono}" size="6" color="{SOFT}">{said}</font>'

    def number(self, mark: Mark | int) -> str:
        return f"L{mark.line if isinstance(mark, Mark) else mark}"

    def titled(self, title: str, body: Flowable | None) -> list[Flowable]:
        """A rule, a heading, and what stands below it."""
        if body is None:
            return []
        head = Table([[self.words(title, size=9.5, bold=True)]], colWidths=["100%"])
        head.setStyle(TableStyle([*FLUSH, ("LINEABOVE", (0, 0), (-1, 0), 1.2, HexColor(INK)),
                                  ("TOPPADDING", (0, 0), (-1, 0), 2)]))  # fmt: skip
        head.spaceBefore = 6
        return [head, body]

    def level_table(self, width: float) -> Flowable:
        if not self.sheet.levels:
            said = "The document names no levels; every incident is treated as the worst."
            return self.words(said, colour=SOFT)
        heads = ("Level", "When", "Acknowledge in", "Respond in", "Update every")
        rows = [[self.words(one, size=7, colour=SOFT) for one in heads]]
        rows += [self.level_row(level) for level in self.sheet.levels]
        table = Table(rows, colWidths=[width * part for part in (0.19, 0.31, 0.18, 0.16, 0.16)])
        fills = [(1, FILLED), (2, WASHED)]
        styles = [("BACKGROUND", (0, row), (0, row), HexColor(fill[0])) for row, fill in fills]
        styles += [("LEFTPADDING", (0, 1), (1, -1), 3)]
        table.setStyle(TableStyle([*RULED, *styles[: len(self.sheet.levels)], styles[-1]]))
        return table

    def level_row(self, level: LevelRow) -> list[Flowable]:
        place = self.sheet.levels.index(level)
        colour = (FILLED[1], WASHED[1])[place] if place < 2 else INK
        bars = "|" * level.bars
        name = f" {self.set(level.name)}" if level.name else ""
        key = f"<b>{bars}</b> {self.set(level.key, bold=True)}{name}"
        when = self.set(level.when)
        times = [self.time(one) for one in (level.acknowledge, level.respond, level.update)]
        if level.why_silent:
            times[0] = self.words("wakes nobody", colour=SOFT)
        head = self.marked(f"{key} <font size='6'>L{level.line}</font>", colour=colour)
        return [head, self.marked(when, size=8.2), *times]

    def time(self, time: Time) -> Flowable:
        size = 10.5 if len(time.said) <= 11 else 8
        return self.marked(self.set(time.said, bold=True) + self.line(time.mark), size=size)

    def call_table(self, width: float) -> Flowable:
        sheet = self.sheet
        reach = "How to reach" if sheet.says_how_to_reach else ""
        heads = ["Title", *(key or "After" for key in sheet.paging), reach]
        rows = [[self.words(one, size=7, colour=SOFT) for one in heads]]
        rows += [self.call_row(call) for call in sheet.calls]
        each = 0.36 / max(len(sheet.paging), 1)
        parts = [0.34, *([each] * len(sheet.paging)), 0.30]
        table = Table(rows, colWidths=[width * part for part in parts])
        table.setStyle(TableStyle(RULED))
        return table

    def call_row(self, call: CallRow) -> list[Flowable]:
        reach = ", ".join(one for one in (call.who, call.reach) if one)
        title = self.marked(self.set(call.title, bold=True) + self.line(call.mark))
        return [title, *(self.words(one, bold=True) for one in call.times), self.words(reach)]

    def first_steps(self) -> list[Flowable]:
        said: list[Flowable] = []
        for step in self.sheet.steps:
            if step.phase is not None:
                said.append(self.words(step.phase, bold=True))
            said.append(self.marked(f"[  ] {self.set(step.text)}{self.line(step.line)}", size=8.4))
        nothing = "The document names no steps. Say that you have it, look, tell people."
        return self.titled("What first?", stack(said or [self.words(nothing, colour=SOFT)]))

    def typed(self) -> list[Flowable]:
        said: list[Flowable] = []
        heading = None
        for one in self.sheet.commands:
            if one.heading != heading:
                heading = one.heading
                said.append(self.words(heading, size=8, bold=True))
            warning = f"<b>{self.set(one.warning)}</b> " if one.warning else ""
            text = warning + self.set(one.text, mono=True) + self.line(one.line)
            said.append(self.marked(text, size=7.2))
        nothing = "The document holds no commands."
        return self.titled(
            "Commands: read before you run", stack(said or [self.words(nothing, colour=SOFT)])
        )

    def place_table(self, width: float) -> Flowable | None:
        cells = [
            self.marked(
                f'<font color="{SOFT}">{self.set(one.name)}</font> '
                f"{self.set(one.value)}{self.line(one.line)}", size=8.2,
            )
            for one in self.sheet.places
        ]  # fmt: skip
        if not cells:
            return None
        if len(cells) % 2:
            cells.append(self.words(""))
        rows = [cells[place : place + 2] for place in range(0, len(cells), 2)]
        table = Table(rows, colWidths=[width / 2, width / 2])
        table.setStyle(TableStyle(RULED))
        return table


def stack(flowables: Sequence[Flowable]) -> Flowable:
    """One below the other, inside a cell."""
    table = Table([[one] for one in flowables], colWidths=["100%"])
    table.setStyle(TableStyle([*FLUSH, ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5)]))
    return table


FLUSH = [
    ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 6),
    ("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
]  # fmt: skip
RULED = [
    ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 5),
    ("TOPPADDING", (0, 0), (-1, -1), 1.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ("VALIGN", (0, 0), (-1, -1), "TOP"), ("LINEBELOW", (0, 0), (-1, -1), 0.4, HexColor(RULE)),
]  # fmt: skip
