"""The patterns of date phrases, longest first; each name says which reading takes it (data only)."""

from __future__ import annotations

_MONTH_DAY = "month the? (?:nth|day) (?:comma? year)?"
_DAY_MONTH = "the? (?:nth|day) of? month (?:comma? year)?"
_DATE = f"(?:(?:weekday comma?)? (?:{_MONTH_DAY}|{_DAY_MONTH}))"
_ZONE = "(?:comma? zone)?"
_CLOCK = f"(?:about? (?:clock meridiem? {_ZONE}|(?:day|numeral) meridiem {_ZONE}|noon|(?:number|year) zone))"
_WEEKDAY = "(?:(?:next|last|this coming?|coming|past)? weekday day_part?)"
_TO = "(?:dash|hyphen|to|until|through)"
_LIST = "(?:dash|hyphen|to|through|and|or)"
_WHICH = "(?:next|last|this|coming|past|previous|following|same|current)"
_IN = "(?:early|late|mid|the? middle|the? end|the? start)"

PATTERNS: dict[str, str] = {
    "iso_date": "iso",
    "numeric_date": "slashed",
    "time_then_day": f"{_CLOCK} comma? (?:on|at)? (?:{_DATE}|{_WEEKDAY}|relative_day)",
    "day_then_time": f"(?:{_DATE}|{_WEEKDAY}|relative_day) comma? at? {_CLOCK}",
    "days_of_month": f"(?:weekday comma?)? month (?:day|nth) {_LIST} (?:day|nth) (?!meridiem|month)(?:comma? year)?",
    "days_before_month": f"the? (?:day|nth) {_LIST} the? (?:day|nth) of? month (?:comma? year)?",
    "date_range": f"{_DATE} {_TO} {_DATE}",
    "calendar_day": f"{_DATE}",
    "months": f"(?:{_IN} (?:of|hyphen)?)? month {_LIST} (?:{_IN} (?:of|hyphen)?)? month (?:of? year|of? {_WHICH} unit)?",
    "month": f"(?:{_IN} (?:of|hyphen)?)? {_WHICH}? month (?:comma? of? year|of? {_WHICH} unit)?",
    "quarter": f"the? {_WHICH}? fiscal? hyphen? (?:nth|last) hyphen? unit (?:of (?:{_WHICH} unit|fiscal? year)|comma? year)?",
    "half_year": f"the? (?:nth|last|latter) half of (?:year|{_WHICH} unit|the unit)",
    "years": f"fiscal? (?:{_IN} (?:of|hyphen)?)? year {_TO} (?:year|day)",
    "year": f"(?:{_IN} (?:of|hyphen)?)? fiscal? year",
    "week_of_day": f"the? unit of {_DATE}",
    "weekday_of_week": f"weekday {_WHICH} unit|weekday of {_WHICH} unit",
    "weekday": f"(?:early|late|later|earlier)? (?:the? following|the? previous)? {_WEEKDAY}",
    "relative_day": "(?:early|late|later|earlier)? relative_day day_part?",
    "this_part": "(?:early|later|earlier)? (?:this|last) day_part",
    "named_day": "(?:next|last|this)? named_day (?:of? year)?",
    "ago": "count time_unit ago",
    "from_now": "in count (?:time_unit|possessive)|count time_unit (?:from reference|hence)",
    "after_that": "count time_unit (?:later|earlier)",
    "within": "within the? (?:next|coming)? count time_unit",
    "part_of_period": f"(?:early|late|later|earlier|mid) (?:in|hyphen)? {_WHICH} time_unit",
    "end_of_period": f"the? (?:end|start|middle) of (?:the|{_WHICH}) unit",
    "following_period": "the (?:following|next|previous|same) time_unit",
    "period": f"{_WHICH} time_unit",
    "season": f"(?:early|late|mid)? {_WHICH}? season (?:of? year)",
    "season_near": f"(?:early|late|mid)? {_WHICH} season",
    "duration": "the? (?:next|last|past|ordinal|latest)? count hyphen? time_unit",
    "how_often": "how_often",
    "each": "each (?:count)? (?:time_unit|weekday|month|day_part)",
    "decade": "the? (?:early|late|mid hyphen?)? decade",
    "reference": "reference",
}
