story curiosity_at_work
use curiosity

place house, well
path house - well

character Ana at house
    wonders who_rang 3
    believes answer(who_rang) = unknown
character Ben at house
    knows who_rang
character Cleo at well

question who_rang
fact answer(who_rang) = Cleo, shows(well, who_rang), answer(whereto) = well
question whereto
