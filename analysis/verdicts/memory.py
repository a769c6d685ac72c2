"""What the last analysis counted, so that the next one can count without reading every page again."""

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from analysis.at_large.crowd import Hearsay, Others, having, memberships
from store.conclusions.basis import Part
from store.conclusions.basis import parts as stored_parts
from store.database import Store

NOBODY = pl.DataFrame(
    schema={"page_id": pl.Int64, "domain_id": pl.Int64, "value": pl.String, "fingerprint": pl.String}
)
"""The columns of memberships."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What the pages of all domains add to the counts at large, and their verdicts."""

    pages: pl.DataFrame
    """As `crowd.Hearsay.pages`, and `state` before the campaigns were heard."""
    claims: pl.LazyFrame
    """As `crowd.Others.claims`."""

    def without(self, domains: pl.DataFrame) -> "Memory":
        """Return the rest without some domains (`domain_id`)."""
        return Memory(
            pages=self.pages.join(domains, on="domain_id", how="anti"),
            claims=self.claims.join(domains.lazy(), on="domain_id", how="anti"),
        )

    def beside(self, domains: pl.DataFrame, groups: pl.DataFrame) -> Others:
        """Return what all but some domains add to the counts at large; `groups`: what these share."""
        members = self.with_any(groups).join(domains, on="domain_id", how="anti")
        return Others(
            members=members,
            lifespans=self.pages.select("page_id", "born", "gone").join(members, on="page_id", how="semi"),
            claims=self.claims.join(domains.lazy(), on="domain_id", how="anti").collect(),
        )

    def groups_of(self, domains: pl.DataFrame, pages: pl.DataFrame) -> pl.DataFrame:
        """Return `fingerprint` and `value` of every group that a page of some domains belongs or belonged to.

        `pages`: those of them that have changed, as they are now.
        """
        before = memberships(self.pages.join(domains, on="domain_id", how="semi"))
        return pl.concat([before, memberships(pages)]).select("fingerprint", "value").unique()

    def groups_changed_by(self, pages: pl.DataFrame, *, largest: float) -> pl.DataFrame:
        """Return `domain_id` of those that share a fingerprint with a page that has got or lost it.

        `pages`: all pages of some domains as they are now, as `crowd.Hearsay.pages`; `largest`: other domains
        that a group has at the most.
        """
        domains = pages.select("domain_id").unique()
        key = ["page_id", "domain_id", "fingerprint", "value"]
        after = memberships(pages).select(key)
        before = memberships(self.pages.join(domains, on="domain_id", how="semi")).select(key)
        changed = pl.concat([after.join(before, on=key, how="anti"), before.join(after, on=key, how="anti")])
        others = self.with_any(changed).join(domains, on="domain_id", how="anti")
        small = pl.col("domain_id").n_unique().over("fingerprint", "value") <= largest
        return others.filter(small).select("domain_id").unique()

    def with_any(self, groups: pl.DataFrame) -> pl.DataFrame:
        """Return `page_id`, `domain_id`, `value` and `fingerprint` of the pages that have one of these.

        `groups`: `fingerprint` and `value`.
        """
        found = [
            having(self.pages, name)
            .join(values, on="value", how="semi")
            .with_columns(fingerprint=pl.lit(name))
            for (name,), values in groups.partition_by("fingerprint", as_dict=True).items()
        ]
        return pl.concat([NOBODY, *found])


def remembered(store: Store, property_name: str) -> Memory:
    """Return what the last analysis counted."""
    found: list[Memory] = []
    later = pl.DataFrame(schema={"domain_id": pl.Int64})
    with store.read() as session:
        for part in stored_parts(session, property_name):
            memory = Memory(pages=part.pages, claims=part.claims.lazy())
            found.append(memory if later.is_empty() else memory.without(later))
            if part.is_later:
                later = pl.concat([later, part.pages.select("domain_id")]).unique()
    return Memory(
        pages=pl.concat(memory.pages for memory in found),
        claims=pl.concat(memory.claims for memory in found),
    )


def parts_of(heard: Iterable[Hearsay], alone: pl.DataFrame) -> Iterable[Part]:
    """Give what is to be remembered of some shards; `alone`: as in `concluding.Concluded`."""
    for one in heard:
        yield Part(claims=one.claims.drop("page_id"), pages=one.pages.join(alone, on="page_id", how="left"))
