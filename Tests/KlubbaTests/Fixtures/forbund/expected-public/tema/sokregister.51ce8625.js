// Sökregistret: hämtar de filer som en fråga behöver och rangordnar det som den hittar. Filerna är skript, så att
// sökningen fungerar också när sidan öppnas ur en mapp.
window.klubbaRegister = function (root) {
  "use strict";
  var ord = window.klubbaOrd;
  var signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+.:;";
  var values = {};
  signs.split("").forEach(function (sign, index) { values[sign] = index; });
  var waiting = {};
  var loaded = {};

  window.klubbaSok = function (name) {
    loaded[name] = Array.prototype.slice.call(arguments, 1);
  };

  function load(name) {
    if (!waiting[name]) {
      waiting[name] = new Promise(function (done, failed) {
        var script = document.createElement("script");
        script.src = root + "sok/" + name + ".js";
        script.onload = function () { script.remove(); if (loaded[name]) done(loaded[name]); else failed(new Error(name)); };
        script.onerror = function () { script.remove(); waiting[name] = null; failed(new Error(name)); };
        document.head.appendChild(script);
      });
    }
    return waiting[name];
  }

  // En text som kan ligga i flera filer, varav den första säger hur många.
  function whole(name) {
    return load(name).then(function (first) {
      var rest = [];
      for (var part = 1; part < first[1]; part += 1) rest.push(load(name + "-" + part));
      return Promise.all(rest).then(function (others) { return first[0] + others.map(function (other) { return other[0]; }).join(""); });
    });
  }

  function start() { return load("index").then(function (found) { return found[0]; }); }

  // Var de ord står som skrivs så här, med eller utan prickar.
  function lists(key, index) {
    return whole("lista/" + (ord.hash(key) & (index.listor - 1))).then(function (text) {
      var found = {};
      text.split("|").forEach(function (entry) {
        var at = entry.indexOf("=");
        var word = entry.slice(0, at);
        if (at > 0 && ord.fold(word) === key) unpack(entry, at + 1, found[word] = found[word] || new Map());
      });
      return found;
    });
  }

  function unpack(text, at, found) {
    var last = -1;
    while (at < text.length) {
      var number = 0;
      var shift = 1;
      var value = values[text[at]];
      while (value >= 32) { number += (value - 32) * shift; shift *= 32; at += 1; value = values[text[at]]; }
      last += number + value * shift + 1;
      found.set(last, Math.pow(1.085, values[text[at + 1]]) - 1);
      at += 2;
    }
  }

  // De vanligaste orden som börjar så, eller som är nästan det ordet.
  function near(word, key, index) {
    var places = [key.slice(0, 2)];
    if (key.length > 2) places.push(key[1] + key[0]);
    return Promise.all(places.map(function (place) { return whole("ord/" + (ord.hash(place) & (index.ord - 1))); })).then(function (texts) {
      var begun = [];
      var alike = [];
      var typed = ord.fold(word);
      var most = key.length > 7 ? 2 : 1;
      var seen = {};
      texts.join("").split("|").forEach(function (entry) {
        var parts = entry.split(":");
        if (parts.length < 2 || seen[parts[0]]) return;
        seen[parts[0]] = true;
        var other = { key: parts[0], shown: parts.length > 2 ? parts[1] : parts[0], common: values[parts[parts.length - 1]] };
        if (typed.length > 2 && other.key.indexOf(typed) === 0) begun.push(other);
        var far = Math.min(ord.distance(key, other.key, most), ord.distance(typed, ord.fold(other.shown), most));
        if (key.length > 3 && far <= most) { other.far = far; alike.push(other); }
      });
      function byUse(a, b) { return b.common - a.common || (a.key < b.key ? -1 : 1); }
      begun.sort(byUse);
      alike.sort(function (a, b) { return a.far - b.far || byUse(a, b); });
      return { begun: begun.slice(0, 12), alike: alike.filter(function (one) { return one.far === alike[0].far; }).slice(0, 3) };
    });
  }

  function merged(maps) {
    if (maps.length === 1) return maps[0];
    var all = new Map();
    maps.forEach(function (map) { map.forEach(function (weight, place) { all.set(place, Math.max(weight, all.get(place) || 0)); }); });
    return all;
  }

  // Ett ord: var det står och hur mycket det säger där; annars ord som börjar så eller är nästan så.
  function look(word, index) {
    var stem = ord.stem(word);
    var key = ord.fold(stem);
    return lists(key, index).then(function (found) {
      var exact = stem !== key && found[stem] ? [found[stem]] : Object.keys(found).map(function (own) { return found[own]; });
      if (exact.length || /\d/.test(word)) return { word: word, keys: [key], places: merged(exact) };
      return near(word, key, index).then(function (near) {
        var others = near.begun.length ? near.begun : near.alike;
        return Promise.all(others.map(function (other) { return lists(other.key, index); })).then(function (all) {
          var maps = [];
          all.forEach(function (found) { Object.keys(found).forEach(function (own) { maps.push(found[own]); }); });
          return {
            word: word, keys: others.map(function (other) { return other.key; }), places: merged(maps),
            instead: near.begun.length ? null : others.map(function (other) { return other.shown; })
          };
        });
      });
    });
  }

  // Vad en passage är: det som träffar kan begränsas till, och filen som dess text ligger i.
  function facts(place, index) {
    var group = place >>> index.bitar;
    var size = index.grupper / index.fakta;
    return load("fakta/" + Math.floor(group / size)).then(function (found) {
      if (!found.lines) found.lines = found[1].split("|");
      var lines = found.read = found.read || {};
      if (!lines[group]) lines[group] = readLine(found.lines[group % size], found[0]);
      return lines[group][place & ((1 << index.bitar) - 1)];
    });
  }

  function readLine(line, all) {
    var read = [];
    var part = 0;
    var first = 0;
    for (var at = 0; at < line.length; at += 1) {
      if (line[at] === ",") { part += 1; first = read.length; continue; }
      var goesOn = line[at] === "-";
      if (goesOn) at += 1;
      var number = 0;
      var shift = 1;
      while (values[line[at]] >= 32) { number += (values[line[at]] - 32) * shift; shift *= 32; at += 1; }
      var own = all[number + values[line[at]] * shift];
      read.push({
        slag: own[0], organ: own[1] ? own[1].split("|") : [], ar: own[2] ? own[2].split("|") : [], utfall: own[3], part: part, at: read.length - first,
        head: goesOn ? read[read.length - 1].head : read.length
      });
    }
    return read;
  }

  function fits(fact, filters) {
    return Object.keys(filters).every(function (name) {
      var value = fact[name];
      return Array.isArray(value) ? value.indexOf(filters[name]) >= 0 : value === filters[name];
    });
  }

  var kinds = { "": 1 };
  function prior(fact) { return kinds[fact.slag] || 1; }

  // Alla passager, när bara urvalet säger vad som söks.
  function everything(index) {
    var places = new Map();
    var groups = [];
    for (var file = 0; file < index.fakta; file += 1) groups.push(load("fakta/" + file));
    return Promise.all(groups).then(function (all) {
      var size = index.grupper / index.fakta;
      all.forEach(function (found, file) {
        found[1].split("|").slice(0, size).forEach(function (line, at) {
          readLine(line, found[0]).forEach(function (fact, own) { if (fact.head === own) places.set(((file * size + at) << index.bitar) | own, 0); });
        });
      });
      return places;
    });
  }

  // Träffarna, den bästa först: { place, fact, score }.
  function search(query, filters) {
    return start().then(function (index) {
      var phrases = [];
      query.replace(/["”“„]([^"”“„]+)["”“„]/g, function (all, phrase) { if (ord.words(phrase).length) phrases.push(phrase); });
      var words = ord.words(query).filter(function (word, at, all) { return all.indexOf(word) === at; });
      if (!words.length) {
        if (query.trim() || !Object.keys(filters).length) return { hits: [], terms: [], phrases: [] };
        return everything(index).then(function (places) { return ranked(places, [], filters, index, []); });
      }
      return Promise.all(words.map(function (word) { return look(word, index); })).then(function (terms) {
        var scores = new Map();
        var covered = new Map();
        var all = 0;
        terms.forEach(function (term) {
          var count = term.places.size;
          var rare = Math.log(1 + (index.passager - count + 0.5) / (count + 0.5));
          term.rare = rare;
          all += rare;
          term.places.forEach(function (weight, place) {
            scores.set(place, (scores.get(place) || 0) + rare * weight / (weight + 2));
            covered.set(place, (covered.get(place) || 0) + rare);
          });
        });
        // Det som har alla orden; finns inget sådant, det som har mest av dem.
        var best = 0;
        covered.forEach(function (value) { best = Math.max(best, value); });
        var bound = best >= all - 1e-9 ? all - 1e-9 : best * 0.75;
        covered.forEach(function (value, place) {
          if (value < bound) scores.delete(place);
          else if (value < all - 1e-9) scores.set(place, scores.get(place) * value / all);
        });
        var partly = best < all - 1e-9 && terms.length > 1;
        return ranked(scores, terms, filters, index, phrases, partly);
      });
    });
  }

  function ranked(scores, terms, filters, index, phrases, partly) {
    var places = Array.from(scores.keys());
    return Promise.all(places.map(function (place) { return facts(place, index); })).then(function (found) {
      var best = {};
      found.forEach(function (fact, at) {
        if (!fact || !fits(fact, filters)) return;
        var place = places[at];
        var head = ((place >>> index.bitar) << index.bitar) | fact.head;
        var hit = { place: place, fact: fact, score: scores.get(place) * prior(fact), year: fact.ar.length ? fact.ar[fact.ar.length - 1] : "" };
        if (!best[head] || best[head].score < hit.score) best[head] = hit;
      });
      var hits = Object.keys(best).map(function (head) { return best[head]; });
      hits.sort(function (a, b) {
        return b.score - a.score || (a.year < b.year ? 1 : a.year > b.year ? -1 : 0) || a.place - b.place;
      });
      return { hits: hits, terms: terms, phrases: phrases, partly: partly };
    });
  }

  // En träffs text: adress, nummer, titel och avsnitt.
  function text(hit) {
    return start().then(function (index) {
      var name = "text/" + (hit.place >>> index.bitar) + (hit.fact.part ? "-" + hit.fact.part : "");
      return load(name).then(function (found) {
        var own = found[0][hit.fact.at];
        return { address: own[0], number: own[1], title: own[2], sections: own[3] };
      });
    });
  }

  return { search: search, text: text, setKinds: function (weights) { kinds = weights; }, start: start };
};
