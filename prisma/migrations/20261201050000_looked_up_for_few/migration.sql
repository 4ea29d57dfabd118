-- What few rows of a list need is made ready when it is called (docs/decisions/0050-what-is-not-needed-is-not-made-ready.md).

-- A worksheet says to the letter what was sent back the time before: the seals are the same.
CREATE FUNCTION is_sent_as_declined(sheet uuid, submission_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM submission now JOIN submission was ON was.worksheet_id = now.worksheet_id AND was.number = now.number - 1 AND was.sha256 = now.sha256
     WHERE now.id = is_sent_as_declined.submission_id AND EXISTS (
       SELECT FROM worksheet_event v WHERE v.worksheet_id = sheet AND v.submission_id = was.id AND v.action IN ('decline', 'refuse')))
$$;

-- Worked by a placement in a period, with all that was sent of it, in minutes.
CREATE FUNCTION worked_in_period(placement uuid, period uuid) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT sum(b.worked_minutes)::int FROM worksheet b
   WHERE b.placement_id = placement AND b.period_id = period AND b.status IN ('submitted', 'approved', 'finalised')
$$;
