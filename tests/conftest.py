"""What tests share: where the checkout is, its page templates, a press, texts held still."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

from guides.printing import Press

# How long an example takes says more about the machine than about the program.
hypothesis.settings.register_profile(
    "guides", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("guides")

# What a shell runs in the background ignores Ctrl+C, and so would every process that tests start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="write golden files anew; look at the difference"
    )


@pytest.fixture(scope="session", autouse=True)
def cache_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests neither use nor fill what is kept for whoever runs them."""
    before = os.environ.get("XDG_CACHE_HOME")
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))
    yield
    os.environ.pop("XDG_CACHE_HOME")
    if before is not None:
        os.environ["XDG_CACHE_HOME"] = before


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder that holds `pyproject.toml`, `guides/` and `templates/`."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def page_templates(checkout: Path) -> dict[str, str]:
    """The layouts and themes that ship: name below `templates/` → text."""
    folder = checkout / "templates"
    files = sorted([*folder.glob("layouts/*.j2"), *folder.glob("themes/*/*.css")])
    assert len(files) >= 5
    return {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in files}


@pytest.fixture(scope="session")
def press() -> Press:
    return Press()


@pytest.fixture
def golden(checkout: Path, request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with `tests/golden/NAME`, all of it; a missing file fails."""

    def compare(name: str, text: str) -> None:
        file = checkout / "tests" / "golden" / name
        if request.config.getoption("--accept"):
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        assert file.exists(), f"there is no {name}; run pytest --accept and look at it"
        assert text == file.read_text(encoding="utf-8")

    return compare
