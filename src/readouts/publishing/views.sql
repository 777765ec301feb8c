-- The views of the DuckDB and the SQLite file. Both run the same statements: no function stands here that only
-- one of them has, but for `ascii_lower`, which each calls by what it has. A comment above a view is its description.

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
JOIN view_choices AS c ON c."view" = 'network' AND c.what = 'met' AND c.code = e.event_type
WHERE e.status IN ('occurred', 'ongoing');

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

-- Positions with the bounds of the day on which they were stated: those of the event, if it began by then, else the article's publication as the last day.
CREATE VIEW dated_positions AS
SELECT
  p.position_id,
  p.article_id,
  p.event_id,
  p.holder,
  p.speaker,
  p.voice,
  p.voice IN ('other', 'narrator') AS told_by_other,
  p.topic,
  p.stance,
  p.act,
  p.target,
  p.strength,
  p.formula,
  p.elements,
  p.evidence,
  p.evidence_start,
  CASE WHEN e.date_edtf IS NULL OR e."start" > r.published THEN NULL ELSE e."start" END AS "start",
  CASE WHEN e.date_edtf IS NULL OR e."start" > r.published THEN r.published ELSE e."end" END AS "end",
  CASE
    WHEN e.date_edtf IS NULL OR e."start" > r.published THEN '[..' || CAST(r.published AS TEXT) || ']'
    ELSE e.date_edtf
  END AS date_edtf,
  r.published,
  r.outlet,
  r.outlet_country,
  r.language
FROM positions AS p
JOIN articles AS r ON r.article_id = p.article_id
LEFT JOIN events AS e ON e.event_id = p.event_id;

-- Sides that are states: holders, targets and whom participants act for, by ISO 3166-1 alpha-3 code.
CREATE VIEW state_sides AS
SELECT side
FROM (
  SELECT holder AS side FROM positions
  UNION SELECT target FROM positions
  UNION SELECT represents FROM participants
) AS named
WHERE
  length(side) = 3
  AND side GLOB '[A-Z][A-Z][A-Z]'
  AND side NOT IN (SELECT name FROM actors WHERE kind = 'organisation');

-- Who backs whom on what: positions of two sides on each other at one event or in one article, and those that nothing answers.
CREATE VIEW exchanges AS
WITH backing AS (
  SELECT d.*
  FROM dated_positions AS d
  JOIN view_choices AS c ON c."view" = 'exchanges' AND c.what = 'backing_topic' AND c.code = d.topic
  WHERE
    d.stance = 'support'
    AND d.target <> d.holder
    AND NOT (
      d.act = 'demand'
      AND d.topic IN (SELECT code FROM view_choices WHERE "view" = 'exchanges' AND what = 'no_demand')
    )
)
SELECT
  CASE WHEN b.position_id IS NULL THEN 'one_sided' ELSE 'mutual' END AS kind,
  a.holder AS side_a,
  a.target AS side_b,
  CASE WHEN b.position_id IS NULL OR a.event_id = b.event_id THEN a.event_id END AS event_id,
  CASE
    WHEN b.position_id IS NULL OR a.date_edtf = b.date_edtf THEN a."start"
    WHEN a."end" > b."end" OR (a."end" = b."end" AND (a."start" IS NULL OR a."start" <= b."start")) THEN a."start"
    WHEN a."end" <= b."end" THEN b."start"
  END AS "start",
  CASE
    WHEN b.position_id IS NULL OR a.date_edtf = b.date_edtf THEN a."end"
    WHEN a."end" > b."end" OR (a."end" = b."end" AND (a."start" IS NULL OR a."start" <= b."start")) THEN a."end"
    WHEN a."end" <= b."end" THEN b."end"
  END AS "end",
  CASE
    WHEN b.position_id IS NULL OR a.date_edtf = b.date_edtf THEN a.date_edtf
    WHEN a."end" > b."end" OR (a."end" = b."end" AND (a."start" IS NULL OR a."start" <= b."start")) THEN a.date_edtf
    WHEN a."end" <= b."end" THEN b.date_edtf
  END AS date_edtf,
  a.topic AS topic_a,
  a.stance AS stance_a,
  a.act AS act_a,
  a.strength AS strength_a,
  a.formula AS formula_a,
  a.elements AS elements_a,
  a.voice AS voice_a,
  a.speaker AS speaker_a,
  a.evidence AS evidence_a,
  a.position_id AS position_a,
  a.article_id AS article_a,
  b.topic AS topic_b,
  b.stance AS stance_b,
  b.act AS act_b,
  b.strength AS strength_b,
  b.formula AS formula_b,
  b.elements AS elements_b,
  b.voice AS voice_b,
  b.speaker AS speaker_b,
  b.evidence AS evidence_b,
  b.position_id AS position_b,
  b.article_id AS article_b
