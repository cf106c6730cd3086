// Talks with the desk's server: the key, the calls, and what is new.
const KEY = "klubba-nyckel";

export async function enter() {
  const ticket = new URLSearchParams(location.hash.slice(1)).get("biljett");
  if (ticket) {
    history.replaceState(null, "", location.pathname);
    const answer = await fetch("/api/session", {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ ticket }),
    });
    if (answer.ok) sessionStorage.setItem(KEY, (await answer.json()).key);
  }
  return sessionStorage.getItem(KEY) !== null;
}

export class Refused extends Error {
  constructor(status, body) {
    super(body.text || "Skrivbordet svarar inte.");
    this.status = status;
    this.body = body;
  }
}

async function call(method, path, body, type) {
  const headers = { "Klubba-Key": sessionStorage.getItem(KEY) || "" };
  if (body !== undefined) headers["Content-Type"] = type || "application/json";
  let answer;
  try {
    answer = await fetch("/api/" + path, { method, headers, body, keepalive: method === "POST" && body.length < 60000 });
  } catch {
    throw new Refused(0, { error: "offline", text: "Skrivbordet svarar inte. Din text ligger kvar här." });
  }
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(answer.status, json);
  return json;
}

export const get = path => call("GET", path);
export const post = (path, value) => call("POST", path, JSON.stringify(value));
export const upload = file =>
  call("POST", "uploads?name=" + encodeURIComponent(file.name), file, "application/octet-stream");

// One wait for all that is new; the view is told.
export async function listen(tell) {
  let last = 0;
  for (;;) {
    try {
      const news = await get("events?after=" + last);
      const isFirst = last === 0;
      last = news.n;
      tell(news, isFirst);
    } catch (fault) {
      tell(null, false, fault);
      await new Promise(done => setTimeout(done, 1500));
    }
  }
}
