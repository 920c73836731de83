"""The page in a real browser: nothing is fetched, nothing runs, and it fits a phone."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from flows.extracts.extract import Briefing
from flows.extracts.page import page_of
from tests.extracts.invented_day import BRIEFING, hostile

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
CHROMEDRIVER = shutil.which("chromedriver")

PHONE_WIDTH_PIXELS = 380

pytestmark = pytest.mark.skipif(
    CHROMIUM is None or CHROMEDRIVER is None,
    reason="no Chromium with chromedriver on this machine",
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    webdriver: Any = pytest.importorskip("selenium.webdriver")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for switch in (
        *("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run"),
        *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
        f"--user-data-dir={tmp_path_factory.mktemp('profile')}",
    ):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(CHROMEDRIVER))
    yield driver
    driver.quit()


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Callable[[Briefing], Any]:  # noqa: ANN401
    def open_(briefing: Briefing) -> Any:  # noqa: ANN401
        path = tmp_path / "briefing.html"
        path.write_text(page_of(briefing), encoding="utf-8")
        browser.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {
                "width": PHONE_WIDTH_PIXELS,
                "height": 800,
                "deviceScaleFactor": 1,
                "mobile": True,
            },
        )
        browser.get_log("performance")  # forget the browser's own start page
        browser.get(path.as_uri())
        return browser

    return open_


def requested(browser: Any) -> list[str]:  # noqa: ANN401
    messages = (json.loads(entry["message"])["message"] for entry in browser.get_log("performance"))
    return [
        cast("str", message["params"]["request"]["url"])
        for message in messages
        if message["method"] == "Network.requestWillBeSent"
    ]


@pytest.mark.parametrize("briefing", [BRIEFING, hostile("<img src=https://evil.example/x>" * 9)])
def test_the_page_asks_for_nothing_outside_itself(
    open_page: Callable[[Briefing], Any], briefing: Briefing
) -> None:
    urls = requested(open_page(briefing))
    assert [url for url in urls if not re.match(r"file:.*/briefing\.html$|data:", url)] == []
    assert any(url.startswith("file:") for url in urls)


@pytest.mark.parametrize("briefing", [BRIEFING, hostile("w" * 10_000), hostile("\u202eabc ")])
def test_the_page_fits_a_phone_without_scrolling_sideways(
    open_page: Callable[[Briefing], Any], briefing: Briefing
) -> None:
    width = open_page(briefing).execute_script("return document.documentElement.scrollWidth")
    assert width <= PHONE_WIDTH_PIXELS


def test_the_policy_lets_the_pages_own_style_through_and_nothing_complains(
    open_page: Callable[[Briefing], Any],
) -> None:
    browser = open_page(BRIEFING)
    assert browser.get_log("browser") == []
    font = browser.execute_script(
        "return getComputedStyle(document.querySelector('h1')).fontFamily"
    )
    assert "Iowan Old Style" in font
