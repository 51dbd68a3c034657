import { roles } from '../../../data/schema/person.js';
import { levels } from './view-levels.js';

/** The number of this layout of tables. A server with a lower one is brought here by its owner; one with a higher one is left alone. */
export const layout = 1;

/*
 * People are database roles: PostgreSQL checks their passwords (SCRAM), counts and locks them, and its grants hold for whoever comes
 * with another program, too. Nobody but the owner may write to a table: every change goes through `commit_change`, which looks up who
 * asks. So no desk can write a change in another's name, nor alter what is on record.
 *
 * Records are kept as `json`, not `jsonb`: a record then reads byte for byte as it does in a folder, in the order of its own fields;
 * they are compared as `jsonb`. A removed record leaves its row, empty, so that taking the removal back puts it where it was.
 */
export const tables = `
CREATE SCHEMA xishan;
CREATE TABLE xishan.about (only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one), id uuid NOT NULL DEFAULT gen_random_uuid(), layout integer NOT NULL, schema integer NOT NULL, seq integer NOT NULL DEFAULT 0);
CREATE TABLE xishan.people (login name PRIMARY KEY, name text NOT NULL UNIQUE, role text NOT NULL CHECK (role IN (${roles.map((role) => `'${role}'`).join(', ')})), owner boolean NOT NULL DEFAULT false, made boolean NOT NULL DEFAULT false);
CREATE SEQUENCE xishan.ranks;
CREATE TABLE xishan.records (
  noun text NOT NULL, id text NOT NULL, body json, rank bigint NOT NULL DEFAULT nextval('xishan.ranks'),
  category text GENERATED ALWAYS AS (body->>'category') STORED,
  village text GENERATED ALWAYS AS (body->>'village') STORED,
  status text GENERATED ALWAYS AS (body->>'status') STORED,
  place geometry(Point, 4326) GENERATED ALWAYS AS (CASE WHEN noun = 'asset' AND body->'location'->>'lng' IS NOT NULL AND body->'location'->>'lat' IS NOT NULL
    THEN ST_SetSRID(ST_MakePoint((body->'location'->>'lng')::double precision, (body->'location'->>'lat')::double precision), 4326) END) STORED,
  PRIMARY KEY (noun, id));
CREATE INDEX records_in_order ON xishan.records (noun, rank) WHERE body IS NOT NULL;
CREATE INDEX records_place ON xishan.records USING gist (place) WHERE place IS NOT NULL;
CREATE TABLE xishan.changes (seq integer PRIMARY KEY, at text NOT NULL, login name NOT NULL DEFAULT session_user, by text NOT NULL, label json NOT NULL, undoes integer, redoes integer, schema integer NOT NULL, count integer NOT NULL);
CREATE TABLE xishan.entries (seq integer NOT NULL REFERENCES xishan.changes, ordinal integer NOT NULL, noun text NOT NULL, id text NOT NULL, entry json NOT NULL, PRIMARY KEY (seq, ordinal));
CREATE INDEX entries_of_record ON xishan.entries (noun, id, seq);
CREATE TABLE xishan.points (seq integer PRIMARY KEY, at text NOT NULL);
CREATE TABLE xishan.files (name text NOT NULL, part integer NOT NULL, bytes bytea NOT NULL, PRIMARY KEY (name, part));
CREATE TABLE xishan.cells (level integer, x integer, y integer, category text, status text, count bigint NOT NULL, lng double precision NOT NULL, lat double precision NOT NULL, PRIMARY KEY (level, x, y, category, status));
`;

