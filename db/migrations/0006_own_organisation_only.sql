-- The system founds the organisation that it acts within, and no other.
ALTER POLICY organisations_found ON organisations WITH CHECK (id = app_organisation() AND app_reach() = 'system');
