// Innehållsförteckningen visar var i handlingarna man är.
(function () {
  "use strict";
  var links = {};
  Array.prototype.forEach.call(document.querySelectorAll(".alla-innehall a"), function (link) {
    links[decodeURIComponent(link.hash.slice(1))] = link;
  });
  var current = null;
  var seen = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      if (!entry.isIntersecting || !links[entry.target.id]) return;
      if (current) current.removeAttribute("aria-current");
      current = links[entry.target.id];
      current.setAttribute("aria-current", "true");
      var list = current.closest("nav");
      if (list.scrollHeight > list.clientHeight) list.scrollTop = current.offsetTop - list.clientHeight / 2;
    });
  }, { rootMargin: "-10% 0px -80% 0px" });
  Array.prototype.forEach.call(document.querySelectorAll(".alla-handling"), function (paper) { seen.observe(paper); });
})();