/** How many assets lie in each cell of the map, kept up with every change, so that a view of a whole county need not count a million. */
const cells = `
CREATE FUNCTION xishan.follow_cells() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO xishan.cells AS known SELECT level, floor((ST_X(place) + 180) / 360 * (1 << level))::int, floor((ST_Y(place) + 90) / 180 * (1 << level))::int, category, status, -count(*), -sum(ST_X(place)), -sum(ST_Y(place))
      FROM before_it, unnest(ARRAY[${levels.join(', ')}]) level WHERE place IS NOT NULL GROUP BY 1, 2, 3, 4, 5
      ON CONFLICT (level, x, y, category, status) DO UPDATE SET count = known.count + excluded.count, lng = known.lng + excluded.lng, lat = known.lat + excluded.lat;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO xishan.cells AS known SELECT level, floor((ST_X(place) + 180) / 360 * (1 << level))::int, floor((ST_Y(place) + 90) / 180 * (1 << level))::int, category, status, count(*), sum(ST_X(place)), sum(ST_Y(place))
      FROM after_it, unnest(ARRAY[${levels.join(', ')}]) level WHERE place IS NOT NULL GROUP BY 1, 2, 3, 4, 5
      ON CONFLICT (level, x, y, category, status) DO UPDATE SET count = known.count + excluded.count, lng = known.lng + excluded.lng, lat = known.lat + excluded.lat;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER cells_of_added AFTER INSERT ON xishan.records REFERENCING NEW TABLE AS after_it FOR EACH STATEMENT EXECUTE FUNCTION xishan.follow_cells();
CREATE TRIGGER cells_of_changed AFTER UPDATE ON xishan.records REFERENCING OLD TABLE AS before_it NEW TABLE AS after_it FOR EACH STATEMENT EXECUTE FUNCTION xishan.follow_cells();
CREATE TRIGGER cells_of_removed AFTER DELETE ON xishan.records REFERENCING OLD TABLE AS before_it FOR EACH STATEMENT EXECUTE FUNCTION xishan.follow_cells();
`;

/*
 * The one way in. XS001: a record is not as the change found it. XS002: this login may not do this. The row of \`about\` is locked for
 * as long as the change is written, so numbers have no gaps and are given in the order in which changes become durable.
 */
