use people, places, bonds, reports

place hall

character Ana at hall
    cares for Ben 2
    wants mischief: lost(hall)
character Ben at hall

fluent lost(what: place)
action lose(who: character)
    by    who
    then  lost(hall)

topic loss(): lost(hall)
