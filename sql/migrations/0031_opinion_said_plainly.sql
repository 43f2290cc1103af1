-- The same rule without BETWEEN, whose text the database does not read back as it writes it.
ALTER TABLE liban.opinion DROP CONSTRAINT opinion_said,
    ADD CONSTRAINT opinion_said CHECK (length(btrim(words)) >= 1 AND length(btrim(words)) <= 1000 AND length(place) <= 100);
