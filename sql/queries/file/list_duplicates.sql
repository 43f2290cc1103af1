-- Files of other projects of the town that are the same as this project's, or differ in at most $4 bits of their look.
SELECT encode(mine.sha256, 'hex'), mine.name, other.year, other.serial, p.title, encode(other.sha256, 'hex'), other.name,
    liban.microseconds(other.added_at), coalesce(bit_count((my_content.look # its_content.look)::bit(64)), 0)
FROM liban.project_file mine
JOIN liban.stored_file my_content ON my_content.sha256 = mine.sha256
JOIN liban.project_file other ON other.town = mine.town AND (other.year, other.serial) <> (mine.year, mine.serial)
    AND (other.sha256 = mine.sha256 OR other.look_slices && mine.look_slices)
JOIN liban.stored_file its_content ON its_content.sha256 = other.sha256
JOIN liban.project p ON p.town = other.town AND p.year = other.year AND p.serial = other.serial
WHERE mine.town = $1 AND mine.year = $2 AND mine.serial = $3
    AND (other.sha256 = mine.sha256 OR bit_count((my_content.look # its_content.look)::bit(64)) <= $4)
ORDER BY 9, other.added_at
LIMIT 50
