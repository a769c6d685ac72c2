"""Settings of an installation: command line over environment over `linkwitness.toml` over defaults."""

import tomllib
from pathlib import Path

import typer
from pydantic import Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from evidence.errors import LinkwitnessError


class Configuration(BaseSettings):
    """Every setting, with its default and what it is for."""

    model_config = SettingsConfigDict(env_prefix="LINKWITNESS_", toml_file="linkwitness.toml", extra="forbid")

    data: Path = Field(
        Path("linkwitness-data"), description="folder for the store, the archive and the exports"
    )
    store: str = Field(default="", description="database URL; empty: SQLite in the data folder")
    contact: str = Field(
        default="",
        description="address in the User-Agent for owners of visited pages; empty: the property's own site",
    )
    delay: float = Field(
        default=1.0, ge=0, description="seconds between two requests to one registrable domain"
    )
    loads: int = Field(
        default=3, ge=1, le=10, description="times a live page without the reference is loaded in all"
    )
    connect_to: dict[str, str] = Field(
        default_factory=dict,
        description="host suffix to address:port, for demonstrations and staging; skips the address check",
    )

    @property
    def store_url(self) -> str:
        """The database URL in force."""
        return self.store or f"sqlite:///{self.data / 'linkwitness.db'}"

    @property
    def archive(self) -> Path:
        """Folder of the WARC files."""
        return self.data / "archive"

    @property
    def exports(self) -> Path:
        """Folder of the exports."""
        return self.data / "exports"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003  # pydantic's signature
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003  # pydantic's signature
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Read the command line, the environment, then the file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def configuration(context: typer.Context) -> Configuration:
    """Return the settings for this call of the program.

    Raises:
        LinkwitnessError: a setting has a wrong name or value, or their file is no TOML.
    """
    try:
        return Configuration(**(context.obj or {}))
    except tomllib.TOMLDecodeError as error:
        raise LinkwitnessError(
            f"linkwitness.toml is no TOML, with lines such as delay = 2.0: {error}"
        ) from error
    except ValidationError as error:
        lines = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise LinkwitnessError(
            f"a setting is wrong (linkwitness.toml or LINKWITNESS_...): {lines}"
        ) from error
