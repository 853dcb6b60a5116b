CREATE TABLE "access_undos" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"change_id" bigint NOT NULL,
	"undone_at" timestamp with time zone NOT NULL,
	"undone_by" uuid,
	"undone_by_name" text DEFAULT '' NOT NULL,
	"redone_at" timestamp with time zone,
	"redone_by" uuid,
	"redone_by_name" text,
	CONSTRAINT "access_undos_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "access_changes" ADD COLUMN "subjects" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "access_changes" ADD COLUMN "is_for_everyone" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "access_changes" ADD COLUMN "company_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "access_changes" ADD COLUMN "contact_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "access_undos" ADD CONSTRAINT "access_undos_organisation_id_change_id_access_changes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","change_id") REFERENCES "public"."access_changes"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "access_undos_standing" ON "access_undos" USING btree ("organisation_id","change_id") WHERE redone_at is null;--> statement-breakpoint
CREATE INDEX "access_undos_by_change" ON "access_undos" USING btree ("organisation_id","change_id","undone_at");--> statement-breakpoint
CREATE INDEX "access_undos_by_undo" ON "access_undos" USING btree ("organisation_id","undone_at");--> statement-breakpoint
CREATE INDEX "access_undos_by_redo" ON "access_undos" USING btree ("organisation_id","redone_at") WHERE redone_at is not null;
--> statement-breakpoint
ALTER TABLE access_undos ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE access_undos FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- As with the changes themselves: all staff read, those who reach every company undo.
DO $$
DECLARE
  ours constant text := 'organisation_id = app_organisation()';
  whole constant text := 'app_reach() IN (''all'', ''system'')';
  staff constant text := 'app_reach() IN (''all'', ''system'', ''assigned'', ''administered'')';
BEGIN
  EXECUTE format('CREATE POLICY access_undos_read ON access_undos FOR SELECT USING (%s AND %s)', ours, staff);
  EXECUTE format('CREATE POLICY access_undos_add ON access_undos FOR INSERT WITH CHECK (%s AND %s)', ours, whole);
  EXECUTE format('CREATE POLICY access_undos_redo ON access_undos FOR UPDATE USING (%s AND %s)', ours, whole);
END $$;
--> statement-breakpoint
-- What the changes so far speak of and for whom, and the undoings that stand.
ALTER TABLE access_changes NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE access_entries NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE access_undos NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
UPDATE access_changes h SET subjects = e.subjects, is_for_everyone = e.is_for_everyone, company_count = e.companies, contact_count = e.contacts
  FROM (SELECT organisation_id, change_id, array_agg(DISTINCT audience || ' ' || permission) AS subjects, bool_or(scope = 'everyone') AS is_for_everyone,
      count(DISTINCT company_id) AS companies, count(DISTINCT contact_id) AS contacts
    FROM access_entries GROUP BY organisation_id, change_id) e
  WHERE h.organisation_id = e.organisation_id AND h.id = e.change_id;
--> statement-breakpoint
INSERT INTO access_undos (organisation_id, id, change_id, undone_at, undone_by, undone_by_name)
  SELECT organisation_id, gen_random_uuid(), id, undone_at, undone_by, coalesce(undone_by_name, '')
  FROM access_changes WHERE undone_at IS NOT NULL;
--> statement-breakpoint
ALTER TABLE access_changes FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE access_entries FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE access_undos FORCE ROW LEVEL SECURITY;
