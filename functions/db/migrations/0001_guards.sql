-- The role the functions use: it may add to the ledger and read it, never change it (spec 8).
DO $$ BEGIN
  BEGIN
    CREATE ROLE window_app NOLOGIN;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL; -- another database of this server has made it, perhaps just now
  END;
  IF NOT pg_has_role(current_user, 'window_app', 'MEMBER') THEN GRANT window_app TO CURRENT_USER; END IF;
END $$;--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO window_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO window_app;--> statement-breakpoint
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO window_app;--> statement-breakpoint
REVOKE UPDATE, DELETE ON event, daily_root, clock_alarm FROM window_app;--> statement-breakpoint
REVOKE DELETE ON "order", clock, custody, chain FROM window_app;--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO window_app;--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO window_app;--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The ledger cannot be changed (%).', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint
CREATE TRIGGER event_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER daily_root_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON daily_root FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
