"""A property from what a person typed."""

from collections.abc import Sequence

from evidence.addresses.hosts import host_of, is_public_suffix, registrable_domain
from evidence.addresses.urls import resolve
from evidence.errors import LinkwitnessError
from evidence.property import Property


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
