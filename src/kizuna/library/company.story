story company "Company: watching over a sleeper, owing the same, talking until it is lighter"
use people, places, sight, bodies, bonds, moods, failings
# Whoever stays awake beside a sleeper does so for their sake, and tires; the other owes them the same. To take the
# blame is meant to make it lighter for the other, and makes it heavier for whoever blames themselves. So it goes on
# until they say how it is with them.

# Somebody stays awake beside a sleeper.
fluent watches_over(who: character, whom: character)
    say "{who} [watch] over {whom}"

# Somebody has done so.
fluent has_watched_over(who: character, whom: character)
    say "{who} [have] watched over {whom}"

# Somebody has taken all the blame before somebody.
fluent has_taken_blame(who: character, whom: character)

# Somebody has said to somebody how heavy it is to bear.
fluent has_opened_up_to(who: character, whom: character)
    say "{who} [have] opened up to {whom}"

# Somebody has asked somebody to hold them.
fluent needs_holding(who: character, by: character)

# Who has so much distress that it shows.
define close_to_tears(who: character): distress(who) >= 7

# Nobody speaks of a failure before the one who was failed has shown that they still care, by watching over the other.
define can_be_faced(who: character, whom: character): not has_failed(whom, who) or has_watched_over(who, whom)

# That somebody dear does not sleep unguarded.
motive shelter(who: character, whom: character)
    when    who != whom
    weight  holds_dear(who, whom) / 2
    score   awake(whom) or some other: character (watches_over(other, whom))

# That one has done as much for whoever watched over one.
motive reciprocity(who: character, whom: character)
    when    who != whom
    weight  2
    score   if has_watched_over(whom, who) and not has_watched_over(who, whom) then -1 else 0

# Somebody stays awake beside a sleeper who is dear to them.
action keep_watch(who: character, over: character)
    say   "{who} [stay] awake beside {over}"
    by    who
    when
        holds_dear(who, over) > 0
        able(who)
        alive(over)
        not awake(over)
        together(who, over)
        not watches_over(who, over)
    then  watches_over(who, over), has_watched_over(who, over), fatigue(who) += 2

# Somebody takes all the blame for what went wrong, to make it lighter for the other. To contradict them is hard on both.
action take_blame(who: character, whom: character)
    say   "{who} [say] to {whom} that it was all the fault of {who}"
    by    who
    when
        fell_short(who, whom)
        able(who)
        able(whom)
        together(who, whom)
        not has_taken_blame(who, whom)
        can_be_faced(who, whom)
        can_be_faced(whom, who)
    then
        has_taken_blame(who, whom)
        if guilt(whom) >= 5 then distress(whom) += 2 else guilt(whom) -= 2
        if has_taken_blame(whom, who) then distress(who) += 1

# Somebody says how heavy it is to bear.
action open_up(who: character, whom: character)
    say   "{who} [tell] {whom} how heavy it is to bear"
    by    who
    when
        holds_dear(who, whom) > 0
        able(who)
        able(whom)
        together(who, whom)
        close_to_tears(who)
        not has_opened_up_to(who, whom)
    then  has_opened_up_to(who, whom), distress(who) -= 2

# Somebody asks another, who has opened up to them, to hold them.
action ask_to_be_held(who: character, by: character)
    say   "{who} [ask] {by} to hold {who}, and to weep if it [help]"
    by    who
    when
        who != by
        able(who)
        able(by)
        together(who, by)
        close_to_tears(who)
        has_opened_up_to(by, who)
        not needs_holding(who, by)
        not needs_holding(by, who)
    then  needs_holding(who, by), has_opened_up_to(who, by)

# Two hold each other, as one of them asked for, and it is lighter for both: each has to have a reason.
action hold_each_other(who: character, whom: character)
    say   "{who} and {whom} [hold] each other, and [weep]"
    by    who, whom
    when  who != whom, able(who), able(whom), together(who, whom), needs_holding(who, whom)
    then
        not needs_holding(who, whom)
        have_held(who, whom)
        fear(who) -= 4
        distress(who) -= 4
        distress(whom) -= 4
        guilt(who) -= 2
        guilt(whom) -= 2

# Nobody watches over one who is awake, and nobody who sleeps watches.
rule watches_no_longer(who: character, whom: character)
    when  watches_over(who, whom), (awake(whom) or not able(who))
    then  not watches_over(who, whom)

# Whoever wakes and finds somebody beside them who watched knows what they did.
rule finds_watcher(who: character, whom: character)
    when
        who != whom
        able(who)
        able(whom)
        together(who, whom)
        has_watched_over(whom, who)
        not (who believes has_watched_over(whom, who))
    then  who believes has_watched_over(whom, who)

# Whoever has been told how heavy it is knows how guilty the other feels; how close to tears they are shows.
rule knows_guilt(who: character, whom: character)
    when  has_opened_up_to(whom, who), guilt(whom) > (guilt(whom) according to who)
    then  who believes guilt(whom) += 1
