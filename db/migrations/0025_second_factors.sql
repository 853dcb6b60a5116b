CREATE TABLE "staff_recovery_codes" (
	"organisation_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "staff_recovery_codes_organisation_id_staff_id_hash_pk" PRIMARY KEY("organisation_id","staff_id","hash")
);
--> statement-breakpoint
CREATE TABLE "staff_totp" (
	"organisation_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"sealed_secret" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_step" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "staff_totp_organisation_id_staff_id_pk" PRIMARY KEY("organisation_id","staff_id")
);
--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "requires_second_factor" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "staff_users" ADD COLUMN "second_factor_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "staff_recovery_codes" ADD CONSTRAINT "staff_recovery_codes_organisation_id_staff_id_staff_users_organisation_id_id_fk" FOREIGN KEY ("organisation_id","staff_id") REFERENCES "public"."staff_users"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_totp" ADD CONSTRAINT "staff_totp_organisation_id_staff_id_staff_users_organisation_id_id_fk" FOREIGN KEY ("organisation_id","staff_id") REFERENCES "public"."staff_users"("organisation_id","id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
-- What somebody signs in with is theirs; beside them, whoever administers staff can take it away.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['staff_totp', 'staff_recovery_codes'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY %I ON %I FOR ALL USING (organisation_id = app_organisation() AND (app_reach() IN (''all'', ''system'') OR staff_id = app_staff()))', name || '_own', name);
  END LOOP;
END $$;
