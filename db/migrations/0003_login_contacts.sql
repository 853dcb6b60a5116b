-- Whether a login also serves contacts that the transaction cannot see. Whoever sees only some of a person's companies must not
-- change how that person signs in to the others; that they are there is all they learn.
CREATE FUNCTION login_reaches_further(login uuid) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  reach constant text := current_setting('app.reach', true);
  seen bigint;
  served bigint;
BEGIN
  SELECT count(*) INTO seen FROM contacts WHERE organisation_id = app_organisation() AND login_id = login;
  PERFORM set_config('app.reach', 'system', true);
  SELECT count(*) INTO served FROM contacts WHERE organisation_id = app_organisation() AND login_id = login;
  PERFORM set_config('app.reach', reach, true);
  RETURN served > seen;
END $$;
