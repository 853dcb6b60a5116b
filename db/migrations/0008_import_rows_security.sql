-- Files are read a slice at a time, which works without reading all of it only when they are stored uncompressed.
ALTER TABLE import_runs ALTER COLUMN file SET STORAGE EXTERNAL;
--> statement-breakpoint
ALTER TABLE import_rows ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE import_rows FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Nobody changes a row: a new check replaces all of them.
DO $$
DECLARE
  whole constant text := 'organisation_id = app_organisation() AND app_reach() IN (''all'', ''system'')';
BEGIN
  EXECUTE format('CREATE POLICY import_rows_read ON import_rows FOR SELECT USING (%s)', whole);
  EXECUTE format('CREATE POLICY import_rows_add ON import_rows FOR INSERT WITH CHECK (%s)', whole);
  EXECUTE format('CREATE POLICY import_rows_remove ON import_rows FOR DELETE USING (%s)', whole);
END $$;
