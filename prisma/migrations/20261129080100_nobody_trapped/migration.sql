-- From when hours are entered here: nothing is owed before. The agency's day, or that of one client that came later.
ALTER TABLE "agency" ADD COLUMN "hours_from" DATE;
ALTER TABLE "organisation" ADD COLUMN "hours_from" DATE;

-- What the office fills in for somebody waits for the client as what an employee sends: only what a supervisor registers is approved by sending it.
CREATE OR REPLACE FUNCTION judge_steps_again() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  today date;
BEGIN
  IF clock_timestamp() - statement_timestamp() < interval '20 milliseconds' THEN RETURN NULL; END IF;
  IF EXISTS (SELECT FROM (SELECT DISTINCT session_id FROM steps) t JOIN session s ON s.id = t.session_id JOIN account a ON a.id = s.account_id
              WHERE s.ended_at IS NOT NULL OR a.status <> 'active') THEN
    RAISE EXCEPTION 'the session ended meanwhile' USING ERRCODE = 'check_violation', CONSTRAINT = 'step_session';
  END IF;
  IF EXISTS (SELECT FROM steps t JOIN worksheet w ON w.id = t.worksheet_id JOIN period pe ON pe.id = w.period_id
              WHERE pe.closed_at IS NOT NULL
                AND (t.action IN ('save', 'send', 'withdraw') OR (t.action = 'undo-approval' AND w.filled_by = 'supervisor'))) THEN
    RAISE EXCEPTION 'the period was closed meanwhile' USING ERRCODE = 'check_violation', CONSTRAINT = 'step_period';
  END IF;
  today := nullif(current_setting('konnekt.today', true), '')::date;
  IF today IS NOT NULL AND EXISTS (
    SELECT FROM (SELECT DISTINCT t.actor_id, w.organisation_id, t.action IN ('approve', 'decline', 'undo-decline') OR w.filled_by <> 'supervisor' AS approving
                   FROM steps t JOIN worksheet w ON w.id = t.worksheet_id
                  WHERE t.actor_role = 'supervisor'
                    AND (t.action IN ('approve', 'decline', 'undo-approval', 'undo-decline') OR (t.action IN ('save', 'send') AND w.filled_by = 'supervisor'))) t
     WHERE NOT holds_right(t.actor_id, t.organisation_id, today, t.approving)) THEN
    RAISE EXCEPTION 'the right ended meanwhile' USING ERRCODE = 'check_violation', CONSTRAINT = 'step_right';
  END IF;
  RETURN NULL;
END
$$;
