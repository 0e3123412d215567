story errand "A word given"
# Ana has promised Ben to deliver a letter. It costs her an evening by the fire.
use undertakings

place inn, road
path inn - road

character Ana at inn
    can undertake errand
    keeps word 1
    wants fire 2: at(Ana) = inn
character Ben at inn

matter errand: delivered()
fact word(Ana, Ben, errand) = given

fluent delivered()

action deliver(who: character)
    by    who
    when  able(who), can_undertake(who, errand), at(who) = road, not delivered
    then  delivered()

settings
    best within 0
    foresight 2
    depth 1
