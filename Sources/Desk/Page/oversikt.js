import { t } from "/skrivbord/sprak.js";
import { post, upload } from "/skrivbord/server.js";
import { h, region, field, select, visibility, checklist, problems, dialog, address, say } from "/skrivbord/delar.js";
import { go } from "/skrivbord/skrivbord.js";
import { attach } from "/skrivbord/bilagor.js";

export async function overview(_, site) {
  const next = site.meetings.filter(meeting => meeting.date >= site.today && !["inställt", "genomfört"].includes(meeting.state)).pop();
  const list = h("ul", { class: "rader" });
  const search = h("input", { type: "search", "aria-label": t("Sök ärende"), placeholder: t("Sök ärende"), "data-del": "sok" });
  const draw = () => {
    const words = search.value.toLocaleLowerCase("sv").split(/\s+/);
    const found = site.matters.filter(matter => words.every(word =>
      (matter.title + " " + (matter.dnr || "")).toLocaleLowerCase("sv").includes(word)));
    list.replaceChildren(...found.slice().reverse().slice(0, 100).map(matter => h("li", null,
      h("span", { class: "dnr" }, matter.dnr || t("Dnr saknas")),
      h("a", { class: "vaxer", href: address(matter.path) }, matter.title), visibility(matter.visibility))));
    if (!found.length) list.append(h("li", null, t("Inget ärende med de orden.")));
  };
  search.addEventListener("input", draw);
  draw();
  const files = h("input", { type: "file", "aria-label": t("Läs in fil"), accept: ".docx,.doc,.pdf,.txt,.md,.odt,.rtf", onchange: () => files.files[0] && readIn(files.files[0], site) });
  const matters = region("Ärenden",
    h("p", { class: "knappar" }, h("button", { type: "button", class: "stor", onclick: () => newMatter(site) }, t("Nytt ärende"))),
    search, list,
    h("div", { class: "etikett" }, h("span", null, t("Läs in en fil från Word, en PDF eller en text, eller släpp den här")), files));
  dropInto(matters, dropped => readIn(dropped[0], site));
  return {
    title: t("Översikt"),
    content: [
      h("h1", { tabindex: "-1" }, t("Översikt")),
      h("div", { class: "tva" },
        region("Nästa möte", next
          ? [h("p", null, h("a", { href: "/mote/" + next.id }, next.title), " ", visibility(next.visibility)),
             checklist(next.steps, {}, "/mote/" + next.id)]
          : h("p", { class: "lugn" }, t("Inget kommande möte är upplagt."))),
        region(t("Möten"),
          h("p", { class: "knappar" }, h("button", { type: "button", onclick: () => newMeeting(site) }, t("Nytt möte"))),
          h("ul", { class: "rader" }, site.meetings.slice(0, 12).map(meeting => h("li", null,
            h("a", { class: "vaxer", href: "/mote/" + meeting.id }, meeting.title),
            meeting.record ? h("a", { href: "/protokoll/" + meeting.id }, t("Protokoll")) : null,
            visibility(meeting.visibility), h("span", { class: "lugn" }, t(meeting.state))))))),
      matters, problems(site.problems),
    ],
  };
}

export function dropInto(element, take) {
  element.addEventListener("dragover", event => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    element.classList.add("slapp");
  });
  element.addEventListener("dragleave", () => element.classList.remove("slapp"));
  element.addEventListener("drop", event => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    element.classList.remove("slapp");
    take([...event.dataTransfer.files]);
  });
}

async function write(proposal, label) {
  const answer = await post("save", { changes: proposal.changes, label });
  return answer.saved[0].path;
}

function newMeeting(site) {
  const body = select(site.bodies[0]?.slug, site.bodies.map(body => [body.slug, body.name]));
  const date = h("input", { type: "date", required: true });
  const time = h("input", { value: "13.00–16.00" });
  const place = h("input", { value: "Förbundskansliet" });
  dialog(t("Nytt möte"), t("Skapa"),
    h("div", { class: "falt" }, field("Organ", body), field("Datum", date), field("Tid", time), field("Plats", place)),
    async () => {
      const proposal = await post("propose", { what: "meeting", body: body.value, date: date.value, tid: time.value, plats: place.value });
      const path = await write(proposal, t("Nytt möte"));
      setTimeout(() => go(address(path)), 0);
    });
}

