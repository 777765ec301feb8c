"use strict";
/** The table of a page: filtered by its form, a page of rows at a time, its state in the address. */
(() => {
  const { data, cell, rowAt, filled } = globalThis.readoutsFill;
  const { OWN, read, written, kept, isCrossed } = globalThis.readoutsFilter;
  const { form, names, number, kindOf, show, values, inWords } = globalThis.readoutsForm;
  const AT_ONCE = 50;
  const TYPING = 150;

  const byId = (id) => document.getElementById(id);
  const body = byId("rows");

  /** @type {Map<string, string>} */
  let filter = new Map();
  /** What the address says and nobody understands. @type {string[]} */
  let lost = [];
  /** @type {number[]} */
  let rows = [];

  // The address.

  /** Change the filter, and begin at its first page unless told otherwise. */
  function move(changes, { replace = false } = {}) {
    const next = new Map(filter);
    for (const [name, value] of Object.entries({ page: "", row: "", ...changes })) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    if (written(next) === (location.hash || "#")) return;
    history[replace ? "replaceState" : "pushState"](null, "", written(next));
    arrive();
  }

  /** Show what the address says. */
  function arrive() {
    ({ filter, lost } = read(location.hash, names));
    rows = kept(filter, kindOf);
    const wanted = rowWanted();
    if (wanted >= 0) filter.set("page", String(1 + Math.floor(wanted / AT_ONCE)));
    show(filter, rows, (name) => move({ [name]: "" }));
    showRows();
    showSame();
    showPrinted();
    if (filter.has("row")) openRow(filter.get("row"));
  }

  const rowWanted = () => (filter.has("row") ? rows.findIndex((row) => cell("id", row) === filter.get("row")) : -1);

  // The rows.

  const pages = () => Math.max(1, Math.ceil(rows.length / AT_ONCE));
  const pageNow = () => Math.min(pages(), Math.max(1, Number.parseInt(filter.get("page"), 10) || 1));

  function showRows() {
    const first = (pageNow() - 1) * AT_ONCE;
    body.replaceChildren(...rows.slice(first, first + AT_ONCE).map(tableRow));
    showPressed();
    byId("status").textContent = `${unclear()}${told(first)}`;
    showPager();
  }

  function tableRow(index) {
    const made = filled(byId("row"), rowAt(index));
    const row = made.querySelector("tr");
    row.id = cell("id", index);
    row.querySelector("details").addEventListener("toggle", remember);
    return made;
  }

  /** What of the address could not be done. */
  function unclear() {
    const names = lost.length ? `Not understood: ${lost.join(", ")}. ` : "";
    return filter.has("row") && rowWanted() < 0 ? `${names}There is no row ${filter.get("row")} here. ` : names;
  }

  function told(first) {
    const why = isCrossed(filter) ? "the first day is after the last." : "nothing is so. Clear the filter, or widen it.";
    if (!rows.length) return `None of ${number.format(data.rows)}: ${why}`;
    const some = rows.length < data.rows ? `${number.format(rows.length)} of ` : "";
    const part = pages() > 1 ? `, here ${number.format(first + 1)} to ${number.format(Math.min(first + AT_ONCE, rows.length))}` : "";
    return `${some}${number.format(data.rows)} ${form.dataset.unit}${sure()}${part}`;
  }

  /** How many of the rows are certainly of the time that was asked for. */
  function sure() {
    if (filter.has("certain") || !(filter.has("from") || filter.has("to"))) return "";
    const certain = kept(new Map([...filter, ["certain", "1"]]), kindOf).length;
    return certain === rows.length ? "" : `, ${number.format(certain)} of them certainly of this time`;
  }

  function showPager() {
    const pager = byId("pager");
    pager.hidden = pages() === 1;
    const at = document.createElement("span");
    at.textContent = `part ${number.format(pageNow())} of ${number.format(pages())}`;
    pager.replaceChildren(turner("Before", -1), " ", at, " ", turner("Next", 1));
  }

  function turner(words, step) {
    const to = pageNow() + step;
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: words });
    button.disabled = to < 1 || to > pages();
    button.addEventListener("click", () => { move({ page: String(to) }); byId("rows-title").focus(); });
    return button;
  }

  // A row that is open.

  /** The address names the row that was opened last. */
  function remember(event) {
    const { target } = event;
    const { id } = target.closest("tr");
    showPressed();
    if (target.dataset.quiet) {
      delete target.dataset.quiet;
      return;
    }
    if (target.open) filter.set("row", id);
    else if (filter.get("row") === id) filter.delete("row");
    history.replaceState(null, "", written(filter));
    showPrinted();
  }

  /** @param {string} id */
  function openRow(id) {
    const row = byId(id);
    if (!row || !body.contains(row)) return;
    open(row.querySelector("details"), true);
    row.scrollIntoView({ block: "center" });
    row.querySelector("summary").focus({ preventScroll: true });
  }

  function open(details, isOpen) {
    if (details.open === isOpen) return;
    details.dataset.quiet = "1";
    details.open = isOpen;
  }

  function openAll(event) {
    const isOpen = event.target.getAttribute("aria-pressed") !== "true";
    event.target.setAttribute("aria-pressed", String(isOpen));
    for (const details of body.querySelectorAll("tr > td > details")) open(details, isOpen);
  }

  function showPressed() {
    const all = [...body.querySelectorAll("tr > td > details")];
    byId("open-all").setAttribute("aria-pressed", String(all.length > 0 && all.every((each) => each.open)));
  }

  // The same rows elsewhere.

  /** On paper nothing else tells what the rows were chosen by. */
  function showPrinted() {
    const words = inWords(filter, rows);
    byId("printed").textContent = `${words ? `Filter: ${words}` : "No filter"}. Address: ${location.href}`;
  }

  function showSame() {
    if (!byId("same")) return;
    const { table, release, columns } = form.dataset;
    const named = [...filter].filter(([name]) => !OWN.has(name));
    const equal = named.filter(([name]) => kindOf(name) === "is" && columns.split(" ").includes(name));
    const left = named.length > equal.length || ["from", "to", "words"].some((name) => filter.has(name));
    const tests = equal.map(([name, value]) => `("${name}", "==", ${JSON.stringify(value)})`).join(", ");
    byId("same-hint").hidden = !left;
    byId("same-code").textContent = `import readouts\n${table} = readouts.load("${table}", release="${release}"${tests && `, filters=[${tests}]`})`;
  }

  // The beginning.

  function listen() {
    let timer = 0;
    form.addEventListener("change", changed);
    form.elements.words.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => move(values(), { replace: filter.has("words") }), TYPING);
    });
    form.addEventListener("submit", (event) => { event.preventDefault(); move(values()); });
    form.addEventListener("reset", (event) => { event.preventDefault(); clear(); });
    window.addEventListener("popstate", arrive);
    byId("open-all").addEventListener("click", openAll);
    byId("copy-address").addEventListener("click", (event) => globalThis.readoutsCopy.copy(location.href, event.target));
    document.querySelector(".skip").addEventListener("click", (event) => { event.preventDefault(); byId("main").focus(); });
  }

  /** A day changes with each digit that is typed: going back skips those. */
  function changed(event) {
    const { name, type } = event.target;
    if (name !== "words") move(values(), { replace: type === "date" && filter.has(name) });
  }

  function clear() {
    move(Object.fromEntries([...filter.keys()].map((name) => [name, ""])));
    form.elements.words.focus();
  }

  listen();
  for (const id of ["filter", "actions", "same"]) if (byId(id)) byId(id).hidden = false;
  arrive();
})();
