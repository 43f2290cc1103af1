-- People with their logins and assignments in one statement. Assignments name their person by place in the list ($5).
WITH given AS MATERIALIZED (
    SELECT g.*, nextval('liban.person_id_seq')::int AS id
    FROM unnest($2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS g (name, login, password_hash, place)
), people AS (
    INSERT INTO liban.person (town, id, name) SELECT $1, id, name FROM given
), accounts AS (
    INSERT INTO liban.account (login, town, person, password_hash)
    SELECT login, $1, id, password_hash FROM given WHERE login IS NOT NULL
), assignments AS (
    INSERT INTO liban.assignment (town, person, role, unit, area, from_on, to_on)
    SELECT $1, g.id, a.role, a.unit, a.area, a.from_on, a.to_on
    FROM unnest($5::int[], $6::text[], $7::int[], $8::int[], $9::date[], $10::date[]) WITH ORDINALITY
        AS a (person, role, unit, area, from_on, to_on, place)
    JOIN given g ON g.place = a.person
    ORDER BY a.place
)
SELECT id FROM given ORDER BY place
