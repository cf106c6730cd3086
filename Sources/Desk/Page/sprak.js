// The desk's own words: Swedish, or English where klubba.yml says `språk: en`.
import { ENGLISH } from "/skrivbord/engelska.js";

let isEnglish = false;

export function speak(language) {
  isEnglish = language === "en";
  document.documentElement.lang = isEnglish ? "en" : "sv";
  for (const part of document.querySelectorAll("[data-ord]")) part.textContent = t(part.dataset.ord);
  for (const part of document.querySelectorAll("[data-namn]")) part.setAttribute("aria-label", t(part.dataset.namn));
}

// "{0} bilagor" takes what follows; a text that has no translation stands as it is.
export const t = (text, ...values) =>
  ((isEnglish && ENGLISH[text]) || text).replace(/\{(\d)\}/g, (_, place) => values[place]);

export const locale = () => (isEnglish ? "en-GB" : "sv-SE");
