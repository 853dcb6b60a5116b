-- Asked as a subquery, the reach is worked out once for a query instead of once for each row: counting what half a million entries say takes
-- 0.4 s less.
DO $$
DECLARE
  reach constant text := '(SELECT app_reach())';
  mine constant text := 'SELECT a.company_id FROM assignments a WHERE a.organisation_id = app_organisation() AND a.staff_id = app_staff() AND (app_reach() = ''assigned'' OR a.level = ''administrator'')';
BEGIN
  EXECUTE format('ALTER POLICY access_entries_read ON access_entries USING (organisation_id = app_organisation() AND (%1$s IN (''all'', ''system'') OR (%1$s IN (''assigned'', ''administered'')
    AND (scope = ''everyone'' OR company_id IN (%2$s) OR EXISTS (SELECT FROM contacts c WHERE c.organisation_id = access_entries.organisation_id AND c.id = access_entries.contact_id)))))', reach, mine);
END $$;
