-- The way up may lead through companies that whoever moves a site cannot see: it is walked with the reach of the system, or a
-- member of staff with two companies could tie a knot around a third.
CREATE OR REPLACE FUNCTION companies_no_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  reach constant text := current_setting('app.reach', true);
  above uuid := NEW.parent_id;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('parents ' || NEW.organisation_id, 0));
  PERFORM set_config('app.reach', 'system', true);
  FOR step IN 1..1000 LOOP
    EXIT WHEN above IS NULL;
    IF above = NEW.id THEN
      RAISE EXCEPTION 'company cannot be its own ancestor' USING ERRCODE = '23514', CONSTRAINT = 'companies_no_cycle', TABLE = 'companies';
    END IF;
    above := (SELECT parent_id FROM companies WHERE organisation_id = NEW.organisation_id AND id = above);
  END LOOP;
  PERFORM set_config('app.reach', reach, true);
  RETURN NULL;
END $$;
