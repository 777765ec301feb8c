"use strict";
/** The form of a page: its lists, what it asks for, and what a filter is in words. */
globalThis.readoutsForm = (() => {
  const { data, cell, term, codesIn } = globalThis.readoutsFill;
  const { OWN } = globalThis.readoutsFilter;
  const number = new Intl.NumberFormat("en");

  const form = /** @type {HTMLFormElement} */ (document.getElementById("filter"));
  const controls = [...form.querySelectorAll("[name]")];
  const lists = controls.filter((control) => control instanceof HTMLSelectElement);
  /** What can be asked for, whether a row has it or not. */
  const names = new Set(controls.map((control) => control.name));
  /** Words for what is filtered by and has no control, and who tells them of a row that is kept. */
  const CHIPS = {
    event_id: ["said at", (row) => cell("event_label", row)],
    speaker_id: ["said by", (row) => cell("speaker", row)],
    article_id: ["in", (row) => cell("article", row)],
    actor_ids: ["with", (row, id) => within("participants", row, "actor_id", id).name],
    article_ids: ["told of in", (row, id) => within("reports", row, "article_id", id).article],
  };

  const within = (list, row, name, value) => (cell(list, row) || []).find((each) => each[name] === value) || {};

  const kindOf = (name) => lists.find((list) => list.name === name)?.dataset.kind
    || (name.endsWith("_ids") ? "has" : "is");

  /** @param {HTMLSelectElement} list */
  function addOptions(list) {
    const counts = new Map();
    for (let row = 0; row < data.rows; row += 1) {
      const value = cell(list.name, row);
      const codes = list.dataset.kind === "has" ? codesIn(value) : value ? [value] : [];
      for (const code of codes) counts.set(code, (counts.get(code) || 0) + 1);
    }
    const options = [...counts].map(([code, count]) => option(list, code, count));
    options.sort((one, other) => one.text.localeCompare(other.text, "en"));
    list.append(...options);
  }

  const option = (list, code, count) => new Option(`${term(list.dataset.of, code)[0]} (${number.format(count)})`, code);

  /** Show a filter, and beside it what it holds that has no control. */
  function show(filter, rows, takeAway) {
    for (const control of controls) {
      const value = filter.get(control.name) || "";
      if (control.type === "checkbox") control.checked = Boolean(value);
      else if (control.value !== value) set(control, value);
    }
    const apart = [...filter].filter(([name]) => isApart(name));
    document.getElementById("chips").replaceChildren(...apart.map((part) => chip(part, rows, takeAway)));
  }

  /** A list offers what is asked for even if no row has it. */
  function set(control, value) {
    const isLacking = control.options && ![...control.options].some((each) => each.value === value);
    if (isLacking) control.append(option(control, value, 0));
    control.value = value;
  }

  const isApart = (name) => !OWN.has(name) && !names.has(name);

  /** What is filtered by without a control, with a button that takes it back. */
  function chip([name, value], rows, takeAway) {
    const item = document.createElement("li");
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: "take away" });
    const told = chipWords(name, value, rows);
    button.setAttribute("aria-label", `Take away: ${told}`);
    button.addEventListener("click", () => { takeAway(name); form.querySelector("select")?.focus(); });
    item.append(told, " ", button);
    return item;
  }

  function chipWords(name, value, rows) {
    const [words, tell] = CHIPS[name] || [name, () => ""];
    return `${words}: ${(rows.length && tell(rows[0], value)) || value}`;
  }

  function valueOf(control) {
    return control.type === "checkbox" ? (control.checked ? control.value : "") : control.value.trim();
  }

  function values() {
    return Object.fromEntries(controls.map((control) => [control.name, valueOf(control)]));
  }

  /** A filter in words; none if it keeps all. */
  function inWords(filter, rows) {
    const named = [...filter].filter(([name]) => !OWN.has(name)).map(([name, value]) => {
      const list = lists.find((each) => each.name === name);
      return list ? `${list.labels[0].textContent}: ${term(list.dataset.of, value)[0]}` : chipWords(name, value, rows);
    });
    const words = filter.has("words") ? [`Words: ${filter.get("words")}`] : [];
    return [...named, ...days(filter), ...words].join("; ");
  }

  function days(filter) {
    const bounds = ["from", "to"].filter((name) => filter.has(name)).map((name) => `${name} ${filter.get(name)}`);
    if (!bounds.length) return [];
    const certain = filter.has("certain") ? ", only if certain" : "";
    return [`${form.querySelector("legend").textContent}: ${bounds.join(" ")}${certain}`];
  }

  lists.forEach(addOptions);
  return { form, names, number, kindOf, show, values, inWords };
})();
