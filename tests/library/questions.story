story questions "Who rang?"
# Ana does not know who rang. It would show at the well; Ben knows.
use curiosity

place house, well
path house - well

question who_rang

character Ana at house
    wonders who_rang 3
    believes answer(who_rang) = unknown
character Ben at house
    knows who_rang
character Cleo at well

fact answer(who_rang) = Cleo, shows(well, who_rang)

settings
    foresight 2
    depth 1
