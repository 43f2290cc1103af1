SELECT liban.day_number(day), is_working, name FROM liban.calendar_day ORDER BY day
