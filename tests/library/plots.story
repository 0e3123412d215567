story plots_at_work
use plots
# Vane wants Ben dead; Ana is asked for it, and promised company. Cleo answers for Ben.

place house, town, wood
fact takes(house, town) = 1, takes(house, wood) = 1

character Ana at house
    in haste
    has blade
    can undertake death
    is concerned by company
    cares for Ben 5
    believes cares_for(Ana, Ben) = 2
character Vane at house
    in haste
    can undertake company
    is concerned by death
character Ben at town
    not awake
character Cleo at town
    protects Ben

matter company: at(Vane) = house
matter death: not alive(Ben)
fact is_against(death, Ben), shown_at(company, house)
