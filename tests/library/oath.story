story oath "An oath that is believed"
# Ben could have the scrolls, but not at the price of Ana's life. He does not take her for somebody who would give it.
use undertakings

place room

character Ana at room
    can undertake guard
    wishes guard 2
    stakes guard 2
    wants life 3: alive(Ana)
    believes Ben believes wishes(Ana, guard) = 0
character Ben at room
    is concerned by guard
    wants scrolls 2: taken()
    wants her_life 5: alive(Ana)
    believes wishes(Ana, guard) = 0

matter guard: not taken()

fluent taken()

# Whoever holds them dear enough dies before they let them go.
action take(who: character)
    by    who
    when  who = Ben, alive(Ana), not taken
    then
        taken()
        if wishes(Ana, guard) >= 2 then not alive(Ana)

settings
    best within 0
    wary 1 for Ana
    foresight 1
    depth 1
