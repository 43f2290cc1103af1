-- What the chart of a minute compares itself with: the last edition printed for an earlier one.
SELECT digest FROM liban.chart_edition
WHERE town = $1 AND year = $2 AND as_of < $3::timestamptz
ORDER BY as_of DESC
LIMIT 1
