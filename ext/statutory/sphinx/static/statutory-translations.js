/**
 * Sphinx makes a function out of the text that tells which form of a word goes with a number;
 * the content security policy of the pages lets no text become a program. Finnish and English
 * have the forms that Sphinx begins with.
 */
"use strict";

Documentation.addTranslations = (catalog) => {
  Object.assign(Documentation.TRANSLATIONS, catalog.messages);
  Documentation.LOCALE = catalog.locale;
};
