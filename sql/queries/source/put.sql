-- What has arrived of each source of the project and what of it was spent, in the order of the application.
INSERT INTO liban.project_source (town, year, serial, number, kind, promised_fen, received_fen, spent_fen)
SELECT $1, $2, $3, s.number, s.kind, s.promised_fen, s.received_fen, s.spent_fen
FROM unnest($4::text[], $5::bigint[], $6::bigint[], $7::bigint[]) WITH ORDINALITY
    AS s (kind, promised_fen, received_fen, spent_fen, number)
ON CONFLICT (town, year, serial, number)
    DO UPDATE SET received_fen = excluded.received_fen, spent_fen = excluded.spent_fen
