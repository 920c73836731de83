"""The patterns of date phrases (data only).

Longer phrases stand first, for the first that matches wins; each name says which reading takes it.
"""

from __future__ import annotations

_YEAR = "(?:comma? year|of year|of? (?:next|last|this) year_unit)"
# "9 Aug 96": two digits are a year only where nothing follows that they could count.
_SHORT_YEAR = "number (?=stop|comma|close|$)"
_MONTH_DAY = f"""
    any_month (?:hyphen|slash)? the? day_number (?!hyphen? unit)
    (?:{_YEAR}|hyphen year|{_SHORT_YEAR})?"""
_DAY_MONTH = f"""
    the? day_number hyphen? of? any_month
    (?:{_YEAR}|hyphen year|apostrophe_year|{_SHORT_YEAR})?"""
_YEAR_FIRST = """
    (?:year comma? any_month day_number|year (?:hyphen|slash) any_month (?:hyphen|slash) day
    |day slash any_month slash year)"""
_DATE = f"(?:(?:the? any_weekday comma?)? (?:{_MONTH_DAY}|{_DAY_MONTH})|{_YEAR_FIRST})"
_ZONE = "(?:comma? zone|local time|capitalised capitalised? time)?"
_CLOCK = f"""
    (?:clock meridiem? {_ZONE}|(?:day|numeral) meridiem {_ZONE}|(?:day|numeral) in the day_part
    |noon|(?:number|year) zone)"""
_WEEKDAY = """(?:weekday next (?!to|word|capitalised|calendar_unit|day|number|numeral|season)
    |that weekday day_part? (?=stop|comma|close|break|and|$)
    |(?:next|last|this coming?|coming|past)? weekday day_part?)"""
_DASH = "(?:dash|hyphen)"
_TO = "(?:dash|hyphen|to|until|through)"
# Lists of days are short; a bound keeps the time of a hostile one linear.
_MORE_DAYS = "(?:comma (?:day|dayth|ordinal)){0,9}"
_LIST = f"(?:{_MORE_DAYS} comma? (?:and|or)|dash|hyphen|to|through) the?"
_WHICH = "(?:next|last|this|coming|past|previous|following|same|current|that)"
_PART = "(?:early|late|mid|the? (?:middle|end|start) of|the? early)"
_OF_YEAR = f"(?:comma? of? year|in year|of? the? {_WHICH} year_unit)"
_NTH_QUARTER = "the? fiscal? hyphen? nth hyphen? (?:fiscal hyphen?)? quarter_unit"
_FIGURE = "(?:digits|decimal|number|day|numeral|multiplier)"
_ABOUT = "(?:about|more than|less than|at least)"

