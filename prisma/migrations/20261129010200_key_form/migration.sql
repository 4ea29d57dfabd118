-- What keys are compared by: two that differ only in case, in width or in how an accent is composed are the same, whatever stands between
-- their letters unseen. Does what `keyForm` in packages/shared does. Most keys are ASCII, and there is only their case.
CREATE FUNCTION key_form(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN octet_length($1) = length($1) THEN lower($1 COLLATE "C") ELSE
  normalize(lower(normalize(regexp_replace($1,
    '[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]',
    '', 'g'), NFKC) COLLATE "und-x-icu"), NFKC) COLLATE "C" END;

-- Keys that are the same from now on and belong to two already: the older keeps its own, a later one gets '-2' or the next that is free.
-- Written as a change like any other, so that the history of the record says what it was.
CREATE FUNCTION pg_temp.tell_apart(tab regclass, col text, place text, longest int, more text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  later record;
  candidate text;
  taken boolean;
  n int;
BEGIN
  FOR later IN EXECUTE format(
    'SELECT id, key, place FROM (SELECT id, %2$I AS key, (%3$s)::text AS place, row_number() OVER (PARTITION BY %3$s, key_form(%2$I) ORDER BY id) AS nth
       FROM %1$s WHERE %2$I IS NOT NULL) x WHERE nth > 1 ORDER BY id', tab, col, place)
  LOOP
    n := 1;
    LOOP
      n := n + 1;
      -- An address with another name would be somebody else's: this one is nobody's, and the office gives a right one.
      candidate := CASE WHEN col = 'email' THEN left(later.key, longest - length(format('.%s.invalid', n))) || format('.%s.invalid', n)
                        ELSE left(later.key, longest - length(format('-%s', n))) || format('-%s', n) END;
      EXECUTE format('SELECT EXISTS (SELECT FROM %s WHERE (%s)::text = $1 AND key_form(%I) = key_form($2))', tab, place, col)
        INTO taken USING later.place, candidate;
      EXIT WHEN NOT taken;
    END LOOP;
    EXECUTE format('UPDATE %s SET %I = $1%s WHERE id = $2', tab, col, more) USING candidate, later.id;
  END LOOP;
END
$$;
SELECT pg_temp.tell_apart('employee', 'personnel_number', '1', 40, '');
SELECT pg_temp.tell_apart('placement', 'number', '1', 40, ', version = version + 1');
SELECT pg_temp.tell_apart('organisation', 'number', '1', 40, ', version = version + 1');
SELECT pg_temp.tell_apart('organisation', 'name', '1', 200, ', version = version + 1');
SELECT pg_temp.tell_apart('budget_number', 'number', 'organisation_id', 50, ', version = version + 1');
SELECT pg_temp.tell_apart('account', 'email', '1', 254, '');
SELECT pg_temp.tell_apart('account', 'user_name', '1', 100, '');
DROP FUNCTION pg_temp.tell_apart(regclass, text, text, int, text);

CREATE UNIQUE INDEX "employee_personnel_number_form" ON "employee" (key_form("personnel_number"));
CREATE UNIQUE INDEX "placement_number_form" ON "placement" (key_form("number"));
CREATE UNIQUE INDEX "budget_number_number_form" ON "budget_number" ("organisation_id", key_form("number"));
DROP INDEX "organisation_name_any_case";
DROP INDEX "organisation_number_any_case";
CREATE UNIQUE INDEX "organisation_name_form" ON "organisation" (key_form("name"));
CREATE UNIQUE INDEX "organisation_number_form" ON "organisation" (key_form("number"));
DROP INDEX "account_email_key";
DROP INDEX "account_user_name_key";
CREATE UNIQUE INDEX "account_email_key" ON "account" (key_form("email"));
CREATE UNIQUE INDEX "account_user_name_key" ON "account" (key_form("user_name"));
