-- Text as it is searched: without case and accents, so that 'Öztürk' and 'Yılmaz' are found by 'ozturk' and 'yilmaz'. Does what
-- `searchText` in packages/shared does to what was typed. Most text is ASCII, and there is nothing to take off it.
CREATE FUNCTION search_text(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN octet_length($1) = length($1) THEN lower($1 COLLATE "C") ELSE
  (translate(replace(replace(replace(
    regexp_replace(normalize(lower($1 COLLATE "und-x-icu"), NFD), '[\u0300-\u036f]', '', 'g'),
    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'ıøłđ', 'iold')) COLLATE "C" END;
