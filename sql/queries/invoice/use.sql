INSERT INTO liban.project_invoice (town, year, serial, invoice)
SELECT $1, $2, $3, i FROM unnest($4::text[]) AS i
