"""The site whose backlinks are checked, as far as reading a page needs to know it."""

from collections.abc import Sequence
from dataclasses import dataclass

from evidence.errors import LinkwitnessError
from evidence.urls import host_of, is_public_suffix, registrable_domain, resolve


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """Hosts, asset hosts and names that count as *ours* (field guide 5.2, case 21).

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


def described(
    name: str, *, domains: Sequence[str] = (), asset_prefixes: Sequence[str] = (), brands: Sequence[str] = ()
) -> Property:
    """Return a property from what a person typed: host names, URLs or domains in any spelling.

    Raises:
        LinkwitnessError: something typed is no domain, or belongs to everybody, such as `co.uk`.
    """
    main = _own_domain(name)
    return Property(
        name=main,
        domains=tuple(dict.fromkeys([main, *map(_own_domain, domains)])),
        asset_prefixes=tuple(dict.fromkeys(map(_prefix, asset_prefixes))),
        brands=tuple(dict.fromkeys(brand.strip() for brand in brands if brand.strip())),
    )


def _own_domain(typed: str) -> str:
    host = host_of(_absolute(typed))
    if is_public_suffix(host):
        raise LinkwitnessError(f"{typed!r} is a public suffix, not a site: name the domain below it")
    return registrable_domain(host)


def _prefix(typed: str) -> str:
    return _absolute(typed).partition("://")[2].rstrip("/")


def _absolute(typed: str) -> str:
    absolute = resolve(typed if "://" in typed else f"http://{typed}", "http://invalid/")
    if absolute is None or "." not in host_of(absolute):
        raise LinkwitnessError(f"{typed!r} is no domain: write it like example.com")
    return absolute
