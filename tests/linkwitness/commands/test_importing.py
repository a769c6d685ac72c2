"""`linkwitness import`."""

import csv
import json
from pathlib import Path

import pytest

from tests.linkwitness.program import linkwitness


def report(folder: Path, *lines: str) -> Path:
    path = folder / "links.csv"
    path.write_text("\n".join(("Linking page,Last crawled", *lines)))
    return path


def test_rows_come_in_and_twice_changes_nothing(tmp_path: Path) -> None:
    path = report(
        tmp_path,
        "https://a.test/x,2026-01-02",
        "http://www.a.test/x,2026-01-03",
        "https://b.test/,2026-01-02",
    )
    first = linkwitness(tmp_path, "import", str(path), "--property", "shop.test")
    assert "3 rows, 2 new backlinks" in first.out
    again = linkwitness(tmp_path, "import", str(path), "--property", "shop.test")
    assert "0 new backlinks, imported before" in again.out


def test_a_property_that_is_new_is_said_to_be(tmp_path: Path) -> None:
    report(tmp_path, "https://a.test/x,2026-01-02")
    nobodys = linkwitness(tmp_path, "import", "links.csv")
    assert (nobodys.code, nobodys.err.count("\n")) == (1, 1)
    assert (
        "name yours with its first report (linkwitness import export.csv --property example.com)"
        in nobodys.err
    )
    call = ("import", "links.csv", "--property", "Shop.test")
    assert linkwitness(tmp_path, *call).err == "shop.test is new here, and added as a property\n"
    assert linkwitness(tmp_path, *call).err == ""


def test_an_access_log_states_hotlinks_of_the_propertys_own_paths(tmp_path: Path) -> None:
    line = (
        '1.2.3.4 - - [20/Nov/2026:10:00:00 +0000] "GET /img/flakon.jpg HTTP/1.1" 200 512 '
        '"https://gallery.test/post" "Mozilla/5.0"\n'
    )
    (tmp_path / "access.log").write_text(line * 3)
    told = linkwitness(tmp_path, "import", "access.log", "--property", "shop.test")
    assert "1 new backlinks" in told.out
    assert "not set up as yours" not in told.out


def test_show_tells_visitors_of_a_log_from_robots(tmp_path: Path) -> None:
    hit = '{client} - - [20/Nov/2026:10:00:0{second} +0000] "GET {path} HTTP/1.1" 200 512 "{referrer}" "Mozilla/5.0"\n'
    robot = "".join(
        hit.format(client="1.2.3.4", second=second, path="/", referrer="https://robot.test/")
        for second in (1, 2)
    )
    person = hit.format(client="5.6.7.8", second=3, path="/", referrer="https://reader.test/post")
    styles = hit.format(client="5.6.7.8", second=4, path="/style.css", referrer="https://shop.test/")
    (tmp_path / "access.log").write_text(robot + person + styles)
    linkwitness(tmp_path, "import", "access.log", "--property", "shop.test")
    assert "2 requests; its visitors load nothing else" in linkwitness(tmp_path, "show", "robot.test").out
    assert (
        "1 requests; its visitors load pictures or styles" in linkwitness(tmp_path, "show", "reader.test").out
    )


def test_bad_rows_are_shown_with_their_line_and_written(tmp_path: Path) -> None:
    path = report(tmp_path, "https://a.test/x,2026-01-02", "javascript:alert(1),2026-01-03")
    told = linkwitness(tmp_path, "import", str(path), "--property", "shop.test", "--errors", "bad.csv")
    assert "line 3 skipped" in told.err
    with (tmp_path / "bad.csv").open(newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["file"], row["line"]) == ("links.csv", "3")


def test_programs_are_told_the_same(tmp_path: Path) -> None:
    path = report(
        tmp_path, "https://a.test/x,2026-01-02", "javascript:alert(1),2026-01-03", "https://shop.test/,"
    )
    told = linkwitness(tmp_path, "import", str(path), "--property", "shop.test", "--json")
    (done,) = json.loads(told.out)
    assert (done["file_name"], done["rows"], done["new_backlinks"], done["own"]) == ("links.csv", 1, 1, 1)
    assert [(bad["line"], bad["text"]) for bad in done["bad"]] == [(3, "javascript:alert(1),2026-01-03")]
    assert done["was_known"] is False


def test_own_pages_are_left_out_and_counted(tmp_path: Path) -> None:
    path = report(tmp_path, "https://www.shop.test/about,2026-01-02", "https://a.test/,2026-01-02")
    told = linkwitness(tmp_path, "import", str(path), "--property", "shop.test")
    assert "1 rows, 1 new backlinks" in told.out
    assert "1 rows from your own pages left out" in told.out


