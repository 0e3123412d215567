type place
place house, well
fluent at(who: character): place
character Ana at house
fact at(Ana) = well
