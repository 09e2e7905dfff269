"""What cannot be read is Invalid, and says where."""

import msgspec
import pytest

from runcard.adapters.json_body import decoded, misfit
from runcard.kernel.errors import Invalid


class Inner(msgspec.Struct):
    at: int


class Outer(msgspec.Struct):
    inner: list[Inner]


DECODER = msgspec.json.Decoder(Outer)


@pytest.mark.parametrize(
    ("payload", "where", "says"),
    [
        (b'{"inner": [{"at": 1}, {}]}', "/inner/1/at", "/inner/1/at cannot be read: it is missing"),
        (b'{"inner": [{"at": "x"}]}', "/inner/0/at", "Expected `int`"),
        (b"{}", "/inner", "it is missing"),
        (b"[]", "", "the payload cannot be read"),
        (b"{", "", "not JSON"),
        (b'{"x": "\xff", "inner": []}', "", "not UTF-8"),
        (b'{"x":' + b"[" * 99999 + b"]" * 99999 + b"}", "", "nested too deeply"),
    ],
    ids=["missing", "wrong type", "missing at the top", "no object", "cut", "bytes", "deep"],
)
def test_the_fault_names_its_place(payload: bytes, where: str, says: str) -> None:
    with pytest.raises(Invalid) as fault:
        decoded(DECODER, payload)
    assert fault.value.where == where
    assert says in fault.value.message


def test_a_byte_order_mark_is_no_fault() -> None:
    assert decoded(DECODER, b'\xef\xbb\xbf{"inner": []}') == Outer([])


def test_a_fault_of_a_part_is_named_from_the_whole() -> None:
    assert misfit("Expected `int` - at `$.a[2]`", "/7").where == "/7/a/2"
