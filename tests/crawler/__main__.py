"""One crawl of a test, in a process of its own: told as JSON what to do, it prints its summary as JSON.

Child processes import their parent's main module again unless it is called `__main__.py`, as the program's own is.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from crawler.children.child import loading


def main(fields: dict[str, Any]) -> None:
    """Crawl; `fields` are those of a job."""
    with loading():
        from crawler.crawl import run_crawl
        from crawler.job import CrawlJob

    fields |= {"archive": Path(fields["archive"]), "replay": tuple(map(Path, fields.get("replay", ())))}
    for name in ("page_ids", "name_servers"):
        if fields.get(name) is not None:
            fields[name] = tuple(fields[name])
    summary = asdict(run_crawl(CrawlJob(**fields)))
    summary["counts"] = [[*reason, count] for reason, count in summary["counts"].items()]
    print(json.dumps(summary))


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