FROM backing AS a
LEFT JOIN backing AS b
  ON b.holder = a.target
  AND b.target = a.holder
  AND (b.event_id = a.event_id OR b.article_id = a.article_id)
WHERE b.position_id IS NULL OR a.holder < a.target;

-- Core topics that articles and events do not state, against the dyad's other texts; what nobody looked at is in no row.
CREATE VIEW silences AS
WITH
main AS (SELECT DISTINCT event_id, article_id FROM reports WHERE salience = 'main'),
sides AS (
  SELECT DISTINCT p.event_id, p.represents AS side
  FROM participants AS p
  JOIN state_sides AS s ON s.side = p.represents
  WHERE p.event_id IN (SELECT event_id FROM main)
),
met AS (
  SELECT a.event_id, a.side AS side_a, b.side AS side_b
  FROM sides AS a
  JOIN sides AS b ON b.event_id = a.event_id AND a.side < b.side
),
said AS (
  SELECT
    article_id,
    event_id,
    CASE WHEN holder < target THEN holder ELSE target END AS side_a,
    CASE WHEN holder < target THEN target ELSE holder END AS side_b
  FROM positions
  WHERE holder <> target AND holder IN (SELECT side FROM state_sides) AND target IN (SELECT side FROM state_sides)
),
texts AS (
  SELECT m.article_id, e.side_a, e.side_b FROM main AS m JOIN met AS e ON e.event_id = m.event_id
  UNION SELECT article_id, side_a, side_b FROM said
),
there AS (
  SELECT event_id, side_a, side_b FROM met
  UNION SELECT event_id, side_a, side_b FROM said WHERE event_id IS NOT NULL
),
stated AS (
  SELECT
    t.article_id,
    p.topic,
    t.side_a,
    t.side_b,
    max(CASE WHEN p.holder = t.side_a THEN 1 ELSE 0 END) AS by_a,
    max(CASE WHEN p.holder = t.side_b THEN 1 ELSE 0 END) AS by_b
  FROM positions AS p
  JOIN texts AS t ON t.article_id = p.article_id
  WHERE p.holder IN (t.side_a, t.side_b) AND p.target IN (t.side_a, t.side_b)
  GROUP BY t.article_id, p.topic, t.side_a, t.side_b
),
counted AS (
  SELECT
    t.side_a,
    t.side_b,
    c.topic,
    count(*) AS n_texts,
    count(s.article_id) AS n_stated,
    coalesce(sum(s.by_a), 0) AS n_stated_by_a,
    coalesce(sum(s.by_b), 0) AS n_stated_by_b
  FROM texts AS t
  JOIN coverage AS c ON c.article_id = t.article_id
  LEFT JOIN stated AS s
    ON s.article_id = t.article_id AND s.topic = c.topic AND s.side_a = t.side_a AND s.side_b = t.side_b
  GROUP BY t.side_a, t.side_b, c.topic
),
own AS (
  SELECT m.event_id, t.side_a, t.side_b, c.topic, count(*) AS n_own
  FROM main AS m
  JOIN texts AS t ON t.article_id = m.article_id
  JOIN coverage AS c ON c.article_id = m.article_id
  GROUP BY m.event_id, t.side_a, t.side_b, c.topic
),
silent_events AS (
  SELECT m.event_id, c.topic
  FROM main AS m
  JOIN coverage AS c ON c.article_id = m.article_id
  WHERE NOT EXISTS (SELECT 1 FROM positions AS p WHERE p.event_id = m.event_id AND p.topic = c.topic)
  GROUP BY m.event_id, c.topic
  HAVING
    sum(CASE WHEN c.is_stated THEN 0 ELSE 1 END)
    = (SELECT count(*) FROM main AS n WHERE n.event_id = m.event_id)
),
silent AS (
  SELECT
    'article' AS unit,
    c.article_id,
    NULL AS event_id,
    c.topic,
    t.side_a,
    t.side_b,
    1 AS n_own,
    NULL AS "start",
    r.published AS "end",
    '[..' || CAST(r.published AS TEXT) || ']' AS date_edtf,
    r.outlet_country
  FROM coverage AS c
  JOIN articles AS r ON r.article_id = c.article_id
  LEFT JOIN texts AS t ON t.article_id = c.article_id
  WHERE NOT c.is_stated
  UNION ALL
  SELECT
    'event', NULL, q.event_id, q.topic, t.side_a, t.side_b, o.n_own, e."start", e."end", e.date_edtf, NULL
  FROM silent_events AS q
  JOIN events AS e ON e.event_id = q.event_id AND e.status IN ('occurred', 'ongoing')
  LEFT JOIN there AS t ON t.event_id = q.event_id
  LEFT JOIN own AS o
    ON o.event_id = q.event_id AND o.topic = q.topic AND o.side_a = t.side_a AND o.side_b = t.side_b
)
SELECT
  s.unit,
  s.article_id,
  s.event_id,
  s.topic,
  s.side_a,
  s.side_b,
  CASE WHEN k.n_texts > coalesce(s.n_own, 0) THEN k.n_stated > 0 END AS expected,
  CASE WHEN k.n_texts > coalesce(s.n_own, 0) THEN k.n_texts - coalesce(s.n_own, 0) ELSE 0 END AS n_other_texts,
  coalesce(k.n_stated, 0) AS n_stated,
  coalesce(k.n_stated_by_a, 0) AS n_stated_by_a,
  coalesce(k.n_stated_by_b, 0) AS n_stated_by_b,
  s."start",
  s."end",
  s.date_edtf,
  s.outlet_country
