"""A real client speaks to the real server over stdin and stdout, about documents of many styles."""

import asyncio
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

import pytest

lsp = pytest.importorskip("lsprotocol.types", reason="the extra `lsp` is not installed (pygls)")
client = pytest.importorskip("pygls.lsp.client", reason="the extra `lsp` is not installed (pygls)")

DOCUMENTS = sorted((Path(__file__).parents[1] / "golden" / "playbooks").glob("*.md"))
TEXT = """\
Bridge watch
============

## Severity levels

### P1 🚢 closed
**Response Time**: 10 minutes
**Communication**: every 20 minutes

### P2
It creaks.
"""
URI = "file:///bridge.md"
SOON = 30
Answer = TypeVar("Answer")


class Editor:
    """Opens one document and waits for its findings."""

    def __init__(self) -> None:
        self.client = client.LanguageClient("editor", "1")
        self.shown: asyncio.Queue[Any] = asyncio.Queue()

        @self.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def published(params: Any) -> None:
            self.shown.put_nowait(params)

    async def __aenter__(self) -> "Editor":
        await self.client.start_io(sys.executable, "-m", "runcard", "lsp")
        await self.client.initialize_async(lsp.InitializeParams(lsp.ClientCapabilities()))
        self.client.initialized(lsp.InitializedParams())
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()

    async def opened(self, text: str) -> list[Any]:
        item = lsp.TextDocumentItem(URI, "markdown", 1, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return await self.findings()

    async def changed(self, text: str) -> list[Any]:
        whole = lsp.TextDocumentContentChangeWholeDocument(text)
        version = lsp.VersionedTextDocumentIdentifier(2, URI)
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(version, [whole]))
        return await self.findings()

    async def findings(self) -> list[Any]:
        return list((await asyncio.wait_for(self.shown.get(), SOON)).diagnostics)

    async def hover(self, line: int) -> str:
        place = lsp.HoverParams(lsp.TextDocumentIdentifier(URI), lsp.Position(line - 1, 0))
        found = await self.client.text_document_hover_async(place)
        return "" if found is None else found.contents.value

    async def actions(self, line: int, shown: list[Any]) -> list[Any]:
        place = lsp.Position(line - 1, 0)
        asked = lsp.CodeActionParams(
            lsp.TextDocumentIdentifier(URI), lsp.Range(place, place), lsp.CodeActionContext(shown)
        )
        return list(await self.client.text_document_code_action_async(asked))

    async def layout(self) -> list[Any]:
        options = lsp.FormattingOptions(4, insert_spaces=True)
        asked = lsp.DocumentFormattingParams(lsp.TextDocumentIdentifier(URI), options)
        return list(await self.client.text_document_formatting_async(asked))


def told(story: Coroutine[Any, Any, Answer], documents: int = 1) -> Answer:
    return asyncio.run(asyncio.wait_for(story, 2 * SOON * documents))


def applied(text: str, edit: Any) -> str:
    """The text after one change, by an editor's way to count."""
    lines = text.split("\n")
    start, end = (offset(lines, one) for one in (edit.range.start, edit.range.end))
    raw = text.encode("utf-16-le")
    return (raw[:start] + edit.new_text.encode("utf-16-le") + raw[end:]).decode("utf-16-le")


def offset(lines: list[str], place: Any) -> int:
    before = sum(len(f"{line}\n".encode("utf-16-le")) for line in lines[: place.line])
    return int(before + 2 * place.character)


def test_findings_stand_at_their_words_and_go_when_they_are_mended() -> None:
    async def story() -> tuple[list[Any], list[Any]]:
        async with Editor() as editor:
            before = await editor.opened(TEXT)
            return before, await editor.changed(TEXT.replace("It", "**Response Time**: 1 h\nIt"))

    before, after = told(story())
    (found,) = [one for one in before if one.code == "RC101"]
    assert (found.range.start.line, found.source) == (9, "runcard")
    assert found.range.end.character == len("### P2")
    assert "RC101" not in {one.code for one in after}


def test_hover_says_what_a_line_means_to_the_engine() -> None:
    async def story() -> list[str]:
        async with Editor() as editor:
            await editor.opened(TEXT)
            return [await editor.hover(line) for line in (7, 8, 9, 10)]

    respond, update, blank, level = told(story())
    assert "severity P1" in respond
    assert "**clock**, clock until somebody responds" in respond
    assert "clock until the next update" in update
    assert blank == ""
    assert "RC101" in level


def test_a_fix_cures_its_finding() -> None:
    async def story() -> list[Any]:
        async with Editor() as editor:
            shown = await editor.opened(TEXT)
            (fix,) = [one for one in await editor.actions(10, shown) if one.diagnostics]
            mended = applied(TEXT, fix.edit.changes[URI][0])
            return [fix, await editor.changed(mended)]

    fix, after = told(story())
    assert [one.code for one in fix.diagnostics] == ["RC101"]
    assert "RC101" not in {one.code for one in after}


def test_an_ambiguity_is_settled_by_an_action() -> None:
    async def story() -> tuple[str, list[str]]:
        async with Editor() as editor:
            shown = await editor.opened(TEXT)
            titles = {one.title: one for one in await editor.actions(10, shown)}
            chosen = titles["Settle it: <!-- runcard: respond P2 = 30 min -->"]
            settled = applied(TEXT, chosen.edit.changes[URI][0])
            await editor.changed(settled)
            line = settled.split("\n").index("### P2") + 1
            return settled, [one.title for one in await editor.actions(line, [])]

    settled, titles = told(story())
    assert "<!-- runcard: respond P2 = 30 min -->" in settled
    assert not any("respond P2" in title for title in titles)


def test_any_document_is_answered_on_every_line_and_laid_out_once() -> None:
    async def one(editor: Editor, text: str) -> None:
        await editor.opened(text)
        lines = text.split("\n")
        said = [await editor.hover(at) for at in range(1, len(lines) + 1)]
        assert [bool(words) for words in said] == [bool(line.strip()) for line in lines]
        edits = await editor.layout()
        after = applied(text, edits[0]) if edits else text
        await editor.changed(after)
        assert await editor.layout() == []

    async def story() -> None:
        async with Editor() as editor:
            for document in DOCUMENTS:
                await one(editor, document.read_text("utf-8"))

    assert len(DOCUMENTS) > 5
    told(story(), len(DOCUMENTS))
