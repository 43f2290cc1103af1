INSERT INTO liban.warning_answer (town, year, serial, key, words, answer, person, answered_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8::timestamptz)
