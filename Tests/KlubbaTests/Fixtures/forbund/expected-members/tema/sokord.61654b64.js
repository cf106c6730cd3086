// Svenska ord för sökningen: samma stammar, vikningar och nummer som i registret (Sources/Search).
window.klubbaOrd = (function () {
  "use strict";
  var stop = {};
  ("och att i en ett det den de som på är av för med till han hon inte om var sig från vi så kan man när år säga hade " +
    "skulle vid nu bara eller än sedan också över men får ut här mot under efter upp då där hur något sin sina sitt " +
    "denna detta dessa dem sådan sådant sådana vilken vilket vilka vad vem varje samt ha har hans hennes deras vara " +
    "varit blir blev bli ska skall in ju jag du ni oss er dig mig honom henne min din mitt ditt mina dina ingen inget " +
    "inga någon några utan genom mellan enligt per dnr the of and").split(" ").forEach(function (word) { stop[word] = true; });

  function longestFirst(words) { return words.split(" ").sort(function (a, b) { return b.length - a.length; }); }
  var endings = longestFirst("a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or s as arnas ernas " +
    "ornas es ades andes ens arens hetens erns at et andet het ast");
  var pairs = longestFirst("dd gd nn dt gt kt tt");
  var derivations = longestFirst("ig lig els fullt öst");
  var notBeforeEt = longestFirst("fab h pak rak stak kom iet cit dit alit ilit mit nit pit rit sit tit uit ivit kvit xit");

  function isVowel(letter) { return "aeiouyäåö".indexOf(letter) >= 0; }

  function region(word) {
    var at = 0;
    while (at < word.length && !isVowel(word[at])) at += 1;
    while (at < word.length && isVowel(word[at])) at += 1;
    return word.length < 3 || at >= word.length ? word.length : Math.max(3, at + 1);
  }

  function allowsEt(stem) {
    if (stem.length < 3 || isVowel(stem[stem.length - 1]) || !isVowel(stem[stem.length - 2])) return false;
    return !notBeforeEt.some(function (ending) { return stem.endsWith(ending); });
  }

  // Snowballs stam, och det som den skiljer åt men som är samma ord: "förbundet", "insats" och "insatser", "medlemmar".
  function stem(word) {
    if (/[0-9]/.test(word) || /[^\u0000-\u00ff]/.test(word)) return word;
    var et = /^(.{2,}(?:nd|rd|ld|ng|nk|rk|rg|rm|rn|rv|lv|lm|kt|st|ft|rt|lt|pt|sk|ck|tt|ll|ss|nn|mm|rr|pp|gg|bb|mn|nt|lj|rj|dj))ets?$/.exec(word);
    word = snowball(et && word.indexOf("internet") !== 0 ? et[1] : word);
    if (word.length > 3 && /[^aeiouyäåös]s$/.test(word)) word = word.slice(0, -1);
    return word.length > 3 && word.endsWith("mm") ? word.slice(0, -1) : word;
  }

  // Snowballs svenska stammar.
  function snowball(word) {
    var start = region(word);
    function longest(list) {
      return list.find(function (ending) { return word.length - ending.length >= start && word.endsWith(ending); });
    }
    var ending = longest(endings);
    if (ending === "s") {
      var before = word.slice(0, -1);
      if (before.endsWith("et") && allowsEt(before.slice(0, -2))) word = before.slice(0, -2);
      else if (/[bcdfghjklmnoprtvy]$/.test(before)) word = before;
    } else if (ending === "et") {
      if (allowsEt(word.slice(0, -2))) word = word.slice(0, -2);
    } else if (ending) word = word.slice(0, -ending.length);
    if (longest(pairs)) word = word.slice(0, -1);
    ending = longest(derivations);
    if (ending === "fullt") word = word.slice(0, -1);
    else if (ending === "öst") { if (/[iklnprtuv]öst$/.test(word)) word = word.slice(0, -1); }
    else if (ending) word = word.slice(0, -ending.length);
    return word;
  }

  var folds = { "ç": "c", "ñ": "n", "ý": "y", "ÿ": "y", "ø": "o" };
  "àáâãäåæ".split("").forEach(function (letter) { folds[letter] = "a"; });
  "èéêë".split("").forEach(function (letter) { folds[letter] = "e"; });
  "ìíîï".split("").forEach(function (letter) { folds[letter] = "i"; });
  "òóôõö".split("").forEach(function (letter) { folds[letter] = "o"; });
  "ùúûü".split("").forEach(function (letter) { folds[letter] = "u"; });
  function fold(text) { return text.replace(/[à-ÿ]/g, function (letter) { return folds[letter] || letter; }); }

  function lower(text) { return text.toLowerCase().normalize("NFC").replace(/[\u00ad\u0300-\u036f]/g, ""); }

  // Orden i det som någon söker: vart och ett som det står i registret.
  function words(text) {
    text = lower(text).replace(/(\d)\s*([:\/])\s*(?=\d)/g, "$1$2");
    text = text.replace(/(^|[^\p{L}\p{N}:\/-])(\d{1,3}(?:[ \u00a0]\d{3})+)(?!\d)/gu, function (all, before, number) {
      return before + number.replace(/[ \u00a0]/g, "");
    });
    var found = [];
    var pattern = /§\s*(\d+)|[\p{L}\p{N}]+(?:[:\/\-\u2010\u2011][\p{L}\p{N}]+)*/gu;
    for (var match = pattern.exec(text); match; match = pattern.exec(text)) {
      if (match[1]) { found.push("§" + match[1]); continue; }
      var groups = match[0].split(/[:\/\-\u2010\u2011]/);
      if (groups.length > 1 && /\d/.test(match[0])) {
        found.push(groups.map(function (group) { return /^\d+$/.test(group) ? group.replace(/^0+(?=\d)/, "") : group; }).join("-"));
      } else found = found.concat(groups);
    }
    return found.filter(function (word) { return !stop[word] && (word.length > 1 || /\d/.test(word)); });
  }

  function hash(text) {
    var hash = 2166136261;
    new TextEncoder().encode(text).forEach(function (byte) { hash = Math.imul(hash ^ byte, 16777619) >>> 0; });
    return hash;
  }

  // Skillnaden mellan två ord: bokstäver som fattas, är fler, är andra eller har bytt plats. Fler än så många räknas inte.
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    var before = null;
    var row = Array.from({ length: other.length + 1 }, function (_, at) { return at; });
    for (var i = 1; i <= one.length; i += 1) {
      var next = [i];
      for (var j = 1; j <= other.length; j += 1) {
        var cost = one[i - 1] === other[j - 1] ? 0 : 1;
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + cost);
        if (before && i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      before = row;
      row = next;
    }
    return row[other.length];
  }

  return { stem: stem, fold: fold, lower: lower, words: words, hash: hash, distance: distance };
})();
