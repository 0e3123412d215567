story theft
character Ana
    wants ring 3: has(Ana)
    wants peace 1: not taken()
    loves Tom 4
character Tom
    wants ring 2: has(Tom)
    wants thanks 1: thanked(Tom)
fluent has(who: character)
fluent taken()
fluent open_box()
fluent hurt(who: character)
fluent thanked(who: character)
fluent loves(who: character, whom: character): 0..10
motive love(who: character, whom: character)
    when   who != whom
    weight loves(who, whom)
    score  not hurt(whom)
action open(who: character)
    by   who
    when not open_box()
    then open_box()
action take(who: character)
    by   who
    when open_box(), not taken()
    then has(who), taken()
action give(who: character, whom: character)
    by   who
    with whom
    when has(who), who != whom
    then not has(who), has(whom), thanked(who)
action hit(who: character, whom: character)
    by   who
    when who != whom, has(whom)
    then hurt(whom), not has(whom), has(who)
plot
    ending ana_has: has(Ana)
    ending tom_has: has(Tom)
    ending both_had: has(Ana) and thanked(Tom)
settings
    events 4
    foresight 3
    depth 1
