character Ana, Ben
fluent glad(who: character)
action cheer(Ben: character)
    by   Ben
    then glad(Ben)
