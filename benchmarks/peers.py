"""Tools that people use today for the same list of pages, in an environment that is thrown away.

LinkChecker reads each page of the list and finds its links, but asks for none of them (it would ask for twenty a
page; told to find none, it does not even read the page); its cap of ten requests a second is lifted. advertools'
crawler fetches and parses each page into a table. Neither knows hosts that do not resolve, so they ask the
server by its address: for them all pages lie on one host, which is kinder to them.
"""

import subprocess
import sys
from pathlib import Path

LINKCHECKER, ADVERTOOLS = "LinkChecker==10.6.*", "advertools==0.18.*"
INSTALL_S = 600
RUN_S = 900
UNLIMITED = "[checking]\nmaxrequestspersecond=1000000\n"
CRAWL = """
import sys
import advertools
advertools.crawl(open(sys.argv[1]).read().split(), sys.argv[2], allowed_domains=["127.0.0.1"],
    custom_settings={"LOG_LEVEL": "ERROR", "ROBOTSTXT_OBEY": False, "CONCURRENT_REQUESTS": 128,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 128})
"""


def environment(folder: Path) -> Path | None:
    """Install both into a new environment; return its programs, or None where they cannot be had."""
    programs = folder / "bin"
    if (programs / "linkchecker").exists():
        return programs
    try:
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, capture_output=True)
        install = [str(programs / "pip"), "install", "--quiet", LINKCHECKER, ADVERTOOLS]
        subprocess.run(install, check=True, capture_output=True, timeout=INSTALL_S)
    except (subprocess.SubprocessError, OSError) as error:
        print(f"LinkChecker and advertools cannot be installed here, so they are left out: {error}")
        return None
    return programs


def linkchecker(programs: Path, pages: list[str], folder: Path) -> None:
    """Check the pages of the list."""
    configuration = folder / "linkcheckerrc"
    configuration.write_text(UNLIMITED)
    folder.chmod(0o755)  # started by root, it becomes nobody
    command = [str(programs / "linkchecker"), f"--config={configuration}", "--recursion-level=1", "--stdin"]
    checks = ["--ignore-url=/match/|/img/", "--no-robots", "--no-status", "--no-warnings", "--output=none"]
    subprocess.run(
        command + checks, input="\n".join(pages), text=True, check=True, capture_output=True, timeout=RUN_S
    )


def advertools(programs: Path, pages: list[str], folder: Path) -> None:
    """Crawl the pages of the list."""
    listed = folder / "pages.txt"
    listed.write_text("\n".join(pages))
    command = [str(programs / "python"), "-c", CRAWL, str(listed), str(folder / "pages.jsonl")]
    subprocess.run(
        command, check=True, capture_output=True, timeout=RUN_S, cwd=folder, env={"PATH": f"{programs}"}
    )
