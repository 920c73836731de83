{# Words of dates and of reporting, which rise and fall without being about anything. #}
{% macro calendar_words() -%}
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday',
    'january', 'february', 'march', 'april', 'june', 'july', 'august', 'september',
    'october', 'november', 'december', 'today', 'yesterday', 'tomorrow', 'day', 'days',
    'night', 'morning', 'evening', 'week', 'weeks', 'weekend', 'month', 'months', 'year',
    'years', 'ago', 'earlier', 'later', 'recent', 'recently', 'last', 'next', 'first',
    'second', 'third', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight',
    'nine', 'ten', 'said', 'saying', 'told', 'tells', 'called', 'calls', 'according',
    'reported', 'reports', 'reporters', 'statement', 'announced', 'asked', 'added',
    'former', 'mr', 'mrs', 'ms', 'sen', 'rep', 'gov', 'president', 'spokesman',
    'spokeswoman', 'spokesperson', 'exclusive', 'video', 'photo', 'photos', 'update',
    'updated', 'breaking', 'live', 'read', 'click', 'subscribe', 'sign', 'newsletter',
    'editor', 'note', 'copyright', 'getty', 'images', 'reuters', 'associated', 'press']
{%- endmacro %}
