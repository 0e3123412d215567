story undertakings_at_work
use undertakings

place hall, yard
path hall - yard

character Ana at hall
    can undertake errand
    can undertake peace
    stakes errand 1
    stakes peace 2
    is concerned by errand
character Ben at hall
    can undertake errand
    can undertake peace
    is concerned by errand
    is concerned by peace
    commands Ana
character Cleo at yard
    is concerned by errand
character Dora at hall
    is concerned by errand
    is concerned by peace

matter errand: delivered()
matter peace: not quarrel()
matter nightfall: night()
fact ends_with(errand, nightfall), ends_with(peace, nightfall)

fluent delivered()
fluent quarrel()
fluent night()

action deliver()
    by    Ana
    when  not delivered
    then  delivered()

# What happens, and where it is seen only by those who are named.
action quarrels()
    then  quarrel()
    seen  by other: other = Ben

action calms_down()
    when  quarrel
    then  not quarrel()

action night_falls()
    then  night()
    seen  by other: other != Dora

action lies_down(who: character)
    then  dying(who)

action fall_ill(who: character)
    then  not awake(who)

action learns_of_night(who: character)
    then  who believes night()
    seen  by nobody

# Dora no longer knows what became of it.
action forgets()
    then  Dora believes delivered() = unknown
