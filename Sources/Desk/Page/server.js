// Talks with the desk's server: the key, the calls, and what is new.
import { t } from "/skrivbord/sprak.js";

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
    super(t(body.text || "Skrivbordet svarar inte."));
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

// A browser keeps six connections to a host, so one window waits for all and tells the others.
export function listen(tell) {
  const channel = "BroadcastChannel" in window ? new BroadcastChannel("klubba-nytt") : null;
  let last = 0;
  const take = (news, fault) => {
    const isFirst = last === 0;
    if (news) last = news.n;
    tell(news, isFirst, fault);
  };
  channel?.addEventListener("message", ({ data }) => take(data.news, data.fault));
  const wait = async () => {
    for (;;) {
      try {
        const news = await get("events?after=" + last);
        channel?.postMessage({ news, fault: null });
        take(news, null);
      } catch ({ status }) {
        channel?.postMessage({ news: null, fault: { status } });
        take(null, { status });
        await new Promise(done => setTimeout(done, 1500));
      }
    }
  };
  if (!navigator.locks) return wait();
  // The window that has the lock waits; when it is closed another takes over.
  return navigator.locks.request("klubba-vantar", wait);
}
