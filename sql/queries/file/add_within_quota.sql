-- Adds a file to its project while $10 bytes and $11 files are not exceeded; the same file again changes nothing.
WITH used AS (
    SELECT coalesce(sum(s.size_bytes), 0) AS bytes, count(*) AS files,
        coalesce(bool_or(f.sha256 = decode($4, 'hex')), false) AS has_it
    FROM liban.project_file f
    JOIN liban.stored_file s ON s.sha256 = f.sha256
    WHERE f.town = $1 AND f.year = $2 AND f.serial = $3
), added AS (
    INSERT INTO liban.project_file (town, year, serial, sha256, kind, name, person, added_at, look_slices)
    SELECT $1, $2, $3, decode($4, 'hex'), $5, $6, $7, $8, $9
    FROM used, liban.stored_file s
    WHERE s.sha256 = decode($4, 'hex') AND NOT used.has_it AND used.bytes + s.size_bytes <= $10
        AND used.files < $11
    RETURNING 1
)
SELECT liban.require_row((SELECT count(*) FROM added) + (SELECT count(*) FROM used WHERE has_it), 'file_quota')
