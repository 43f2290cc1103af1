-- The order in which events became visible. Numbers of a sequence are given before the commit, so a later number may
-- be seen earlier; a transaction counts as passed only when every earlier one is over.
ALTER TABLE liban.project_event ADD COLUMN xact xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX event_in_order ON liban.project_event (town, xact, year, serial, seq);
