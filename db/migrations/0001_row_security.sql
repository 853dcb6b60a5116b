-- Substring search over names needs trigrams, and trigrams beside a tenant id need btree_gin. Both are trusted extensions.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gin;
--> statement-breakpoint
-- Names sort as people expect (Ärzte beside Arzt), whatever the collation of the database.
ALTER TABLE companies ALTER COLUMN name TYPE text COLLATE "und-x-icu", ALTER COLUMN city TYPE text COLLATE "und-x-icu", ALTER COLUMN code TYPE text COLLATE "und-x-icu";
--> statement-breakpoint
ALTER TABLE contacts ALTER COLUMN name TYPE text COLLATE "und-x-icu";
--> statement-breakpoint
CREATE FUNCTION app_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.organisation_id', true), '')::uuid;
--> statement-breakpoint
CREATE FUNCTION app_reach() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.reach', true), '');
--> statement-breakpoint
CREATE FUNCTION app_staff() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.staff_id', true), '')::uuid;
--> statement-breakpoint
CREATE FUNCTION app_login() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.login_id', true), '')::uuid;
--> statement-breakpoint
CREATE FUNCTION app_companies() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN string_to_array(nullif(current_setting('app.company_ids', true), ''), ',')::uuid[];
--> statement-breakpoint
-- Reaches: all (staff), assigned and administered (staff limited to companies assigned to them, the latter as administrator),
-- listed (contacts), system (a named exception of the application; without an organisation it sees the look-up tables only).
-- Absent settings make every comparison null, so a connection that says nothing sees nothing.
DO $$
DECLARE
  ours constant text := 'organisation_id = app_organisation()';
  whole constant text := 'app_reach() IN (''all'', ''system'')';
  limited constant text := 'app_reach() IN (''assigned'', ''administered'')';
  staff constant text := 'app_reach() IN (''all'', ''system'', ''assigned'', ''administered'')';
  mine constant text := 'SELECT a.company_id FROM assignments a WHERE a.organisation_id = app_organisation() AND a.staff_id = app_staff() AND (app_reach() = ''assigned'' OR a.level = ''administrator'')';
  served text;      -- staff reach a row by its company_id
  own_company text; -- staff reach a company row itself
  name text;
