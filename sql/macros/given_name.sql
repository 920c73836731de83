{#
    A given name in its long form, so that Bill and William are one: "bill" is "william".

    Only short forms that stand for one name are listed; Sam may be Samuel or Samantha.
#}
{% macro given_name(name) -%}
    {%- set long_forms = {
        'abigail': 'abby',
        'amanda': 'mandy',
        'andrew': 'andy drew',
        'anthony': 'tony',
        'barbara': 'barb',
        'benjamin': 'ben benny',
        'bernard': 'bernie',
        'catherine': 'cathy kate katherine kathryn kathy katie',
        'charles': 'chuck',
        'daniel': 'dan danny',
        'david': 'dave davey',
        'deborah': 'deb debbie debra',
        'donald': 'don donnie',
        'douglas': 'doug',
        'edward': 'ed eddie',
        'elizabeth': 'beth betsy elisabeth liz lizzie',
        'eugene': 'gene',
        'frederick': 'fred freddie frederic',
        'gabriel': 'gabe',
        'geoffrey': 'geoff',
        'jeffrey': 'jeff',
        'gregory': 'greg',
        'jacob': 'jake',
        'james': 'jim jimmy',
        'jennifer': 'jen jenny',
        'jonathan': 'jon',
        'joseph': 'joe joey',
        'joshua': 'josh',
        'kenneth': 'ken kenny',
        'lawrence': 'larry laurence',
        'leonard': 'len lenny',
        'margaret': 'maggie meg peggy',
        'matthew': 'matt',
        'michael': 'mick mike',
        'mitchell': 'mitch',
        'nicholas': 'nick nicolas',
        'pamela': 'pam',
        'peter': 'pete',
        'philip': 'phil phillip',
        'raymond': 'ray',
        'rebecca': 'becca becky',
        'richard': 'dick rich richie rick ricky',
        'robert': 'bob bobby rob robbie',
        'ronald': 'ron ronnie',
        'russell': 'russ',
        'stanley': 'stan',
        'stephen': 'steve steven',
        'susan': 'sue susie',
        'thomas': 'tom tommy',
        'timothy': 'tim timmy',
        'victoria': 'vicky',
        'vincent': 'vince',
        'walter': 'walt',
        'wesley': 'wes',
        'william': 'bill billy will',
        'zachary': 'zach zack',
    } -%}
    coalesce(
        map {
            {%- for long, short_forms in long_forms.items() %}
            {%- for short in short_forms.split() %}
            '{{ short }}': '{{ long }}'{{ ", " if not loop.last }}
            {%- endfor %}{{ "," if not loop.last }}
            {%- endfor %}
        }[{{ name }}],
        {{ name }}
    )
{%- endmacro %}
