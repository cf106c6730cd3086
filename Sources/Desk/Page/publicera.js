import { t } from "/skrivbord/sprak.js";
import { get, post } from "/skrivbord/server.js";
import { h, region, field, select, problems } from "/skrivbord/delar.js";
import * as saving from "/skrivbord/sparande.js";

export async function publish(_, site, redraw) {
  const said = h("pre", { tabindex: "0", role: "log", "aria-label": t("Vad kommandot säger") }, t("Välj Visa det som ändras."));
  const status = h("p", { role: "status", "aria-label": t("Publicerat") });
  const buttons = [];
  const run = async (request, done) => {
    await saving.flush();
    for (const button of buttons) button.disabled = true;
    said.textContent = t("Arbetar …");
    status.textContent = "";
    try {
      const { job } = await post("jobs", request);
      let state;
      do {
        await new Promise(next => setTimeout(next, 250));
        state = await get("jobs/" + job);
      } while (state.state === "running");
      said.textContent = state.lines.join("\n") || t("Inget att säga.");
      status.textContent = state.state === "done" ? done : t("Det gick inte. Läs vad kommandot säger.");
    } catch (fault) {
      said.textContent = fault.message;
    }
    for (const button of buttons) button.disabled = false;
  };
  const button = (text, request, done, isMain) => {
    const made = h("button", { type: "button", class: isMain ? "stor" : null, onclick: () => run({ ...request, audience: readers.value }, done) }, text);
    buttons.push(made);
    return made;
  };
  const readers = select("public", [["public", t("Alla")], ["members", t("Ledamöterna")]]);
  readers.addEventListener("change", () => look());
  const look = () => run({ what: "changes", audience: readers.value }, "");
  setTimeout(look, 0);
  return {
    title: t("Publicera"),
    content: [
      h("h1", { tabindex: "-1" }, t("Publicera")),
      region("Det här ändras",
        h("div", { class: "falt" }, field("Läsare", readers)),
        h("p", { class: "knappar" },
          button(t("Visa det som ändras"), { what: "changes" }, t("Inget är skickat än.")),
          button(t("Publicera"), { what: "publish" }, t("Publicerat."), true),
          button(t("Att titta på"), { what: "review" }, t("Inget att titta på.")),
          button(t("Granska"), { what: "check" }, t("Granskat.")),
          button(t("Bygg i public/"), { what: "build" }, t("Byggt.")),
          button(t("Kontrollera det förseglade"), { what: "verify" }, t("Kontrollerat."))),
        status, said),
      problems(site.problems),
    ],
  };
}
