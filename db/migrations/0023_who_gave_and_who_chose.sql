-- The staff user in whose name the transaction acts; empty when it is a contact or the application itself.
CREATE FUNCTION app_staff_name() RETURNS text LANGUAGE sql STABLE
  RETURN coalesce((SELECT name FROM staff_users WHERE organisation_id = app_organisation() AND id = app_staff()), '');
--> statement-breakpoint
ALTER TABLE "contact_group_roles" ADD COLUMN "given_by_name" text DEFAULT app_staff_name() NOT NULL;--> statement-breakpoint
ALTER TABLE "group_roles" ADD COLUMN "since_by_name" text DEFAULT app_staff_name() NOT NULL;--> statement-breakpoint
ALTER TABLE "past_contact_group_roles" ADD COLUMN "given_by_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "past_group_roles" ADD COLUMN "since_by_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE OR REPLACE FUNCTION group_roles_past() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  at constant timestamptz := clock_timestamp();
BEGIN
  INSERT INTO past_group_roles (organisation_id, group_role_id, since, since_by_name, until, name, is_active, roles)
    VALUES (OLD.organisation_id, OLD.id, OLD.since, OLD.since_by_name, at, OLD.name, OLD.is_active, OLD.roles);
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  NEW.since := at;
  NEW.since_by_name := app_staff_name();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION contact_group_roles_past() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  at constant timestamptz := clock_timestamp();
BEGIN
  INSERT INTO past_contact_group_roles (organisation_id, contact_id, group_role_id, since, given_by_name, until)
    SELECT g.organisation_id, g.contact_id, g.group_role_id, g.since, g.given_by_name, at FROM gone g
    WHERE EXISTS (SELECT FROM contacts c WHERE c.organisation_id = g.organisation_id AND c.id = g.contact_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
ALTER TABLE "logins" ADD COLUMN "email_proven_at" timestamp with time zone;--> statement-breakpoint
-- A password that was set as a link to the same address was used is one chosen behind it; of every other nobody can tell.
ALTER TABLE logins NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE tokens NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
UPDATE logins l SET email_proven_at = l.password_set_at FROM tokens t
  WHERE t.organisation_id = l.organisation_id AND t.login_id = l.id AND t.email = l.email AND l.password_hash IS NOT NULL AND l.temporary_until IS NULL
    AND l.password_set_at BETWEEN t.used_at - interval '1 minute' AND t.used_at + interval '1 minute';
--> statement-breakpoint
ALTER TABLE logins FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE tokens FORCE ROW LEVEL SECURITY;
