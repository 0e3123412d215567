story haste_at_work
use haste

place house, town, cellar
fact takes(house, town) = 4, takes(house, cellar) = 1, locked(house, cellar)

character Ana at house
    in haste
character Ben at town
    patience 5
character Cleo at town
