INSERT INTO liban.chart_edition (town, year, number, as_of, report, report_hash, digest, map, printed_at)
VALUES ($1, $2, $3, $4::timestamptz, $5, $6, $7, $8, $9::timestamptz)
