CREATE TABLE "company_events" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"contact_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"level" text NOT NULL,
	"source" text NOT NULL,
	"message" text NOT NULL,
	"details" jsonb,
	CONSTRAINT "company_events_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "company_events" ADD CONSTRAINT "company_events_organisation_id_company_id_companies_organisation_id_id_fk" FOREIGN KEY ("organisation_id","company_id") REFERENCES "public"."companies"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "company_events_by_time" ON "company_events" USING btree ("organisation_id","company_id","at","id");--> statement-breakpoint
CREATE INDEX "company_events_by_age" ON "company_events" USING btree ("organisation_id","at");
--> statement-breakpoint
-- Whether a company whose log level is the first takes an event of the second level.
CREATE FUNCTION log_admits(log_level text, level text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN array_position(ARRAY['error', 'warning', 'information', 'debug'], level)
    <= coalesce(array_position(ARRAY['error', 'warning', 'information', 'debug'], log_level), 0);
--> statement-breakpoint
ALTER TABLE company_events ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE company_events FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Staff read what they reach; contacts add what they do themselves and read nothing. Nobody changes an event, and only the worker forgets.
DO $$
DECLARE
  reach constant text := '(SELECT app_reach())';
  ours constant text := 'organisation_id = app_organisation()';
  mine constant text := 'SELECT a.company_id FROM assignments a WHERE a.organisation_id = app_organisation() AND a.staff_id = app_staff() AND (app_reach() = ''assigned'' OR a.level = ''administrator'')';
  served text := format('(%1$s IN (''all'', ''system'') OR (%1$s IN (''assigned'', ''administered'') AND company_id IN (%2$s)))', reach, mine);
BEGIN
  EXECUTE format('CREATE POLICY company_events_read ON company_events FOR SELECT USING (%s AND %s)', ours, served);
  EXECUTE format('CREATE POLICY company_events_add ON company_events FOR INSERT WITH CHECK (%s AND (%s OR (%s = ''listed'' AND company_id = ANY (app_companies()))))', ours, served, reach);
  EXECUTE format('CREATE POLICY company_events_forget ON company_events FOR DELETE USING (%s AND %s = ''system'')', ours, reach);
END $$;