def test_a_file_nobody_knows_names_what_it_saw_and_what_is_known(tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("Name;Price\nFlakon;12\n")
    told = linkwitness(tmp_path, "import", str(path), "--property", "shop.test")
    assert told.code == 1
    assert "Name" in told.err
    assert "Ahrefs" in told.err
    assert "Search Console" in told.err
    assert "Traceback" not in told.err


def test_a_file_that_is_no_report_keeps_the_others_out_of_nothing(tmp_path: Path) -> None:
    report(tmp_path, "https://a.test/x,2026-01-02")
    (tmp_path / "prices.csv").write_text("Name;Price\nFlakon;12\n")
    (tmp_path / "more.txt").write_text("https://b.test/x\n")
    call = ("import", "links.csv", "prices.csv", "more.txt", "--property", "shop.test")
    told = linkwitness(tmp_path, *call, "--json")
    assert told.code == 1
    assert [one["file_name"] for one in json.loads(told.out)] == ["links.csv", "more.txt"]
    assert "prices.csv: no known report format. The first row reads: Name, Price\n" in told.err
    assert "1 of 3 files could not be imported: prices.csv." in told.err
    assert linkwitness(tmp_path, "import", "links.csv", "more.txt").out.count("imported before") == 2


def test_a_run_visits_nothing_while_a_file_is_missing_from_it(tmp_path: Path) -> None:
    report(tmp_path, "https://a.test/x,2026-01-02")
    (tmp_path / "prices.csv").write_text("Name;Price\nFlakon;12\n")
    told = linkwitness(tmp_path, "run", "links.csv", "prices.csv", "--property", "shop.test")
    assert told.code == 1
    assert "visited" not in told.out


def test_a_report_without_a_row_is_not_taken_in_silence(tmp_path: Path) -> None:
    report(tmp_path)
    told = linkwitness(tmp_path, "import", "links.csv", "--property", "shop.test")
    assert "0 rows" in told.out
    assert "nothing in it states a backlink; export it again" in told.err
    report(tmp_path, "https://a.test/x,2026-01-02")
    assert "nothing in it" not in linkwitness(tmp_path, "import", "links.csv").err


def test_dates_that_are_not_understood_are_counted_and_shown(tmp_path: Path) -> None:
    report(tmp_path, "https://a.test/x,2026-01-02", "https://b.test/x,31/12/26", "https://c.test/x,12/31/26")
    told = linkwitness(tmp_path, "import", "links.csv", "--property", "shop.test")
    assert "3 rows" in told.out
    assert "Last crawled: 2 cells not understood and left out, the first in line 3: 31/12/26\n" in told.err
    told = linkwitness(tmp_path, "import", "links.csv", "--property", "other.test", "--json")
    assert json.loads(told.out)[0]["unread"][0]["cells"] == 2


TARGETED = "Source Url,Anchor text,Target Url\n"


def test_a_report_about_another_site_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "links.csv").write_text(TARGETED + "https://a.test/x,x,https://www.other.test/\n" * 2)
    told = linkwitness(tmp_path, "import", "links.csv", "--property", "shop.test")
    assert "no row links to shop.test, all link to: www.other.test (2)" in told.out
    assert "--property other.test" in told.out


def test_a_report_with_some_rows_about_another_host_names_it(tmp_path: Path) -> None:
    rows = "https://a.test/x,x,https://cdn.test/\nhttps://a.test/y,x,https://shop.test/\n"
    (tmp_path / "links.csv").write_text(TARGETED + rows)
    told = linkwitness(tmp_path, "import", "links.csv", "--property", "shop.test")
    assert "1 rows link to hosts not set up as yours: cdn.test (1)" in told.out
    assert "no row links to" not in told.out


def test_remarks_in_a_pipe_are_not_broken(tmp_path: Path) -> None:
    report(tmp_path, "https://a.test/x,2026-01-02", "nothing " * 20 + ",2026-01-03")
    linkwitness(tmp_path, "property", "add", "shop.test")
    told = linkwitness(tmp_path, "import", "links.csv")
    assert [line[:17] for line in told.err.splitlines()] == ["  line 3 skipped:"]


@pytest.mark.parametrize("others", [(), ("links.csv",)])
def test_what_a_refused_file_says_is_shown_and_not_obeyed(others: tuple[str, ...], tmp_path: Path) -> None:
    """Hostile case 96: its first row is told, and may hold the commands of a terminal."""
    report(tmp_path, "https://a.test/x,2026-01-02")
    (tmp_path / "evil.csv").write_text("\x1b[2JName;Price\nFlakon;12\n")
    told = linkwitness(tmp_path, "import", *others, "evil.csv", "--property", "shop.test")
    assert r"The first row reads: \x1b[2JName, Price" in told.err
    assert "\x1b" not in told.err
    assert "\nKnown formats:\n" in told.err
