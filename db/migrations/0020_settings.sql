CREATE TABLE "organisation_logos" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"image" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisation_logos_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "terms_versions" (
	"organisation_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"text" text,
	"made_by_name" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "terms_versions_organisation_id_version_pk" PRIMARY KEY("organisation_id","version")
);
--> statement-breakpoint
ALTER TABLE "logins" ADD COLUMN "terms_version" integer;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "logo_id" uuid;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "hidden" text[] DEFAULT ARRAY[]::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "announcements" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "company_creators" text DEFAULT 'everyone' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "terms_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "password_min" integer DEFAULT 15 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "staff_idle_minutes" integer;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "staff_session_minutes" integer;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "contact_idle_minutes" integer;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "contact_session_minutes" integer;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "sender_name" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "sender_address" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "reply_to" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "saves" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "dismissed_announcement" uuid;--> statement-breakpoint
ALTER TABLE "organisation_logos" ADD CONSTRAINT "organisation_logos_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms_versions" ADD CONSTRAINT "terms_versions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Staff who reach everything keep both; everybody else sees only what the application shows them as the system: the logo to
-- whoever comes by, the terms through the row of the organisation.
DO $$
DECLARE
  ours constant text := 'organisation_id = app_organisation()';
  whole constant text := 'app_reach() IN (''all'', ''system'')';
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['organisation_logos', 'terms_versions'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (%s AND %s)', name || '_read', name, ours, whole);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK (%s AND %s)', name || '_add', name, ours, whole);
  END LOOP;
  EXECUTE format('CREATE POLICY organisation_logos_remove ON organisation_logos FOR DELETE USING (%s AND %s)', ours, whole);
END $$;
