"""All sites and cases, family by family."""

from tests.web import shop
from tests.web.cases import clubs, fleeting, galleries
from tests.web.model import Case, Host

FAMILIES = (clubs, galleries, fleeting)

HOSTS: tuple[Host, ...] = (*shop.HOSTS, *(host for family in FAMILIES for host in family.HOSTS))
CASES: tuple[Case, ...] = tuple(case for family in FAMILIES for case in family.CASES)
