-- Which of these hashes belong to some project.
SELECT encode(s.sha256, 'hex') FROM liban.stored_file s
WHERE s.sha256 IN (SELECT decode(wanted, 'hex') FROM unnest($1::text[]) AS wanted)
