"use strict";
/**
 * What a filter is, how it stands in the address, and which rows it keeps.
 *
 * @typedef {Map<string, string>} Filter
 */
globalThis.readoutsFilter = (() => {
  const { data, codesIn } = globalThis.readoutsFill;
  /** Parts of the address that are no values of a column. */
  const OWN = new Set(["page", "row", "from", "to", "certain", "words"]);
  const SEARCHED = ["evidence", "formula", "label", "event_label", "name", "names", "speaker", "article",
    "outlet", "place", "when", "strength"];
  /** @type {Map<string, string[]>} */
  const folded = new Map();

  /**
   * The filter that an address names, and what in it says nothing; a bare name is that of a row.
   * @param {string} hash @param {Set<string>} names what the page asks for, whether a row has it or not
   * @returns {{filter: Filter, lost: string[]}}
   */
  function read(hash, names) {
    const text = hash.replace(/^#/, "");
    if (text && !text.includes("=")) return { filter: new Map([["row", decode(text)]]), lost: [] };
    const [filter, lost] = [new Map(), []];
    for (const [name, value] of new URLSearchParams(text)) {
      const known = name === "row" || name === "page" || names.has(name) || isColumn(name);
      if (!known || (value && !isRight(name, value))) lost.push(name || `=${value}`);
      else if (filter.has(name)) lost.push(`${name}=${value}`);
      else if (value) filter.set(name, value);
    }
    return { filter, lost };
  }

  /** Lists within a row are no values to filter by. */
  function isColumn(name) {
    return Object.hasOwn(data.columns, name) && !data.columns[name].values.some(Array.isArray);
  }

  function isRight(name, value) {
    if (name === "from" || name === "to") return isDay(value);
    if (name === "page") return /^[1-9]\d*$/.test(value);
    return name !== "certain" || value === "1";
  }

  function isDay(value) {
    const day = new Date(`${value}T00:00Z`);
    return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
  }

  /** @param {string} text */
  function decode(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  /** The address of a filter. @param {Filter} filter */
  function written(filter) {
    const parts = [...filter].filter(([name, value]) => value && !(name === "page" && value === "1"));
    return `#${new URLSearchParams(parts)}`;
  }

  /** Without marks on letters, in lower case, and with the quotation marks and dashes of a keyboard. @param {unknown} value */
  function fold(value) {
    const quoted = String(value ?? "").replace(/[“”„‟«»″]/g, '"').replace(/[‘’‚‛`´ʹʼ′]/g, "'");
    return quoted.normalize("NFKD").replace(/[\p{Pd}−]/gu, "-").replace(/[\p{M}\p{Cf}]/gu, "").toLowerCase();
  }

  /** The test of a column, made once for each value that it has. */
  function byValue(name, holds) {
    const column = data.columns[name];
    if (!column) return () => false;
    if (!column.at) return (row) => holds(column.values[row]);
    const held = column.values.map(holds);
    return (row) => held[column.at[row]];
  }

  /** A row is kept if its day can lie within the period, or, if asked, only if it must. */
  function byDay(filter) {
    const [from, to] = [filter.get("from"), filter.get("to")];
    if (!from && !to) return [];
    if (isCrossed(filter)) return [() => false];
    if (filter.has("certain")) {
      const late = from && byValue("start", (start) => Boolean(start) && start >= from);
      const early = to && byValue("end", (end) => Boolean(end) && end <= to);
      return [late, early].filter(Boolean);
    }
    const after = byValue("end", (end) => !from || !end || end >= from);
    const before = byValue("start", (start) => !to || !start || start <= to);
    const [begins, ends] = [byValue("start", Boolean), byValue("end", Boolean)];
    return [(row) => (begins(row) || ends(row)) && after(row) && before(row)];
  }

  /** Whether the first day that is asked for is after the last. @param {Filter} filter */
  function isCrossed(filter) {
    return filter.has("from") && filter.has("to") && filter.get("from") > filter.get("to");
  }

  /** Every word must stand somewhere in the row. */
  function byWords(words) {
    const columns = SEARCHED.filter((name) => name in data.columns);
    return fold(words).split(/\s+/).filter(Boolean).map((word) => {
      const tests = columns.map((name) => inFolded(name, word));
      return (row) => tests.some((test) => test(row));
    });
  }

  function inFolded(name, word) {
    const column = data.columns[name];
    if (!folded.has(name)) folded.set(name, column.values.map(fold));
    const texts = folded.get(name);
    if (!column.at) return (row) => texts[row].includes(word);
    const held = texts.map((text) => text.includes(word));
    return (row) => held[column.at[row]];
  }

  /** @param {Filter} filter @param {(name: string) => string} kindOf `has` for columns of several codes */
  function tests(filter, kindOf) {
    const named = [...filter].filter(([name]) => !OWN.has(name));
    const equal = named.map(([name, value]) => kindOf(name) === "has"
      ? byValue(name, (cell) => codesIn(cell).includes(value))
      : byValue(name, (cell) => cell === value));
    return [...equal, ...byDay(filter), ...byWords(filter.get("words") || "")];
  }

  /** The rows that a filter keeps, in their order. @returns {number[]} */
  function kept(filter, kindOf) {
    const all = tests(filter, kindOf);
    const rows = [];
    for (let row = 0; row < data.rows; row += 1) {
      if (all.every((test) => test(row))) rows.push(row);
    }
    return rows;
  }

  return { OWN, read, written, kept, isCrossed };
})();
