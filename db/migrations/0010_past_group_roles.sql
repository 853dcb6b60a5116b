CREATE TABLE "past_contact_group_roles" (
	"organisation_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"group_role_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "past_contact_group_roles_organisation_id_contact_id_group_role_id_until_pk" PRIMARY KEY("organisation_id","contact_id","group_role_id","until")
);
--> statement-breakpoint
CREATE TABLE "past_group_roles" (
	"organisation_id" uuid NOT NULL,
	"group_role_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"name" text NOT NULL,
	"is_active" boolean NOT NULL,
	"roles" text[] NOT NULL,
	CONSTRAINT "past_group_roles_organisation_id_group_role_id_until_pk" PRIMARY KEY("organisation_id","group_role_id","until")
);
--> statement-breakpoint
ALTER TABLE "group_roles" DROP CONSTRAINT "group_roles_code_unique";--> statement-breakpoint
ALTER TABLE "contact_group_roles" ADD COLUMN "since" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "group_roles" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "group_roles" ADD COLUMN "changed_by_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "group_roles" ADD COLUMN "since" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "past_contact_group_roles" ADD CONSTRAINT "past_contact_group_roles_organisation_id_contact_id_contacts_organisation_id_id_fk" FOREIGN KEY ("organisation_id","contact_id") REFERENCES "public"."contacts"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "past_group_roles" ADD CONSTRAINT "past_group_roles_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "group_roles_code_unique" ON "group_roles" USING btree ("organisation_id","audience",lower("code"));--> statement-breakpoint
-- Nothing tells when what stands was decided; it is taken to have stood since both sides of it were there.
ALTER TABLE contacts NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE group_roles NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE contact_group_roles NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
UPDATE group_roles SET since = created_at;
--> statement-breakpoint
UPDATE contact_group_roles m SET since = greatest(c.created_at, r.created_at) FROM contacts c, group_roles r
  WHERE c.organisation_id = m.organisation_id AND c.id = m.contact_id AND r.organisation_id = m.organisation_id AND r.id = m.group_role_id;
--> statement-breakpoint
ALTER TABLE contacts FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE group_roles FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE contact_group_roles FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE past_group_roles ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE past_group_roles FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE past_contact_group_roles ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE past_contact_group_roles FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- The past is read like the present that it was, written by the triggers below alone, and changed by nobody.
DO $$
DECLARE
  ours constant text := 'organisation_id = app_organisation()';
  whole constant text := 'app_reach() IN (''all'', ''system'')';
  limited constant text := 'app_reach() IN (''assigned'', ''administered'')';
  staff constant text := 'app_reach() IN (''all'', ''system'', ''assigned'', ''administered'')';
  served text := format('(%s OR (%s AND EXISTS (SELECT FROM contacts c WHERE c.organisation_id = past_contact_group_roles.organisation_id AND c.id = past_contact_group_roles.contact_id)))', whole, limited);
BEGIN
  EXECUTE format('CREATE POLICY past_group_roles_read ON past_group_roles FOR SELECT USING (%s AND %s)', ours, staff);
  EXECUTE format('CREATE POLICY past_group_roles_add ON past_group_roles FOR INSERT WITH CHECK (%s AND %s AND pg_trigger_depth() > 0)', ours, whole);
  EXECUTE format('CREATE POLICY past_contact_group_roles_read ON past_contact_group_roles FOR SELECT USING (%s AND %s)', ours, served);
  EXECUTE format('CREATE POLICY past_contact_group_roles_add ON past_contact_group_roles FOR INSERT WITH CHECK (%s AND %s AND pg_trigger_depth() > 0)', ours, served);
END $$;
--> statement-breakpoint
CREATE FUNCTION group_roles_past() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  at constant timestamptz := clock_timestamp();
BEGIN
  INSERT INTO past_group_roles (organisation_id, group_role_id, since, until, name, is_active, roles)
    VALUES (OLD.organisation_id, OLD.id, OLD.since, at, OLD.name, OLD.is_active, OLD.roles);
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  NEW.since := at;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER group_roles_edited BEFORE UPDATE ON group_roles FOR EACH ROW
  WHEN ((OLD.name, OLD.is_active, OLD.roles) IS DISTINCT FROM (NEW.name, NEW.is_active, NEW.roles)) EXECUTE FUNCTION group_roles_past();
--> statement-breakpoint
CREATE TRIGGER group_roles_deleted BEFORE DELETE ON group_roles FOR EACH ROW EXECUTE FUNCTION group_roles_past();
--> statement-breakpoint
-- A contact that is deleted takes its past along: it is gone by the time its group roles follow it.
CREATE FUNCTION contact_group_roles_past() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  at constant timestamptz := clock_timestamp();
BEGIN
  INSERT INTO past_contact_group_roles (organisation_id, contact_id, group_role_id, since, until)
    SELECT g.organisation_id, g.contact_id, g.group_role_id, g.since, at FROM gone g
    WHERE EXISTS (SELECT FROM contacts c WHERE c.organisation_id = g.organisation_id AND c.id = g.contact_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER contact_group_roles_ended AFTER DELETE ON contact_group_roles REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION contact_group_roles_past();
