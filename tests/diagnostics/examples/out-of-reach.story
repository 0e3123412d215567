use people, places

place house, well, tower
path house - well

character Ana at house
    wants water: at(Ana) = well
