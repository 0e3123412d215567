story people_at_work
use people

character Ana, Ben

fluent spoken(who: character)

action speak(who: character)
    by    who
    when  able(who)
    then  spoken(who)

# What befalls people and nobody notices.
action wake(who: character)
    when  alive(who)
    then  awake(who)
    seen  by nobody

action die(who: character)
    then  not alive(who)
    seen  by nobody
