import { t } from "/skrivbord/sprak.js";
import { get, post } from "/skrivbord/server.js";
import { h, region, field, select, visibility, checklist, problems, dialog, address, say, VISIBILITIES } from "/skrivbord/delar.js";
import * as saving from "/skrivbord/sparande.js";
import { go } from "/skrivbord/skrivbord.js";
import { headField, textField, work } from "/skrivbord/falt.js";
import { sealedMark } from "/skrivbord/forseglat.js";
import { plain } from "/skrivbord/arende.js";
import { newMatter } from "/skrivbord/oversikt.js";

const STATES = [["", "Efter datum"], ["planerat", "Planerat"], ["kallat", "Kallat"], ["genomfört", "Genomfört"], ["inställt", "Inställt"]];

export async function meeting(id, site, redraw) {
  const facts = await get("meeting/" + encodeURIComponent(id));
  const title = facts.title;
  if (!facts.path) {
    return { title, content: [h("h1", { tabindex: "-1" }, title),
      h("p", null, t("Mötet har ingen fil än. Det är känt genom ärendena som tas upp där.")),
      h("p", null, h("button", { type: "button", class: "stor", onclick: async () => {
        const proposal = await post("propose", { what: "meeting", body: facts.body, date: facts.date });
        await post("save", { changes: proposal.changes, label: t("Nytt möte") });
        redraw();
      } }, t("Lägg upp mötet")))] };
  }
  const file = await get("file?path=" + encodeURIComponent(facts.path));
  saving.opened(file);
  if (file.head === null) return { ...(await plain(facts.path, site, redraw)), title };
  const act = {
    record: [t("Skapa protokoll"), () => makeRecord(facts)],
    seal: [t("Försegla"), () => work(t("Försegla"), { what: "seal", meeting: id }, redraw)],
    numbers: [t("Numrera bilagor"), () => numbers(id, redraw)],
    publish: [t("Till Publicera"), () => go("/publicera")],
    archive: [t("Arkivera"), () => work(t("Arkivera"), { what: "archive", meeting: id }, redraw)],
  };
  const buttons = h("p", { class: "knappar" },
    facts.record ? h("a", { href: "/protokoll/" + id }, t("Öppna protokollet"))
                 : h("button", { type: "button", class: "stor", onclick: () => makeRecord(facts) }, t("Skapa protokoll")),
    h("button", { type: "button", onclick: () => numbers(id, redraw) }, t("Numrera bilagor")),
    h("button", { type: "button", onclick: () => copySummons(facts, file) }, t("Kopiera kallelsens text")),
    h("button", { type: "button", onclick: () => work(t("Gör utskick"), { what: "packet", meeting: id, audience: "members" }, redraw) }, t("Gör utskick")),
    h("button", { type: "button", onclick: () => work(t("Försegla"), { what: "seal", meeting: id }, redraw) }, t("Försegla")),
    h("button", { type: "button", onclick: () => work(t("Brev"), { what: "letters", meeting: id }, redraw) }, t("Brev att skicka")),
    h("button", { type: "button", onclick: () => work(t("Word-fil"), { what: "export", meeting: id }, redraw) }, t("Word-fil")),
    sealedMark(file, redraw),
    h("a", { href: "/fil/" + facts.path }, t("Visa filen")));
  const own = file.problems;
  return {
    title, path: facts.path, file,
    content: [
      h("div", null, h("h1", { tabindex: "-1" }, title), h("p", null, visibility(facts.visibility), " ", h("span", { class: "lugn" }, t(facts.state)))),
      buttons,
      h("div", { class: "tva bred" },
        h("div", { class: "inne" }, agenda(facts, file, site)),
        region("Vad återstår", checklist(facts.steps, act))),
      region("Uppgifter", h("div", { class: "falt" },
        headField(file, "tid", "Tid"), headField(file, "plats", "Plats"),
        headField(file, "kallelse", "Kallelse skickad", { kind: "date" }),
        headField(file, "status", "Status", { choices: STATES }),
        headField(file, "synlighet", "Synlighet", { choices: VISIBILITIES(), empty: "offentlig" }))),
      region("Text på mötets sida", textField(file, "kort")),
      facts.papers.length ? region("Handlingar", h("ul", { class: "rader" }, facts.papers.map(paper => h("li", null,
        h("span", { class: "dnr" }, paper.number ? t("Bilaga {0}", paper.number) : "–"),
        paper.path.endsWith(".md") ? h("a", { class: "vaxer", href: address(paper.path) }, paper.title)
                                   : h("span", { class: "vaxer" }, paper.title))))) : null,
      problems(own),
    ],
  };
}

function pointText(value) {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return null;
  const [key, rest] = Object.entries(value)[0] || [""];
  return typeof rest === "string" && rest ? key + ": " + rest : key;
}

