ALTER TABLE "access_undos" ADD COLUMN "undone_in" "xid8";--> statement-breakpoint
ALTER TABLE "access_undos" ADD COLUMN "redone_in" "xid8";--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "written_in" "xid8";--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "status_changed_in" "xid8";--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "deactivated_in" "xid8";--> statement-breakpoint
-- Apart from the columns themselves: what is there already needs no value, and large tables are not written anew.
ALTER TABLE "access_undos" ALTER COLUMN "undone_in" SET DEFAULT pg_current_xact_id();--> statement-breakpoint
ALTER TABLE "audit_events" ALTER COLUMN "written_in" SET DEFAULT pg_current_xact_id();--> statement-breakpoint
CREATE FUNCTION companies_status_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.status_changed_in := pg_current_xact_id();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER companies_status_changed BEFORE UPDATE OF status_changed_at ON companies FOR EACH ROW
  WHEN (OLD.status_changed_at IS DISTINCT FROM NEW.status_changed_at) EXECUTE FUNCTION companies_status_changed();
--> statement-breakpoint
CREATE FUNCTION contacts_deactivated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.deactivated_in := pg_current_xact_id();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER contacts_deactivated BEFORE UPDATE OF deactivated_at ON contacts FOR EACH ROW
  WHEN (OLD.deactivated_at IS DISTINCT FROM NEW.deactivated_at) EXECUTE FUNCTION contacts_deactivated();