PATTERNS: dict[str, str] = {
    "iso_date": "iso",
    "numeric_date": "numeric",
    "year_month": "year_month",
    "slash_days": f"""
        (?<=from|between) fraction (?:{_TO}|and) fraction
        |fraction {_DASH} numeric""",
    "slash_day": """
        (?:next|last|this)? any_weekday comma? fraction
        |(?<=on|until|since|through) fraction (?!unit|of|word|hyphen)|^fraction$""",
    "time_then_day": f"""
        about? {_CLOCK} (?:open {_CLOCK} close)? comma? (?:on|at)?
        (?:{_DATE}|{_WEEKDAY}|relative_day)
        |about? {_CLOCK} (?:this|last) day_part""",
    "day_then_time": f"""
        {_DATE} clock year|(?:{_DATE}|{_WEEKDAY}|relative_day) comma? at? {_CLOCK}""",
    "days_of_month": f"""
        (?:any_weekday comma?)? any_month day_number {_LIST} (?:day|dayth|ordinal)
        (?!meridiem|any_month|comma? unit|hyphen|quarter_unit|half) {_YEAR}?""",
    "days_before_month": f"the? day_number {_LIST} day_number of? any_month {_YEAR}?",
    "week_of_day": f"""
        the? (?:week_unit|weekend_unit) (?:of|ended|start|starting) (?:{_DATE}|named_day)
        |named_day (?:week_unit|weekend_unit) {_YEAR}?""",
    "calendar_day": f"(?:last|next|this)? {_DATE}",
    "weekday_the_nth": """
        any_weekday (?:the (?:dayth|ordinal|second)|dayth)
        (?!word|capitalised|hyphen|unit|quarter_unit|half|any_month|of)""",
    "months_quarter": f"""
        the? any_month {_DASH} any_month (?:quarter_unit|period) {_OF_YEAR}?
        |the? any_month quarter_unit {_OF_YEAR}?""",
    "months": f"""
        (?:{_PART} hyphen?)? any_month {_YEAR}? (?:{_TO}|and|or) (?:{_PART} hyphen?)? any_month
        (?!day|dayth) {_OF_YEAR}?""",
    "month_of_year": f"""
        (?:{_PART} hyphen?)? (?:next|last|this)? any_month {_OF_YEAR}|year any_month""",
    "month_alone": f"""
        (?:{_PART} hyphen?)? (?:next|last|past|this|coming)? month
        |{_PART} hyphen? weak_month|(?:next|last|past|this|coming) weak_month (?!word)
        |that any_month (?=stop|comma|close|break|$)
        |(?<=before_a_date) weak_month (?!word|capitalised)
        |(?<=in|since|until|during|through|the) weak_month (?=word)""",
    "day_of_counted_month": f"""
        the? (?:dayth|ordinal|day) day_unit? of (?:the? {_WHICH} month_unit|the month_unit)
        (?!possessive)
        |the? nth? last day_unit of
        (?:any_month year?|(?:the? {_WHICH}|the) (?:month_unit|year_unit))""",
    "nth_week": f"""
        the? (?:nth|nth? last) week_unit (?:of|in) (?:any_month {_OF_YEAR}?|year)""",
    "nth_weekday": f"""
        the? (?:nth|nth? last) weekday (?:in|of)
        (?:any_month {_OF_YEAR}?|the? {_WHICH}? month_unit)""",
    "quarter_of_year": f"""
        (?:{_PART} hyphen?)? {_NTH_QUARTER}
        (?:(?:of|in) fiscal? (?:year|the? {_WHICH} fiscal? year_unit)|of the year_unit|comma? year)
        |(?:the? fiscal? year|(?:this|last|next) year_unit possessive)
        fiscal? nth hyphen? quarter_unit""",
    "quarter_code": """
        quarter_code (?:of|hyphen)? year|year hyphen? quarter_code|quarter_code (?!hyphen)""",
    "nth_quarter": f"(?:{_PART} hyphen?)? {_NTH_QUARTER}",
    "quarter_a_year_ago": """
        the? comparable? year_unit hyphen? (?:ago|earlier) (?:period|nth? quarter_unit)?
        |the? (?:comparable|same)? (?:period|quarter_unit)
        (?:(?:of|in)? last year_unit|a year_unit (?:ago|earlier))
        |last year_unit possessive quarter_unit""",
    "this_quarter": """
        the? latest (?:period|quarter_unit)|the (?:period|quarter_unit) (?!hyphen|of)
        |the year (?:period|quarter_unit)""",
    "half_of_year": f"""
        the? (?:nth|last|latter) half of (?:the? year_unit|year|the? {_WHICH} year_unit)
        |the? nth hyphen half""",
    "fiscal_year": "the? fiscal year_unit? year|fiscal_code",
    "season_of_years": "(?:the? fiscal? year_unit?)? year_pair (?:fiscal? year_unit)?",
    "years": f"""
        the year {_DASH} (?:day|number) fiscal year_unit
        |(?<!day hyphen)(?<!number hyphen) fiscal? year {_DASH} (?:year|day|number)""",
    "year": f"""
        (?<!day hyphen)(?<!number hyphen)(?<!year hyphen)
        (?:{_PART} hyphen?)? (?:calendar|the year_unit)? year (?!hyphen (?:unit|old)|number)
        |(?<=in|since|of|and|or|until|from) apostrophe_year""",
    "weekday_of_week": f"""
        weekday (?:of|in|from)? the? {_WHICH} week_unit|weekday week_unit
        |(?<!for|in|than|over) a (?:week_unit|fortnight_unit) on weekday""",
    "weekday": f"""
        (?:(?:early|late) on|early|late|later|earlier)?
        (?:the following|the? previous|the? next)? {_WEEKDAY}""",
    "relative_day": """
        (?:early|late|later|earlier)? relative_day day_part?
        |mid hyphen? day_part relative_day|the day_unit (?:before|after) relative_day""",
    "part_of_a_date": f"the day_part of (?:{_DATE}|{_WEEKDAY})",
    "part_of_day": """
        (?:early|later|earlier|late)? (?:this|last|that|the? next|the? following|the? same) day_part
        |mid hyphen? day_part""",
    "named_day": "(?:next|last|this|coming|past)? named_day (?:comma? year|(?:of|in) year)?",
    "ago": f"""
        (?:a? (?:half a|half hyphen|quarter_unit hyphen) (?:century_unit|decade_unit)
        |{_ABOUT}? count (?:more|business)? hyphen? unit (?:or numeral)?|unit) ago""",
    "from_now": "count business? unit (?:from reference|from relative_day|hence)",
    "weekdays_from_now": "count weekdays from (?:reference|relative_day)",
    "nth_time_in": "(?<=time in) count unit",
    "in_units_time": "(?<=in) about? count more? unit possessive time",
    "in_units": """
        (?<=in) about? count more? unit (?!possessive|ago|later|earlier|of|hyphen|a unit)""",
    "after_that": """
        (?:about|more than|less than)? count unit (?:(?:later|earlier) (?!than)|after that)""",
    "within": "within the? (?:next|coming|following)? (?:about|at least)? count business? unit",
    "part_of_period": f"""
        (?:early|late|later|earlier|mid|sometime) (?:in|hyphen)? (?:{_WHICH}|the) calendar_unit""",
    "end_of_period": f"""
        the? (?:end|start|middle) of (?:the? {_WHICH}|the) calendar? calendar_unit
        |(?:year_unit|month_unit) possessive? hyphen? end""",
    "recent_units": "the? recent unit",
    "past_fortnight": "the? (?:past|last|next|coming|previous) fortnight_unit",
    "period": f"the? {_WHICH} (?:calendar|fiscal)? calendar_unit",
    "week_number": "week_unit (?:day|number)",
    "weekend": "the weekend_unit",
    "century": "the? (?:early|late|mid hyphen?)? nth hyphen? century_unit (?!capitalised)",
    "season": f"""
        the? season of? year (?:hyphen|dash|slash) (?:day|number)
        |(?:early|late|mid hyphen?)? the? {_WHICH}? season (?:of? year|of? {_WHICH} year_unit)
        |(?:the? (?:early|late|mid) hyphen?|the? {_WHICH}) season
        |(?<=in|into|over|through|during|by|until|since) the season
        (?!word|capitalised|hyphen|of|before|after)
        |(?<=by|until|before|since|through) season (?!word|capitalised|hyphen|break)""",
    "how_often": "how_often",
    "times_in_each": "(?:once|count times) (?:a|each|per) unit|once how_often",
    "each": "each (?:count|single)? (?:unit|any_weekday|any_month|day_part|season)",
    "weekdays": "weekdays",
    "rate": f"""
        (?:(?<=digits|decimal|number)|(?<=other day)|(?<={_FIGURE}(?:word|other|unit))) a unit
        (?!ago|later|earlier|hyphen|and|or|before|after|from)""",
    "and_a_half": "a unit and a half",
    "half_a_unit": "half a unit|a? (?:half|quarter_unit) hyphen century_unit",
    "unit_long": "a? unit hyphen long",
    "duration": f"""
        (?:the? (?:next|past|latest|coming|ordinal|previous)|the (?:last|following)
        |(?:^|(?<=in|over|during|for|of)) last|the (?=count unit))?
        {_ABOUT}?
        count (?:more|full|business)? hyphen? unit (?!hyphen? old|hyphen century_unit)""",
    "decade": """
        the? (?:early|late|mid hyphen?)? decade
        |the (?:early|late|mid hyphen?)? (?:short_decade|decade_word)""",
    "time_of_day": f"about? {_CLOCK}",
    "day_of_month": "(?<=on|by|until|before|from) the dayth (?!word|capitalised|hyphen)",
    "past_or_future": """
        the near? future (?!word|capitalised|of|unit)|(?<=in) the near? future (?!of)
        |(?<=in) the past (?!word|unit|count|season)""",
    "current": "current (?=word|capitalised)",
    "year_reported": "the fiscal? year_unit (?=ended)|the full year_unit",
    "these_days": "these day_unit",
    "bare_units": """
        (?<=for|over|in|after|within|spend|only) unit|(?<=over) the unit
        |(?<=in) the unit (?:ahead|(?=that|since))""",
    "weekends": "(?<=on) weekend_unit",
    "unit_in_view": """
        (?<=for) the (?:week_unit|month_unit|year_unit) (?=comma|stop|close|break|and|to|word|$)
        |(?<=month_unit of) the year_unit""",
    "reference": "(?<!as) reference (?!hyphen)",
}
