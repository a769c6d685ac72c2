"""The demonstration: an invented perfumery's backlink report, run against a small web on loopback.

Everything on the way is the real thing: the reports, the crawl over real sockets, the archive, the
verdicts. Only the names do not exist, so connections to them go to the demonstration's own server.
"""

import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

from analysis.cases.casefile import page_case
from linkwitness.case_view import show_page
from linkwitness.configuration import Configuration
from linkwitness.display import output
from linkwitness.running import run_all
from store.database import open_store
from store.properties import put_property
from tests.web import shop
from tests.web.cases import CASES, HOSTS
from tests.web.report import in_search_console, write_ahrefs, write_latest_links
from tests.web.server import WebServer

FOLDER = Path("demonstration")


def demonstrate(folder: Path) -> None:
    """Write the reports, start the web, run, and leave everything in the folder to look at."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    reports = [write_ahrefs(CASES, folder), write_latest_links(in_search_console(CASES), folder)]
    with WebServer(HOSTS) as web:
        settings = Configuration(
            data=folder, store="", delay=0.0, connect_to={host.name: web.address for host in HOSTS}
        )
        store = open_store(settings.store_url)
        with store.write(durable=True) as session:
            put_property(session, shop.PROPERTY, now=datetime.now(UTC))
        run_all(settings, store, reports, property_name=shop.PROPERTY.name)
        output().print("\nThe founding story, and the club that truly shows its perfume sponsor")
        for story in ("C01", "E36"):
            url = next(case.source_url for case in CASES if case.id == story)
            show_page(page_case(store, shop.PROPERTY.name, url))
        store.close()


if __name__ == "__main__":
    demonstrate(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
