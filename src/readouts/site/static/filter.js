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

  /** The filter that an address names; a bare name is that of a row. @param {string} hash @returns {Filter} */
  function read(hash) {
    const text = hash.replace(/^#/, "");
    if (text && !text.includes("=")) return new Map([["row", decode(text)]]);
    const parts = [...new URLSearchParams(text)];
    return new Map(parts.filter(([name, value]) => value && (OWN.has(name) || name in data.columns)));
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

  /** Without marks on letters, and in lower case. @param {unknown} value */
  function fold(value) {
    return String(value ?? "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
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
    const certain = filter.has("certain");
    const after = byValue("end", (end) => !from || (end ? end >= from : !certain));
    const before = byValue("start", (start) => !to || (start ? start <= to : !certain));
    const late = byValue("start", (start) => Boolean(start) && (!from || start >= from));
    const early = byValue("end", (end) => Boolean(end) && (!to || end <= to));
    const dated = [byValue("start", Boolean), byValue("end", Boolean)];
    if (certain) return [late, early];
    return [(row) => (dated[0](row) || dated[1](row)) && after(row) && before(row)];
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

  return { OWN, read, written, kept };
})();
