-- None of the named files ($4) was taken back and not sent again.
SELECT liban.require_row(1 - least(1, count(*)), 'file_withdrawn')
FROM liban.withdrawn_file w
WHERE w.town = $1 AND w.year = $2 AND w.serial = $3
    AND w.sha256 IN (SELECT decode(named, 'hex') FROM unnest($4::text[]) AS named)
    AND NOT EXISTS (
        SELECT FROM liban.project_file f
        WHERE f.town = w.town AND f.year = w.year AND f.serial = w.serial AND f.sha256 = w.sha256)
