story duty "Duty: what orders weigh"
# Shared by `undertakings`, where orders are among what is asked and promised, and `orders`, where they are to strike
# somebody down. A story can have both.

# How much orders weigh for somebody.
fluent dutiful(who: character): number

# To have done one's duty is no joy.
define felt_duty_of_orders(who: character): dutiful(who)
