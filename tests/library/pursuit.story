story pursuit_at_work
use pursuit

place hall

character Ana at hall
    friend of Ede 8
    has to kill Fox 2
    strength 6
character Ben at hall
    has to kill Ede 3

thing Ede, Fox
type thing
fact within_reach(Ede)

matter song: sung()
fluent sung()
action sing()
    then  sung()

action swear()
    then  word(Ana, Ben, song) = given
