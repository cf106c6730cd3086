import { get, post } from "/skrivbord/server.js";
import { h, region, problems } from "/skrivbord/delar.js";
import * as saving from "/skrivbord/sparande.js";

export async function publish(_, site, redraw) {
  const said = h("pre", { tabindex: "0", role: "log", "aria-label": "Vad kommandot säger" }, "Välj Visa det som ändras.");
  const status = h("p", { role: "status", "aria-label": "Publicerat" });
  const buttons = [];
  const run = async (request, done) => {
    await saving.flush();
    for (const button of buttons) button.disabled = true;
    said.textContent = "Arbetar …";
    try {
      const { job } = await post("jobs", request);
      let state;
      do {
        await new Promise(next => setTimeout(next, 250));
        state = await get("jobs/" + job);
      } while (state.state === "running");
      said.textContent = state.lines.join("\n") || "Inget att säga.";
      status.textContent = state.state === "done" ? done : "Det gick inte. Läs vad kommandot säger.";
    } catch (fault) {
      said.textContent = fault.message;
    }
    for (const button of buttons) button.disabled = false;
  };
  const button = (text, request, done, isMain) => {
    const made = h("button", { type: "button", class: isMain ? "stor" : null, onclick: () => run(request, done) }, text);
    buttons.push(made);
    return made;
  };
  return {
    title: "Publicera",
    content: [
      h("h1", { tabindex: "-1" }, "Publicera"),
      region("Det här ändras",
        h("p", { class: "knappar" },
          button("Visa det som ändras", { what: "changes" }, "Inget är skickat än."),
          button("Publicera", { what: "publish" }, "Publicerat.", true),
          button("Granska", { what: "check" }, "Granskat."),
          button("Bygg i public/", { what: "build" }, "Byggt."),
          button("Kontrollera det förseglade", { what: "verify" }, "Kontrollerat.")),
        status, said),
      problems(site.problems),
    ],
  };
}
