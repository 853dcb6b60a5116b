-- What somebody did at a company is theirs to read as long as the company is: it names the company, its people and what changed there.
DO $$
DECLARE
  ours constant text := 'organisation_id = (SELECT app_organisation())';
  reach constant text := '(SELECT app_reach())';
  mine constant text := '(SELECT a.company_id FROM assignments a WHERE a.organisation_id = (SELECT app_organisation()) AND a.staff_id = (SELECT app_staff()) AND ((SELECT app_reach()) = ''assigned'' OR a.level = ''administrator''))';
BEGIN
  EXECUTE format('ALTER POLICY audit_events_read ON audit_events USING (%1$s AND (%2$s IN (''all'', ''system'') OR (%2$s IN (''assigned'', ''administered'') AND (company_id IN %3$s OR (company_id IS NULL AND actor_id = (SELECT app_staff()))))))', ours, reach, mine);
END $$;
