"""What every test shares: where the checkout is."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder that holds `pyproject.toml`, `guides/` and `templates/`."""
    return Path(__file__).resolve().parent.parent
