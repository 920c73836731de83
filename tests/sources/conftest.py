from __future__ import annotations

from collections.abc import Generator

import pytest

from tests.sources.server import Site, web_site


@pytest.fixture
def site() -> Generator[Site]:
    with web_site() as served:
        yield served
