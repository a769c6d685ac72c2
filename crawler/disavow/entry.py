"""What a line of a disavow file disavows."""

from collections.abc import Collection
from dataclasses import dataclass

from evidence.addresses.hosts import host_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A whole domain with everything below it, or a single page."""

    is_domain: bool
    value: str
    """A host name in A-labels and lower case, or an absolute address."""

    @property
    def text(self) -> str:
        """The line that says so."""
        return f"domain:{self.value}" if self.is_domain else self.value

    @property
    def host(self) -> str:
        """The host that is disavowed, or that the page is on."""
        return self.value if self.is_domain else host_of(self.value)

    def is_covered_by(self, domains: Collection[str]) -> bool:
        """Whether one of these domains contains the entry; an entry does not cover itself."""
        labels = self.host.split(".")
        above = {".".join(labels[index:]) for index in range(1 if self.is_domain else 0, len(labels))}
        return not above.isdisjoint(domains)
