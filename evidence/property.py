"""The site whose backlinks are checked, as far as reading a page needs to know it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """Hosts, asset hosts and names that count as *ours*.

    More than a third of hotlinked images do not stand on the site's own domain, so `asset_prefixes`
    is the setting that decides how much can be found.
    """

    name: str
    """The main registrable domain, such as `example.com`; also how people name the property."""
    domains: tuple[str, ...] = ()
    """Registrable domains, `name` among them; every host below them is ours."""
    asset_prefixes: tuple[str, ...] = ()
    """Shared hosts with the path that is ours, without scheme: `cdn.shop.example/s/files/1/2345`."""
    brands: tuple[str, ...] = ()
    """Names that count as a mention when they stand in visible text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One URL of the property that a report says is linked."""

    url: str
    page: str = ""
    """For an image: the page of the property that shows it, when known (level L6)."""
