"""All sites and cases, family by family."""

from tests.web import shop
from tests.web.cases import blogs, clubs, decay, fleeting, galleries, hidden, magazines
from tests.web.model import Case, Host

FAMILIES = (clubs, galleries, fleeting, hidden, decay, magazines, blogs)

HOSTS: tuple[Host, ...] = (*shop.HOSTS, *(host for family in FAMILIES for host in family.HOSTS))
CASES: tuple[Case, ...] = tuple(case for family in FAMILIES for case in family.CASES)
