// Söksidan: formuläret, träffarna och deras utdrag.
(function () {
  "use strict";
  var form = document.getElementById("sokformular");
  var list = document.getElementById("traffar");
  var count = document.getElementById("sokantal");
  var more = document.getElementById("fler");
  if (!form || !list) return;
  var ord = window.klubbaOrd;
  var root = form.dataset.rot;
  var step = 20;
  var names = ["slag", "organ", "ar", "utfall"];
  var register = window.klubbaRegister(root);
  var latest = 0;
  // Ett ärende går före sin paragraf, och den före bilagor, möten och sidor.
  var kinds = {};
  Array.from(form.elements.slag.options).slice(1).forEach(function (option, index) { kinds[option.value] = [1, 0.8, 0.85, 0.8, 0.9][index] || 1; });
  register.setKinds(kinds);

  function wanted() {
    var data = new FormData(form);
    var filters = {};
    names.forEach(function (name) { if (data.get(name)) filters[name] = data.get(name); });
    return { text: (data.get("q") || "").trim(), filters: filters };
  }

  // Texten i bitar, där varannan är ett ord som söktes.
  function marked(text, keys) {
    var parts = [""];
    var last = 0;
    var pattern = /[\p{L}\p{N}\u00ad]+(?:[:\/\-\u2010\u2011][\p{L}\p{N}]+)*/gu;
    for (var match = pattern.exec(text); match; match = pattern.exec(text)) {
      if (!keys.some(isHit(match[0]))) continue;
      parts[parts.length - 1] += text.slice(last, match.index);
      parts.push(match[0], "");
      last = match.index + match[0].length;
    }
    parts[parts.length - 1] += text.slice(last);
    return parts;
  }

  function isHit(written) {
    var own = ord.words(written);
    var plain = ord.fold(ord.lower(written));
    return function (key) {
      if (/\d/.test(key)) return own.indexOf(key) >= 0 || own.some(function (word) { return word.endsWith("-" + key); });
      if (key.length < 4) return own.some(function (word) { return ord.fold(ord.stem(word)) === key; });
      return plain.indexOf(key) >= 0;
    };
  }

  // Det ställe som säger mest: flest olika ord som titeln inte har, och hellre en att-sats än bakgrund.
  function excerpt(page, keys) {
    var best = null;
    var titled = keys.filter(function (key) { return marked(page.number + " " + page.title, [key]).length > 1; });
    page.sections.forEach(function (section) {
      var parts = marked(section[3], keys);
      var length = 0;
      var places = [];
      parts.forEach(function (part, index) {
        if (index % 2) places.push({ at: length, part: part });
        length += part.length;
      });
      var inHeading = marked(section[1], keys).length > 1;
      if (!places.length && !inHeading) return;
      (places.length ? places : [{ at: 0, part: "" }]).forEach(function (place) {
        var near = places.filter(function (other) { return other.at >= place.at && other.at < place.at + 160; });
        var kinds = {};
        near.forEach(function (other) { kinds[keys.find(isHit(other.part))] = true; });
        var said = Object.keys(kinds).reduce(function (sum, key) { return sum + (titled.indexOf(key) >= 0 ? 4 : 10); }, 0);
        var score = said + section[2] + Math.min(near.length, 3) + (inHeading ? 2 : 0);
        if (!best || score > best.score) best = { score: score, section: section, at: place.at };
      });
    });
    if (!best) {
      var first = page.sections.find(function (section) { return section[3]; });
      if (!first) return null;
      best = { section: ["", "", 0, first[3]], at: 0 };
    }
    var text = best.section[3];
    var start = best.at < 60 ? 0 : text.indexOf(" ", best.at - 60) + 1;
    var end = start + 220 >= text.length ? text.length : text.lastIndexOf(" ", start + 220);
    return {
      anchor: best.section[0], heading: best.section[1],
      text: (start > 0 ? "… " : "") + text.slice(start, Math.max(end, start)).trim() + (end < text.length ? " …" : "")
    };
  }

  function write(element, text, keys) {
    marked(text, keys).forEach(function (part, index) {
      if (!part) return;
      var node = document.createElement(index % 2 ? "mark" : "span");
      node.textContent = part;
      element.appendChild(node);
    });
    return element;
  }

  function line(tag, name, text, keys) {
    var element = document.createElement(tag);
    if (name) element.className = name;
    return write(element, text, keys);
  }

  function item(hit, page, keys) {
    var li = document.createElement("li");
    var own = excerpt(page, keys);
    var address = page.address;
    if (location.protocol === "file:") address = address.replace(/\/$/, "/index.html");
    var title = document.createElement("p");
    title.className = "radrubrik";
    var link = line("a", "", (page.number ? page.number + " " : "") + page.title, keys);
    link.href = root + address + (own && own.anchor ? "#" + own.anchor : "");
    title.appendChild(link);
    li.appendChild(title);
    if (own && own.text) li.appendChild(line("p", "utdragstext", own.text, keys));
    var info = [hit.fact.slag, hit.fact.organ.join(", "), hit.fact.utfall, hit.year, own && own.heading].filter(Boolean).join(" · ");
    li.appendChild(line("p", "radinfo", info, []));
    return li;
  }

  function says(page, phrase) {
    function plain(text) { return " " + ord.fold(ord.lower(text)).replace(/[^\p{L}\p{N}]+/gu, " ").trim() + " "; }
    var wanted = plain(phrase);
    return [page.title].concat(page.sections.map(function (section) { return section[1] + " . " + section[3]; }))
      .some(function (text) { return plain(text).indexOf(wanted) >= 0; });
  }

  function search() {
    var query = wanted();
    var turn = ++latest;
    var address = new URL(location.href);
    ["q"].concat(names).forEach(function (name) { address.searchParams.delete(name); });
    if (query.text) address.searchParams.set("q", query.text);
    Object.keys(query.filters).forEach(function (name) { address.searchParams.set(name, query.filters[name]); });
    if (location.protocol !== "file:") history.replaceState(null, "", address);
    if (!query.text && !Object.keys(query.filters).length) {
      list.textContent = ""; count.textContent = ""; more.hidden = true;
      return;
    }
    register.search(query.text, query.filters).then(function (found) {
      if (turn === latest) show(found, turn);
    }).catch(function () {
      if (turn !== latest) return;
      list.textContent = ""; more.hidden = true;
      count.textContent = form.dataset.saknas;
    });
  }

  function say(number, found) {
    var text = number === 0 ? form.dataset.ingen : number === 1 ? form.dataset.en : form.dataset.flera.replace("{0}", number);
    var instead = found.terms.filter(function (term) { return term.instead && term.instead.length; });
    if (number > 0 && instead.length) {
      text += ". " + instead.map(function (term) {
        return form.dataset.menade.replace("{0}", term.word).replace("{1}", term.instead.join(", "));
      }).join(". ");
    }
    if (number > 0 && found.partly) text += ". " + form.dataset.delvis;
    count.textContent = text;
  }

  function show(found, turn) {
    var keys = [];
    found.terms.forEach(function (term) { keys = keys.concat(term.keys); });
    list.textContent = "";
    var next = 0;
    var shown = 0;
    if (!found.phrases.length) say(found.hits.length, found);
    // En fras prövas mot texterna, i träffarnas ordning.
    function batch(items) {
      var own = found.hits.slice(next, next + step);
      next += own.length;
      return Promise.all(own.map(function (hit) { return register.text(hit); })).then(function (pages) {
        pages.forEach(function (page, index) {
          if (found.phrases.every(function (phrase) { return says(page, phrase); })) items.push(item(own[index], page, keys));
        });
        return items.length < step && next < found.hits.length && found.phrases.length ? batch(items) : items;
      });
    }
    function add(focus) {
      return batch([]).then(function (items) {
        if (turn !== latest) return;
        items.forEach(function (li) { list.appendChild(li); });
        shown += items.length;
        more.hidden = next >= found.hits.length;
        if (found.phrases.length) say(shown, found);
        if (focus && items.length) items[0].querySelector("a").focus();
      });
    }
    more.onclick = function () { add(true); };
    add(false).catch(function () { if (turn === latest) count.textContent = form.dataset.saknas; });
  }

  var waiting;
  var asked = new URL(location.href).searchParams;
  form.elements.q.value = asked.get("q") || "";
  names.forEach(function (name) { if (asked.get(name)) form.elements[name].value = asked.get(name); });
  form.addEventListener("submit", function (event) { event.preventDefault(); clearTimeout(waiting); search(); });
  form.addEventListener("input", function () { clearTimeout(waiting); waiting = setTimeout(search, 150); });
  search();
})();
