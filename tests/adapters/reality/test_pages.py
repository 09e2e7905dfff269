"""Pages on loopback that are there, are not, lead on, or take too long."""

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from time import monotonic

import pytest

from runcard.adapters.reality.pages import Pages
from runcard.domain.playbooks.reality import Fails, Holds, Missing, Unasked
from tests.peers.process import free_port


class Site:
    """Answers by path; remembers method, path and headers of every request."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, str, dict[str, str]]] = []
        self.over = Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()

    def close(self) -> None:
        self.over.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        site = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self) -> None:
                headers = {name.lower(): value for name, value in self.headers.items()}
                site.seen.append((self.command, self.path, headers))
                if self.path == "/slow":
                    site.over.wait(5)
                status, target = ANSWERS.get(self.path.partition("?")[0], (200, ""))
                if self.path == "/get-only" and self.command == "HEAD":
                    status = 405
                self.send_response(status)
                if target:
                    self.send_header("Location", target)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def __getattr__(self, name: str) -> Callable[[], None]:
                if name.startswith("do_"):
                    return self.answer
                raise AttributeError(name)

            def log_message(self, *words: object) -> None:
                """Quietly."""

        return Handler


ANSWERS = {
    "/gone": (404, ""), "/broken": (503, ""), "/locked": (401, ""), "/moved": (302, "/there"),
    "/round": (302, "/round"), "/ftp": (302, "ftp://127.0.0.1/x"), "/query-only": (405, ""),
    "/inside": (302, "http://169.254.169.254/latest/"),
}  # fmt: skip


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.close()


OPEN = Pages(2.0, private=True, private_redirects=True)
Judge = Callable[[object], bool]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", Holds), ("/locked", Holds), ("/moved", Holds), ("/get-only", Holds),
        ("/gone", Missing), ("/broken", Fails), ("/round", Fails), ("/ftp", Unasked),
        ("/inside", Unasked),
    ],
)  # fmt: skip
def test_a_page_is_judged_by_what_it_answers(site: Site, path: str, kind: type) -> None:
    assert isinstance(OPEN.answers(site.url + path), kind)


def test_only_head_and_get_are_sent_and_no_credentials(site: Site) -> None:
    for path in [*ANSWERS, "/get-only"]:
        OPEN.answers(site.url.replace("//", "//ada:secret@") + path)
    assert {method for method, _, _ in site.seen} <= {"HEAD", "GET"}
    assert not any({"authorization", "cookie"} & set(headers) for _, _, headers in site.seen)
    assert not any("secret" in str(headers) for _, _, headers in site.seen)


def test_get_is_sent_only_where_head_is_not_known_and_no_query_could_do_something(
    site: Site,
) -> None:
    OPEN.answers(f"{site.url}/get-only")
    OPEN.answers(f"{site.url}/query-only?action=restart")
    assert [(method, path) for method, path, _ in site.seen] == [
        ("HEAD", "/get-only"), ("GET", "/get-only"), ("HEAD", "/query-only?action=restart"),
    ]  # fmt: skip


def test_a_redirect_to_a_private_address_is_not_followed_unless_asked(site: Site) -> None:
    answer = Pages(2.0, private=True).answers(f"{site.url}/moved")
    assert isinstance(answer, Unasked)
    assert "private network" in answer.why
    assert [path for _, path, _ in site.seen] == ["/moved"]


def test_a_private_address_is_not_asked_unless_allowed(site: Site) -> None:
    assert isinstance(Pages(2.0).answers(site.url), Unasked)
    assert site.seen == []


def test_a_page_that_takes_too_long_is_given_up(site: Site) -> None:
    began = monotonic()
    assert isinstance(Pages(0.2, private=True).answers(f"{site.url}/slow"), Fails)
    assert monotonic() - began < 2


def test_nobody_who_listens_is_no_answer() -> None:
    assert isinstance(OPEN.answers(f"http://127.0.0.1:{free_port()}/"), Fails)


@pytest.mark.parametrize("url", ["http://", "http://[", "a b", "http://\x00", "http://a..b/"])
def test_an_address_that_is_none_raises_nothing(url: str) -> None:
    assert isinstance(OPEN.answers(url), Fails | Unasked)
