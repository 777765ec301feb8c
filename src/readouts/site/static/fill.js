"use strict";
/**
 * The rows of the page, and how a clone of the page's template is filled with one.
 * Values only ever become text, titles and addresses, never markup.
 *
 * @typedef {{values: any[], at?: number[]}} Column
 * @typedef {Record<string, any>} Row
 */
globalThis.readoutsFill = (() => {
  /** @type {{rows: number, columns: Record<string, Column>, terms: Record<string, Record<string, [string, string]>>}} */
  const data = globalThis.readoutsData;

  /** @param {string} name @param {number} row */
  function cell(name, row) {
    const column = data.columns[name];
    if (!column) return null;
    return column.at ? column.values[column.at[row]] : column.values[row];
  }

  /** @param {number} row @returns {Row} */
  function rowAt(row) {
    return Object.fromEntries(Object.keys(data.columns).map((name) => [name, cell(name, row)]));
  }

  /** The words of a code, and its title. @param {string} vocabulary @param {string} code */
  function term(vocabulary, code) {
    const known = data.terms[vocabulary];
    return known && Object.hasOwn(known, code) ? known[code] : [code, ""];
  }

  /** @param {string | null} joined */
  function codesIn(joined) {
    return (joined || "").split(";").map((code) => code.trim()).filter(Boolean);
  }

  /** @param {string} words @param {string} [title] */
  function worded(words, title) {
    const span = document.createElement("span");
    span.append(Object.assign(document.createElement("bdi"), { textContent: words }));
    if (title) span.title = title;
    return span;
  }

  /** @param {HTMLElement} place @param {Row} row */
  function fillTerm(place, row) {
    const told = codesIn(row[place.dataset.term]).map((code) => worded(...term(place.dataset.of, code)));
    place.replaceChildren(...told.flatMap((each, index) => (index ? [", ", each] : [each])));
  }

  /** Marks count characters, as Python does, not the halves of which some consist here. */
  function fillMarked(place, row) {
    const letters = Array.from(row[place.dataset.marked] || "");
    let at = 0;
    for (const mark of (row[place.dataset.marks] || "").split(" ").filter(Boolean)) {
      const [start, end] = mark.split("-").map(Number);
      const marked = document.createElement("mark");
      marked.textContent = letters.slice(start, end).join("");
      place.append(letters.slice(at, start).join(""), marked);
      at = end;
    }
    place.append(letters.slice(at).join(""));
  }

  /** @param {HTMLAnchorElement} link @param {Row} row */
  function fillWeb(link, row) {
    const address = row[link.dataset.web] || "";
    if (/^https?:\/\//i.test(address)) link.href = address;
    else link.replaceWith(address);
  }

  /** @param {HTMLAnchorElement} link @param {Row} row */
  function fillGoto(link, row) {
    const key = row[link.dataset.goto];
    if (key) link.href = `${link.dataset.page}.html#${encodeURIComponent(key)}`;
  }

  /** @param {HTMLAnchorElement} link @param {Row} row */
  function fillAmong(link, row) {
    const value = new URLSearchParams({ [link.dataset.among]: row[link.dataset.value] || "" });
    link.href = `${link.dataset.page}.html#${value}`;
  }

  /** @param {HTMLElement} list @param {Row} row */
  function fillList(list, row) {
    const template = list.querySelector("template");
    const items = (row[list.dataset.list] || []).flatMap((item) => [filled(template, item), "\n"]);
    list.replaceChildren(...items);
  }

  const FILLERS = {
    "[data-text]": (place, row) => { place.textContent = row[place.dataset.text] ?? ""; },
    "[data-term]": fillTerm,
    "[data-marked]": fillMarked,
    "[data-web]": fillWeb,
    "[data-goto]": fillGoto,
    "[data-among]": fillAmong,
    "[data-list]": fillList, // last: what it puts in has values of its own
  };

  /** What is for known values only, or for unknown ones only. */
  function takeOut(root, row) {
    for (const place of root.querySelectorAll("[data-when]")) if (!row[place.dataset.when]) place.remove();
    for (const place of root.querySelectorAll("[data-unless]")) if (row[place.dataset.unless]) place.remove();
  }

  /** A clone of a template with the values of a row. @param {HTMLTemplateElement} template @param {Row} row */
  function filled(template, row) {
    const root = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    takeOut(root, row);
    for (const [places, fill] of Object.entries(FILLERS)) {
      for (const place of [...root.querySelectorAll(places)]) fill(place, row);
    }
    return root;
  }

  return { data, cell, rowAt, term, codesIn, filled };
})();
