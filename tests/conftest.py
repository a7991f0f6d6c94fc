"""What every test shares: where the checkout is, and texts that are held still."""

from collections.abc import Callable
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="write golden files anew; look at the difference"
    )


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder that holds `pyproject.toml`, `guides/` and `templates/`."""
    return Path(__file__).resolve().parent.parent


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
