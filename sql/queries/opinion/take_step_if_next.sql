-- Only on the picture the person saw: step $3 is the next one, or nothing happens.
WITH taken AS (
    INSERT INTO liban.opinion_step (town, opinion, step, kind, words, year, serial, person, taken_at)
    SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9
    WHERE (SELECT count(*) FROM liban.opinion_step s WHERE s.town = $1 AND s.opinion = $2) = $3::int - 1
    RETURNING 1
)
SELECT liban.require_row((SELECT count(*) FROM taken), 'opinion_is_current')
