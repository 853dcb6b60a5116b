CREATE TABLE "project_members" (
	"organisation_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"level" text NOT NULL,
	"added_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "project_members_organisation_id_project_id_staff_id_pk" PRIMARY KEY("organisation_id","project_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"archived_at" timestamp with time zone,
	"archived_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "projects_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "projects_of_company" UNIQUE("organisation_id","company_id","id")
);
--> statement-breakpoint
ALTER TABLE "project_members" ADD CONSTRAINT "project_members_project_exists" FOREIGN KEY ("organisation_id","company_id","project_id") REFERENCES "public"."projects"("organisation_id","company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_members" ADD CONSTRAINT "project_members_organisation_id_staff_id_staff_users_organisation_id_id_fk" FOREIGN KEY ("organisation_id","staff_id") REFERENCES "public"."staff_users"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_organisation_id_company_id_companies_organisation_id_id_fk" FOREIGN KEY ("organisation_id","company_id") REFERENCES "public"."companies"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "projects_by_name" ON "projects" USING btree ("organisation_id","company_id","name","id");--> statement-breakpoint
CREATE INDEX "mail_by_company" ON "mail" USING btree ("organisation_id","company_id","created_at","id");--> statement-breakpoint
ALTER TABLE projects ALTER COLUMN name TYPE text COLLATE "und-x-icu";
--> statement-breakpoint
-- Whoever reaches a company reaches its projects. A project is archived, never removed.
DO $$
DECLARE
  reach constant text := '(SELECT app_reach())';
  mine constant text := 'SELECT a.company_id FROM assignments a WHERE a.organisation_id = app_organisation() AND a.staff_id = app_staff() AND (app_reach() = ''assigned'' OR a.level = ''administrator'')';
  served text := format('organisation_id = app_organisation() AND (%1$s IN (''all'', ''system'') OR (%1$s IN (''assigned'', ''administered'') AND company_id IN (%2$s)))', reach, mine);
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['projects', 'project_members'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (%s)', name || '_read', name, served);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK (%s)', name || '_add', name, served);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE USING (%s)', name || '_change', name, served);
  END LOOP;
  EXECUTE format('CREATE POLICY project_members_remove ON project_members FOR DELETE USING (%s)', served);
END $$;
