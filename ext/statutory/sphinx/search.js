/* Items as results: each word of the query has to be in the title or the identifier of an
 * item, in any inflected form, or in its type or the title of its page; one of them in the
 * item itself. Replaces Sphinx's search of objects for items, which knows no inflection. */

const STATUTORY_DOMAIN = "statutory";
const STATUTORY_SCORES = { whole: 30, words: 12, parts: 6 };
const STATUTORY_SHORTEST = 3;

function statutoryItems() {
  const { docnames, filenames, objects, objnames, titles } = Search._index;
  return Object.entries(objects).flatMap(([prefix, found]) =>
    found
      .filter(([, type]) => objnames[type][0] === STATUTORY_DOMAIN)
      .map(([page, type, , anchor, name]) => ({
        anchor: `#${anchor}`,
        docname: docnames[page],
        filename: filenames[page],
        kind: objnames[type][2],
        page: titles[page],
        shown: prefix ? `${prefix}.${name}` : name,
      })),
  );
}

function statutoryStems(text) {
  return splitQuery(text).flatMap((word) => [word, ...word.split("-")].map(finnishStem));
}

/* How well a text has a word: 2 as a word, 1 as a part of one, 0 not at all. */
function statutoryHas(text, stems, term) {
  const stem = finnishStem(term);
  if (stems.includes(stem)) return 2;
  const long = stem.length >= STATUTORY_SHORTEST;
  const within = long && stems.some((other) => other.includes(stem));
  return within || (long && text.toLowerCase().includes(term)) ? 1 : 0;
}

function statutoryScore(item, terms) {
  const stems = statutoryStems(item.shown);
  const found = terms.map((term) => statutoryHas(item.shown, stems, term));
  if (!found.some((fit) => fit > 0)) return 0;
  if (terms.length === 1 && item.anchor.slice(1).toLowerCase() === terms[0]) {
    return STATUTORY_SCORES.whole;
  }
  const around = `${item.kind} ${item.page}`;
  const stemsAround = statutoryStems(around);
  const missing = terms.some(
    (term, place) => !found[place] && !statutoryHas(around, stemsAround, term),
  );
  if (missing) return 0;
  return found.every((fit) => fit === 2) ? STATUTORY_SCORES.words : STATUTORY_SCORES.parts;
}

function statutoryResult(item, score) {
  const shown = new DOMParser().parseFromString(item.shown, "text/html").body.textContent;
  const where = `${item.kind}, ${item.page}`;
  return [item.docname, shown, item.anchor, where, score, item.filename, "object"];
}

function statutoryResults(query) {
  const terms = query.filter((term) => !stopwords.has(term));
  return statutoryItems()
    .map((item) => [item, statutoryScore(item, terms)])
    .filter(([, score]) => score > 0)
    .map(([item, score]) => statutoryResult(item, score));
}

/* What a result shows of a page is its text: the path to it has the words of the menu. */
function statutoryWithoutPath(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  page.querySelectorAll('[role="main"] nav').forEach((path) => path.remove());
  return page.documentElement.outerHTML;
}

function installStatutorySearch() {
  const toText = Search.htmlToText;
  Search.htmlToText = (html, anchor) => toText(statutoryWithoutPath(html), anchor).trim();
  const ofObjects = Search.performObjectSearch;
  Search.performObjectSearch = (term, terms) => {
    const known = new Set(statutoryItems().map((item) => item.docname + item.anchor));
    const others = ofObjects(term, terms).filter(([page, , at]) => !known.has(page + at));
    const query = [...terms];
    return term === query[0] ? [...others, ...statutoryResults(query)] : others;
  };
}

/* Themes load Sphinx's search before this or after it. */
if (typeof Search === "undefined") {
  document.addEventListener("DOMContentLoaded", installStatutorySearch);
} else {
  installStatutorySearch();
}
