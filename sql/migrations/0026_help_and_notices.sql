-- Which projects ever called a consultation or sent a dispatch: few, and found without reading the town's log.
CREATE INDEX event_of_consultation ON liban.project_event (town, year, serial) WHERE kind = 'consulted';
CREATE INDEX event_of_dispatch ON liban.project_event (town, year, serial) WHERE kind = 'dispatched';
-- Projects whose award was put on notice, the notice that ends last first.
CREATE INDEX project_on_notice ON liban.project (town, notice_ends_on, year, serial) WHERE notice_ends_on IS NOT NULL;
