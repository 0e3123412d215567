story last_wish "A dying wish"
# Kay is dying and wants to leave Sam an heirloom. Sam shrinks from it, and from refusing Kay even more.
use undertakings

place field

character Kay at field
    dying
    wishes legacy 1
character Sam at field
    can undertake legacy
    heeds Kay 2
    keeps word 2
    fears burden 5: heir(Sam)

matter legacy: heir(Sam)

fluent heir(who: character)

action take_up(who: character)
    by    who
    when  able(who), not heir(who)
    then  heir(who)

settings
    best within 0
    foresight 3
    depth 2
