-- The views of the DuckDB and the SQLite file. Both run the same statements: no function stands here that only
-- one of them has. A comment above a view is its description.

-- Positions with where and when they were said: article, event, and who holder and speaker are.
CREATE VIEW stated_positions AS
SELECT
  p.position_id,
  p.holder,
  (
    SELECT min(a.name) FROM actors AS a
    WHERE (a.kind = 'state' AND a.country = p.holder) OR (a.kind = 'organisation' AND a.name = p.holder)
  ) AS holder_name,
  p.topic,
  p.stance,
  p.act,
  p.target,
  p.strength,
  p.formula,
  p.elements,
  p.areas,
  p.voice,
  p.speech,
  p.speaker,
  s.name AS speaker_name,
  p.evidence,
  p.event_id,
  e.event_type,
  e.label AS event_label,
  e."start" AS event_start,
  e."end" AS event_end,
  e.date_edtf AS event_date_edtf,
  p.article_id,
  r.outlet,
  r.published,
  r.url
FROM positions AS p
JOIN articles AS r ON r.article_id = p.article_id
LEFT JOIN events AS e ON e.event_id = p.event_id
LEFT JOIN actors AS s ON s.actor_id = p.speaker_id;

-- Events with their participants as text, sorted by name, and the sides that they act for.
CREATE VIEW event_list AS
WITH
named AS (
  SELECT
    event_id,
    name || ' (' || CASE WHEN represents <> name THEN represents || ', ' ELSE '' END || role || ')' AS told,
    row_number() OVER (PARTITION BY event_id ORDER BY name, participant_id) AS place
  FROM participants
),
people AS (
  SELECT
    event_id,
    place,
    group_concat(told, '; ') OVER (
      PARTITION BY event_id ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS participants
  FROM named
),
represented AS (
  SELECT event_id, represents, row_number() OVER (PARTITION BY event_id ORDER BY represents) AS place
  FROM (SELECT DISTINCT event_id, represents FROM participants WHERE represents IS NOT NULL) AS acting
),
together AS (
  SELECT
    event_id,
    place,
    group_concat(represents, ';') OVER (
      PARTITION BY event_id ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS sides
  FROM represented
)
SELECT
  e.event_id,
  e.event_type,
  e.status,
  e."start",
  e."end",
  e.date_edtf,
  e.date_precision,
  e.place,
  e.country,
  t.sides,
  w.participants,
  e.n_reports,
  e.label
FROM events AS e
LEFT JOIN people AS w ON w.event_id = e.event_id AND w.place = 1
LEFT JOIN together AS t ON t.event_id = e.event_id AND t.place = 1;

-- Pairs of sides that met, visited, called or conferred: each pair once an event, and no event that is only planned.
-- An organisation that only convenes a conference is no side of it.
CREATE VIEW who_met_whom AS
WITH sides AS (
  SELECT DISTINCT event_id, represents AS side FROM participants
  WHERE represents IS NOT NULL AND NOT (role = 'organiser' AND actor_kind = 'organisation')
)
SELECT
  one.side AS side_a,
  other.side AS side_b,
  e.event_id,
  e.event_type,
  e.status,
  e."start",
  e."end",
  e.date_edtf,
  e.place,
  e.country,
  e.label
FROM events AS e
JOIN sides AS one ON one.event_id = e.event_id
JOIN sides AS other ON other.event_id = e.event_id AND one.side < other.side
WHERE e.event_type IN ('meeting', 'call', 'visit', 'conference') AND e.status IN ('occurred', 'ongoing');

-- Articles and core topics: whether the topic was stated. A topic that was not is silence, not a gap.
CREATE VIEW core_topics AS
SELECT
  c.article_id,
  a.outlet,
  a.outlet_country,
  a.published,
  a.url,
  c.topic,
  c.is_stated,
  c.n_positions
FROM coverage AS c
JOIN articles AS a ON a.article_id = c.article_id;
