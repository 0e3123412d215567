story reports_at_work
use reports

place hall, tower

topic choice: has_yielded(Ana)
fluent has_yielded(who: character)

character Ana at hall
    serves Vane 2
character Ben at hall
character Vane at tower
    believes has_yielded(Ana) = unknown

fact has_yielded(Ana), awaits_choice(Vane, Ana)

action stand_firm()
    then  not has_yielded(Ana)