const verbs = `
CREATE FUNCTION xishan.my_role() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = xishan, public, pg_temp AS $$ SELECT role FROM people WHERE login = session_user $$;
CREATE FUNCTION xishan.require_role(VARIADIC wanted text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN IF NOT coalesce(xishan.my_role() = ANY (wanted), false) THEN RAISE EXCEPTION 'not allowed' USING ERRCODE = 'XS002'; END IF; END $$;

CREATE FUNCTION xishan.commit_change(p_kind text, p_label json, p_entries json, p_undoes integer, p_redoes integer, p_schema integer, p_at text)
RETURNS TABLE (seq integer, at text, by text) LANGUAGE plpgsql SECURITY DEFINER SET search_path = xishan, public, pg_temp AS $$
#variable_conflict use_column
DECLARE me people; n integer; now_at text; wrong text; whose name;
BEGIN
  SELECT * INTO me FROM people WHERE login = session_user;
  IF me.role IS NULL OR me.role = 'viewer' OR (p_kind = 'restore' AND me.role <> 'approver') THEN RAISE EXCEPTION 'not allowed' USING ERRCODE = 'XS002'; END IF;
  UPDATE about SET seq = about.seq + 1 RETURNING about.seq INTO n;
  IF p_schema <> (SELECT about.schema FROM about) THEN RAISE EXCEPTION 'another format' USING ERRCODE = 'XS003', DETAIL = (SELECT about.schema::text FROM about); END IF;
  IF coalesce(p_undoes, p_redoes) IS NOT NULL AND me.role <> 'approver' THEN
    SELECT c.login INTO whose FROM changes c WHERE c.seq = coalesce(p_undoes, p_redoes);
    IF whose IS DISTINCT FROM session_user THEN RAISE EXCEPTION 'not allowed' USING ERRCODE = 'XS002'; END IF;
  END IF;
  now_at := coalesce(p_at, to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'));
  INSERT INTO changes (seq, at, login, by, label, undoes, redoes, schema, count) VALUES (n, now_at, session_user, me.name, p_label, p_undoes, p_redoes, p_schema, json_array_length(p_entries));
  INSERT INTO entries SELECT n, e.ordinal, e.entry->>'noun', e.entry->>'id', e.entry FROM json_array_elements(p_entries) WITH ORDINALITY e(entry, ordinal);
  SELECT e.noun || ' ' || e.id INTO wrong FROM entries e LEFT JOIN records r ON r.noun = e.noun AND r.id = e.id
    WHERE e.seq = n AND coalesce(r.body::jsonb, 'null') <> coalesce((e.entry->'before')::jsonb, 'null') ORDER BY e.ordinal LIMIT 1;
  IF wrong IS NOT NULL THEN RAISE EXCEPTION 'out of date' USING ERRCODE = 'XS001', DETAIL = wrong; END IF;
  INSERT INTO records AS r (noun, id, body) SELECT e.noun, e.id, CASE WHEN json_typeof(e.entry->'after') <> 'null' THEN e.entry->'after' END FROM entries e WHERE e.seq = n ORDER BY e.ordinal
    ON CONFLICT (noun, id) DO UPDATE SET body = excluded.body;
  PERFORM pg_notify('xishan_change', n::text);
  RETURN QUERY SELECT n, now_at, me.name;
END $$;

CREATE FUNCTION xishan.keep_point(p_at text) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = xishan, public, pg_temp AS $$
DECLARE n integer;
BEGIN
  PERFORM require_role('keeper', 'approver');
  SELECT seq INTO n FROM about;
  INSERT INTO points VALUES (n, p_at) ON CONFLICT (seq) DO NOTHING;
  RETURN n;
END $$;

CREATE FUNCTION xishan.keep_file(p_name text, p_part integer, p_bytes bytea) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = xishan, public, pg_temp AS $$
BEGIN
  PERFORM require_role('keeper', 'approver');
  INSERT INTO files VALUES (p_name, p_part, p_bytes) ON CONFLICT (name, part) DO NOTHING;
END $$;

CREATE FUNCTION xishan.set_person(p_login text, p_name text, p_role text, p_verifier text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = xishan, public, pg_temp AS $$
DECLARE known people; is_new boolean := NOT EXISTS (SELECT FROM pg_roles WHERE rolname = p_login);
BEGIN
  PERFORM require_role('approver');
  SELECT * INTO known FROM people WHERE login = p_login;
  IF known.owner AND (p_role <> 'approver' OR session_user <> p_login) THEN RAISE EXCEPTION 'the owner stays' USING ERRCODE = 'XS002'; END IF;
  -- A login that was not made here belongs to the server's own people: it may be let in, and its password is left alone.
  IF NOT is_new AND NOT coalesce(known.made, false) AND p_verifier IS NOT NULL THEN RAISE EXCEPTION 'the login is taken' USING ERRCODE = 'XS004'; END IF;
  IF is_new AND p_verifier IS NULL THEN RAISE EXCEPTION 'a password is wanted' USING ERRCODE = 'XS005'; END IF;
  IF is_new THEN EXECUTE format('CREATE ROLE %I LOGIN', p_login); END IF;
  -- A verifier, not a password: what anybody could read in the server's own log opens no door.
  IF p_verifier IS NOT NULL THEN EXECUTE format('ALTER ROLE %I PASSWORD %L', p_login, p_verifier); END IF;
  INSERT INTO people (login, name, role, made) VALUES (p_login, p_name, p_role, is_new) ON CONFLICT (login) DO UPDATE SET name = excluded.name, role = excluded.role;
  PERFORM grant_reading(p_login);
  PERFORM pg_notify('xishan_change', (SELECT seq::text FROM about));
END $$;
CREATE FUNCTION xishan.grant_reading(p_login text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA xishan TO %I', p_login);
  EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA xishan TO %I', p_login);
  EXECUTE format('GRANT EXECUTE ON FUNCTION xishan.my_role, xishan.commit_change, xishan.keep_point, xishan.keep_file, xishan.set_person, xishan.remove_person TO %I', p_login);
END $$;
CREATE FUNCTION xishan.remove_person(p_login text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = xishan, public, pg_temp AS $$
DECLARE known people;
BEGIN
  PERFORM require_role('approver');
  SELECT * INTO known FROM people WHERE login = p_login;
  IF known.login IS NULL THEN RETURN; END IF;
  IF known.owner THEN RAISE EXCEPTION 'the owner stays' USING ERRCODE = 'XS002'; END IF;
  DELETE FROM people WHERE login = p_login;
  EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA xishan FROM %I', p_login);
  EXECUTE format('REVOKE ALL ON ALL FUNCTIONS IN SCHEMA xishan FROM %I', p_login);
  EXECUTE format('REVOKE ALL ON SCHEMA xishan FROM %I', p_login);
  -- A login that serves elsewhere on this server, too, stays there.
  IF known.made THEN BEGIN EXECUTE format('DROP ROLE %I', p_login); EXCEPTION WHEN dependent_objects_still_exist THEN NULL; END; END IF;
  PERFORM pg_notify('xishan_change', (SELECT seq::text FROM about));
END $$;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA xishan FROM PUBLIC;
`;

/** All statements that make the tables, in order. */
export const makingStatements = [tables, cells, verbs].join('\n');
