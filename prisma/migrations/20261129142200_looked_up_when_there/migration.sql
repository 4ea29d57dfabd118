-- What hardly ever changes and stands on every worksheet is remembered by the application, with the number that tells it of changes: closed
-- periods, what a client asks of hours, public holidays and the last approval are now among it.
DROP TRIGGER "period_changed" ON "period";
CREATE TRIGGER "period_changed" AFTER INSERT OR DELETE OR UPDATE OF "type", "year", "number", "starts_on", "ends_on", "closed_at" ON "period"
  FOR EACH STATEMENT EXECUTE FUNCTION count_catalogue_change();
DROP TRIGGER "organisation_changed" ON "organisation";
CREATE TRIGGER "organisation_changed" AFTER INSERT OR DELETE OR UPDATE OF "name", "requires_budget_number" ON "organisation"
  FOR EACH STATEMENT EXECUTE FUNCTION count_catalogue_change();
DROP TRIGGER "agency_limits_changed" ON "agency";
CREATE TRIGGER "agency_limits_changed" AFTER UPDATE OF "warning_limits", "stands_out_from_planned_minutes", "stands_out_from_previous_minutes", "last_approval" ON "agency"
  FOR EACH STATEMENT EXECUTE FUNCTION count_catalogue_change();
CREATE TRIGGER "organisation_hour_type_changed" AFTER INSERT OR DELETE OR UPDATE ON "organisation_hour_type"
  FOR EACH STATEMENT EXECUTE FUNCTION count_catalogue_change();
CREATE TRIGGER "holiday_list_changed" AFTER INSERT OR DELETE OR UPDATE ON "holiday_list"
  FOR EACH STATEMENT EXECUTE FUNCTION count_catalogue_change();
UPDATE agency SET catalogue_version = catalogue_version + 1;

-- A part of a statement is made ready whether or not it runs. What is there for few rows only is a function, which is made ready when it is called.

-- The receipt of a line.
CREATE FUNCTION receipt_of(file uuid) RETURNS json LANGUAGE sql STABLE AS $$
  SELECT json_build_object('id', f.id, 'name', f.name, 'sha256', f.sha256) FROM stored_file f WHERE f.id = file
$$;

-- The receipts that a submission was sealed with.
CREATE FUNCTION receipts_sealed(submission uuid) RETURNS json LANGUAGE sql STABLE AS $$
  SELECT json_agg(json_build_object('id', f.id, 'name', f.name, 'sha256', f.sha256)) FROM submission_receipt r JOIN stored_file f ON f.id = r.file_id
   WHERE r.submission_id = submission
$$;

-- What was agreed to by an approval.
CREATE FUNCTION approval_text_of(text_id uuid) RETURNS json LANGUAGE sql STABLE AS $$
  SELECT json_build_object('version', t.version, 'textNl', t.text_nl, 'textEn', t.text_en, 'sha256', t.sha256) FROM approval_text t WHERE t.id = text_id
$$;

-- Whether the step that made this version of a worksheet was the client's decline.
CREATE FUNCTION is_decline(sheet uuid, step int) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM worksheet_event d WHERE d.worksheet_id = sheet AND d.version = step AND d.action = 'decline')
$$;

-- How long the next step on a worksheet of this version has to wait: there are so many a minute at most, and of a version that is higher than
-- `many` one in so many seconds.
CREATE FUNCTION seconds_to_wait(sheet uuid, version int, most_a_minute int, many int, pause int) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT ceil(extract(epoch FROM max(x.until) - now()))::int FROM (
    (SELECT n.at + interval '1 minute' AS until FROM worksheet_event n WHERE n.worksheet_id = sheet AND n.action <> 'comment'
      ORDER BY n.id DESC OFFSET most_a_minute - 1 LIMIT 1)
    UNION ALL
    (SELECT n.at + make_interval(secs => pause) FROM worksheet_event n
      WHERE n.worksheet_id = sheet AND n.action <> 'comment' AND seconds_to_wait.version > many ORDER BY n.id DESC LIMIT 1)) x
$$;
