story garden
character Tom
    wants song 1: sung
fluent sung

action sing(who: character)
    by    who
    when  not sung
    then  sung

plot
    ending heard: sung

telling
    order backwards
