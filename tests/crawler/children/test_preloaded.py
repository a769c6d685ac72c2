"""What the server that forks children does before it serves."""

import subprocess
import sys

import pytest

READ = "crawler.children.reading"
"""The first thing that takes long to import."""


@pytest.mark.parametrize("before", ["", f"sys.modules[{READ!r}] = None"])
def test_ctrl_c_is_left_to_the_crawl_from_the_first_moment(before: str) -> None:
    """A terminal sends it to every process: without this, one that was still importing wrote a traceback."""
    code = (
        f"import signal, sys\n{before}\ntry:\n    import crawler.children.preloaded\nexcept ImportError:\n"
        "    pass\nprint(signal.getsignal(signal.SIGINT) is signal.SIG_IGN)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"
