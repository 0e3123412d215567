story asides_at_work
use asides

place hall

character Ana at hall
    can undertake errand
character Ben, Cleo
fact is_concerned_by(Ben, errand)

fact at(Ben) = hall, at(Cleo) = hall

matter errand: delivered()

fluent delivered()
action deliver()
    then  delivered()
