"""A number and its unit: `15 minutes`, `1 h 30`, `two and a half hours`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from runcard.domain.playbooks.times.tokens import Kind, Token

SECONDS = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "month": 2592000,
    "quarter": 7776000, "half_year": 15768000, "year": 31536000, "business_hour": 3600,
    "half_hour": 1800, "quarter_hour": 900, "half_day": 43200, "fortnight": 1209600,
}  # fmt: skip
MOST_DIGITS = 6
PADDED = 2  # digits of minutes that no unit follows
HALF, AND_A_HALF = "0.5", "+0.5"


@dataclass(frozen=True, slots=True)
class Amount:
    """`1 h 30`, `10`, `5 business days`: a number with the unit it has, if any."""

    count: float
    unit: str | None
    after: int

    def seconds(self, unit: str) -> int:
        return round(self.count * SECONDS.get(self.unit or unit, 0))


def amount_at(tokens: Sequence[Token], at: int) -> Amount | None:
    """The number that stands here, with the unit behind it if there is one."""
    if at >= len(tokens) or tokens[at].kind is not Kind.NUMBER:
        return None
    count = _count(tokens[at].value)
    if count is None:
        return None
    at = _behind_digits(tokens, at)
    if at < len(tokens) and tokens[at].value == AND_A_HALF:  # `2 and a half hours`, `两个半小时`
        count, at = count + 0.5, at + 1
    at = _skip_joiners(tokens, at)
    unit = _unit(tokens, at)
    if unit is None:
        return Amount(count, None, at)
    return _compound(tokens, Amount(count, unit, at + 1))


def _unit(tokens: Sequence[Token], at: int) -> str | None:
    """The unit that stands here; `4 business hours` counts in hours of the working day."""
    if at >= len(tokens):
        return None
    if tokens[at].kind is Kind.UNIT:
        return tokens[at].value
    is_working_time = tokens[at].kind is Kind.CALENDAR and tokens[at].value == "business_hours"
    return "business_hour" if is_working_time else None


def _compound(tokens: Sequence[Token], amount: Amount) -> Amount:
    """`1 h 30` and `3 h 10 min`: minutes directly after hours belong to them; and half of any unit
    behind it: `an hour and a half`, `1時間半`."""
    at = amount.after
    if _is_half(tokens, at):
        return replace(amount, count=amount.count + 0.5, after=at + 1)
    follows = at < len(tokens) and tokens[at].kind is Kind.NUMBER
    if amount.unit != "hour" or not follows:
        return amount
    minutes = _count(tokens[at].value)
    if minutes is None or minutes >= 60:
        return amount
    has_unit = at + 1 < len(tokens) and tokens[at + 1].kind is Kind.UNIT
    if (has_unit and tokens[at + 1].value != "minute") or not (has_unit or _is_padded(tokens[at])):
        return amount
    return Amount(amount.count + minutes / 60, "hour", at + 1 + has_unit)


def _is_padded(token: Token) -> bool:
    """`1 h 05`, `1 h 30`: alone they are two digits; the `an` of `72 hours an agent` is one."""
    return len(token.value) == PADDED


def _is_half(tokens: Sequence[Token], at: int) -> bool:
    """Half of nothing that is named behind it."""
    is_half = at < len(tokens) and tokens[at].value in {AND_A_HALF, HALF}
    return is_half and _unit(tokens, at + 1) is None


def _count(text: str) -> float | None:
    if len(text) > MOST_DIGITS:
        return None
    return float(text.replace(",", "."))


def _behind_digits(tokens: Sequence[Token], at: int) -> int:
    """The token behind a number, and behind its digits where it is said twice: `ten (10) days`."""
    again = tokens[at + 1 : at + 4]
    shape = [token.kind for token in again]
    if shape != [Kind.MARK, Kind.NUMBER, Kind.MARK] or again[1].value != tokens[at].value:
        return at + 1
    return at + 4


def _skip_joiners(tokens: Sequence[Token], at: int) -> int:
    """The plus of `30+ minutes`, the hyphen of `15-minute`, the word in `10 more minutes`."""
    joins = {Kind.PLUS, Kind.DASH, Kind.FILLER}
    if at + 1 < len(tokens) and tokens[at + 1].kind is Kind.UNIT:
        return at + 1 if tokens[at].kind in joins else at
    return at


def upper(tokens: Sequence[Token], low: Amount) -> Amount | None:
    """The second number of a range; of `T+1h to T+2h` both count from the start."""
    at = low.after
    if at >= len(tokens) or tokens[at].kind not in {Kind.DASH, Kind.TO}:
        return None
    is_from_start = at + 1 < len(tokens) and tokens[at + 1].kind is Kind.UNDER
    high = amount_at(tokens, at + 1 + is_from_start)
    return high if high is not None and high.unit is not None else None
