"""Child processes that read hostile bodies: they start, work and end without a word."""

import subprocess
import sys

PROGRAM = """
from crawler.extraction import Extraction
from crawler.reading import Task
from evidence.model import Fetched
from evidence.property import Property

URL = "http://page.test/"
TASK = Task(
    body=b"<p>three visible words",
    headers={},
    fetched=Fetched(url=URL, final_url=URL, status=200),
    property=Property(name="shop.example", domains=("shop.example",)),
    backlinks=(),
)
if __name__ == "__main__":
    for _ in range(4):
        extraction = Extraction(processes=4)
        print(extraction.schedule(TASK).result().reading.columns["words"])
        extraction.close()
"""


def test_children_that_are_still_starting_end_in_silence() -> None:
    """One short page, four children: three of them have hardly begun when the work is done."""
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, timeout=60
    )
    assert (ended.stdout.split(), ended.stderr) == (["3"] * 4, "")
