SELECT number, liban.microseconds(printed_at), report, report_hash, map FROM liban.chart_edition
WHERE town = $1 AND year = $2 AND number = $3
