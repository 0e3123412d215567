story asides "Asides: asking and promising between two alone"
use people, undertakings
# What is said aside is known to the two, and so is the answer.

# Somebody asks another for something, aside.
action ask_aside(who: character, whom: character, what: matter)
    say   "{who} [ask] {whom} aside for {what}"
    by    who
    when
        who != whom
        is_concerned(who, what)
        can_undertake(whom, what)
        can_address(who, whom)
        demand(who, whom, what) = none
        not stands(whom, who, what)
        refused(whom, who, what) < 1
    then  demand(who, whom, what) = asked, in_private(who, whom, what)
    seen  by other: other = whom

# Somebody gives another their word, aside.
action promise_aside(who: character, whom: character, what: matter)
    say   "{who} [promise] {what} to {whom} aside"
    by    who
    when
        who != whom
        is_concerned(whom, what)
        can_undertake(who, what)
        can_address(who, whom)
        demand(whom, who, what) = none
        not stands(who, whom, what)
    then  word(who, whom, what) = (if holds(what) then upheld else given)
    seen  by other: other = whom
