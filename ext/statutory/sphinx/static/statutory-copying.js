/**
 * Snippets that are copied with a button, and a form that builds the identifier of a new item.
 *
 * The page is whole without this script: the snippets can be selected, and the form is made
 * of the two tables that list the parts of identifiers. The words come from the data
 * attributes of the script's own element.
 */
"use strict";

(() => {
  const words = document.currentScript.dataset;

  /** Put a text on the clipboard; say whether that went well. */
  async function copied(text, element) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const selection = window.getSelection();
      selection.selectAllChildren(element);
      return document.execCommand("copy");
    }
  }

  /** Return a button that copies what an element reads, and where it says that it did. */
  function copier(element, label) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "statutory-copy";
    button.textContent = words.copy;
    if (label) {
      button.setAttribute("aria-label", `${words.copy}: ${label}`);
    }
    const status = document.createElement("span");
    status.className = "statutory-copied";
    status.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      const done = await copied(element.textContent, element);
      status.textContent = done ? words.copied : words.failed;
      window.setTimeout(() => {
        status.textContent = "";
      }, 4000);
    });
    const line = document.createElement("p");
    line.className = "statutory-copying";
    line.append(button, status);
    return line;
  }

  /** Return the rows of a table as pairs of what is read and what it stands for. */
  function pairs(id) {
    const rows = document.querySelectorAll(`table#${id} tbody tr`);
    return Array.from(rows, (row) =>
      Array.from(row.cells, (cell) => cell.textContent.trim()),
    );
  }

  /** Return a name as it stands in an identifier: capitals, digits and single hyphens. */
  function asName(text) {
    return text
      .normalize("NFD")
      .replace(/\p{Mark}/gu, "")
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, "-")
      .replace(/^-|-$/g, "");
  }

  /** Return a field with its label. */
  function labelled(text, field) {
    const label = document.createElement("label");
    label.append(`${text} `, field);
    return label;
  }

  /** Return a choice of what a table lists. */
  function choice(options) {
    const select = document.createElement("select");
    for (const [read, part] of options) {
      select.append(new Option(read, part));
    }
    return select;
  }

  /** Return the form, which shows the identifier while its parts are chosen. */
  function builder(regions, kinds) {
    const form = document.createElement("form");
    form.className = "statutory-id-builder";
    const region = choice(regions);
    const kind = choice(kinds);
    const name = document.createElement("input");
    name.type = "text";
    name.autocomplete = "off";
    const output = document.createElement("output");
    const show = () => {
      const last = asName(name.value) || words.example;
      output.value = `${region.value}-${kind.value}-${last}`;
    };
    form.addEventListener("input", show);
    form.addEventListener("submit", (event) => event.preventDefault());
    const result = document.createElement("p");
    result.append(`${words.identifier}: `, output);
    form.append(
      labelled(words.region, region),
      labelled(words.kind, kind),
      labelled(words.name, name),
      result,
      copier(output, words.identifier),
    );
    show();
    return form;
  }

  function start() {
    for (const block of document.querySelectorAll("div.statutory-code")) {
      const text = block.querySelector("pre");
      const title = text.textContent.split("\n")[0].replace(/^`+/, "");
      block.after(copier(text, title));
    }
    const regions = pairs("id-regions");
    const kinds = pairs("id-kinds");
    if (regions.length && kinds.length) {
      const table = document.getElementById("id-regions");
      const around = table.closest(".pst-scrollable-table-container") ?? table;
      around.before(builder(regions, kinds));
    }
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", start);
  } else {
    start();
  }
})();
