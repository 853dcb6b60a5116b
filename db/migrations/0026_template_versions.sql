CREATE TABLE "template_versions" (
	"organisation_id" uuid NOT NULL,
	"template" text NOT NULL,
	"version" integer NOT NULL,
	"act" text NOT NULL,
	"restored_from" integer,
	"subject" text,
	"html" text,
	"text" text,
	"saved_by" uuid NOT NULL,
	"saved_by_name" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "template_versions_organisation_id_template_version_pk" PRIMARY KEY("organisation_id","template","version")
);
--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "template_version" integer;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "template_fallback" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "template_versions" ADD CONSTRAINT "template_versions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_versions" ADD CONSTRAINT "template_versions_organisation_id_saved_by_staff_users_organisation_id_id_fk" FOREIGN KEY ("organisation_id","saved_by") REFERENCES "public"."staff_users"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE template_versions ADD CONSTRAINT template_versions_whole CHECK ((act = 'reset') = (subject IS NULL) AND (subject IS NULL) = (html IS NULL) AND (html IS NULL) = (text IS NULL) AND version > 0);
--> statement-breakpoint
ALTER TABLE template_versions ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE template_versions FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Read by all staff, who see e-mails made from them. What was saved stays as it was.
DO $$
DECLARE
  ours constant text := 'organisation_id = app_organisation()';
BEGIN
  EXECUTE format('CREATE POLICY template_versions_read ON template_versions FOR SELECT USING (%s AND app_reach() IN (''all'', ''assigned'', ''administered'', ''system''))', ours);
  EXECUTE format('CREATE POLICY template_versions_add ON template_versions FOR INSERT WITH CHECK (%s AND app_reach() = ''all'')', ours);
END $$;