export function newMatter(site, chosen) {
  const title = h("input", { required: true });
  const number = h("input", { value: site.nextDnr });
  const coming = site.meetings.filter(meeting => meeting.date >= site.today).reverse();
  const boxes = coming.map(meeting => h("input", { type: "checkbox", value: meeting.id, checked: meeting.id === chosen }));
  // The number that comes next for the body that decides, until somebody writes another.
  const body = meeting => site.bodies.find(item => meeting.id.startsWith(item.slug + "-"));
  let given = number.value;
  const propose = () => {
    const own = coming.filter((_, index) => boxes[index].checked).map(body).filter(Boolean);
    const next = (own.findLast(item => item.role === "beslutande") || own[0])?.nextDnr || site.nextDnr;
    if (number.value === given) number.value = given = next;
  };
  for (const box of boxes) box.addEventListener("change", propose);
  propose();
  dialog(t("Nytt ärende"), t("Skapa"),
    [field("Titel", title), field("Diarienummer", number),
     h("fieldset", null, h("legend", null, t("Möten")),
       coming.length ? coming.map((meeting, index) => h("label", { class: "val" }, boxes[index], h("span", null, meeting.title)))
                     : h("p", { class: "lugn" }, t("Inget kommande möte är upplagt.")))],
    async () => {
      const proposal = await post("propose", {
        what: "matter", title: title.value, dnr: number.value.trim(),
        meetings: boxes.filter(box => box.checked).map(box => box.value),
      });
      const path = await write(proposal, t("Nytt ärende"));
      setTimeout(() => go(address(path)), 0);
    });
}

// A look at what was recognised first; then it becomes an ärende.
async function readIn(file, site) {
  say(t("Läser in {0} …", file.name));
  try {
    const taken = await upload(file);
    const read = taken.read || {};
    const facts = [["Sort", read.kind], ["Diarienummer", read.dnr], ["Titel", read.titel], ["Datum", read.datum], ["Organ", read.organ]];
    const asText = h("input", { type: "radio", name: "hur", checked: read.kind !== "bilaga" });
    const asPaper = h("input", { type: "radio", name: "hur", checked: read.kind === "bilaga" });
    const known = site.matters.slice().reverse().slice(0, 300);
    const target = select("", [["", t("Välj ett ärende")], ...known.map(matter => [matter.path, (matter.dnr || t("Dnr saknas")) + " " + matter.title])]);
    target.addEventListener("change", () => { asPaper.checked = true; });
    dialog(t("Läs in"), t("Läs in"), [
      h("p", null, taken.name),
      h("ul", { class: "rader" }, facts.map(([name, value]) => h("li", null,
        h("span", { class: "dnr" }, t(name)), h("span", { class: "vaxer" }, value || t("kändes inte igen")),
        h("span", { class: "marke" }, value ? t("✓ Funnet") : t("? Osäkert"))))),
      read.forslag?.clauses?.length ? h("p", null, t("{0} att-satser.", read.forslag.clauses.length)) : null,
      read.personuppgifter?.length ? h("p", { class: "fel" }, t("{0} personuppgifter i texten: se över dem innan den publiceras.", read.personuppgifter.length)) : null,
      read.warnings?.length ? h("div", null, h("h3", null, t("Att se över")), h("ul", null, read.warnings.map(text => h("li", null, text)))) : null,
      h("fieldset", null, h("legend", null, t("Hur")),
        h("label", { class: "val" }, asText, h("span", null, t("Läs in som text"))),
        h("label", { class: "val" }, asPaper, h("span", null, t("Bifoga som bilaga")))),
      field("Bilaga till", target),
    ], async () => {
      if (asPaper.checked) {
        if (!target.value) throw new Error(t("Välj vilket ärende filen är bilaga till."));
        await attach(target.value, [taken.upload]);
        const path = target.value.endsWith("/arende.md") ? target.value : target.value.replace(/\.md$/, "/arende.md");
        setTimeout(() => go(address(path)), 0);
        return;
      }
      const proposal = await post("propose", { what: "import", upload: taken.upload });
      const path = await write(proposal, t("Läste in {0}", taken.name));
      setTimeout(() => go(address(path)), 0);
    });
  } catch (fault) { say(fault.message); }
}
