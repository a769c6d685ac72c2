"""`linkwitness property`."""

import json
from pathlib import Path

from tests.linkwitness.program import linkwitness


def test_add_and_show(tmp_path: Path) -> None:
    added = linkwitness(
        tmp_path, "property", "add", "https://www.Shop.test/", "--brand", "L'Orchestre Parfum",
        "--asset-host", "https://cdn.assets.test/s/shop/", "--domain", "shop.example", "--trusted", "friend.test",
        "--sister", "https://www.second.test/",
    )  # fmt: skip
    assert added.out == "added shop.test\n"
    (shown,) = json.loads(linkwitness(tmp_path, "property", "show", "--json").out)
    assert shown["property"] == {
        "name": "shop.test",
        "domains": ["shop.test", "shop.example"],
        "asset_prefixes": ["cdn.assets.test/s/shop"],
        "brands": ["L'Orchestre Parfum"],
    }
    assert shown["trusted"] == ["friend.test"]
    assert shown["sisters"] == ["second.test"]


def test_adding_again_replaces_and_tells_what_is_lost(tmp_path: Path) -> None:
    linkwitness(
        tmp_path, "property", "add", "shop.test", "--brand", "Old & Sons", "--trusted", "friend.test",
        "--domain", "shop.example",
    )  # fmt: skip
    again = linkwitness(
        tmp_path, "property", "add", "shop.test", "--brand", "New", "--domain", "shop.example"
    )
    assert again.out.splitlines() == [
        "replaced shop.test",
        "no longer said of it: --brand 'Old & Sons' --trusted friend.test",
    ]
    assert "New" in linkwitness(tmp_path, "property", "show").out
    same = linkwitness(tmp_path, "property", "add", "shop.test", "--brand", "New", "--domain", "shop.example")
    assert same.out == "replaced shop.test\n"


def test_numbers_of_its_own_are_kept_and_taken_back(tmp_path: Path) -> None:
    linkwitness(tmp_path, "property", "add", "shop.test")
    strict = tmp_path / "strict.toml"
    strict.write_text("[fusion]\nauto = 0.9\nreview = 0.6\n")
    kept = linkwitness(tmp_path, "property", "policy", "shop.test", str(strict))
    assert kept.out == "shop.test goes by 2 numbers of its own\n"
    (shown,) = json.loads(linkwitness(tmp_path, "property", "show", "--json").out)
    assert shown["policy"] == {"fusion": {"auto": 0.9, "review": 0.6}}
    strict.write_text("[fusion]\nauto = 0.9\nreveiw = 0.6\n")
    refused = linkwitness(tmp_path, "property", "policy", "shop.test", str(strict))
    assert "the policy has no fusion.reveiw" in refused.err
    (shown,) = json.loads(linkwitness(tmp_path, "property", "show", "--json").out)
    assert shown["policy"]["fusion"]["review"] == 0.6, "a wrong file changes nothing"
    assert linkwitness(tmp_path, "property", "policy", "shop.test").out == "shop.test goes by the defaults\n"
