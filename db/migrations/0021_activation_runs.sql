CREATE TABLE "activation_recipients" (
	"organisation_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"reason" text,
	"token_id" uuid,
	CONSTRAINT "activation_recipients_organisation_id_run_id_contact_id_pk" PRIMARY KEY("organisation_id","run_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "activation_runs" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"selection" jsonb NOT NULL,
	"template" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"recipients" integer NOT NULL,
	"problem" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"created_by_name" text NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "activation_runs_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "activation_recipients" ADD CONSTRAINT "activation_recipients_organisation_id_run_id_activation_runs_organisation_id_id_fk" FOREIGN KEY ("organisation_id","run_id") REFERENCES "public"."activation_runs"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activation_recipients" ADD CONSTRAINT "activation_recipients_organisation_id_contact_id_contacts_organisation_id_id_fk" FOREIGN KEY ("organisation_id","contact_id") REFERENCES "public"."contacts"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activation_recipients" ADD CONSTRAINT "activation_recipients_organisation_id_token_id_tokens_organisation_id_id_fk" FOREIGN KEY ("organisation_id","token_id") REFERENCES "public"."tokens"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activation_runs" ADD CONSTRAINT "activation_runs_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activation_recipients_by_outcome" ON "activation_recipients" USING btree ("organisation_id","run_id","outcome","contact_id");--> statement-breakpoint
CREATE INDEX "activation_recipients_by_contact" ON "activation_recipients" USING btree ("organisation_id","contact_id");--> statement-breakpoint
ALTER TABLE activation_runs ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE activation_runs FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE activation_recipients ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE activation_recipients FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Staff of limited reach see and send what they drew up themselves; only what was never sent is ever removed.
DO $$
DECLARE
  ours constant text := 'organisation_id = app_organisation()';
  whole constant text := '(SELECT app_reach()) IN (''all'', ''system'')';
  mine constant text := '(SELECT app_reach()) IN (''assigned'', ''administered'') AND created_by = app_staff()';
  theirs constant text := '(SELECT app_reach()) IN (''assigned'', ''administered'') AND run_id IN (SELECT id FROM activation_runs)';
BEGIN
  EXECUTE format('CREATE POLICY activation_runs_read ON activation_runs FOR SELECT USING (%s AND (%s OR %s))', ours, whole, mine);
  EXECUTE format('CREATE POLICY activation_runs_add ON activation_runs FOR INSERT WITH CHECK (%s AND (%s OR %s))', ours, whole, mine);
  EXECUTE format('CREATE POLICY activation_runs_change ON activation_runs FOR UPDATE USING (%s AND (%s OR %s))', ours, whole, mine);
  EXECUTE format('CREATE POLICY activation_runs_remove ON activation_runs FOR DELETE USING (%s AND state = ''draft'' AND (%s OR %s))', ours, whole, mine);
  EXECUTE format('CREATE POLICY activation_recipients_read ON activation_recipients FOR SELECT USING (%s AND (%s OR %s))', ours, whole, theirs);
  EXECUTE format('CREATE POLICY activation_recipients_add ON activation_recipients FOR INSERT WITH CHECK (%s AND (%s OR %s))', ours, whole, theirs);
  EXECUTE format('CREATE POLICY activation_recipients_change ON activation_recipients FOR UPDATE USING (%s AND (%s OR %s))', ours, whole, theirs);
END $$;
