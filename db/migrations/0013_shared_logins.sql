-- Whether a login serves companies, none of which the transaction reaches. One without any contact is new, and whoever made it may give it one.
CREATE FUNCTION login_out_of_reach(login uuid) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  reach constant text := current_setting('app.reach', true);
  serves boolean;
BEGIN
  IF EXISTS (SELECT FROM contacts WHERE organisation_id = app_organisation() AND login_id = login) THEN
    RETURN false;
  END IF;
  PERFORM set_config('app.reach', 'system', true);
  serves := EXISTS (SELECT FROM contacts WHERE organisation_id = app_organisation() AND login_id = login);
  PERFORM set_config('app.reach', reach, true);
  RETURN serves;
END $$;
--> statement-breakpoint
-- Staff with limited reach give their contacts, links and e-mails no login that they do not see: by one they would come to see it.
DO $$
DECLARE
  ours constant text := 'organisation_id = app_organisation()';
  whole constant text := 'app_reach() IN (''all'', ''system'')';
  limited constant text := 'app_reach() IN (''assigned'', ''administered'')';
  mine constant text := 'SELECT a.company_id FROM assignments a WHERE a.organisation_id = app_organisation() AND a.staff_id = app_staff() AND (app_reach() = ''assigned'' OR a.level = ''administrator'')';
  seen constant text := '(login_id IS NULL OR NOT login_out_of_reach(login_id))';
  served text;
  name text;
BEGIN
  served := format('(%s OR (%s AND company_id IN (%s) AND %s))', whole, limited, mine, seen);
  EXECUTE format('ALTER POLICY contacts_add ON contacts WITH CHECK (%s AND %s)', ours, served);
  EXECUTE format('ALTER POLICY contacts_change ON contacts WITH CHECK (%s AND %s)', ours, served);
  FOREACH name IN ARRAY ARRAY['tokens','mail'] LOOP
    EXECUTE format('ALTER POLICY %I ON %I WITH CHECK (%s AND (%s OR (staff_id = app_staff() AND login_id IS NULL) OR login_id = app_login()))', name || '_add', name, ours, served);
    EXECUTE format('ALTER POLICY %I ON %I WITH CHECK (%s AND %s)', name || '_change', name, ours, served);
  END LOOP;
END $$;
--> statement-breakpoint
-- Only the newest link of a login works, also where earlier ones were sent for a company that whoever sends this one does not reach.
CREATE FUNCTION replace_links_beyond(of_purpose text, login_ids uuid[], at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  reach constant text := current_setting('app.reach', true);
  seen constant uuid[] := ARRAY(SELECT id FROM logins WHERE organisation_id = app_organisation() AND id = ANY (login_ids));
BEGIN
  PERFORM set_config('app.reach', 'system', true);
  WITH replaced AS (
    UPDATE tokens SET ended_at = at, ended_reason = 'replaced'
      WHERE organisation_id = app_organisation() AND purpose = of_purpose AND login_id = ANY (seen) AND used_at IS NULL AND ended_at IS NULL
      RETURNING id)
  UPDATE mail SET state = 'cancelled', next_try_at = NULL
    WHERE organisation_id = app_organisation() AND state = 'queued' AND token_id IN (SELECT id FROM replaced);
  PERFORM set_config('app.reach', reach, true);
END $$;
