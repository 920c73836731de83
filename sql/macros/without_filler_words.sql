{# Folded words without those that two speakers have in common without saying the same. #}
{% macro without_filler_words(words) -%}
    {%- set filler_words = """
        a about after again all also am an and any are as at be because been before
        being but by can cannot cant could did didnt do does doesnt doing dont even
        every for from get go going good got had has have he her here him his how i id
        if ill im in into is isnt it its ive just know let like make many may me more
        most much must my no not now of on one only or our out over s say see she should
        so some such t take than thank thanks that thats the their them then there these
        they theyre thing things think this those to too up us very want was we well
        were weve what when where which who why will with wont would yes you your youre
    """ -%}
    trim(
        regexp_replace(
            {{ words }}, '\b(?:{{ filler_words.split() | join("|") }})\b *', '', 'g'
        )
    )
{%- endmacro %}
