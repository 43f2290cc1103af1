SELECT number, liban.microseconds(as_of), liban.microseconds(printed_at) FROM liban.chart_edition
WHERE town = $1 AND year = $2
ORDER BY number