// By buttons first; dragging is the shortcut.
function agenda(facts, file, site) {
  const written = saving.typed(file.path, "agenda")?.agenda ?? file.head?.find(entry => entry.key.toLocaleLowerCase("sv") === "dagordning")?.value;
  let points = (Array.isArray(written) ? written.map(pointText) : facts.agenda.map(item => item.text)).filter(Boolean);
  const titles = new Map(facts.agenda.filter(item => item.matter).map(item => [item.text, item]));
  const list = h("ol", { class: "rader", "aria-label": t("Dagordning") });
  const status = h("p", { role: "status", class: "lugn", "aria-live": "polite" });
  const save = () => saving.change(file.path, "agenda", { agenda: points }, t("Dagordningen ändrad"));
  const name = point => titles.has(point) ? point + " " + titles.get(point).title : point;
  const move = (from, to, button) => {
    if (to < 0 || to >= points.length) return;
    const [point] = points.splice(from, 1);
    points.splice(to, 0, point);
    save();
    draw();
    status.textContent = t("{0}, plats {1} av {2}", name(point), to + 1, points.length);
    const row = list.children[to];
    (row.querySelector(`[data-knapp="${button}"]:not(:disabled)`) || row.querySelector("button:not(:disabled)"))?.focus();
  };
  // Sealed with the kallelse: the order stands, and no button says otherwise.
  const isSealed = Boolean(file.sealed);
  let dragged = null;
  function draw() {
    list.replaceChildren(...points.map((point, index) => {
      const item = titles.get(point);
      return h("li", { draggable: isSealed ? null : "true",
        ondragstart: event => { dragged = index; event.dataTransfer.setData("text/plain", point); },
        ondragover: event => { if (dragged !== null) event.preventDefault(); },
        ondrop: event => { event.preventDefault(); if (dragged !== null) { move(dragged, index, "upp"); dragged = null; } } },
        h("span", { class: "lugn" }, index + 1 + "."),
        h("span", { class: "vaxer" }, item ? [h("a", { href: address(item.matter) }, item.title), " ", h("span", { class: "lugn" }, point)] : point),
        item && item.visibility !== "offentlig" ? visibility(item.visibility) : null,
        isSealed ? null : h("span", { class: "knappar" },
          h("button", { type: "button", class: "liten", "data-knapp": "upp", "aria-label": t("Flytta upp: {0}", name(point)), disabled: index === 0, onclick: () => move(index, index - 1, "upp") }, "↑"),
          h("button", { type: "button", class: "liten", "data-knapp": "ner", "aria-label": t("Flytta ner: {0}", name(point)), disabled: index === points.length - 1, onclick: () => move(index, index + 1, "ner") }, "↓"),
          h("button", { type: "button", class: "liten", "aria-label": t("Ta bort: {0}", name(point)), onclick: () => {
            points.splice(index, 1);
            save();
            draw();
            status.textContent = t("{0} är borttagen", name(point));
            (list.children[Math.min(index, points.length - 1)]?.querySelector("button:not(:disabled)") || added).focus();
          } }, "×")));
    }));
  }
  draw();
  const added = h("input", { "data-del": "nypunkt" });
  const add = point => {
    if (!point) return;
    const last = points.findLastIndex(text => !/övrig|avslut|nästa (möte|sammanträde)/i.test(text));
    points.splice(last + 1, 0, point);
    save();
    draw();
    status.textContent = t("{0}, plats {1} av {2}", name(point), last + 2, points.length);
  };
  const rest = site.matters.filter(matter => matter.dnr && !points.includes(matter.dnr)).reverse();
  const choice = select("", [["", t("Välj ett ärende")], ...rest.slice(0, 300).map(matter => [matter.dnr, matter.dnr + " " + matter.title])]);
  if (isSealed) return region(t("Dagordning"), list, h("p", null, h("button", { type: "button", onclick: () => newMatter(site, facts.id) }, t("Nytt ärende till mötet"))));
  return region(t("Dagordning"), list, status,
    h("div", { class: "falt" },
      h("form", { class: "etikett", onsubmit: event => { event.preventDefault(); add(added.value.trim()); added.value = ""; } },
        field("Ny punkt", added), h("button", null, t("Lägg till punkt"))),
      h("div", { class: "etikett" }, field("Ärende som finns", choice),
        h("button", { type: "button", onclick: async () => {
          const matter = rest.find(item => item.dnr === choice.value);
          if (!matter) return;
          titles.set(matter.dnr, { title: matter.title, matter: matter.path, visibility: matter.visibility });
          add(matter.dnr);
        } }, t("Lägg till ärende"))),
      h("p", null, h("button", { type: "button", onclick: () => newMatter(site, facts.id) }, t("Nytt ärende till mötet")))));
}

async function makeRecord(facts) {
  try {
    await saving.flush();
    const proposal = await post("propose", { what: "record", meeting: facts.id });
    await post("save", { changes: proposal.changes, label: t("Nytt protokoll") });
    await go("/protokoll/" + facts.id);
  } catch (fault) { say(fault.message); }
}

async function numbers(id, redraw) {
  try {
    const proposal = await post("propose", { what: "numbers", meeting: id });
    if (!proposal.rows.length) return say(proposal.warnings[0] || t("Numren är i ordning: Klubba numrerar i dagordningens ordning."));
    dialog(t("Numrera bilagor"), t("Skriv numren"),
      [proposal.warnings.map(text => h("p", null, text)),
       h("ul", { class: "rader" }, proposal.rows.map(row => h("li", null,
         h("span", { class: "vaxer" }, row.title), h("span", null, row.now + " → " + row.after))))],
      async () => {
        await post("save", { changes: proposal.changes, label: t("Numrerade bilagor") });
        redraw();
      });
  } catch (fault) { say(fault.message); }
}

async function copySummons(facts, file) {
  const value = key => file.head?.find(entry => entry.key.toLowerCase() === key)?.value || "";
  const lines = ["Kallelse: " + facts.title, "Tid: " + value("tid"), "Plats: " + value("plats"), "", t("Dagordning"),
    ...facts.agenda.map((item, index) => `${index + 1}. ${item.title ? item.title + " (" + item.text + ")" : item.text}${item.number ? ", bilaga " + item.number : ""}`)];
  try {
    await navigator.clipboard.writeText(lines.join("\n"));
    say(t("Kallelsens text är kopierad."));
  } catch {
    dialog(t("Kallelsens text"), null, h("pre", { tabindex: "0" }, lines.join("\n")), () => true);
  }
}
