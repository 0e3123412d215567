story betrayals_at_work
use betrayals

place hall

character Ana at hall
character Ben at hall
    loves Ana 4
    trusts Ana 5

matter peace: not quarrel()
fact word(Ana, Ben, peace) = upheld

fluent quarrel()

action quarrels()
    then  quarrel()
    seen  by nobody

action hear_of_it()
    when  quarrel
    then  Ben believes quarrel()
    seen  by other: other = Ben
