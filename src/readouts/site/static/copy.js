"use strict";
/** Buttons that copy: the lines of a block of code, and whatever a page asks for. */
globalThis.readoutsCopy = (() => {
  const SAID_FOR = 2000;

  /** Older browsers, and pages that are not served safely, copy what is selected. @param {string} text */
  function copySelected(text) {
    const area = Object.assign(document.createElement("textarea"), { value: text, readOnly: true });
    area.className = "aside";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }

  /** @param {string} text @returns {Promise<boolean>} */
  async function copied(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copySelected(text);
    }
  }

  /** Copy, and say so in the button and to those who hear the page. */
  async function copy(text, button) {
    const done = await copied(text);
    button.focus();
    button.dataset.words ??= button.textContent;
    button.textContent = done ? "Copied" : "Not copied: select the text";
    spoken().textContent = button.textContent;
    clearTimeout(Number(button.dataset.timer));
    button.dataset.timer = String(setTimeout(() => { button.textContent = button.dataset.words; }, SAID_FOR));
  }

  function spoken() {
    const found = document.getElementById("spoken");
    if (found) return found;
    const made = Object.assign(document.createElement("p"), { id: "spoken", className: "aside" });
    made.setAttribute("role", "status");
    document.body.append(made);
    return made;
  }

  /** @param {HTMLPreElement} block */
  function addButton(block) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "copy", textContent: "Copy" });
    const name = block.getAttribute("aria-label")
      || document.getElementById(block.getAttribute("aria-labelledby") || "")?.textContent || "these lines";
    button.setAttribute("aria-label", `Copy: ${name}`);
    button.addEventListener("click", () => copy(block.textContent.trim(), button));
    block.before(button);
  }

  spoken();
  document.querySelectorAll("pre").forEach(addButton);
  return { copy };
})();
