import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.codec import CodecError, from_json, pack, to_json, unpack
from tests.evidence.page_factory import page, reference

PAGE = page(
    references=(reference(),),
    carriers=(reference().carrier,),
    simhash=2**64 - 1,
    text="Grüße 香水 \u0000 \U0001f600",
)


def test_json_and_packed_form_come_back_equal() -> None:
    assert from_json(to_json(PAGE)) == PAGE
    assert unpack(pack(PAGE)) == PAGE


def test_json_is_readable_by_others() -> None:
    data = json.loads(to_json(PAGE))
    assert data["references"][0]["carrier"]["kind"] == "link"
    assert data["references"][0]["level"] == "L0"
    assert data["simhash"] == 2**64 - 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x02abc",
        b"\x01abc",
        b"\x01" + zlib.compress(b"{}"),
        pack(PAGE)[:-9],
        b"\x01" + zlib.compress(b"[" * 100_000),
    ],
)
def test_damaged_bytes_say_what_to_do(data: bytes) -> None:
    with pytest.raises(CodecError):
        unpack(data)


@given(st.binary(max_size=80))
def test_any_bytes_end_in_an_error_of_our_own(data: bytes) -> None:
    with pytest.raises(CodecError):
        unpack(data)
