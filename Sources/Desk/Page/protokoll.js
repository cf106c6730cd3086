import { t } from "/skrivbord/sprak.js";
import { get } from "/skrivbord/server.js";
import { h, region, field, select, visibility, problems, say } from "/skrivbord/delar.js";
import * as saving from "/skrivbord/sparande.js";
import { sealedMark, lock } from "/skrivbord/forseglat.js";
import { headField, entry, work } from "/skrivbord/falt.js";
import { plain } from "/skrivbord/arende.js";

let current = null;
let turnPage = () => {};

// From anywhere in the view.
document.addEventListener("keydown", event => {
  if (!event.altKey || !["PageDown", "PageUp"].includes(event.key) || !location.pathname.startsWith("/protokoll/") || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  turnPage(event.key === "PageDown" ? 1 : -1);
});

const SECTIONS = [["Yrkanden", "Yrkanden"], ["Jäv", "Jäv"], ["Reservation", "Reservation"], ["Särskilt yttrande", "Särskilt yttrande"], ["Protokollsanteckning", "Protokollsanteckning"], ["Beslutsunderlag", "Beslutsunderlag"], ["Beslutet skickas till", "Beslutet skickas till"]];

export async function record(id, site, redraw) {
  const facts = await get("meeting/" + encodeURIComponent(id));
  if (!facts.record) {
    return { title: facts.title, content: [h("h1", { tabindex: "-1" }, facts.title), h("p", null, t("Protokollet är inte påbörjat."), " ", h("a", { href: "/mote/" + id }, t("Till mötet")))] };
  }
  const file = await get("file?path=" + encodeURIComponent(facts.record));
  saving.opened(file);
  const title = t("Protokoll {0}", facts.title);
  const heading = h("div", null, h("h1", { tabindex: "-1" }, title),
    h("p", { class: "bara-skriva" }, visibility(facts.visibility), sealedMark(file, redraw), " ",
      h("a", { href: "/mote/" + id }, t("Till mötet")), " ", h("a", { href: "/fil/" + file.path }, t("Visa filen"))));
  if (file.head === null) return { ...(await plain(file.path, site, redraw)), title };
  const key = facts.id;
  if (!current || current.key !== key) current = { key, index: 0 };
  // A link to a line leads to the § that it stands in, once.
  const line = Number(/^#rad-(\d+)$/.exec(location.hash)?.[1]);
  if (line && current.line !== line) {
    current.line = line;
    const index = file.entries.findLastIndex(item => item.line <= line);
    if (index >= 0) current.index = index;
  }
  current.index = Math.min(current.index, Math.max(0, file.entries.length - 1));
  const members = roster(facts, site);
  const place = h("div", { class: "paragraf" });
  const list = h("ul", { class: "paragrafer" });
  const draw = focus => {
    list.replaceChildren(...file.entries.map((item, index) => h("li", null, h("button", {
      type: "button", class: "liten", "aria-current": index === current.index ? "true" : null,
      "aria-label": "§ " + item.number + " " + name(item, site), onclick: () => turn(index),
    }, "§ " + item.number + (item.outcome ? " ✓" : "")))));
    const item = file.entries[current.index];
    place.replaceChildren(item ? paragraph(file, item, members, site) : h("p", null, t("Protokollet har inga paragrafer.")),
      h("p", { class: "knappar" },
        h("button", { type: "button", disabled: current.index === 0, onclick: () => turn(current.index - 1) }, t("Föregående §")),
        h("button", { type: "button", class: "stor", disabled: current.index >= file.entries.length - 1, onclick: () => turn(current.index + 1) }, t("Nästa §"))));
    lock(place, file, site);
    if (focus) place.querySelector("h2")?.focus();
  };
  const turn = async index => {
    if (index < 0 || index >= file.entries.length) return;
    current.index = index;
    saving.flush();
    draw(true);
  };
  draw();
  turnPage = step => turn(current.index + step);
  const mode = h("button", { type: "button", "aria-pressed": String(document.body.classList.contains("motet")), onclick: () => {
    const isOn = document.body.classList.toggle("motet");
    mode.setAttribute("aria-pressed", String(isOn));
    place.querySelector("h2")?.focus();
  } }, t("Mötesläge"));
  return {
    title, path: file.path, file,
    content: [
      heading,
      h("p", { class: "knappar" }, mode),
      h("nav", { "aria-label": t("Paragrafer"), class: "bara-skriva" }, list),
      place,
      h("div", { class: "bara-skriva inne" }, attendance(file, members)),
      h("div", { class: "bara-skriva" }, region("Justering och anslag", h("div", { class: "falt" },
        headField(file, "justerare", "Justerare", { list: true }),
        headField(file, "justerat", "Justerat", { kind: "date" }), headField(file, "anslaget", "Anslaget", { kind: "date" }),
        headField(file, "förvaras", "Förvaras")),
        h("p", { class: "knappar" }, h("button", { type: "button", onclick: () => work(t("Försegla"), { what: "seal", meeting: id }, redraw) }, t("Försegla"))))),
      h("div", { class: "bara-skriva" }, problems(file.problems)),
    ],
  };
}

function roster(facts, site) {
  const body = site.bodies.find(item => item.slug === facts.body);
  return (body?.members || []).filter(member => (!member.from || member.from <= facts.date) && (!member.to || facts.date <= member.to));
}

const asList = value => value === undefined ? [] : Array.isArray(value) ? value.filter(item => typeof item === "string") : typeof value === "string" ? value.split(",").map(item => item.trim()).filter(Boolean) : [];

function attendance(file, members) {
  // What has been ticked since the view was drawn: the file's own list is older.
  let ticked = null;
  const now = () => {
    if (ticked) return ticked;
    const waiting = saving.typed(file.path, "head:narvarande");
    return waiting ? asList(waiting.value ?? undefined) : asList(entry(file, "närvarande")?.value);
  };
  const others = now().filter(person => !members.some(member => member.name === person));
  const people = [...members.map(member => [member.name, member.office]), ...others.map(person => [person, null])];
  const save = names => { ticked = names; saving.change(file.path, "head:narvarande", { head: entry(file, "närvarande")?.key || "närvarande", value: names.length ? names : null }, t("Närvaro ändrad")); };
  const set = (name, isThere) => save(isThere ? people.map(([person]) => person).filter(person => person === name || now().includes(person)) : now().filter(person => person !== name));
  const more = h("input", { "data-del": "fler" });
  const group = h("fieldset", null, h("legend", null, t("Närvaro")),
    people.map(([name, office]) => h("label", { class: "val" },
      h("input", { type: "checkbox", checked: now().includes(name), onchange: event => set(name, event.target.checked) }),
      h("span", null, name, office ? h("span", { class: "lugn" }, ", " + office) : null))),
    h("form", { class: "etikett", onsubmit: event => {
      event.preventDefault();
      const name = more.value.trim();
      if (!name) return;
      more.value = "";
      save([...now(), name]);
      saving.flush().then(() => document.dispatchEvent(new CustomEvent("hämta")));
    } }, field("Annan person", more), h("button", null, t("Lägg till"))));
  return region("De som är där", h("div", { class: "falt" },
    headField(file, "ordförande", "Ordförande"), headField(file, "sekreterare", "Sekreterare"),
    headField(file, "ersättare", "Ersättare", { list: true }), headField(file, "övriga", "Övriga", { list: true })), group);
}

function name(item, site) {
  const matter = site.matters.find(known => known.dnr && item.heading.includes(known.dnr));
  return matter ? item.heading + " " + matter.title : item.heading;
}

function paragraph(file, item, members, site) {
  const part = kind => `entry:${item.number}:${kind}`;
  const change = (kind, edit, label) => saving.change(file.path, part(kind), { entry: item.number, ...edit }, `§ ${item.number} ${label}`);
  const heading = h("h2", { tabindex: "-1", id: "paragraf-" + item.number }, "§ " + item.number + " " + name(item, site));
  const text = h("textarea", { "data-del": part("text"), spellcheck: "true", lang: "sv", class: "kort" });
  text.value = saving.typed(file.path, part("text"))?.text ?? item.text;
  text.addEventListener("input", () => { item.text = text.value; change("text", { text: text.value }, "texten ändrad"); });
  const waiting = saving.typed(file.path, part("outcome"));
  const written = (waiting ? waiting.outcome : item.outcome) || "";
  const tabled = written.match(/^bordläggning till (\d{4}-\d{2}-\d{2})$/i);
  const each = /^\d+\s+\p{L}+.*/u.test(written);
  const words = tabled ? "bordläggning" : each ? "sats för sats" : written;
  const outcome = select(words, [["", t("Inget beslut")], ...site.outcomes.map(word => [word, word[0].toLocaleUpperCase("sv") + word.slice(1)])], { "data-del": part("outcome") });
  const day = h("input", { type: "date", value: tabled ? tabled[1] : "" });
  const dayField = field("Till dag", day);
  dayField.hidden = words !== "bordläggning";
  const clauses = h("input", { value: each ? written : "", placeholder: "1 bifall, 2 avslag" });
  const clausesField = field("Var sats för sig", clauses);
  clausesField.hidden = words !== "sats för sats";
  const decide = () => {
    dayField.hidden = outcome.value !== "bordläggning";
    clausesField.hidden = outcome.value !== "sats för sats";
    const value = outcome.value === "bordläggning" && day.value ? "bordläggning till " + day.value
      : outcome.value === "sats för sats" ? clauses.value.trim() : outcome.value;
    // Nothing is decided before the clauses are.
    if (outcome.value === "sats för sats" && !value) return;
    item.outcome = value || null;
    change("outcome", { outcome: value || null }, value ? "beslut: " + value : "utan beslut");
  };
  outcome.addEventListener("change", decide);
  day.addEventListener("change", decide);
  clauses.addEventListener("input", decide);
  const section = title => {
    const found = item.sections.find(known => known.heading === title);
    const area = h("textarea", { class: "kort", "data-del": part(title), spellcheck: "true", lang: "sv" });
    area.value = saving.typed(file.path, part(title))?.text ?? found?.text ?? "";
    area.addEventListener("input", () => {
      if (found) found.text = area.value; else item.sections.push({ heading: title, text: area.value });
      change(title, { section: title, text: area.value }, title);
    });
    return field(title, area);
  };
  const follow = h("input", { "data-del": part("followups"), placeholder: "2027-06-01 vad som ska redovisas", value: (saving.typed(file.path, part("followups"))?.followups ?? item.followups).join("; ") });
  const followed = isWhole => {
    item.followups = follow.value.split(";").map(line => line.trim()).filter(Boolean);
    // While a day is being typed it is none; what is left in the field is written, and the check tells what it lacks.
    if (isWhole || item.followups.every(line => /^\d{4}-\d{2}-\d{2}( |$)/.test(line))) change("followups", { followups: item.followups }, "uppföljning");
  };
  follow.addEventListener("input", () => followed(false));
  follow.addEventListener("change", () => followed(true));
  const used = SECTIONS.filter(([title]) => item.sections.some(known => known.heading === title));
  const unused = SECTIONS.filter(([title]) => !used.some(([known]) => known === title));
  return h("section", { "aria-labelledby": heading.id },
    heading,
    field("Text", text),
    h("div", { class: "falt" }, field("Beslut", outcome), dayField, clausesField, field("Följs upp", follow)),
    votes(item, members, change, part, file),
    h("div", { class: "falt" }, used.map(([title]) => section(title))),
    h("details", null, h("summary", null, t("Jäv, reservation och annat")), h("div", { class: "falt" }, unused.map(([title]) => section(title)))));
}

function votes(item, members, change, part, file) {
  const old = item.sections.find(known => known.heading === "Omröstning")?.text || "";
  const cast = {};
  for (const line of old.split("\n")) {
    const found = line.match(/^(Ja|Nej|Avstår)[^:]*:\s*(.*)$/);
    if (found) for (const person of found[2].split(/,(?![^(]*\))/)) cast[person.trim()] = found[1];
  }
  const waiting = saving.typed(file.path, part("votes"));
  if (waiting) for (const [word, people] of Object.entries(waiting.votes)) for (const person of people) cast[person] = word;
  const present = asList(saving.typed(file.path, "head:narvarande")?.value ?? entry(file, "närvarande")?.value);
  const people = [...new Set([...(present.length ? present : members.map(member => member.name)), ...Object.keys(cast)])].filter(Boolean);
  const sum = h("p", { role: "status", class: "lugn" });
  const count = () => {
    const number = word => Object.values(cast).filter(vote => vote === word).length;
    sum.textContent = Object.keys(cast).length ? `Ja ${number("Ja")}, nej ${number("Nej")}, avstår ${number("Avstår")}` : "";
  };
  count();
  const set = (person, word) => {
    if (word) cast[person] = word; else delete cast[person];
    count();
    const edit = { Ja: [], Nej: [], Avstår: [] };
    for (const name of people) if (cast[name]) edit[cast[name]].push(name);
    const lines = Object.entries(edit).filter(([, names]) => names.length).map(([word, names]) => word + ": " + names.join(", "));
    const known = item.sections.find(section => section.heading === "Omröstning");
    if (known) known.text = lines.join("\n"); else item.sections.push({ heading: "Omröstning", text: lines.join("\n") });
    change("votes", { votes: edit }, "omröstning");
  };
  const group = h("fieldset", { class: "roster" }, h("legend", null, t("Omröstning")), sum,
    people.length ? people.map((person, index) => h("div", { role: "radiogroup", "aria-label": person }, h("span", { class: "vem" }, person),
      [["Ja", "Ja"], ["Nej", "Nej"], ["Avstår", "Avstår"], ["", t("Röstade inte")]].map(([word, text]) => h("label", { class: "val" },
        h("input", { type: "radio", name: `rost-${item.number}-${index}`, checked: (cast[person] || "") === word, onchange: () => set(person, word) }), h("span", null, t(text))))))
      : h("p", { class: "lugn" }, t("Anteckna först vilka som är närvarande.")));
  return h("details", { open: Object.keys(cast).length > 0 }, h("summary", null, t("Omröstning")), group);
}
