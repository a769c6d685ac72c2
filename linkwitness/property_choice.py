"""Which property a command is about: the one named, or the only one there is."""

from datetime import UTC, datetime

from evidence.describing import described
from evidence.errors import LinkwitnessError
from linkwitness.display import notices, words
from store.database import Store
from store.properties import UnknownPropertyError, find_property, list_properties, put_property


def choose_property(store: Store, name: str) -> str:
    """Return the name of the property, adding it when it is new, which is said: it may be a slip of the pen.

    Raises:
        LinkwitnessError: none was named and the store does not hold exactly one.
    """
    if not name:
        return only_property(store)
    property = described(name)
    with store.write(durable=True) as session:
        try:
            find_property(session, property.name)
        except UnknownPropertyError:
            put_property(session, property, now=datetime.now(UTC))
            notices().print(words(f"{property.name} is new here, and added as a property"))
    return property.name


def only_property(store: Store, name: str = "") -> str:
    """Return the name of a property that is in the store.

    Raises:
        LinkwitnessError: it is not there, or none was named and there are none or several.
    """
    with store.read() as session:
        if name:
            return find_property(session, described(name).name).property.name
        known = [one.property.name for one in list_properties(session)]
    if len(known) == 1:
        return known[0]
    if not known:
        raise LinkwitnessError(
            "no property is known yet: name yours with its first report "
            "(linkwitness import export.csv --property example.com)"
        )
    raise LinkwitnessError(f"which property? name it with --property (known: {', '.join(known)})")
