import { get } from "/skrivbord/server.js";
import { h, region, visibility, problems, VISIBILITIES } from "/skrivbord/delar.js";
import { t } from "/skrivbord/sprak.js";
import * as saving from "/skrivbord/sparande.js";
import { headField, textField, entry } from "/skrivbord/falt.js";
import { attachments } from "/skrivbord/bilagor.js";
import { frame, live } from "/skrivbord/forhandsvisning.js";
import { sealedMark } from "/skrivbord/forseglat.js";

const KINDS = [["beslut", "Beslut"], ["information", "Information"], ["anmälan", "Anmälan"], ["ansökan", "Ansökan"]];
const MORE = [["insats", "Insats"], ["insatsägare", "Insatsägare"], ["samverkansparter", "Samverkansparter"], ["period", "Period"], ["belopp", "Belopp"], ["undertecknat", "Undertecknat"]];

async function matterFile(name) {
  try {
    return await get("file?path=" + encodeURIComponent(`content/arenden/${name}/arende.md`));
  } catch (fault) {
    if (fault.status !== 404) throw fault;
    return get("file?path=" + encodeURIComponent(`content/arenden/${name}.md`));
  }
}

export async function matter(name, site, redraw) {
  const file = await matterFile(name);
  saving.opened(file);
  const known = site.matters.find(item => item.path === file.path);
  const title = entry(file, "titel")?.value || known?.title || name;
  const heading = h("div", null, h("h1", { tabindex: "-1" }, title),
    h("p", null, visibility(file.visibility), sealedMark(file, redraw), " ",
      h("a", { href: "/fil/" + file.path }, t("Visa filen"))));
  if (file.head === null) return { ...(await plain(file.path, site, redraw)), title };
  const filled = MORE.filter(([key]) => entry(file, key));
  const rest = MORE.filter(([key]) => !entry(file, key));
  const page = known ? frame(site) : null;
  const written = textField(file);
  const area = written.querySelector("textarea");
  const clauses = h("p", { class: "lugn" });
  const count = () => {
    const number = area.value.match(/^\s*(?:[-*+]|\d+[.)])?\s*\*{0,2}att\b/gim)?.length || 0;
    clauses.textContent = t("{0} att-satser.", number);
  };
  area.addEventListener("input", count);
  count();
  const whole = body => file.text.slice(0, file.text.length - file.body.length) + body;
  if (page) live(area, page, file.path, whole);
  const shown = new Set(["titel", "dnr", "handlaggare", "typ", "synlighet", "bilagor", ...site.bodies.map(body => body.slug), ...MORE.map(([key]) => key.normalize("NFD").replace(/\p{M}/gu, ""))]);
  const others = file.head.filter(item => !shown.has(item.key.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "")));
  return {
    title, path: file.path, file,
    content: [
      heading,
      region("Uppgifter",
        h("div", { class: "falt" },
          h("div", { class: "hel" }, headField(file, "titel", "Titel")),
          headField(file, "dnr", "Diarienummer"), headField(file, "handläggare", "Handläggare", { list: true }),
          headField(file, "typ", "Typ", { choices: KINDS, empty: "beslut" }),
          site.bodies.map(body => headField(file, body.slug, t("{0}, dagar", body.name), { kind: "date", list: true })),
          headField(file, "synlighet", "Synlighet", { choices: VISIBILITIES(), empty: "offentlig" }),
          filled.map(([key, label]) => headField(file, key, label, { list: key === "samverkansparter" }))),
        rest.length ? h("details", null, h("summary", null, t("Fler uppgifter")),
          h("div", { class: "falt" }, rest.map(([key, label]) => headField(file, key, label, { list: key === "samverkansparter" })))) : null,
        others.length ? h("p", { class: "lugn" }, t("Övrigt i filen: {0}", others.map(item => item.key).join(", "))) : null),
      h("div", { class: "tva" },
        region(t("Text"), written, clauses),
        page ? region(t("Så ser det ut"), page) : null),
      file.way.length ? region(t("Väg genom organen"), h("ol", { class: "rader" }, file.way.map(step => h("li", null,
        h("a", { class: "vaxer", href: "/mote/" + step.meeting }, step.title),
        step.number ? h("span", { class: "lugn" }, t("Bilaga {0}", step.number)) : null,
        step.record ? h("a", { href: "/protokoll/" + step.meeting }, t("Protokoll")) : null)))) : null,
      attachments(file, redraw),
      problems(file.problems),
    ],
  };
}

// Any text file as it is: the way out of every form.
export async function plain(path, site, redraw) {
  const file = await get("file?path=" + encodeURIComponent(path));
  saving.opened(file);
  const area = h("textarea", { "aria-label": "Text", spellcheck: "true", lang: "sv", "data-del": "text" });
  area.value = saving.typed(path, "text") ?? file.text;
  area.addEventListener("input", () => saving.change(path, "text", area.value, t("Filen ändrad")));
  return {
    title: path, path, file,
    content: [
      h("div", null, h("h1", { tabindex: "-1" }, path), h("p", null, visibility(file.visibility), sealedMark(file, redraw))),
      file.fault ? h("p", { class: "fel" }, file.fault) : null,
      h("section", { "aria-label": t("Filens text") }, area), problems(file.problems),
    ],
  };
}
