character Ana
fluent courage(who: character): 10..0