FROM silent AS s
LEFT JOIN counted AS k ON k.side_a = s.side_a AND k.side_b = s.side_b AND k.topic = s.topic;

-- Statements on one China and territorial integrity, each with the first rule that holds for it.
CREATE VIEW placed_positions AS
WITH
said AS (
  SELECT
    position_id,
    CASE topic WHEN 'one_china' THEN 'one_china_levels' ELSE 'integrity_levels' END AS "view",
    stance,
    act,
    formula,
    '+' || replace(rule, ' < ', '+') || '+' AS cues,
    ';' || coalesce(elements, '') || ';' AS elements,
    ' ' || replace(replace(replace(replace(replace(replace(replace(
      replace(replace(replace(replace(replace(replace(ascii_lower(coalesce(evidence, '')),
      ',', ' '), '.', ' '), ';', ' '), ':', ' '), '"', ' '), '''', ' '), '(', ' '),
      ')', ' '), '’', ' '), '‘', ' '), '“', ' '), '”', ' '), '-', ' ') || ' ' AS evidence,
    ' ' || replace(replace(replace(replace(replace(replace(replace(
      replace(replace(replace(replace(replace(replace(ascii_lower(coalesce(strength, '')),
      ',', ' '), '.', ' '), ';', ' '), ':', ' '), '"', ' '), '''', ' '), '(', ' '),
      ')', ' '), '’', ' '), '‘', ' '), '“', ' '), '”', ' '), '-', ' ') || ' ' AS strength
  FROM positions
  WHERE topic IN ('one_china', 'territorial_integrity')
),
met AS (
  SELECT
    s.position_id,
    w.class,
    w.words,
    row_number() OVER (
      PARTITION BY s.position_id, w.class
      ORDER BY
        instr(CASE w."column" WHEN 'strength' THEN s.strength ELSE s.evidence END, ' ' || w.words || ' '),
        length(w.words) DESC
    ) AS place
  FROM said AS s
  JOIN level_words AS w
    ON instr(CASE w."column" WHEN 'strength' THEN s.strength ELSE s.evidence END, ' ' || w.words || ' ') > 0
),
first_words AS (SELECT position_id, class, words FROM met WHERE place = 1),
failed AS (
  SELECT DISTINCT s.position_id, x.place
  FROM said AS s
  JOIN level_parts AS x ON x."view" = s."view"
  LEFT JOIN first_words AS f ON f.position_id = s.position_id AND f.class = x.value
  WHERE
    CASE x.kind
      WHEN 'stance' THEN s.stance <> x.value
      WHEN 'act' THEN s.act <> x.value
      WHEN 'cue' THEN instr(s.cues, '+' || x.value || '+') = 0
      WHEN 'elements' THEN instr(s.elements, ';' || x.value || ';') = 0
      WHEN 'no_elements' THEN instr(s.elements, ';' || x.value || ';') > 0
      WHEN 'words' THEN f.class IS NULL
      ELSE f.class IS NOT NULL
    END
),
held AS (
  SELECT s.position_id, s."view", min(r.place) AS place
  FROM said AS s
  JOIN level_rules AS r ON r."view" = s."view"
  LEFT JOIN failed AS f ON f.position_id = s.position_id AND f.place = r.place
  WHERE f.place IS NULL
  GROUP BY s.position_id, s."view"
)
SELECT
  h.position_id,
  h."view",
  r.level,
  r."rank",
  r.rule AS level_rule,
  CASE WHEN o.value IS NULL THEN s.formula ELSE one.words || coalesce(';' || other.words, '') END AS words,
  land.words AS territory
FROM held AS h
JOIN said AS s ON s.position_id = h.position_id
JOIN level_rules AS r ON r."view" = h."view" AND r.place = h.place
LEFT JOIN level_parts AS o ON o."view" = h."view" AND o.place = h.place AND o.kind = 'words' AND o.number = 1
LEFT JOIN level_parts AS t ON t."view" = h."view" AND t.place = h.place AND t.kind = 'words' AND t.number = 2
LEFT JOIN first_words AS one ON one.position_id = h.position_id AND one.class = o.value
LEFT JOIN first_words AS other ON other.position_id = h.position_id AND other.class = t.value
LEFT JOIN first_words AS land ON land.position_id = h.position_id AND land.class = 'territory';

-- Each statement on one China on a scale, with the rule and the words; and states that speak of relations and are silent on it.
CREATE VIEW one_china_levels AS
WITH silent AS (
  SELECT
    d.*,
    row_number() OVER (
      PARTITION BY d.article_id, d.holder ORDER BY d.evidence_start, d.position_id
    ) AS place
  FROM dated_positions AS d
  JOIN coverage AS c ON c.article_id = d.article_id AND c.topic = 'one_china' AND NOT c.is_stated
  JOIN view_choices AS v ON v."view" = 'one_china_levels' AND v.what = 'relations_topic' AND v.code = d.topic
  WHERE
    d.target = 'CHN'
    AND d.holder <> 'CHN'
    AND d.stance = 'support'
    AND d.voice IN ('self', 'joint')
    AND d.holder IN (SELECT side FROM state_sides)
)
SELECT
  'position' AS unit,
  d.position_id,
  d.article_id,
  d.event_id,
  d.holder,
  d.target,
  coalesce(d.holder = d.target, FALSE) AS is_own,
  d.speaker,
  d.voice,
  d."start",
  d."end",
  d.date_edtf,
  d.language,
  d.outlet_country,
  l.level,
  l."rank",
  l.level_rule,
  l.words,
  d.stance,
  d.act,
  d.strength,
  d.formula,
  d.elements,
  d.evidence
FROM dated_positions AS d
JOIN placed_positions AS l ON l.position_id = d.position_id AND l."view" = 'one_china_levels'
UNION ALL
SELECT
  'article',
  s.position_id,
  s.article_id,
  NULL,
  s.holder,
  s.target,
  FALSE,
  s.speaker,
  s.voice,
  NULL,
  s.published,
  '[..' || CAST(s.published AS TEXT) || ']',
  s.language,
  s.outlet_country,
  'relations_only',
  1,
  'silent',
  s.formula,
  s.stance,
  s.act,
  s.strength,
  s.formula,
  s.elements,
  s.evidence
FROM silent AS s
WHERE s.place = 1;

-- Each statement on territorial integrity on a scale, with the rule and the words, and what is named.
CREATE VIEW integrity_levels AS
SELECT
  'position' AS unit,
  d.position_id,
  d.article_id,
  d.event_id,
  d.holder,
  d.target,
  coalesce(d.holder = d.target, FALSE) AS is_own,
  d.speaker,
  d.voice,
  d."start",
  d."end",
  d.date_edtf,
  d.language,
  d.outlet_country,
  l.level,
  l."rank",
  l.level_rule,
  l.words,
  d.stance,
  d.act,
  d.strength,
  d.formula,
  d.elements,
  d.evidence,
  CASE
    WHEN l.territory IS NOT NULL THEN 'territory'
    WHEN d.target IS NULL THEN 'none'
    WHEN d.target IN (SELECT side FROM state_sides) THEN 'state'
    ELSE 'other'
  END AS names,
  l.territory,
  coalesce(length(d.elements) - length(replace(d.elements, ';', '')) + 1, 0) AS n_components
FROM dated_positions AS d
JOIN placed_positions AS l ON l.position_id = d.position_id AND l."view" = 'integrity_levels';

-- Events and positions by pair of sides and year: certain where all bounds lie in it, possible where they reach into it.
CREATE VIEW dyads AS
WITH
sides AS (
  SELECT DISTINCT event_id, represents AS side FROM participants
  WHERE represents IS NOT NULL AND NOT (role = 'organiser' AND actor_kind = 'organisation')
),
bounded AS (
  SELECT 'events' AS what, a.side AS side_a, b.side AS side_b, e."start", e."end"
  FROM sides AS a
  JOIN sides AS b ON b.event_id = a.event_id AND a.side < b.side
  JOIN events AS e ON e.event_id = a.event_id
  WHERE e.status IN ('occurred', 'ongoing')
  UNION ALL
  SELECT
    'positions',
    CASE WHEN holder < target THEN holder ELSE target END,
    CASE WHEN holder < target THEN target ELSE holder END,
    "start",
    "end"
  FROM dated_positions
  WHERE holder <> target AND NOT target GLOB '[A-Z][A-Z][A-Z]-[A-Z][A-Z][A-Z]*'
),
within AS (
  SELECT
    what,
    side_a,
    side_b,
    substr(CAST("start" AS TEXT), 1, 4) AS since,
    substr(CAST("end" AS TEXT), 1, 4) AS until
  FROM bounded
),
periods AS (
  SELECT side_a, side_b, since AS period FROM within WHERE since IS NOT NULL
  UNION SELECT side_a, side_b, until FROM within WHERE until IS NOT NULL
  UNION SELECT side_a, side_b, NULL FROM within WHERE since IS NULL AND until IS NULL
),
counted AS (
  SELECT
    p.side_a,
    p.side_b,
    p.period,
    w.what,
    CASE WHEN w.since = p.period AND w.until = p.period THEN 1 ELSE 0 END AS is_certain,
    CASE
      WHEN w.since IS NULL AND w.until IS NULL THEN CASE WHEN p.period IS NULL THEN 1 ELSE 0 END
      WHEN coalesce(w.since, p.period) <= p.period AND coalesce(w.until, p.period) >= p.period THEN 1
      ELSE 0
    END AS is_possible
  FROM periods AS p
  JOIN within AS w ON w.side_a = p.side_a AND w.side_b = p.side_b
)
SELECT
  side_a,
  side_b,
  period,
  sum(CASE WHEN what = 'events' THEN is_certain ELSE 0 END) AS n_events_certain,
  sum(CASE WHEN what = 'events' THEN is_possible ELSE 0 END) AS n_events_possible,
  sum(CASE WHEN what = 'positions' THEN is_certain ELSE 0 END) AS n_positions_certain,
  sum(CASE WHEN what = 'positions' THEN is_possible ELSE 0 END) AS n_positions_possible
FROM counted
GROUP BY side_a, side_b, period;

-- Which sides meet which: meetings, calls, visits and conferences that took place, counted by pair.
CREATE VIEW network AS
SELECT
  m.side_a AS a,
  m.side_b AS b,
  coalesce((SELECT min(n.name) FROM actors AS n WHERE n.kind = 'state' AND n.country = m.side_a), m.side_a) AS name_a,
  coalesce((SELECT min(n.name) FROM actors AS n WHERE n.kind = 'state' AND n.country = m.side_b), m.side_b) AS name_b,
  count(*) AS n_certain,
  count(*) AS n_possible,
  min(m."end") AS first_by,
  max(m."start") AS last_from
FROM who_met_whom AS m
GROUP BY m.side_a, m.side_b;

-- Which people meet whom: the same for people, by id.
CREATE VIEW network_of_people AS
WITH people AS (
  SELECT DISTINCT event_id, actor_id, represents AS side FROM participants WHERE actor_kind = 'person'
)
SELECT
  a.actor_id AS a,
  b.actor_id AS b,
  (SELECT n.name FROM actors AS n WHERE n.actor_id = a.actor_id) AS name_a,
  (SELECT n.name FROM actors AS n WHERE n.actor_id = b.actor_id) AS name_b,
  count(DISTINCT e.event_id) AS n_certain,
  count(DISTINCT e.event_id) AS n_possible,
  min(e."end") AS first_by,
  max(e."start") AS last_from
FROM people AS a
JOIN people AS b
  ON b.event_id = a.event_id
  AND a.actor_id < b.actor_id
  AND coalesce(a.side <> b.side, TRUE)
JOIN events AS e ON e.event_id = a.event_id AND e.status IN ('occurred', 'ongoing')
JOIN view_choices AS c ON c."view" = 'network' AND c.what = 'met' AND c.code = e.event_type
GROUP BY a.actor_id, b.actor_id;

-- What a holder states on a topic in one article at one event, as one row: for `wording` apart from what is told of it by others.
CREATE VIEW statements AS
WITH RECURSIVE
keyed AS (
  SELECT
    'wording' AS made_for,
    dense_rank() OVER (
      ORDER BY holder, topic, target NULLS LAST, told_by_other, article_id, event_id NULLS LAST
    ) AS n,
    d.*
  FROM dated_positions AS d
  UNION ALL
  SELECT
    'two_sides',
    dense_rank() OVER (ORDER BY event_id NULLS LAST, article_id, holder, topic, target NULLS LAST),
    d.*
  FROM dated_positions AS d
),
ordered AS (
  SELECT
    k.*,
    row_number() OVER (PARTITION BY made_for, n ORDER BY evidence_start, position_id) AS place,
    count(*) OVER (PARTITION BY made_for, n) AS n_positions,
    replace(replace(replace(replace(replace(replace(replace(replace(replace(ascii_lower(formula),
      '"', ''), '''', ''), '’', ''), '‘', ''), '“', ''), '”', ''), '«', ''), '»', ''), '`', '') AS plain
  FROM keyed AS k
),
split AS (
  SELECT DISTINCT elements, '' AS element, elements || ';' AS rest FROM positions WHERE elements IS NOT NULL
  UNION ALL
  SELECT elements, substr(rest, 1, instr(rest, ';') - 1), substr(rest, instr(rest, ';') + 1)
  FROM split
  WHERE rest <> ''
),
held AS (
  SELECT made_for, n, 'formula' AS what, formula AS held, min(place) AS place, ' | ' AS mark
  FROM ordered
  WHERE formula IS NOT NULL
  GROUP BY made_for, n, formula
  UNION ALL
  SELECT DISTINCT made_for, n, 'plain', plain, 0, '|' FROM ordered WHERE plain IS NOT NULL
  UNION ALL
  SELECT DISTINCT o.made_for, o.n, 'elements', s.element, 0, ';'
  FROM ordered AS o
  JOIN split AS s ON s.elements = o.elements AND s.element <> ''
),
joined AS (
  SELECT
    made_for,
    n,
    what,
    row_number() OVER (PARTITION BY made_for, n, what ORDER BY place, held) AS place,
    group_concat(CASE WHEN is_first = 1 THEN held ELSE mark || held END, '') OVER (
      PARTITION BY made_for, n, what
      ORDER BY place, held
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS together
  FROM (
    SELECT h.*, row_number() OVER (PARTITION BY made_for, n, what ORDER BY place, held) AS is_first
    FROM held AS h
  ) AS numbered
)
SELECT
  o.made_for,
  o.n,
  o.position_id,
  o.article_id,
  o.event_id,
  o.holder,
  o.voice,
  o.told_by_other,
  o.topic,
  o.stance,
  o.act,
  o.strength,
  o.target,
  o."start",
  o."end",
  o.date_edtf,
  o.published,
  o.outlet,
  o.outlet_country,
  o.language,
  o.n_positions,
  f.together AS formula,
  p.together AS plain,
  e.together AS elements,
  o.evidence
FROM ordered AS o
LEFT JOIN joined AS f ON f.made_for = o.made_for AND f.n = o.n AND f.what = 'formula' AND f.place = 1
LEFT JOIN joined AS p ON p.made_for = o.made_for AND p.n = o.n AND p.what = 'plain' AND p.place = 1
LEFT JOIN joined AS e ON e.made_for = o.made_for AND e.n = o.n AND e.what = 'elements' AND e.place = 1
WHERE o.place = 1;

-- How a holder's formula on a topic changes: each text beside the one before, and how sure it is which came first.
CREATE VIEW wording AS
WITH RECURSIVE
placed AS (
  SELECT
    s.*,
    row_number() OVER thread AS place,
    lag(position_id) OVER thread AS before
  FROM statements AS s
  WHERE made_for = 'wording'
  WINDOW thread AS (
    PARTITION BY holder, topic, target, told_by_other
    ORDER BY "end" NULLS LAST, "start" NULLS LAST, published NULLS LAST, article_id, position_id
  )
),
compared AS (
  SELECT
    p.*,
    CASE
      WHEN p.place = 1 THEN 'first'
      WHEN b.event_id = p.event_id THEN 'same_event'
      WHEN b."end" < p."start" THEN 'dates'
      WHEN b.published < p.published THEN 'publication'
      ELSE 'unknown'
    END AS sure,
    b.stance AS stance_before,
    b.elements AS elements_before,
    b.plain AS plain_before
  FROM placed AS p
  LEFT JOIN statements AS b ON b.made_for = 'wording' AND b.position_id = p.before
),
split AS (
  SELECT DISTINCT elements, '' AS element, elements || ';' AS rest
  FROM statements
  WHERE made_for = 'wording' AND elements IS NOT NULL
  UNION ALL
  SELECT elements, substr(rest, 1, instr(rest, ';') - 1), substr(rest, instr(rest, ';') + 1)
  FROM split
  WHERE rest <> ''
),
changes AS (
  SELECT c.position_id, 'added' AS what, '+' AS mark, s.element
  FROM compared AS c
  JOIN split AS s ON s.elements = c.elements AND s.element <> ''
  WHERE
    c.sure NOT IN ('first', 'unknown')
    AND instr(';' || coalesce(c.elements_before, '') || ';', ';' || s.element || ';') = 0
  UNION ALL
  SELECT c.position_id, 'removed', '-', s.element
  FROM compared AS c
  JOIN split AS s ON s.elements = c.elements_before AND s.element <> ''
  WHERE
    c.sure NOT IN ('first', 'unknown')
    AND instr(';' || coalesce(c.elements, '') || ';', ';' || s.element || ';') = 0
),
listed AS (
  SELECT position_id, what, element AS held FROM changes
  UNION ALL
  SELECT g.position_id, 'marked', g.mark || g.element
  FROM changes AS g
  JOIN view_choices AS v ON v."view" = 'wording' AND v.what = 'marked_element' AND v.code = g.element
),
joined AS (
  SELECT
    position_id,
    what,
    row_number() OVER (PARTITION BY position_id, what ORDER BY held) AS place,
    group_concat(held, ';') OVER (
      PARTITION BY position_id, what ORDER BY held ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS together
  FROM listed
)
SELECT
  c.holder,
  c.topic,
  c.target,
  c.told_by_other,
  c.place,
  c.article_id,
  c.event_id,
  c."start",
  c."end",
  c.date_edtf,
  c.published,
  c.outlet,
  c.outlet_country,
  c.language,
  c.n_positions,
  c.position_id,
  c.stance,
  c.formula,
  c.elements,
  c.evidence,
  c.sure AS "order",
  CASE WHEN c.sure NOT IN ('first', 'unknown') THEN c.before END AS before,
  CASE
    WHEN c.sure IN ('first', 'unknown') THEN NULL
    WHEN c.stance <> c.stance_before THEN TRUE
    WHEN coalesce(c.elements, c.elements_before) IS NOT NULL
      THEN coalesce(c.elements, '') <> coalesce(c.elements_before, '')
    ELSE coalesce(c.plain, '') <> coalesce(c.plain_before, '')
  END AS changed,
  a.together AS added,
  r.together AS removed,
  m.together AS marked
FROM compared AS c
LEFT JOIN joined AS a ON a.position_id = c.position_id AND a.what = 'added' AND a.place = 1
LEFT JOIN joined AS r ON r.position_id = c.position_id AND r.what = 'removed' AND r.place = 1
LEFT JOIN joined AS m ON m.position_id = c.position_id AND m.what = 'marked' AND m.place = 1;

-- Two read-outs of one event side by side: what both say, what one says, and where the wording differs.
CREATE VIEW two_sides AS
WITH
main AS (
  SELECT DISTINCT r.event_id, r.article_id, a.outlet, a.outlet_country
  FROM reports AS r
  JOIN articles AS a ON a.article_id = r.article_id
  WHERE r.salience = 'main'
),
pairs AS (
  SELECT
    a.event_id,
    a.article_id AS article_a,
    b.article_id AS article_b,
    a.outlet AS outlet_a,
    b.outlet AS outlet_b,
    a.outlet_country AS outlet_country_a,
    b.outlet_country AS outlet_country_b
  FROM main AS a
  JOIN main AS b ON b.event_id = a.event_id AND a.outlet_country < b.outlet_country
),
told AS (
  SELECT s.*, coalesce(s.target, '') AS about FROM statements AS s WHERE s.made_for = 'two_sides'
),
keys AS (
  SELECT DISTINCT p.event_id, p.article_a, p.article_b, t.holder, t.topic, t.target, t.about
  FROM pairs AS p
  JOIN told AS t ON t.event_id = p.event_id AND t.article_id IN (p.article_a, p.article_b)
)
SELECT
  p.event_id,
  e."start",
  e."end",
  e.date_edtf,
  p.article_a,
  p.article_b,
  p.outlet_a,
  p.outlet_b,
  p.outlet_country_a,
  p.outlet_country_b,
  k.holder,
  k.topic,
  k.target,
  CASE WHEN a.n IS NULL THEN 'b' WHEN b.n IS NULL THEN 'a' ELSE 'both' END AS said_by,
  CASE
    WHEN a.n IS NULL OR b.n IS NULL THEN NULL
    WHEN
      coalesce(a.plain, '') = coalesce(b.plain, '')
      AND coalesce(a.elements, '') = coalesce(b.elements, '')
      AND a.stance = b.stance
      AND a.act = b.act
      AND coalesce(a.strength, '') = coalesce(b.strength, '')
      THEN 'same'
    ELSE 'differs'
  END AS wording,
  a.n_positions AS n_a,
  a.stance AS stance_a,
  a.act AS act_a,
  a.strength AS strength_a,
  a.voice AS voice_a,
  a.formula AS formula_a,
  a.elements AS elements_a,
  a.evidence AS evidence_a,
  a.position_id AS position_a,
  b.n_positions AS n_b,
  b.stance AS stance_b,
  b.act AS act_b,
  b.strength AS strength_b,
  b.voice AS voice_b,
  b.formula AS formula_b,
  b.elements AS elements_b,
  b.evidence AS evidence_b,
  b.position_id AS position_b
FROM keys AS k
JOIN pairs AS p ON p.event_id = k.event_id AND p.article_a = k.article_a AND p.article_b = k.article_b
JOIN events AS e ON e.event_id = k.event_id
LEFT JOIN told AS a
  ON a.event_id = k.event_id
  AND a.article_id = k.article_a
  AND a.holder = k.holder
  AND a.topic = k.topic
  AND a.about = k.about
LEFT JOIN told AS b
  ON b.event_id = k.event_id
  AND b.article_id = k.article_b
  AND b.holder = k.holder
  AND b.topic = k.topic
  AND b.about = k.about;
