type place
place house, well
fluent at(who: character): place

action walk(who: character, to: place)
    by    who
    when  at(who) != to && to != well
    then  at(who) = to
