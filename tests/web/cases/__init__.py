"""All sites and cases, family by family."""

from tests.web import shop
from tests.web.cases import (
    blocked,
    blogs,
    clubs,
    communities,
    decay,
    fleeting,
    galleries,
    hacked,
    hidden,
    honest_hiding,
    magazines,
    neighbours,
    networks,
    shops,
    walls,
)
from tests.web.model import Case, Host

FAMILIES = (
    clubs,
    galleries,
    fleeting,
    hidden,
    honest_hiding,
    hacked,
    networks,
    decay,
    blocked,
    walls,
    magazines,
    blogs,
    communities,
    shops,
    neighbours,
)

HOSTS: tuple[Host, ...] = (*shop.HOSTS, *(host for family in FAMILIES for host in family.HOSTS))
CASES: tuple[Case, ...] = tuple(case for family in FAMILIES for case in family.CASES)
