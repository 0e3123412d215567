story overhearing_at_work
use overhearing

place terrace, arbour, yard
fact in_earshot(arbour, terrace)

fluent on_fire()
topic fire: on_fire

character Ana at terrace
    believes Cleo believes Ana believes at(Cleo) = yard
character Ben at terrace
    believes at(Cleo) = yard
character Cleo at arbour
    believes Ana believes at(Cleo) = yard
character Dan at arbour
character Eve at yard
