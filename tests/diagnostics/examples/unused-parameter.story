character Ana
    wants joy: glad(Ana)
fluent glad(who: character)
action cheer(who: character, whom: character)
    by   who
    then glad(who)
