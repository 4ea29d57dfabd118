-- A step that waited for a lock was judged on what was true before it waited. Whatever its statement asks, it looks once more just before
-- it is done: is the session that makes it still good, is the period still open, is the right still held? Each query of a function sees
-- what is true by then. A step that waited for nobody took no time in which anything could have changed, and is spared the question.

-- Whether a person holds a right at an organisation on a day, as `isHeldOn` in visibility.ts has it.
CREATE FUNCTION holds_right(person uuid, organisation uuid, day date, approving boolean) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM supervisor_right r
     WHERE r.person_id = $1 AND r.organisation_id = $2 AND r.valid_from <= $3 AND (r.valid_until IS NULL OR r.valid_until >= $3)
       AND CASE WHEN $4 THEN r.may_approve ELSE r.may_register END
       AND (r.on_behalf_of_id IS NULL OR EXISTS (
         SELECT FROM supervisor_right own WHERE own.person_id = r.on_behalf_of_id AND own.organisation_id = r.organisation_id
            AND own.on_behalf_of_id IS NULL AND own.may_approve AND own.valid_from <= $3 AND (own.valid_until IS NULL OR own.valid_until >= $3))))
$$;

-- The day is that of whoever makes the step: set_config('konnekt.today', …, true).
CREATE FUNCTION judge_steps_again() RETURNS trigger LANGUAGE plpgsql AS $$
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
                AND (t.action IN ('save', 'send', 'withdraw') OR (t.action = 'undo-approval' AND w.filled_by <> 'employee'))) THEN
    RAISE EXCEPTION 'the period was closed meanwhile' USING ERRCODE = 'check_violation', CONSTRAINT = 'step_period';
  END IF;
  today := nullif(current_setting('konnekt.today', true), '')::date;
  IF today IS NOT NULL AND EXISTS (
    SELECT FROM (SELECT DISTINCT t.actor_id, w.organisation_id, t.action IN ('approve', 'decline') OR w.filled_by = 'employee' AS approving
                   FROM steps t JOIN worksheet w ON w.id = t.worksheet_id
                  WHERE t.actor_role = 'supervisor'
                    AND (t.action IN ('approve', 'decline', 'undo-approval') OR (t.action IN ('save', 'send') AND w.filled_by = 'supervisor'))) t
     WHERE NOT holds_right(t.actor_id, t.organisation_id, today, t.approving)) THEN
    RAISE EXCEPTION 'the right ended meanwhile' USING ERRCODE = 'check_violation', CONSTRAINT = 'step_right';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "worksheet_event_judged_again" AFTER INSERT ON "worksheet_event" REFERENCING NEW TABLE AS steps
  FOR EACH STATEMENT EXECUTE FUNCTION judge_steps_again();
