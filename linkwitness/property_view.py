"""How a property is shown, to people and to programs."""

from collections import Counter
from collections.abc import Sequence

from rich.table import Table

from linkwitness.display import output, words
from store.crawls.target_profiles import Profile
from store.properties import KnownProperty


def targets_as_table(targets: Sequence[tuple[str, Profile]]) -> None:
    """Print what is known of a property's own targets: how many are there, and which are not."""
    counts = Counter(profile.state for _, profile in targets)
    told = ", ".join(f"{count:,} {state}" for state, count in counts.most_common())
    output().print(f"own targets looked at: {told or 'none yet; `linkwitness crawl` does it'}")
    for url, profile in targets:
        if profile.state != "there":
            output().print(words(f"  {url}: {profile.state}, {profile.detail}"))


def options_of(known: KnownProperty) -> set[tuple[str, str]]:
    """Return what `property add` was told of a property, as options and their values."""
    said = {
        "--domain": known.property.domains[1:],
        "--asset-host": known.property.asset_prefixes,
        "--brand": known.property.brands,
        "--trusted": known.trusted,
        "--sister": known.sisters,
    }
    return {(option, value) for option, values in said.items() for value in values}


def as_table(found: Sequence[KnownProperty]) -> None:
    """Print one row a property."""
    if not found:
        output().print("no property yet; add one: linkwitness property add example.com")
        return
    table = Table(
        "Property",
        "Domains",
        "Asset hosts",
        "Brands",
        "Trusted",
        "Sisters",
        "Reports",
        "Targets",
        "Backlinks",
    )
    for known in found:
        table.add_row(
            words(known.property.name),
            words("\n".join(known.property.domains)),
            words("\n".join(known.property.asset_prefixes)),
            words("\n".join(known.property.brands)),
            words("\n".join(known.trusted)),
            words("\n".join(known.sisters)),
            *(f"{count:,}" for count in (known.reports, known.targets, known.backlinks)),
        )
    output().print(table)
