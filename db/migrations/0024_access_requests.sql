CREATE TABLE "access_requests" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"outcome" text,
	"answer" text DEFAULT '' NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	CONSTRAINT "access_requests_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "access_requests" ADD CONSTRAINT "access_requests_organisation_id_staff_id_staff_users_organisation_id_id_fk" FOREIGN KEY ("organisation_id","staff_id") REFERENCES "public"."staff_users"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_requests_by_staff" ON "access_requests" USING btree ("organisation_id","staff_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "access_requests_one_open" ON "access_requests" USING btree ("organisation_id","staff_id") WHERE outcome is null;
--> statement-breakpoint
ALTER TABLE access_requests ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE access_requests FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Staff ask for themselves and see what they asked; those who reach everything see every request and answer it.
DO $$
DECLARE
  reach constant text := '(SELECT app_reach())';
  ours constant text := 'organisation_id = app_organisation()';
  whole text := format('%s IN (''all'', ''system'')', reach);
BEGIN
  EXECUTE format('CREATE POLICY access_requests_read ON access_requests FOR SELECT USING (%s AND (%s OR staff_id = app_staff()))', ours, whole);
  EXECUTE format('CREATE POLICY access_requests_add ON access_requests FOR INSERT WITH CHECK (%s AND (%s OR staff_id = app_staff()))', ours, whole);
  EXECUTE format('CREATE POLICY access_requests_answer ON access_requests FOR UPDATE USING (%s AND %s)', ours, whole);
END $$;
