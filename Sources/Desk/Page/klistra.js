// What is pasted from Word, Excel or a web page becomes Markdown. The pasted page is read and never shown.
const BLOCKS = new Set(["P", "DIV", "LI", "TR", "H1", "H2", "H3", "H4", "H5", "H6", "BLOCKQUOTE", "SECTION", "ARTICLE"]);
const LEFT_OUT = new Set(["STYLE", "SCRIPT", "META", "LINK", "TITLE", "HEAD", "TEMPLATE", "OBJECT", "IFRAME"]);

const squeeze = text => text.replace(/[\s\u00a0]+/g, " ");
const marked = (text, mark) => text.trim() ? text.replace(/^(\s*)([^]*?)(\s*)$/, `$1${mark}$2${mark}$3`) : text;

function inline(node) {
  if (node.nodeType === Node.TEXT_NODE) return squeeze(node.data).replace(/[*`]|(?<![\p{L}\d])_|_(?![\p{L}\d])/gu, "\\$&");
  if (node.nodeType !== Node.ELEMENT_NODE || LEFT_OUT.has(node.tagName) || isHidden(node)) return "";
  const inner = () => [...node.childNodes].map(inline).join("");
  const style = node.getAttribute("style") || "";
  switch (node.tagName) {
    case "BR": return "\n";
    case "IMG": return "";
    case "B": case "STRONG": return /font-weight:\s*(normal|400)/.test(style) ? inner() : marked(inner(), "**");
    case "I": case "EM": return marked(inner(), "*");
    case "A": {
      const target = node.getAttribute("href") || "";
      return /^(https?:|mailto:)/i.test(target) ? `[${inner().trim()}](${target.replace(/[()\s]/g, encodeURIComponent)})` : inner();
    }
    default: return /font-weight:\s*(bold|[6-9]00)/.test(style) ? marked(inner(), "**") : inner();
  }
}

// Word keeps its own marks of lists, and comments that nobody sees, in the text.
const isHidden = node => /mso-(element:\s*comment|list:\s*Ignore)|display:\s*none/i.test(node.getAttribute("style") || "");

// Word writes a list's item as a paragraph of a style of its own, with its depth.
function listItem(node) {
  const depth = /mso-list:\s*l\d+\s+level(\d)/i.exec(node.getAttribute("style") || "");
  if (!depth) return null;
  const ignored = [...node.querySelectorAll("[style]")].find(part => /mso-list:\s*Ignore/i.test(part.getAttribute("style")));
  const sign = /^\s*\d+[.)]/.test(ignored?.textContent || "") ? "1. " : "- ";
  return "   ".repeat(Number(depth[1]) - 1) + sign + inline(node).trim();
}

function table(node) {
  const rows = [...node.rows].map(row => [...row.cells].map(cell => inline(cell).trim().replace(/\n/g, " ").replace(/\|/g, "\\|")));
  const width = Math.max(0, ...rows.map(row => row.length));
  if (!width) return "";
  const line = cells => "| " + Array.from({ length: width }, (_, place) => cells[place] || "").join(" | ") + " |";
  return [line(rows[0]), "|" + " --- |".repeat(width), ...rows.slice(1).map(line)].join("\n");
}

function list(node, depth) {
  let number = 0;
  return [...node.children].map(item => {
    if (item.tagName === "UL" || item.tagName === "OL") return list(item, depth + 1);
    const below = [...item.children].filter(child => child.tagName === "UL" || child.tagName === "OL");
    const own = [...item.childNodes].filter(child => !below.includes(child)).map(inline).join("").trim();
    const sign = node.tagName === "OL" ? ++number + ". " : "- ";
    return ["   ".repeat(depth) + sign + own, ...below.map(child => list(child, depth + 1))].join("\n");
  }).join("\n");
}

// A paragraph that begins as a heading, a list or a line would be one.
const plain = text => text.trim().replace(/^(#{1,6}(?= )|>|[-+](?= )|-{3,}|={3,}|\d+(?=[.)] ))/gm, mark => /^\d/.test(mark) ? mark + "\\" : "\\" + mark);

function blocks(node, found) {
  let text = "";
  const end = () => {
    if (text.trim()) found.push(plain(text));
    text = "";
  };
  for (const child of node.childNodes) {
    const name = child.tagName;
    if (LEFT_OUT.has(name)) continue;
    if (name === "TABLE") { end(); found.push(table(child)); continue; }
    if (name === "UL" || name === "OL") { end(); found.push(list(child, 0)); continue; }
    if (/^H[1-6]$/.test(name || "")) { end(); found.push("#".repeat(Math.max(2, Number(name[1]))) + " " + inline(child).trim()); continue; }
    if (!BLOCKS.has(name)) { text += inline(child); continue; }
    end();
    const item = listItem(child);
    if (item !== null) { found.push({ item }); continue; }
    if ([...child.children].some(inner => BLOCKS.has(inner.tagName) || ["TABLE", "UL", "OL"].includes(inner.tagName))) blocks(child, found);
    else if (inline(child).trim()) found.push(plain(inline(child)));
  }
  end();
  return found;
}

// The Markdown of a pasted page, and whether it had pictures; null where plain text says as much.
export function markdown(html) {
  const page = new DOMParser().parseFromString(TRUST ? TRUST.createHTML(html) : html, "text/html");
  const found = blocks(page.body, []);
  let text = "";
  for (const [place, block] of found.entries()) {
    const isItem = typeof block !== "string";
    if (place) text += isItem && typeof found[place - 1] !== "string" ? "\n" : "\n\n";
    text += isItem ? block.item : block;
  }
  return { text, hasPictures: page.querySelector("img, svg, picture") !== null };
}

// The text is parsed into a document that is in no window: nothing in it runs or is fetched.
const TRUST = window.trustedTypes?.createPolicy("klubba-klistra", { createHTML: text => text });
