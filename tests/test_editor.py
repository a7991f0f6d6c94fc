"""What an author sees in an editor: a real YAML language server is asked.

The server is a program for Node that `./run test` installs into `tests/editor`. It is driven
over its standard input and output, as an editor does, with the templates' own schemas, which
are found by the relative path in a file's first line.
"""

import json
import queue
import shutil
import subprocess
import threading
from pathlib import Path
from typing import Any

import pytest

SERVER = Path("tests/editor/node_modules/yaml-language-server/bin/yaml-language-server")
PATIENCE = 100

TEXT = """\
# yaml-language-server: $schema=../schema/prompts.json
prompts:
  - id: example
    family: notise
    stage: before
    text_dependent: true
    bloom: remember
    depth: 7
    ask: Why?
    listen_for: Reasons.
    levl: analyze
    
"""  # noqa: W293  completion is asked for on the last line


class Server:
    """One server process; messages are JSON with a header that says their length."""

    def __init__(self, command: list[str]) -> None:
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert self.process.stdin
        assert self.process.stdout
        self.input, self.output = self.process.stdin, self.process.stdout
        self.received: queue.Queue[dict[str, Any]] = queue.Queue()
        self.answers: dict[int, Any] = {}
        self.reports: dict[str, list[dict[str, Any]]] = {}
        self.asked = 0
        self.listening = threading.Thread(target=self._listen, daemon=True)
        self.listening.start()

    def _listen(self) -> None:
        while header := self.output.readline():
            length = int(header.removeprefix(b"Content-Length:"))
            self.output.readline()
            self.received.put(json.loads(self.output.read(length)))

    def _take_one(self) -> None:
        """Keep the next answer or report; when the server asks for settings, it gets none."""
        message = self.received.get(timeout=PATIENCE)
        if message.get("method") == "textDocument/publishDiagnostics":
            self.reports[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" not in message:
            self.answers[message["id"]] = message["result"]
        elif "id" in message:
            wanted = message.get("params", {}).get("items", [])
            self.send(id=message["id"], result=[{}] * len(wanted))

    def send(self, **message: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.input.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.input.flush()

    def ask(self, method: str, **params: Any) -> Any:
        self.asked += 1
        self.send(id=self.asked, method=method, params=params)
        while self.asked not in self.answers:
            self._take_one()
        return self.answers.pop(self.asked)

    def open(self, path: Path, text: str) -> None:
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self.send(method="textDocument/didOpen", params={"textDocument": document})

    def mistakes(self, path: Path) -> list[dict[str, Any]]:
        while not self.reports.get(path.as_uri()):
            self._take_one()
        return self.reports[path.as_uri()]

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        self.listening.join(PATIENCE)
        self.input.close()
        self.output.close()


@pytest.fixture(scope="module")
def server(checkout):
    node, program = shutil.which("node"), checkout / SERVER
    if not node:
        pytest.skip("node is not installed")
    if not program.exists():
        pytest.skip("the YAML language server is not installed: ./run test does it")
    server = Server([node, str(program), "--stdio"])
    server.ask(
        "initialize",
        processId=None,
        rootUri=checkout.as_uri(),
        capabilities={"textDocument": {"hover": {"contentFormat": ["plaintext"]}}},
    )
    server.send(method="initialized", params={})
    yield server
    server.close()


@pytest.fixture(scope="module")
def file(server, checkout):
    """A file that is only in the editor, beside the prompts."""
    path = checkout / "templates" / "prompts" / "only-in-the-editor.yaml"
    server.open(path, TEXT)
    return path


def at(path, line, character):
    position = {"line": line - 1, "character": character - 1}
    return {"textDocument": {"uri": path.as_uri()}, "position": position}


def completions(server, place):
    return {item["label"] for item in server.ask("textDocument/completion", **place)["items"]}


def test_an_editor_shows_the_mistakes_at_their_columns(server, file):
    starts = [found["range"]["start"] for found in server.mistakes(file)]

    places = {(start["line"] + 1, start["character"] + 1) for start in starts}
    assert places == {(4, 13), (8, 12), (11, 5)}


def test_an_editor_describes_a_key(server, file):
    hover = server.ask("textDocument/hover", **at(file, 10, 8))

    assert "the range of good answers" in json.dumps(hover["contents"])


def test_an_editor_offers_the_keys_that_are_not_there_yet(server, file):
    offered = completions(server, at(file, 12, 5))

    assert {"needs", "starter", "watch_out"} <= offered
    assert "family" not in offered


def test_an_editor_offers_the_values_of_a_choice(server, file):
    offered = completions(server, at(file, 5, 12))

    assert {"before", "during", "after", "act", "reflect"} <= offered
