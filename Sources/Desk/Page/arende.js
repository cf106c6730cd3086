import { get, post, upload } from "/skrivbord/server.js";
import { h, region, visibility, problems, address, say, VISIBILITIES } from "/skrivbord/delar.js";
import * as saving from "/skrivbord/sparande.js";
import { headField, textField, entry } from "/skrivbord/falt.js";
import { dropInto } from "/skrivbord/oversikt.js";
import { go } from "/skrivbord/skrivbord.js";

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
    h("p", null, visibility(file.visibility || "offentlig"), file.sealed ? h("span", { class: "marke" }, "Förseglat " + file.sealed) : null, " ",
      h("a", { href: "/fil/" + file.path }, "Visa filen")));
  if (file.head === null) return { ...(await plain(file.path, site)), title };
  const filled = MORE.filter(([key]) => entry(file, key));
  const rest = MORE.filter(([key]) => !entry(file, key));
  const address = known && "till=" + encodeURIComponent(known.address);
  const frame = known ? h("iframe", { title: "Förhandsvisning", sandbox: "allow-same-origin", src: site.preview + "&" + address, "data-adress": new URL(known.address, site.preview).href }) : null;
  const shown = new Set(["titel", "dnr", "handlaggare", "typ", "synlighet", "bilagor", ...site.bodies.map(body => body.slug), ...MORE.map(([key]) => key.normalize("NFD").replace(/\p{M}/gu, ""))]);
  const others = file.head.filter(item => !shown.has(item.key.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "")));
  return {
    title, path: file.path,
    content: [
      heading,
      region("Uppgifter",
        h("div", { class: "falt" },
          h("div", { class: "hel" }, headField(file, "titel", "Titel")),
          headField(file, "dnr", "Diarienummer"), headField(file, "handläggare", "Handläggare", { list: true }),
          headField(file, "typ", "Typ", { choices: KINDS, empty: "beslut" }),
          site.bodies.map(body => headField(file, body.slug, body.name + ", dagar", { kind: "date", list: true })),
          headField(file, "synlighet", "Synlighet", { choices: VISIBILITIES, empty: "offentlig" }),
          filled.map(([key, label]) => headField(file, key, label, { list: key === "samverkansparter" }))),
        rest.length ? h("details", null, h("summary", null, "Fler uppgifter"),
          h("div", { class: "falt" }, rest.map(([key, label]) => headField(file, key, label, { list: key === "samverkansparter" })))) : null,
        others.length ? h("p", { class: "lugn" }, "Övrigt i filen: " + others.map(item => item.key).join(", ")) : null),
      h("div", { class: "tva" },
        region("Text", textField(file)),
        frame ? region("Så ser det ut", frame) : null),
      attachments(file, redraw),
      problems(file.problems),
    ],
  };
}

function attachments(file, redraw) {
  const take = async files => {
    try {
      await saving.flush();
      const uploads = [];
      for (const item of files) {
        say("Tar emot " + item.name + " …");
        uploads.push((await upload(item)).upload);
      }
      const proposal = await post("propose", { what: "attach", path: file.path, uploads });
      await post("save", { changes: proposal.changes, label: "Lade till bilagor" });
      say(files.length === 1 ? "Bilagan är tillagd." : files.length + " bilagor är tillagda.");
      redraw();
    } catch (fault) { say(fault.message); }
  };
  const input = h("input", { type: "file", multiple: true, "aria-label": "Lägg till bilagor", onchange: () => input.files.length && take([...input.files]) });
  const part = region("Bilagor",
    h("ul", { class: "rader", "aria-label": "Bilagor" }, file.bilagor.length
      ? file.bilagor.map(paper => h("li", null,
          paper.file.endsWith(".md") && paper.file !== file.path ? h("a", { class: "vaxer", href: address(paper.file) }, paper.title) : h("span", { class: "vaxer" }, paper.title),
          paper.missing ? h("span", { class: "fel" }, "saknas") : null,
          visibility(paper.visibility)))
      : h("li", { class: "lugn" }, "Inga bilagor.")),
    h("div", { class: "etikett" }, h("span", null, "Lägg till bilagor, eller släpp filerna här"), input));
  dropInto(part, take);
  return part;
}

// Any text file as it is: the way out of every form.
export async function plain(path, site) {
  const file = await get("file?path=" + encodeURIComponent(path));
  saving.opened(file);
  const area = h("textarea", { "aria-label": "Text", spellcheck: "true", lang: "sv", "data-del": "text" });
  area.value = saving.typed(path, "text") ?? file.text;
  area.addEventListener("input", () => saving.change(path, "text", area.value, "Filen ändrad"));
  return {
    title: path, path,
    content: [
      h("div", null, h("h1", { tabindex: "-1" }, path), h("p", null, visibility(file.visibility || "offentlig"))),
      file.fault ? h("p", { class: "fel" }, file.fault) : null,
      h("section", { "aria-label": "Filens text" }, area), problems(file.problems),
    ],
  };
}
