"""One round of the sources: from `sources.toml` into the inbox, and into the record."""

from __future__ import annotations

from datetime import datetime
from importlib.metadata import version

from flows.errors import SettingsError
from flows.rows import Row
from flows.settings import Settings
from flows.sources.client import ROBOT_NAME, Client
from flows.sources.collect import Report, collect
from flows.sources.gate import Gate
from flows.sources.pace import Pace
from flows.sources.request import Limits
from flows.sources.shelf import Shelf
from flows.sources.subscriptions import read_subscriptions
from flows.store.warehouse import open_warehouse

_MEBIBYTE = 1024 * 1024


def fetch_sources(settings: Settings, as_of: datetime) -> list[Report]:
    """Fetch what is new, and return what each source gave; a page that fails is told in it.

    Raises SettingsError where the list is missing or wrong, or nobody says who asks.
    """
    sources = read_subscriptions(settings.sources_file)
    if not settings.contact:
        message = (
            "DATELINE_CONTACT: say who fetches; every server is told."
            " Set a mail or web address, such as newsdesk@example.org"
        )
        raise SettingsError(message)
    reports = collect(sources, _client(settings), Shelf(settings.inbox, as_of))
    with open_warehouse(settings.warehouse) as warehouse:
        warehouse.record_fetches([_row(report, as_of) for report in reports])
    return reports


def _client(settings: Settings) -> Client:
    hosts = settings.allow_private_hosts.split(",")
    return Client(
        f"{ROBOT_NAME}/{version('dateline')} (+{settings.contact})",
        Limits(settings.fetch_timeout_seconds, settings.fetch_limit_mb * _MEBIBYTE),
        Gate(frozenset(host.strip() for host in hosts)),
        Pace(settings.fetch_interval_seconds),
    )


def _row(report: Report, as_of: datetime) -> Row:
    return {
        "source_url": report.source.url,
        "kind": report.source.kind.value,
        "saved": report.saved,
        "unchanged": report.unchanged,
        "problems": report.problems,
        "fetched_at": as_of.replace(tzinfo=None),
    }
