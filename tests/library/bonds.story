story bonds_at_work
use bonds

place room, hall

character Ana at room
    loves Ben 5
    cares for Ben 1
character Ben at room
    trusts Ana 6
    hates Cleo 2
    loves Ana 1
character Cleo at hall

# What people do to each other; everybody beside them notices.
action harm(who: character, whom: character)
    by    who
    then  harmed(who, whom)

action deceive(who: character, whom: character)
    by    who
    then  deceived(who, whom)

action betray(who: character, whom: character)
    by    who
    then  betrayed(who, whom)

action threaten(who: character, whom: character)
    by    who
    then  threatened(who, whom)

action help(who: character, whom: character)
    by    who
    then  helped(who, whom)

action save(who: character, whom: character)
    by    who
    then  saved(who, whom)

action spare(who: character, whom: character)
    by    who
    then  spared(who, whom)

action forgive(who: character, whom: character)
    by    who
    then  forgives(who, whom)

action mask(who: character, whom: character)
    by    who
    then  stranger_to(who, whom)

# Nobody notices this but who does it.
action betray_in_secret(who: character, whom: character)
    by    who
    then  betrayed(who, whom)
    seen  by nobody

# Somebody finds out.
action find_out(who: character, whom: character)
    when  betrayed(whom, who)
    then  who believes betrayed(whom, who)
    seen  by nobody

# What those see who see somebody strike, or not strike.
action blow(who: character, whom: character)
    by    who
    then  whom believes loves(who, whom) = seen_striking(who, whom)

action lower_blade(who: character, whom: character)
    by    who
    then  whom believes loves(who, whom) = seen_sparing(who, whom)
