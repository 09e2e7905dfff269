"""The language server: translates between an editor's protocol and our answers. Needs pygls, so
that only `runcard lsp` loads this file."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

from runcard import __version__
from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.playbooks.model import Grade
from runcard.interfaces.cli.editor_answers import Answers, Fix, answers_about, formatted
from runcard.interfaces.cli.editor_marks import Mark

GRADES = {
    Grade.ERROR: lsp.DiagnosticSeverity.Error,
    Grade.WARNING: lsp.DiagnosticSeverity.Warning,
    Grade.INFO: lsp.DiagnosticSeverity.Information,
}
MOST_DOCUMENTS = 64
KINDS = lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix])


@dataclass(slots=True)
class Desk:
    """The documents that are open, each understood once a version."""

    server: LanguageServer
    _known: dict[str, tuple[str, Answers]] = field(default_factory=dict)

    def about(self, uri: str) -> Answers:
        """What is known of the document as it stands now."""
        text = self.text(uri)
        if uri not in self._known or self._known[uri][0] != text:
            while len(self._known) >= MOST_DOCUMENTS:
                self._known.pop(next(iter(self._known)))
            self._known[uri] = (text, answers_about(text, read_vocabulary()))
        return self._known[uri][1]

    def text(self, uri: str) -> str:
        """The words in the editor, saved or not."""
        return self.server.workspace.get_text_document(uri).source

    def forget(self, uri: str) -> None:
        """It was closed: its findings go away."""
        self._known.pop(uri, None)
        self._publish(uri, [])

    def publish(self, uri: str) -> None:
        """Show what is wrong."""
        known = self.about(uri)
        self._publish(uri, [diagnostic(one, known.playbook.lines) for one in known.marks])

    def _publish(self, uri: str, found: list[lsp.Diagnostic]) -> None:
        self.server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, found))


def server() -> LanguageServer:
    """A server with everything an editor may ask."""
    made = LanguageServer("runcard", __version__)
    desk = Desk(made)
    _listen(made, desk)
    _answer(made, desk)
    return made


def serve() -> None:
    """Until the editor hangs up."""
    server().start_io()


def _listen(made: LanguageServer, desk: Desk) -> None:
    @made.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        desk.publish(params.text_document.uri)

    @made.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        desk.publish(params.text_document.uri)

    @made.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        desk.forget(params.text_document.uri)


def _answer(made: LanguageServer, desk: Desk) -> None:
    @made.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hover(params: lsp.HoverParams) -> lsp.Hover | None:
        said = desk.about(params.text_document.uri).hover(params.position.line + 1)
        if said is None:
            return None
        return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, said))

    @made.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, KINDS)
    def fixes(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        uri, where = params.text_document.uri, params.range
        known = desk.about(uri)
        found = known.fixes(where.start.line + 1, where.end.line + 1)
        return [action(uri, fix, known, params.context.diagnostics) for fix in found]

    @made.feature(lsp.TEXT_DOCUMENT_FORMATTING)
    def layout(params: lsp.DocumentFormattingParams) -> list[lsp.TextEdit]:
        text = desk.text(params.text_document.uri)
        after = formatted(text, read_vocabulary())
        if after is None:
            return []
        lines = desk.about(params.text_document.uri).playbook.lines
        end = lsp.Position(len(lines) - 1, units(lines[-1]))
        return [lsp.TextEdit(lsp.Range(lsp.Position(0, 0), end), after)]


def diagnostic(mark: Mark, lines: Sequence[str]) -> lsp.Diagnostic:
    """A finding in the editor's own coordinates."""
    text = lines[mark.line - 1]
    first, last = units(text[: mark.first - 1]), units(text[: mark.last - 1])
    place = lsp.Range(lsp.Position(mark.line - 1, first), lsp.Position(mark.line - 1, last))
    message = f"{mark.message}\n{mark.hint}" if mark.hint else mark.message
    return lsp.Diagnostic(
        place, message, severity=GRADES[mark.grade], code=mark.code, source="runcard"
    )


def action(uri: str, fix: Fix, known: Answers, shown: Sequence[lsp.Diagnostic]) -> lsp.CodeAction:
    """Lines below a line, between blank ones."""
    end = lsp.Position(fix.below - 1, units(known.playbook.lines[fix.below - 1]))
    words = "".join(f"\n{line}" for line in ("", *fix.lines))
    cured = [one for one in shown if one.code == fix.code and one.range.start.line == fix.line - 1]
    change = lsp.TextEdit(lsp.Range(end, end), words)
    return lsp.CodeAction(
        fix.title,
        kind=lsp.CodeActionKind.QuickFix,
        diagnostics=cured or None,
        edit=lsp.WorkspaceEdit(changes={uri: [change]}),
    )


def units(text: str) -> int:
    """How an editor counts: in units of UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
