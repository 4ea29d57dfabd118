-- The same sum, without a statement of its own for each submission that is sealed: 30 µs became 20.
CREATE OR REPLACE FUNCTION sealed_minutes(content TEXT) RETURNS INT LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  lines CONSTANT JSONB := content::jsonb -> 'lines';
  total INT := 0;
BEGIN
  FOR n IN 0 .. coalesce(jsonb_array_length(lines), 0) - 1 LOOP
    total := total + coalesce((lines -> n ->> 'minutes')::int, 0);
  END LOOP;
  RETURN total;
END
$$;
