DROP INDEX "access_entries_by_contact";--> statement-breakpoint
CREATE INDEX "contacts_by_id" ON "contacts" USING btree ("organisation_id","kind","id","company_id","access_since","deactivated_at","login_id");--> statement-breakpoint
CREATE INDEX "access_entries_by_contact" ON "access_entries" USING btree ("organisation_id","contact_id","permission","change_id","position","effect","audience","last_day","scope","company_id") WHERE scope = 'contact';--> statement-breakpoint
-- Asked as a subquery, the organisation is read once for a query instead of once for each row: reading a million contacts takes 0.2 s, not 0.45.
DO $$
DECLARE
  ours constant text := 'organisation_id = (SELECT app_organisation())';
  reach constant text := '(SELECT app_reach())';
  mine constant text := '(SELECT a.company_id FROM assignments a WHERE a.organisation_id = app_organisation() AND a.staff_id = app_staff() AND (app_reach() = ''assigned'' OR a.level = ''administrator''))';
  known constant text := 'EXISTS (SELECT FROM contacts c WHERE c.organisation_id = %1$I.organisation_id AND c.id = %1$I.contact_id)';
  whole constant text := reach || ' IN (''all'', ''system'')';
  limited constant text := reach || ' IN (''assigned'', ''administered'')';
  seen constant text := ours || ' AND (' || whole || ' OR (' || limited || ' AND (%s)))';
  listed constant text := ours || ' AND (' || whole || ' OR (' || limited || ' AND %s) OR (' || reach || ' = ''listed'' AND %s))';
BEGIN
  EXECUTE format('ALTER POLICY companies_read ON companies USING (' || listed || ')', 'id IN ' || mine, 'id = ANY (app_companies())');
  EXECUTE format('ALTER POLICY contacts_read ON contacts USING (' || listed || ')', 'company_id IN ' || mine, 'login_id = app_login()');
  EXECUTE format('ALTER POLICY access_changes_read ON access_changes USING (' || seen || ')', 'true');
  EXECUTE format('ALTER POLICY contact_group_roles_select ON contact_group_roles USING (' || seen || ')', format(known, 'contact_group_roles'));
  EXECUTE format('ALTER POLICY access_entries_read ON access_entries USING (' || seen || ')', 'scope = ''everyone'' OR company_id IN ' || mine || ' OR ' || format(known, 'access_entries'));
END $$;
