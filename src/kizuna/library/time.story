story time "Time: hours that pass, deadlines that come"
use people
# Time passes for everybody, also for those who sleep or do not look. What is due comes as soon as it can; everybody
# knows that, and reckons with it.

# The hour, counted from where a story starts.
fluent hour(): 0..24

# Something that comes at an hour of its own: `deadline nightfall comes_at 3`.
type deadline

# The hour at which something comes, unless it is averted.
fluent comes_at(what: deadline): 0..24 = 24

# Something has come: night has fallen, the store has closed, the wound has killed.
fluent has_come(what: deadline)
    say "{what} [have] come"

# Something will never come.
fluent averted(what: deadline)

# How long there is until something comes.
define left_until(what: deadline): if has_come(what) then 0 else comes_at(what) - hour

# Somebody waits an hour.
action wait(who: character)
    say   "{who} [wait]"
    by    who
    when  able(who), hour < 24
    then  hour() += 1
    seen  by everyone

# An hour passes.
action time_passes()
    say   "an hour [pass]"
    when  hour < 24
    then  hour() += 1
    seen  by everyone

# What has an hour comes when it strikes; nobody can put it off by doing nothing.
action comes(what: deadline)
    say   "{what} [come]"
    due   hour >= comes_at(what), not has_come(what), not averted(what)
    then  has_come(what)
    seen  by everyone
