// An ärende's bilagor: files that are added, and their order, titles and visibility. They are written as the list
// `bilagor` in its head, which owns their numbers.
import { post, upload } from "/skrivbord/server.js";
import { h, field, region, select, address, say, visibility, asksToWiden, VISIBILITIES } from "/skrivbord/delar.js";
import { t } from "/skrivbord/sprak.js";
import * as saving from "/skrivbord/sparande.js";
import { entry } from "/skrivbord/falt.js";
import { dropInto } from "/skrivbord/oversikt.js";

const name = paper => paper.file.split("/").pop();

// The list as it stands, or what the files beside the ärende would be in one.
function rows(file) {
  const written = entry(file, "bilagor")?.value;
  const items = Array.isArray(written) ? written : written ? [written] : [];
  return file.bilagor.map((paper, place) => {
    const item = paper.listed && typeof items[place] === "object" ? { ...items[place] } : null;
    // A listed name whose file is not there has the ärende's own place, and keeps its name.
    const named = paper.listed && typeof items[place] === "string" ? items[place] : name(paper);
    return { paper, item: item || { titel: paper.title, fil: named, ...(paper.visibility === "offentlig" ? {} : { synlighet: paper.visibility }) } };
  });
}

const key = (item, word) => Object.keys(item).find(known => known.toLowerCase() === word) || word;

export async function attach(path, uploads) {
  const proposal = await post("propose", { what: "attach", path, uploads });
  await post("save", { changes: proposal.changes, label: t("Lade till bilagor") });
}

export function attachments(file, redraw) {
  let all = rows(file);
  const take = async files => {
    try {
      await saving.flush();
      const uploads = [];
      for (const item of files) {
        say(t("Tar emot {0} …", item.name));
        uploads.push((await upload(item)).upload);
      }
      await attach(file.path, uploads);
      say(files.length === 1 ? t("Bilagan är tillagd.") : t("{0} bilagor är tillagda.", files.length));
      redraw();
    } catch (fault) { say(fault.message); }
  };
  const save = () => {
    // A number that stands in the list belongs to its place, not to the paper.
    saving.change(file.path, "head:bilagor", { head: entry(file, "bilagor")?.key || "bilagor", value: all.map(row => row.item) }, t("Bilagorna ändrade"));
  };
  const status = h("p", { role: "status", class: "lugn" });
  const list = h("ul", { class: "rader", "aria-label": t("Bilagor") });
  const move = (from, to, way) => {
    if (to < 0 || to >= all.length) return;
    const numbers = all.map(row => row.item[key(row.item, "nummer")]);
    const [row] = all.splice(from, 1);
    all.splice(to, 0, row);
    for (const [place, { item }] of all.entries()) {
      if (numbers[place] === undefined) delete item[key(item, "nummer")]; else item[key(item, "nummer")] = numbers[place];
    }
    save();
    draw();
    status.textContent = t("{0}, plats {1} av {2}", row.item.titel || row.paper.title, to + 1, all.length);
    const place = list.children[to];
    (place.querySelector(`[data-knapp="${way}"]:not(:disabled)`) || place.querySelector("button:not(:disabled)"))?.focus();
  };
  function draw() {
    list.replaceChildren(...(all.length ? all.map((row, index) => {
      const title = row.item.titel || row.paper.title;
      const part = `bilaga:${name(row.paper)}`;
      const text = h("input", { value: title, "data-del": part });
      text.addEventListener("input", () => { if (text.value.trim()) { row.item[key(row.item, "titel")] = text.value.trim(); save(); } });
      const seen = select(row.item.synlighet || "offentlig", VISIBILITIES());
      seen.addEventListener("change", () => {
        const [before, wanted] = [row.item.synlighet || "offentlig", seen.value];
        seen.value = before;
        asksToWiden(before, wanted, () => {
          seen.value = wanted;
          if (wanted === "offentlig") delete row.item[key(row.item, "synlighet")]; else row.item[key(row.item, "synlighet")] = wanted;
          save();
        });
      });
      return h("li", null,
        h("span", { class: "vaxer falt" }, field(t("Titel på bilaga {0}", index + 1), text), field(t("Vem ser bilaga {0}", index + 1), seen)),
        row.paper.missing ? h("span", { class: "fel" }, t("saknas"))
          : row.paper.file.endsWith(".md") && row.paper.file !== file.path ? h("a", { href: address(row.paper.file) }, name(row.paper)) : h("span", { class: "lugn" }, name(row.paper)),
        visibility(row.paper.visibility),
        h("span", { class: "knappar" },
          h("button", { type: "button", class: "liten", "data-knapp": "upp", "aria-label": t("Flytta upp: {0}", title), disabled: index === 0, onclick: () => move(index, index - 1, "upp") }, "↑"),
          h("button", { type: "button", class: "liten", "data-knapp": "ner", "aria-label": t("Flytta ner: {0}", title), disabled: index === all.length - 1, onclick: () => move(index, index + 1, "ner") }, "↓")));
    }) : [h("li", { class: "lugn" }, t("Inga bilagor."))]));
  }
  draw();
  const input = h("input", { type: "file", multiple: true, "aria-label": t("Lägg till bilagor"), onchange: () => input.files.length && take([...input.files]) });
  const part = region(t("Bilagor"), list, status,
    h("div", { class: "etikett" }, h("span", null, t("Lägg till bilagor, eller släpp filerna här")), input));
  dropInto(part, take);
  return part;
}
