/* The stem of a Finnish word, and the words of a query: the same as statutory.finnish.
 * FINNISH_STAGES, FINNISH_ENDINGS and FINNISH_SHORTEST are written in front of this. */

const finnishPatterns = new Map();

function finnishPattern(before) {
  if (!finnishPatterns.has(before)) {
    finnishPatterns.set(before, new RegExp(`(?:${before})$`));
  }
  return finnishPatterns.get(before);
}

function finnishRewrite(word, stage) {
  for (let start = 0; start < word.length; start += 1) {
    const ending = word.slice(start);
    const rules = Object.hasOwn(stage, ending) ? stage[ending] : [];
    for (const [before, replacement] of rules) {
      const head = word.slice(0, start);
      if (finnishPattern(before).test(head)) return head + replacement;
    }
  }
  return word;
}

function finnishStem(word) {
  const plain = word.toLowerCase().replaceAll("-", "");
  if (plain.length < FINNISH_SHORTEST || /\p{Nd}/u.test(plain)) return plain;
  return FINNISH_STAGES.reduce(finnishRewrite, plain);
}

/* Sphinx calls these two by their names. */
var Stemmer = function () {
  this.stemWord = finnishStem;
};

var splitQuery = function (query) {
  const word = "[\\p{L}\\p{N}_]+";
  const ending = `(?::(?:${FINNISH_ENDINGS.join("|")})(?![\\p{L}\\p{N}_]))?`;
  const whole = query.normalize("NFC").replaceAll("\u00ad", "");
  const found = whole.matchAll(new RegExp(`(${word}(?:-${word})*)${ending}`, "giu"));
  return [...found].map((match) => match[1]);
};
