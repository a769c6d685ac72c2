"""What a property is called: any of its names, each in full."""

import pytest

from analysis.seen.topics import owner_of
from evidence.property import Property


@pytest.mark.parametrize(
    ("property", "names"),
    [
        (Property(name="shop.test", domains=("shop.test",), brands=("Kiln & Croft",)), (("kiln", "croft"),)),
        (Property(name="shop.test", brands=("Kiln & Croft", "KC Pots")), (("kiln", "croft"), ("pots",))),
        (Property(name="mizuki-kobo.test", brands=("水木",)), (("水", "木"), ("mizuk", "kobo"))),
        (Property(name="lamps.test", brands=("Oslo Light",)), (("oslo", "light"),)),
        (Property(name="lamps.test"), (("lamps",),)),
    ],
)
def test_names(property: Property, names: tuple[tuple[str, ...], ...]) -> None:
    assert owner_of(property).names == names
