story time_at_work
use time

character Ana
character Ben

deadline closing comes_at 2
deadline storm comes_at 1
deadline train comes_at 3

action avert(what: deadline)
    then  averted(what)
