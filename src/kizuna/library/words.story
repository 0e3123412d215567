story words "Words: asking whether something is so, answering, confessing"
use people, places, talk, honesty
# All of this is about topics, as `tell` is: a belief (`topic rumour: Ana believes fire()`), how dear somebody is to
# somebody (`topic love: loves(Ana, Ben) = 8`), how somebody's word stands. It is said aside, to one other.

# A question that somebody has put to another, and has no answer to yet.
fluent asked_whether(who: character, whom: character, content: topic)

# How much it matters to somebody to know whether something is so, whatever the answer.
fluent curious_about(who: character, content: topic): number

# Something about themselves that somebody keeps to themselves.
fluent hides(who: character, content: topic)

# How heavy that is to bear.
fluent is_burdened_by(who: character, content: topic): number

# To know whether something is so.
motive curiosity(who: character, content: topic)
    weight  curious_about(who, content)
    score   (who believes content) or (who believes not content)

# Not to have to hide something any longer.
motive candour(who: character, content: topic)
    weight  is_burdened_by(who, content)
    score   not hides(who, content)

# Somebody asks another whether something is so that they do not know.
action ask_whether(who: character, whom: character, content: topic)
    say   "{who} [ask] {whom} whether {content}"
    by    who
    when
        who != whom
        able(who)
        able(whom)
        together(who, whom)
        not asked_whether(who, whom, content)
        not (who believes content)
        not (who believes not content)
    then  asked_whether(who, whom, content)
    seen  by other: other = whom

# An answer: it is so. Whoever takes it for false lies.
action affirm(who: character, whom: character, content: topic)
    say   "{who} [answer] {whom} that {content}"
    by    who
    tells content
    answers asked_whether(whom, who, content)
    when  who != whom, able(who), together(who, whom), asked_whether(whom, who, content)
    then
        not asked_whether(whom, who, content)
        if not distrusts(whom, who) then whom believes content
        if who believes not content then has_lied_to(who, whom)
        if who believes content then not hides(who, content)
    seen  by other: other = whom

# An answer: it is not so.
action deny(who: character, whom: character, content: topic)
    say   "{who} [answer] {whom} that it is not so that {content}"
    by    who
    tells not content
    answers asked_whether(whom, who, content)
    when  who != whom, able(who), together(who, whom), asked_whether(whom, who, content)
    then
        not asked_whether(whom, who, content)
        if not distrusts(whom, who) then whom believes not content
        if who believes content then has_lied_to(who, whom)
    seen  by other: other = whom

# An answer: none.
action give_no_answer(who: character, whom: character, content: topic)
    say   "{who} [give] {whom} no answer"
    by    who
    answers asked_whether(whom, who, content)
    when  who != whom, able(who), together(who, whom), asked_whether(whom, who, content)
    then  not asked_whether(whom, who, content)
    seen  by other: other = whom

# Somebody owns up to what they hid. Nobody doubts what is said against oneself.
action confess(who: character, whom: character, content: topic)
    say   "{who} [confess] to {whom} that {content}"
    by    who
    tells content
    when
        who != whom
        able(who)
        able(whom)
        together(who, whom)
        hides(who, content)
        who believes content
    then  not hides(who, content), whom believes content
    seen  by other: other = whom
