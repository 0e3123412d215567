story care_at_work
use care

place hall, yard
path hall - yard
patient Dan

character Ana at hall
    loves Ben 6
    tends 3
    strength 3
character Ben at yard
    guilt 6
    hunger 4
character Cleo at hall

matter song: holds_true()
fluent holds_true()
action sing()
    then  holds_true()
fact word(Ben, Ana, song) = broken
