"""What an operator can set: environment variables that begin with DATELINE_, read once."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from flows.errors import SettingsError
from flows.issues.taxonomy_file import TAXONOMY_FILE

PROJECT_DIR = Path(__file__).resolve().parent.parent
SQL_DIR = PROJECT_DIR / "sql"
SHIPPED_TAXONOMY, OWN_TAXONOMY = "shipped taxonomy", "taxonomy"
SPEAKERS = "speakers"


class Settings(BaseSettings):
    """Every setting, with its default. Folders lie below `data_dir`."""

    model_config = SettingsConfigDict(env_prefix="DATELINE_", frozen=True, extra="forbid")

    data_dir: Path = Field(
        default=PROJECT_DIR / "data", description="where the inbox, the databases and extracts lie"
    )
    time_zone: str = Field(
        default="UTC", description="the zone in which a briefing's day begins and ends"
    )
    batch_files: int = Field(
        default=200, ge=1, description="files that are loaded in one transaction"
    )
    workers: int = Field(default=0, ge=0, description="reading processes; 0 means one a core")
    file_timeout_seconds: float = Field(
        default=30, gt=0, description="processor time that one file may take to be read"
    )
    worker_memory_mb: int = Field(
        default=1024, ge=512, description="memory that one reading process may use"
    )
    lock_timeout_seconds: float = Field(
        default=3600, ge=0, description="how long a run waits for another one to end"
    )

    settle_seconds: float = Field(
        default=1, ge=0, description="a file that changed more recently is looked at twice"
    )
    contact: str = Field(
        default="", description="who fetches: a mail or web address, told to every server"
    )
    fetch_interval_seconds: float = Field(
        default=1, ge=0, description="least time between two requests to one host"
    )
    fetch_timeout_seconds: float = Field(
        default=30, gt=0, description="longest time that one page may take to arrive"
    )
    fetch_limit_mb: int = Field(default=20, ge=1, description="largest page, unpacked")
    fetch_minutes: float = Field(
        default=15, gt=0, description="how often `run --watch` asks the sources"
    )
    allow_private_hosts: str = Field(
        default="", description="host:port, comma-separated, that may lie in our own network"
    )

    @field_validator("time_zone")
    @classmethod
    def _is_known(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as error:
            message = f"{value!r} is no time zone; write one such as Europe/London"
            raise ValueError(message) from error
        return value

    @field_validator("data_dir")
    @classmethod
    def _is_absolute(cls, value: Path) -> Path:
        return value.expanduser().absolute()

    @property
    def file_wall_seconds(self) -> float:
        """The longest that a reader may wait: ten times its work, for a machine that is busy."""
        return 10 * self.file_timeout_seconds

    @property
    def zone(self) -> ZoneInfo:
        """The briefing's time zone."""
        return ZoneInfo(self.time_zone)

    @property
    def inbox(self) -> Path:
        """Where desks drop their files."""
        return self.data_dir / "inbox"

    @property
    def sources_file(self) -> Path:
        """The list of feeds, sitemaps and pages to fetch; there need not be one."""
        return self.data_dir / "sources.toml"

    @property
    def taxonomy_file(self) -> Path:
        """The analyst's own issues, on top of those that ship; there need not be one."""
        return self.data_dir / "taxonomy.toml"

    @property
    def json_mapping_file(self) -> Path:
        """How the desk's own JSON is read; there need not be one."""
        return self.data_dir / "json_mapping.toml"

    @property
    def taxonomy_files(self) -> dict[str, Path]:
        """What the issues are found with, by the name under which the warehouse keeps it."""
        return {SHIPPED_TAXONOMY: TAXONOMY_FILE, OWN_TAXONOMY: self.taxonomy_file}

    @property
    def speakers_file(self) -> Path:
        """What people decided about who is who; there need not be one."""
        return self.data_dir / "speakers.csv"

    @property
    def reference_files(self) -> dict[str, Path]:
        """Every file besides the articles that the tables are made with."""
        return {**self.taxonomy_files, SPEAKERS: self.speakers_file}

    @property
    def quarantine(self) -> Path:
        """Where files lie that could not be read."""
        return self.data_dir / "quarantine"

    @property
    def warehouse(self) -> Path:
        """The database that the pipeline alone opens."""
        return self.data_dir / "warehouse.duckdb"

    @property
    def snapshot(self) -> Path:
        """The database that analysts open."""
        return self.data_dir / "briefing.duckdb"

    @property
    def extracts(self) -> Path:
        """One folder a day, with the CSV files."""
        return self.data_dir / "extracts"

    @property
    def work_dir(self) -> Path:
        """What the tools below us keep between runs; may be deleted when nothing runs."""
        return self.data_dir / ".work"


def load_settings(data_dir: Path | None = None) -> Settings:
    """Return the settings of this process; `data_dir` wins over the environment.

    Raises SettingsError naming the variable and what is wrong with it.
    """
    try:
        return Settings() if data_dir is None else Settings(data_dir=data_dir)
    except ValidationError as error:
        first = error.errors()[0]
        name = f"DATELINE_{'_'.join(str(part) for part in first['loc']).upper()}"
        message = f"{name}: {first['msg']}"
        raise SettingsError(message) from error