BEGIN
  served := format('(%s OR (%s AND company_id IN (%s)))', whole, limited, mine);
  own_company := format('(%s OR (%s AND id IN (%s)))', whole, limited, mine);

  FOREACH name IN ARRAY ARRAY['organisations','staff_users','staff_roles','staff_group_roles','assignments','companies','contacts','logins',
    'sessions','tokens','token_secrets','mail','audit_events','access_changes','access_entries','group_roles','contact_group_roles','import_runs']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  END LOOP;

  -- Before it is known who asks, four tables are looked up across organisations, each by a unique key.
  FOREACH name IN ARRAY ARRAY['organisations','staff_users','tokens','token_secrets'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (app_organisation() IS NULL AND app_reach() = ''system'')', name || '_lookup', name);
  END LOOP;

  EXECUTE 'CREATE POLICY organisations_read ON organisations FOR SELECT USING (id = app_organisation())';
  EXECUTE format('CREATE POLICY organisations_change ON organisations FOR UPDATE USING (id = app_organisation() AND %s)', whole);
  EXECUTE 'CREATE POLICY organisations_found ON organisations FOR INSERT WITH CHECK (app_reach() = ''system'')';

  EXECUTE format('CREATE POLICY staff_users_read ON staff_users FOR SELECT USING (%s AND %s)', ours, staff);
  EXECUTE format('CREATE POLICY staff_users_add ON staff_users FOR INSERT WITH CHECK (%s AND %s)', ours, whole);
  EXECUTE format('CREATE POLICY staff_users_change ON staff_users FOR UPDATE USING (%s AND (%s OR id = app_staff()))', ours, whole);

  FOREACH name IN ARRAY ARRAY['staff_roles','staff_group_roles','group_roles'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (%s AND %s)', name || '_read', name, ours, staff);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK (%s AND %s)', name || '_add', name, ours, whole);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE USING (%s AND %s)', name || '_change', name, ours, whole);
    EXECUTE format('CREATE POLICY %I ON %I FOR DELETE USING (%s AND %s)', name || '_remove', name, ours, whole);
  END LOOP;

  -- Staff with limited reach get assignments only from the trigger that makes a company's creator its administrator.
  EXECUTE format('CREATE POLICY assignments_read ON assignments FOR SELECT USING (%s AND (%s OR staff_id = app_staff()))', ours, whole);
  EXECUTE format('CREATE POLICY assignments_add ON assignments FOR INSERT WITH CHECK (%s AND (%s OR (staff_id = app_staff() AND pg_trigger_depth() > 0)))', ours, whole);
  EXECUTE format('CREATE POLICY assignments_change ON assignments FOR UPDATE USING (%s AND %s)', ours, whole);
  EXECUTE format('CREATE POLICY assignments_remove ON assignments FOR DELETE USING (%s AND %s)', ours, whole);

  EXECUTE format('CREATE POLICY companies_read ON companies FOR SELECT USING (%s AND (%s OR (app_reach() = ''listed'' AND id = ANY (app_companies()))))', ours, own_company);
  EXECUTE format('CREATE POLICY companies_add ON companies FOR INSERT WITH CHECK (%s AND %s)', ours, staff);
  EXECUTE format('CREATE POLICY companies_change ON companies FOR UPDATE USING (%s AND %s)', ours, own_company);
  EXECUTE format('CREATE POLICY companies_remove ON companies FOR DELETE USING (%s AND %s)', ours, own_company);

  EXECUTE format('CREATE POLICY contacts_read ON contacts FOR SELECT USING (%s AND (%s OR (app_reach() = ''listed'' AND login_id = app_login())))', ours, served);
  EXECUTE format('CREATE POLICY contacts_add ON contacts FOR INSERT WITH CHECK (%s AND %s)', ours, served);
  EXECUTE format('CREATE POLICY contacts_change ON contacts FOR UPDATE USING (%s AND %s)', ours, served);
  EXECUTE format('CREATE POLICY contacts_remove ON contacts FOR DELETE USING (%s AND %s)', ours, served);

  -- A login shows to staff who reach one of its contacts. It is inserted before its contact.
  EXECUTE format('CREATE POLICY logins_read ON logins FOR SELECT USING (%s AND (%s OR (app_reach() = ''listed'' AND id = app_login()) OR (%s AND EXISTS (SELECT FROM contacts c WHERE c.organisation_id = logins.organisation_id AND c.login_id = logins.id))))', ours, whole, limited);
  EXECUTE format('CREATE POLICY logins_add ON logins FOR INSERT WITH CHECK (%s AND %s)', ours, staff);
  EXECUTE format('CREATE POLICY logins_change ON logins FOR UPDATE USING (%s AND (%s OR (app_reach() = ''listed'' AND id = app_login()) OR (%s AND EXISTS (SELECT FROM contacts c WHERE c.organisation_id = logins.organisation_id AND c.login_id = logins.id))))', ours, whole, limited);

  EXECUTE format('CREATE POLICY sessions_read ON sessions FOR SELECT USING (%s AND (%s OR staff_id = app_staff() OR login_id = app_login() OR (%s AND EXISTS (SELECT FROM logins l WHERE l.organisation_id = sessions.organisation_id AND l.id = sessions.login_id))))', ours, whole, limited);
  EXECUTE format('CREATE POLICY sessions_open ON sessions FOR INSERT WITH CHECK (%s AND app_reach() = ''system'')', ours);
  EXECUTE format('CREATE POLICY sessions_change ON sessions FOR UPDATE USING (%s AND (%s OR staff_id = app_staff() OR login_id = app_login() OR (%s AND EXISTS (SELECT FROM logins l WHERE l.organisation_id = sessions.organisation_id AND l.id = sessions.login_id))))', ours, whole, limited);

  FOREACH name IN ARRAY ARRAY['tokens','mail'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (%s AND %s)', name || '_read', name, ours, served);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK (%s AND (%s OR staff_id = app_staff() OR login_id = app_login()))', name || '_add', name, ours, served);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE USING (%s AND %s)', name || '_change', name, ours, served);
  END LOOP;

  EXECUTE format('CREATE POLICY token_secrets_mint ON token_secrets FOR ALL USING (%s AND app_reach() = ''system'')', ours);

  -- The audit trail is added to and read; no policy lets anybody change or remove a row of it.
  EXECUTE format('CREATE POLICY audit_events_read ON audit_events FOR SELECT USING (%s AND (%s OR (%s AND actor_id = app_staff())))', ours, served, limited);
  EXECUTE format('CREATE POLICY audit_events_add ON audit_events FOR INSERT WITH CHECK (%s AND app_reach() IS NOT NULL)', ours);

  EXECUTE format('CREATE POLICY access_changes_read ON access_changes FOR SELECT USING (%s AND %s)', ours, staff);
  EXECUTE format('CREATE POLICY access_changes_add ON access_changes FOR INSERT WITH CHECK (%s AND %s)', ours, staff);
  EXECUTE format('CREATE POLICY access_changes_undo ON access_changes FOR UPDATE USING (%s AND %s)', ours, whole);

  EXECUTE format('CREATE POLICY access_entries_read ON access_entries FOR SELECT USING (%s AND (%s OR (%s AND (scope = ''everyone'' OR company_id IN (%s) OR EXISTS (SELECT FROM contacts c WHERE c.organisation_id = access_entries.organisation_id AND c.id = access_entries.contact_id)))))', ours, whole, limited, mine);
  EXECUTE format('CREATE POLICY access_entries_add ON access_entries FOR INSERT WITH CHECK (%s AND (%s OR (%s AND (company_id IN (%s) OR EXISTS (SELECT FROM contacts c WHERE c.organisation_id = access_entries.organisation_id AND c.id = access_entries.contact_id)))))', ours, whole, limited, mine);

  FOREACH name IN ARRAY ARRAY['SELECT','DELETE'] LOOP
    EXECUTE format('CREATE POLICY %I ON contact_group_roles FOR %s USING (%s AND (%s OR (%s AND EXISTS (SELECT FROM contacts c WHERE c.organisation_id = contact_group_roles.organisation_id AND c.id = contact_group_roles.contact_id))))', 'contact_group_roles_' || lower(name), name, ours, whole, limited);
  END LOOP;
  EXECUTE format('CREATE POLICY contact_group_roles_add ON contact_group_roles FOR INSERT WITH CHECK (%s AND (%s OR (%s AND EXISTS (SELECT FROM contacts c WHERE c.organisation_id = contact_group_roles.organisation_id AND c.id = contact_group_roles.contact_id))))', ours, whole, limited);

  EXECUTE format('CREATE POLICY import_runs_own ON import_runs FOR ALL USING (%s AND (%s OR created_by = app_staff()))', ours, whole);
END $$;
--> statement-breakpoint
-- Lower case, without accents, each word after a blank: "% ab%" then finds words that begin with one or two letters by index too.
CREATE FUNCTION search_key(VARIADIC parts text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ' ' || regexp_replace(lower(normalize(array_to_string(parts, ' '), NFKD)), '[\u0300-\u036f]', '', 'g');
--> statement-breakpoint
CREATE INDEX search_words_trigrams ON search_words USING gin (organisation_id, kind, words gin_trgm_ops);
--> statement-breakpoint
CREATE FUNCTION companies_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_words (organisation_id, kind, id, words)
    SELECT organisation_id, kind, id, search_key(code, name, short_name) FROM changed
    ON CONFLICT (organisation_id, id) DO UPDATE SET words = excluded.words WHERE search_words.words <> excluded.words;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER companies_words_added AFTER INSERT ON companies REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION companies_words();
--> statement-breakpoint
CREATE TRIGGER companies_words_changed AFTER UPDATE ON companies REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION companies_words();
--> statement-breakpoint
CREATE FUNCTION contacts_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_words (organisation_id, kind, id, words)
    SELECT c.organisation_id, 'contact', c.id, search_key(c.name, coalesce(l.email, ''))
    FROM changed c LEFT JOIN logins l ON l.organisation_id = c.organisation_id AND l.id = c.login_id
    ON CONFLICT (organisation_id, id) DO UPDATE SET words = excluded.words WHERE search_words.words <> excluded.words;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER contacts_words_added AFTER INSERT ON contacts REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION contacts_words();
--> statement-breakpoint
CREATE TRIGGER contacts_words_changed AFTER UPDATE ON contacts REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION contacts_words();
--> statement-breakpoint
CREATE FUNCTION logins_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE search_words w SET words = search_key(c.name, l.email)
    FROM contacts c JOIN changed l ON l.organisation_id = c.organisation_id AND l.id = c.login_id
    WHERE w.organisation_id = c.organisation_id AND w.id = c.id AND w.words <> search_key(c.name, l.email);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER logins_words_changed AFTER UPDATE ON logins REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION logins_words();
--> statement-breakpoint
CREATE FUNCTION words_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM search_words w USING gone WHERE w.organisation_id = gone.organisation_id AND w.id = gone.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER companies_words_removed AFTER DELETE ON companies REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION words_removed();
--> statement-breakpoint
CREATE TRIGGER contacts_words_removed AFTER DELETE ON contacts REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION words_removed();
--> statement-breakpoint
-- Whoever creates a company becomes an administrator of it.
CREATE FUNCTION companies_creator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app_staff() IS NOT NULL THEN
    INSERT INTO assignments (organisation_id, staff_id, company_id, level, granted_by)
      SELECT organisation_id, app_staff(), id, 'administrator', app_staff() FROM added;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER companies_creator_administers AFTER INSERT ON companies REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION companies_creator();
--> statement-breakpoint
-- A company cannot become its own ancestor, also when two sites are moved at once: parents are changed one at a time per organisation.
CREATE FUNCTION companies_no_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  above uuid := NEW.parent_id;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('parents ' || NEW.organisation_id, 0));
  FOR step IN 1..1000 LOOP
    EXIT WHEN above IS NULL;
    IF above = NEW.id THEN
      RAISE EXCEPTION 'company cannot be its own ancestor' USING ERRCODE = '23514', CONSTRAINT = 'companies_no_cycle', TABLE = 'companies';
    END IF;
    above := (SELECT parent_id FROM companies WHERE organisation_id = NEW.organisation_id AND id = above);
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER companies_parent_added AFTER INSERT ON companies FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION companies_no_cycle();
--> statement-breakpoint
CREATE TRIGGER companies_parent_changed AFTER UPDATE OF parent_id ON companies FOR EACH ROW WHEN (NEW.parent_id IS DISTINCT FROM OLD.parent_id AND NEW.parent_id IS NOT NULL) EXECUTE FUNCTION companies_no_cycle();
