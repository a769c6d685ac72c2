"""Hostile cases 63 to 68, in through a report and a page, out of every view: review, API, HTML, CSV, workbook."""

import csv
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.linkwitness.program import linkwitness
from tests.review.serving import TARGET, served
from tests.review.test_browser import CHROMIUM, FLAGS
from tests.web import shop
from tests.web.model import Host, Response
from tests.web.server import WebServer

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's chromium: apt-get install chromium")
RUN = "window.pwned=1"
LINK = f'<a href="{TARGET}">one two three</a>'
PAGES = {
    "case63.test": LINK + "<a " * 100_000,
    "case64.test": LINK + "&#x110000;&#0;&zzzz" * 300_000 + f'<a\x00b href="{TARGET}\x00">\x80\x9f\x85</a>',
    "case65.test": f"<!--{'x' * 4_096}--><base href='javascript:{RUN}'><base href='http://elsewhere.test/'>{LINK}",
    "case66.test": f"""<img srcset="{TARGET} 2x"><picture><source srcset="{TARGET}"></picture><p style="background:
url({TARGET})"><svg><a xlink:href="{TARGET}"><text>x</text></a></svg><map><area href="{TARGET}"></map>
<form action="{TARGET}"><input></form><iframe src="{TARGET}"></iframe><object data="{TARGET}"></object>
<b onclick="location='{TARGET}';{RUN}">b</b><script type="application/ld+json">{{"url": "{TARGET}"}}</script>
<noscript>{LINK}</noscript><template>{LINK}</template><!-- {LINK} -->
<div style="position:absolute;left:-9999px;font-size:0">{LINK}</div>""",
    "case67.test": f"""{LINK}<a href="data:text/html,<script>{RUN}</script>{TARGET}">d</a>
<a href="javascript:{RUN}//{TARGET}">j</a><a href="&#106;avascript:{RUN}//{TARGET}">k</a>
<a href="java\tscript:{RUN}//{TARGET}">t</a><a href="java\nscript:{RUN}//{TARGET}">n</a>
<a href="mailto:x@parfumerie-lorchestre.test?body={TARGET}">m</a>""",
}
HOSTS = {
    "http://fa\u00df.test/p": "xn--fa-hia.test",
    "http://\uff46\uff55\uff4c\uff4c\u3002test/p": "full.test",
    "http://so\u00adft.test/p": "soft.test",
    "http://p\u0430ypal.test/p": "xn--pypal-4ve.test",
}
"""What a report of case 68 says, and the one name that it means."""
WORDS = (
    f"javascript:{RUN}",
    f'"><img src=x onerror="{RUN}">',
    "=cmd|' /C calc'!A0",
    "a\x00b\x85\x9f",
    "\u202etxt.exe",
    "{{7*7}}",
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the cases imported, crawled, analysed and exported."""
    folder = tmp_path_factory.mktemp("hostile")
    name = shop.PROPERTY.name
    linkwitness(folder, "property", "add", name)
    with (folder / "report.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["Referring page title", "Referring page URL", "Target URL", "Left context", "Anchor"])
        sources = [*(f"http://{host}/p" for host in PAGES), *HOSTS]
        rows.writerows([word, source, TARGET, word, word] for source in sources for word in WORDS)
    assert linkwitness(folder, "import", "report.csv", "--property", name).code == 0
    html = (("Content-Type", "text/html; charset=utf-8"),)
    hosts = [
        Host(
            name=host,
            pages={
                "/p": Response(status=200, body=f"<title>{WORDS[1]}</title>{body}".encode(), headers=html)
            },
            unknown=Response(status=404),
        )
        for host, body in PAGES.items()
    ]
    with WebServer(tuple(hosts)) as web:
        known = json.dumps({host.name: web.address for host in hosts})
        told = linkwitness(folder, "crawl", "--property", name, connect_to=known, delay="0", loads="1")
        assert told.code == 0, told.err
    for words in (("analyse",), ("export", "html", "csv", "xlsx", "json", "--to", "out")):
        told = linkwitness(folder, *words, "--property", name)
        assert told.code == 0, told.err
    return folder


@pytest.fixture(scope="module")
def review(hostile: Path) -> Iterator[str]:
    with served(hostile) as running:
        yield running.url


def test_no_view_runs_asks_or_offers_a_foreign_link(hostile: Path, review: str) -> None:
    asked: list[str] = []
    said: list[str] = []
    views = [f"{review}/domain/{host}" for host in (*PAGES, *HOSTS.values())]
    views += [f"{review}{path}" for path in ("/", "/queue", "/queue?decided=all", "/outcome")]
    summary = (hostile / "out" / "summary.html").as_uri()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        for view in (*views, summary):
            answer = page.goto(view)
            assert answer is not None
            assert answer.ok, view
            for details in page.locator("details[data-frame] summary").all():
                details.click()
            for frame in page.frames:
                assert frame.evaluate("window.pwned") is None, view
            links = page.eval_on_selector_all("a[href], area[href]", "all => all.map(one => one.href)")
            assert [link for link in links if not link.startswith(f"{review}/")] == [], view
        browser.close()
    assert [url for url in asked if not url.startswith(f"{review}/") and url != summary] == []
    assert said == []


def test_hosts_have_one_name_everywhere(hostile: Path) -> None:
    with (hostile / "out" / "backlinks.csv").open(encoding="utf-8-sig", newline="") as file:
        domains = {row["domain"] for row in csv.DictReader(file)}
    assert domains == {*PAGES, *HOSTS.values()}


def test_tables_hold_nothing_that_runs(hostile: Path) -> None:
    with (hostile / "out" / "backlinks.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))] == []
    with zipfile.ZipFile(hostile / "out" / "linkwitness.xlsx") as book:
        for name in book.namelist():
            text = book.read(name).decode("utf-8", "replace")
            assert not re.search(r"<f[ >]|<hyperlink|externalLink", text), name
    json.loads((hostile / "out" / "linkwitness.json").read_bytes())


def test_the_api_gives_data(hostile: Path) -> None:
    with served(hostile, command="api") as api:
        for path in ("/domains?decided=all", *(f"/domains/{host}" for host in (*PAGES, *HOSTS.values()))):
            answer = api.get(path)
            assert answer.status == 200, path
            assert answer.headers["content-type"] == "application/json"
            assert "\x00" not in answer.text
            json.loads(answer.text)
