story reports "Reports: what whoever waits for word will be told"
use people, places, bonds
# Somebody who is not there waits for word on something, and acts on what they hear. So whoever has to report considers
# what the other would choose to do. What is said here counts as heard at once.

# Somebody has an answer to come from somebody, on whether something is so.
fluent awaits(whom: character, who: character, content: topic)

# How much it is to somebody not to deceive whom they serve.
fluent serves(who: character, whom: character): 0..10

# Somebody has deceived whom they serve.
fluent has_misled(who: character, whom: character)
    say "{who} [have] misled {whom}"

# Somebody may no longer be with those they were sent with.
fluent recalled(who: character)
    say "{who} [be] recalled"

# Not to deceive whom one serves.
motive service(who: character, whom: character)
    when    who != whom
    weight  serves(who, whom)
    score   not has_misled(who, whom)

# To stay with those whom one has come to care for.
motive fellowship(who: character, whom: character)
    when    who != whom
    weight  holds_dear(who, whom) / 2
    score   not recalled(who)

# An answer: it is so.
action will_report(who: character, whom: character, content: topic)
    say   "{who} [say] that {whom} will hear that {content}"
    by    who
    tells content
    answers awaits(whom, who, content)
    when  awaits(whom, who, content), able(who)
    then  not awaits(whom, who, content), whom believes content
    also seen by other: other = whom

# An answer: it is not so. Whoever knows that it is lies.
action will_deny(who: character, whom: character, content: topic)
    say   "{who} [say] that {whom} will hear that it is not so that {content}"
    by    who
    tells not content
    answers awaits(whom, who, content)
    when  awaits(whom, who, content), able(who)
    then
        not awaits(whom, who, content)
        whom believes not content
        if who believes content then has_misled(who, whom)
    also seen by other: other = whom

# Whoever is served can have those who serve them back.
action recall(who: character, whom: character)
    say   "{who} [recall] {whom}"
    by    who
    when  serves(whom, who) > 0, able(who), not recalled(whom)
    then  recalled(whom)
    seen  by everyone
