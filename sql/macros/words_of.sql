{# The words of a text that say what it is about, each once and without a plural's s; what is
   stopped, suspended or paused is halted. #}
{% macro words_of(text) -%}
    list_distinct(
        list_filter(
            list_transform(
                regexp_extract_all(lower({{ text }}), '[a-z]{4,}'),
                lambda word: regexp_replace(
                    regexp_replace(word, 's$', ''),
                    '^(stop|stopped|suspend|suspended|pause|paused|halted)$',
                    'halt'
                )
            ),
            lambda word: word not in (
                'from', 'with', 'until', 'will', 'would', 'been', 'have', 'that', 'which',
                'their', 'hold', 'held', 'take', 'place', 'move', 'moved', 'planned',
                'scheduled', 'expected', 'postponed', 'delayed', 'extended', 'rescheduled',
                'later', 'earlier', 'than', 'before', 'after', 'they', 'thi', 'it', 'next'
            )
        )
    )
{%- endmacro %}
