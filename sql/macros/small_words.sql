{# Words that no name of an issue begins or ends with. #}
{% macro small_words() -%}
    ['a', 'about', 'after', 'amid', 'an', 'and', 'are', 'as', 'at', 'be', 'before', 'but',
    'by', 'can', 'for', 'from', 'has', 'have', 'he', 'her', 'his', 'how', 'if', 'in', 'into',
    'is', 'it', 'its', 'may', 'more', 'new', 'no', 'not', 'of', 'off', 'on', 'or', 'out',
    'over', 'say', 'says', 'she', 'than', 'that', 'the', 'their', 'they', 'this', 'to', 'up',
    'was', 'we', 'what', 'when', 'who', 'why', 'will', 'with', 'would', 'you']
{%- endmacro %}
