"use strict";
/** The table of a page: filtered by its form, a page of rows at a time, its state in the address. */
(() => {
  const { data, cell, rowAt, term, codesIn, filled } = globalThis.readoutsFill;
  const { OWN, read, written, kept } = globalThis.readoutsFilter;
  const AT_ONCE = 50;
  const TYPING = 150;

  const byId = (id) => document.getElementById(id);
  const form = /** @type {HTMLFormElement} */ (byId("filter"));
  const controls = [...form.querySelectorAll("[name]")];
  const lists = controls.filter((control) => control instanceof HTMLSelectElement);
  const body = byId("rows");
  /** Words for what is filtered by and has no control, with the column that tells them. */
  const CHIPS = {
    event_id: ["said at", "event_label"], speaker_id: ["said by", "speaker"], article_id: ["in", "article"],
    actor_ids: ["with", ""], article_ids: ["told of in", ""],
  };
  const number = new Intl.NumberFormat("en");

  /** @type {Map<string, string>} */
  let filter = new Map();
  /** @type {number[]} */
  let rows = [];

  const kindOf = (name) => lists.find((list) => list.name === name)?.dataset.kind
    || (name.endsWith("_ids") ? "has" : "is");

  // The form.

  /** @param {HTMLSelectElement} list */
  function addOptions(list) {
    const counts = new Map();
    for (let row = 0; row < data.rows; row += 1) {
      const value = cell(list.name, row);
      const codes = list.dataset.kind === "has" ? codesIn(value) : value ? [value] : [];
      for (const code of codes) counts.set(code, (counts.get(code) || 0) + 1);
    }
    const options = [...counts].map(([code, count]) => [term(list.dataset.of, code)[0], code, count]);
    options.sort((one, other) => one[0].localeCompare(other[0], "en"));
    list.append(...options.map(([words, code, count]) => new Option(`${words} (${number.format(count)})`, code)));
  }

  function showInForm() {
    for (const control of controls) {
      const value = filter.get(control.name) || "";
      if (control.type === "checkbox") control.checked = Boolean(value);
      else if (control.value !== value) control.value = value;
    }
    byId("chips").replaceChildren(...[...filter.keys()].filter(isApart).map(chip));
  }

  const isApart = (name) => !OWN.has(name) && !controls.some((control) => control.name === name);

  /** What is filtered by without a control, with a button that takes it back. */
  function chip(name) {
    const [words, column] = CHIPS[name] || [name, ""];
    const first = rows.length && column ? cell(column, rows[0]) : "";
    const item = document.createElement("li");
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: "take away" });
    const told = `${words}: ${first || filter.get(name)}`;
    button.setAttribute("aria-label", `Take away: ${told}`);
    button.addEventListener("click", () => { move({ [name]: "" }); form.querySelector("select")?.focus(); });
    item.append(told, " ", button);
    return item;
  }

  function valueOf(control) {
    return control.type === "checkbox" ? (control.checked ? control.value : "") : control.value.trim();
  }

  function fromForm() {
    return Object.fromEntries(controls.map((control) => [control.name, valueOf(control)]));
  }

  // The address.

  /** Change the filter, and begin at its first page unless told otherwise. */
  function move(changes, { replace = false } = {}) {
    const next = new Map(filter);
    for (const [name, value] of Object.entries({ page: "", row: "", ...changes })) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    if (written(next) === written(filter)) return;
    history[replace ? "replaceState" : "pushState"](null, "", written(next));
    arrive();
  }

  /** Show what the address says. */
  function arrive() {
    filter = read(location.hash);
    rows = kept(filter, kindOf);
    const wanted = rowWanted();
    if (wanted >= 0) filter.set("page", String(1 + Math.floor(wanted / AT_ONCE)));
    showInForm();
    showRows();
    showSame();
    if (filter.has("row")) openRow(filter.get("row"));
  }

  const rowWanted = () => (filter.has("row") ? rows.findIndex((row) => cell("id", row) === filter.get("row")) : -1);

  // The rows.

  const pages = () => Math.max(1, Math.ceil(rows.length / AT_ONCE));
  const pageNow = () => Math.min(pages(), Math.max(1, Number.parseInt(filter.get("page"), 10) || 1));

  function showRows() {
    const first = (pageNow() - 1) * AT_ONCE;
    body.replaceChildren(...rows.slice(first, first + AT_ONCE).map(tableRow));
    byId("open-all").setAttribute("aria-pressed", "false");
    byId("status").textContent = told(first);
    showPager();
  }

  function tableRow(index) {
    const made = filled(byId("row"), rowAt(index));
    const row = made.querySelector("tr");
    row.id = cell("id", index);
    row.querySelector("details").addEventListener("toggle", remember);
    return made;
  }

  function told(first) {
    const lost = filter.has("row") && rowWanted() < 0 ? `There is no row ${filter.get("row")} here. ` : "";
    if (!rows.length) return `${lost}None of ${number.format(data.rows)}: nothing is so. Clear the filter, or widen it.`;
    const some = rows.length < data.rows ? `${number.format(rows.length)} of ` : "";
    const part = pages() > 1 ? `, here ${number.format(first + 1)} to ${number.format(Math.min(first + AT_ONCE, rows.length))}` : "";
    return `${lost}${some}${number.format(data.rows)} ${form.dataset.unit}${sure()}${part}`;
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
    if (target.dataset.quiet) {
      delete target.dataset.quiet;
      return;
    }
    if (target.open) filter.set("row", id);
    else if (filter.get("row") === id) filter.delete("row");
    history.replaceState(null, "", written(filter));
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

  // The same rows elsewhere.

  function showSame() {
    if (!byId("same")) return;
    const { table, release } = form.dataset;
    const values = [...filter].filter(([name]) => !OWN.has(name));
    const equal = values.filter(([name]) => kindOf(name) === "is");
    const left = values.length > equal.length || ["from", "to", "words"].some((name) => filter.has(name));
    const tests = equal.map(([name, value]) => `("${name}", "==", ${JSON.stringify(value)})`).join(", ");
    byId("same-hint").hidden = !left;
    byId("same-code").textContent = `import readouts\n${table} = readouts.load("${table}", release="${release}"${tests && `, filters=[${tests}]`})`;
  }

  // The beginning.

  function listen() {
    let timer = 0;
    form.addEventListener("change", (event) => { if (event.target.name !== "words") move(fromForm()); });
    form.elements.words.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => move(fromForm(), { replace: filter.has("words") }), TYPING);
    });
    form.addEventListener("submit", (event) => { event.preventDefault(); move(fromForm()); });
    form.addEventListener("reset", (event) => { event.preventDefault(); clear(); });
    window.addEventListener("popstate", arrive);
    byId("open-all").addEventListener("click", openAll);
    byId("copy-address").addEventListener("click", (event) => globalThis.readoutsCopy.copy(location.href, event.target));
    document.querySelector(".skip").addEventListener("click", (event) => { event.preventDefault(); byId("main").focus(); });
  }

  function clear() {
    move(Object.fromEntries([...filter.keys()].map((name) => [name, ""])));
    form.elements.words.focus();
  }

  lists.forEach(addOptions);
  listen();
  for (const id of ["filter", "actions", "same"]) if (byId(id)) byId(id).hidden = false;
  arrive();
})();
