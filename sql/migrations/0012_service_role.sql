-- The role the server works under: it reads everything, adds, and changes only what is meant to change.
-- Roles belong to the whole cluster, so a second database finds it there.
DO $$
BEGIN
    CREATE ROLE liban_service LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL;
END
$$;
-- Whoever owns the database takes this role on for the server's sessions; a superuser may anyway.
DO $$
BEGIN
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        EXECUTE format('GRANT liban_service TO %I', current_user);
    END IF;
END
$$;
-- A statement, a lock or a forgotten transaction that takes longer ends by itself.
ALTER ROLE liban_service SET statement_timeout = '5s';
ALTER ROLE liban_service SET lock_timeout = '2s';
ALTER ROLE liban_service SET idle_in_transaction_session_timeout = '10s';

GRANT USAGE ON SCHEMA liban TO liban_service;
GRANT SELECT ON ALL TABLES IN SCHEMA liban TO liban_service;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA liban TO liban_service;
GRANT INSERT ON liban.town, liban.area, liban.unit, liban.person, liban.assignment, liban.duty_exception,
    liban.account, liban.session, liban.policy, liban.calendar_day, liban.fund, liban.project_counter, liban.project,
    liban.project_invoice, liban.project_event, liban.ledger_movement, liban.request_key, liban.outbox, liban.reminder,
    liban.refused_attempt, liban.setup_record, liban.handover, liban.handover_project TO liban_service;
GRANT UPDATE ON liban.project, liban.fund, liban.project_counter, liban.calendar_day TO liban_service;
GRANT UPDATE (failures, locked_until) ON liban.account TO liban_service;
GRANT UPDATE (closed_at) ON liban.session TO liban_service;
GRANT UPDATE (programme, policy_version) ON liban.town TO liban_service;
GRANT UPDATE (to_on) ON liban.assignment TO liban_service;
GRANT UPDATE (from_confirmed_at, to_confirmed_at, completed_at) ON liban.handover TO liban_service;
