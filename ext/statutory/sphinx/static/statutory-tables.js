/**
 * Sorting and filtering of the tables of views, in the browser alone.
 *
 * Without this file the tables are plain ones in the order of their view. Each
 * `table.statutory-table` gets a button in every heading and, if it is long, a field that
 * filters its rows. A `data` element in a cell holds what the cell is sorted by where its
 * words do not sort, as with times. What says that nothing is known comes last.
 *
 * Containers in which a table scrolls sideways get the name of the table, since they can be
 * focused.
 *
 * The words are attributes of the script element, in the language of the page:
 * - `data-filter`: the label of the field,
 * - `data-shown`: how many rows are shown, with `{shown}` and `{all}`,
 * - `data-sorted`: what the rows are sorted by, with `{column}`,
 * - `data-reversed`: the same for the reversed order,
 * - `data-unsorted`: that the rows stand in the order of the view again.
 *
 * @file
 */
"use strict";

(() => {
  const SORTED_FROM = 2;
  const FILTERED_FROM = 6;
  const NEXT_ORDER = { none: "ascending", ascending: "descending", descending: "none" };

  const words = document.currentScript.dataset;
  const language = document.documentElement.lang || undefined;
  const collator = new Intl.Collator(language, { numeric: true });
  const names = new Map();

  /**
   * Put values into the places of a sentence.
   *
   * @param {string} sentence The sentence, with names in braces.
   * @param {Object<string, string|number>} values The values by these names.
   * @returns {string} The sentence with the values.
   */
  function fill(sentence, values) {
    return sentence.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
  }

  /**
   * Return a new element.
   *
   * @param {string} tag Its tag.
   * @param {Object<string, string>} attributes Its attributes.
   * @param {...(Node|string)} content What stands in it.
   * @returns {HTMLElement} The element.
   */
  function make(tag, attributes, ...content) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      element.setAttribute(name, value);
    }
    element.append(...content);
    return element;
  }

  /**
   * Return the text of an element without the link to itself.
   *
   * @param {?Element} element The element, such as a heading.
   * @returns {string} Its text; empty where there is none.
   */
  function textOf(element) {
    const copy = element?.cloneNode(true);
    copy?.querySelectorAll(".headerlink").forEach((link) => link.remove());
    return copy?.textContent.trim() ?? "";
  }

  /**
   * Name a table by its caption, else by the heading above it; no name comes twice.
   *
   * @param {HTMLTableElement} table The table.
   * @returns {string} Its name.
   */
  function nameOf(table) {
    const heading = table.closest("section")?.querySelector("h1, h2, h3, h4, h5, h6");
    const name = textOf(table.caption) || textOf(heading) || document.title;
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  }

  /**
   * Return what a cell is sorted by.
   *
   * @param {HTMLTableCellElement} cell The cell.
   * @returns {string} The key; empty where nothing is known.
   */
  function keyOf(cell) {
    if (cell.querySelector(".statutory-missing")) {
      return "";
    }
    return cell.querySelector("data")?.value ?? cell.textContent.trim();
  }

  /**
   * Return rows in the order of one column; those without a key come last.
   *
   * @param {HTMLTableRowElement[]} rows The rows in the order of the view.
   * @param {number} column The index of the column.
   * @param {number} direction 1 for ascending, -1 for descending.
   * @returns {HTMLTableRowElement[]} The rows, sorted.
   */
  function sortedRows(rows, column, direction) {
    const keyed = rows.map((row) => [row, keyOf(row.cells[column])]);
    keyed.sort(([, one], [, other]) =>
      one && other
        ? direction * collator.compare(one, other)
        : Number(Boolean(other)) - Number(Boolean(one)),
    );
    return keyed.map(([row]) => row);
  }

  /**
   * Put a button that sorts the rows into each heading.
   *
   * @param {HTMLTableElement} table The table.
   * @param {HTMLTableRowElement[]} rows Its rows in the order of the view.
   * @param {function(string): void} tell Says what the rows are sorted by.
   */
  function addSorting(table, rows, tell) {
    const headings = [...table.tHead.rows[0].cells];
    headings.forEach((heading, column) => {
      const title = textOf(heading);
      const button = make("button", { type: "button", class: "statutory-sort" }, title);
      heading.replaceChildren(button);
      heading.ariaSort = "none";
      button.addEventListener("click", () => {
        const order = NEXT_ORDER[heading.ariaSort];
        headings.forEach((other) => (other.ariaSort = "none"));
        heading.ariaSort = order;
        const direction = order === "descending" ? -1 : 1;
        const ordered = order === "none" ? rows : sortedRows(rows, column, direction);
        table.tBodies[0].append(...ordered);
        const said = { none: "unsorted", ascending: "sorted", descending: "reversed" }[order];
        tell(fill(words[said], { column: title }));
      });
    });
  }

  /**
   * Return a text as the filter compares it: in lower case, without the signs that only
   * keep a line from breaking.
   *
   * @param {string} text The text.
   * @returns {string} The text to compare.
   */
  function comparable(text) {
    return text.toLocaleLowerCase(language).replaceAll("\u2060", "");
  }

  /**
   * Return a field that shows only the rows with all of its words.
   *
   * @param {string} name The name of the table.
   * @param {HTMLTableRowElement[]} rows Its rows.
   * @param {function(string): void} tell Says how many rows are shown.
   * @returns {HTMLLabelElement} The field in its label.
   */
  function makeFilter(name, rows, tell) {
    const texts = rows.map((row) => comparable(row.textContent));
    const field = make("input", { type: "search", class: "form-control", autocomplete: "off" });
    field.addEventListener("input", () => {
      const sought = comparable(field.value).split(/\s+/).filter(Boolean);
      rows.forEach((row, index) => {
        row.hidden = !sought.every((word) => texts[index].includes(word));
      });
      const shown = rows.filter((row) => !row.hidden).length;
      tell(fill(words.shown, { shown, all: rows.length }));
    });
    const of = make("span", { class: "visually-hidden" }, `: ${name}`);
    return make("label", { class: "statutory-filter" }, make("span", {}, words.filter, of), field);
  }

  /**
   * Give a table its buttons and its field.
   *
   * @param {HTMLTableElement} table The table.
   * @param {string} name Its name.
   */
  function enhance(table, name) {
    const rows = [...(table.tBodies[0]?.rows ?? [])];
    if (!table.tHead || rows.length < SORTED_FROM) {
      return;
    }
    const status = make("p", { role: "status", class: "statutory-status" });
    const tools = make("div", { class: "statutory-tools" }, status);
    const told = { filter: "", order: "" };
    const tell = (matter) => (sentence) => {
      told[matter] = sentence;
      status.textContent = [told.filter, told.order].filter(Boolean).join(" ");
    };
    if (rows.length >= FILTERED_FROM) {
      tools.prepend(makeFilter(name, rows, tell("filter")));
    }
    addSorting(table, rows, tell("order"));
    (table.closest(".pst-scrollable-table-container") ?? table).before(tools);
  }

  /**
   * Name a container while its table scrolls in it.
   *
   * @param {HTMLElement} container The container.
   * @param {string} name The name of the table.
   */
  function nameWhileScrolling(container, name) {
    new ResizeObserver(() => {
      if (container.scrollWidth > container.clientWidth) {
        container.setAttribute("role", "region");
        container.setAttribute("aria-label", name);
      } else {
        container.removeAttribute("role");
        container.removeAttribute("aria-label");
      }
    }).observe(container);
  }

  for (const table of document.querySelectorAll("main table")) {
    const name = nameOf(table);
    if (table.matches(".statutory-table:not(.statutory-plain)")) {
      enhance(table, name);
    }
    const container = table.closest(".pst-scrollable-table-container");
    if (container) {
      nameWhileScrolling(container, name);
    }
  }
})();
