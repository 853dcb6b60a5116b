CREATE TABLE "code_counters" (
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "code_counters_organisation_id_kind_pk" PRIMARY KEY("organisation_id","kind")
);
--> statement-breakpoint
ALTER TABLE "code_counters" ADD CONSTRAINT "code_counters_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE code_counters ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE code_counters FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Staff with limited reach count on from companies that they cannot see: a number is all they learn.
DO $$
DECLARE
  staff constant text := 'organisation_id = app_organisation() AND app_reach() IN (''all'', ''system'', ''assigned'', ''administered'')';
BEGIN
  EXECUTE format('CREATE POLICY code_counters_read ON code_counters FOR SELECT USING (%s)', staff);
  EXECUTE format('CREATE POLICY code_counters_add ON code_counters FOR INSERT WITH CHECK (%s)', staff);
  EXECUTE format('CREATE POLICY code_counters_change ON code_counters FOR UPDATE USING (%s)', staff);
END $$;
--> statement-breakpoint
-- The number of a code of the generated form ("C-000123", "S-000007"), else null.
CREATE FUNCTION code_number(kind text, code text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN substring(upper(code) FROM CASE kind WHEN 'customer' THEN '^C' ELSE '^S' END || '-([0-9]{6}|[1-9][0-9]{6,8})$')::integer;
--> statement-breakpoint
-- A code that somebody typed or imported is never generated again. The counter is left alone, and so not locked, when it is ahead already.
CREATE FUNCTION companies_codes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO code_counters (organisation_id, kind, last)
    SELECT c.organisation_id, c.kind, max(code_number(c.kind, c.code)) FROM changed c
    GROUP BY c.organisation_id, c.kind
    HAVING max(code_number(c.kind, c.code)) >
      coalesce((SELECT k.last FROM code_counters k WHERE k.organisation_id = c.organisation_id AND k.kind = c.kind), 0)
    ON CONFLICT (organisation_id, kind) DO UPDATE SET last = greatest(code_counters.last, excluded.last);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER companies_codes_added AFTER INSERT ON companies REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION companies_codes();
--> statement-breakpoint
CREATE TRIGGER companies_codes_changed AFTER UPDATE ON companies REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION companies_codes();
