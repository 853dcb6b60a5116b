CREATE TABLE "access_endings" (
	"organisation_id" uuid NOT NULL,
	"change_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	CONSTRAINT "access_endings_organisation_id_change_id_position_pk" PRIMARY KEY("organisation_id","change_id","position")
);
--> statement-breakpoint
ALTER TABLE "access_endings" ADD CONSTRAINT "access_endings_organisation_id_change_id_position_access_entries_organisation_id_change_id_position_fk" FOREIGN KEY ("organisation_id","change_id","position") REFERENCES "public"."access_entries"("organisation_id","change_id","position") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_entries_by_last_day" ON "access_entries" USING btree ("organisation_id","last_day") WHERE scope = 'contact' and effect = 'allow' and last_day is not null;
--> statement-breakpoint
ALTER TABLE access_endings ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE access_endings FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Only the worker tells; once told stays told.
DO $$
DECLARE
  ours constant text := 'organisation_id = app_organisation()';
BEGIN
  EXECUTE format('CREATE POLICY access_endings_read ON access_endings FOR SELECT USING (%s AND app_reach() IN (''all'', ''system''))', ours);
  EXECUTE format('CREATE POLICY access_endings_add ON access_endings FOR INSERT WITH CHECK (%s AND app_reach() = ''system'')', ours);
END $$;
