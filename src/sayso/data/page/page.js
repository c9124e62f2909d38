"use strict";
// The page is complete without this script; it places cards beside their text, draws who answers whom, and filters.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const SVG = "http://www.w3.org/2000/svg", GAP = 6;
  const wide = matchMedia("(min-width: 62rem)");
  const speaker = document.getElementById("speaker"), act = document.getElementById("act");
  const count = document.getElementById("count");
  let active = null;

  const sheets = all(".sheet").map((sheet) => {
    const reading = sheet.querySelector(".reading");
    const cards = all(".card", sheet);
    const spans = new Map(cards.map((card) => [card.dataset.number, []]));
    for (const span of all(".text [data-s]", sheet))
      for (const number of span.dataset.s.split(" ")) spans.get(number)?.push(span);
    const links = document.createElementNS(SVG, "svg");
    links.setAttribute("class", "links");
    links.setAttribute("aria-hidden", "true");
    reading.append(links);
    reading.classList.add("placed");
    return { reading, cards, spans, links, texts: all(".text [data-s]", sheet) };
  });
  const home = new Map(sheets.flatMap((sheet) => sheet.cards.map((card) => [card, sheet])));
  const cards = [...home.keys()];
  const shown = () => cards.filter((card) => !card.hidden);
  const anchor = (card) => home.get(card).spans.get(card.dataset.number).find((span) => span.matches(".number"));
  const target = (link) => document.getElementById(link.hash.slice(1));

  // Each card wants to stand beside its anchor, none over another: the placing that moves them least in sum of
  // squares with the order of the numbers kept, by pooling neighbours that collide (isotonic regression). The active card hardly gives way.
  function place({ reading, cards }) {
    if (!wide.matches) return void (reading.style.minHeight = "");
    const top = reading.getBoundingClientRect().top;
    const rows = cards.filter((card) => !card.hidden).map((card) => ({
      card,
      wish: (anchor(card) ?? card.parentElement.parentElement).getBoundingClientRect().top - top - 8,
      height: card.offsetHeight + GAP,
      weight: card === active ? 500 : 1,
    }));
    const pools = [];
    let before = 0;
    for (const row of rows) {
      let pool = { sum: row.weight * (row.wish - before), weight: row.weight, rows: [row] };
      before += row.height;
      for (let last = pools.at(-1); last && last.sum / last.weight >= pool.sum / pool.weight; last = pools.at(-1)) {
        pools.pop();
        pool = { sum: last.sum + pool.sum, weight: last.weight + pool.weight, rows: [...last.rows, ...pool.rows] };
      }
      pools.push(pool);
    }
    let below = 0;
    for (const pool of pools) {
      let y = Math.max(pool.sum / pool.weight + below, below);
      for (const row of pool.rows) {
        row.card.style.setProperty("--y", `${y}px`);
        row.card.y = y;
        y += row.height;
        below += row.height;
      }
    }
    const last = rows.at(-1);
    reading.style.minHeight = last ? `${Math.max(...rows.map((row) => row.card.y + row.height))}px` : "";
  }

  function draw({ reading, cards, links }) {
    links.replaceChildren();
    if (!wide.matches) return;
    const frame = reading.getBoundingClientRect();
    const path = (d, kind) => {
      const line = document.createElementNS(SVG, "path");
      line.setAttribute("d", d);
      line.setAttribute("class", kind);
      links.append(line);
    };
    const middle = (card) => card.y + Math.min(card.offsetHeight / 2, 16);
    const right = (card) => card.offsetLeft + card.offsetWidth;
    for (const card of cards.filter((one) => !one.hidden))
      for (const link of all("a.answer", card)) {
        const other = target(link);
        if (!other || other.hidden || home.get(other)?.reading !== reading) continue;
        const [y, to] = [middle(card) + 3, middle(other) - 3];
        const [x, end] = [right(card), right(other)];
        const bow = x + Math.min(46, 14 + Math.abs(y - to) / 14);
        const is = card === active || other === active ? " on" : "";
        const kind = [...link.classList].find((name) => name !== "answer");
        path(`M${x} ${y} C${bow} ${y} ${bow} ${to} ${end + 5} ${to}`, kind + is);
        path(`M${end + 7} ${to - 4} L${end + 1} ${to} L${end + 7} ${to + 4}`, kind + is);
      }
    if (active && home.get(active).reading === reading && anchor(active)) {
      const mark = anchor(active).getBoundingClientRect();
      const edge = anchor(active).closest(".text").getBoundingClientRect().right - frame.left;
      const [left, y, to] = [active.offsetLeft, mark.top - frame.top + 10, active.y + 14];
      path(`M${edge + 3} ${y} L${edge + 11} ${y} L${left - 9} ${to} L${left - 2} ${to}`, "lead on");
    }
    links.classList.toggle("busy", Boolean(active));
  }

  const arrange = () => sheets.forEach((sheet) => { place(sheet); draw(sheet); });

  function activate(card, { focus = false, scroll = false } = {}) {
    active = card;
    for (const element of all(".on, .tied")) element.classList.remove("on", "tied");
    if (card) {
      card.classList.add("on");
      home.get(card).spans.get(card.dataset.number).forEach((span) => span.classList.add("on"));
      all(".ties a", card).map(target).forEach((other) => other?.classList.add("tied"));
    }
    arrange();
    if (card && focus) card.focus({ preventScroll: true });
    if (card && scroll) (wide.matches ? anchor(card) ?? card : card).scrollIntoView({ block: "center" });
  }

  function filter() {
    for (const card of cards)
      card.hidden = Boolean((speaker.value && card.dataset.speaker !== speaker.value) || (act.value && card.dataset.act !== act.value));
    for (const { texts, cards } of sheets) {
      const kept = new Set(cards.filter((card) => !card.hidden).map((card) => card.dataset.number));
      for (const span of texts) span.classList.toggle("off", !span.dataset.s.split(" ").some((number) => kept.has(number)));
    }
    const number = shown().length;
    count.textContent = number === cards.length ? `${number} statements` : `${number} of ${cards.length} statements`;
    activate(active && !active.hidden ? active : null);
  }

  function step(by) {
    const row = shown();
    if (!row.length) return;
    const at = row.indexOf(active);
    activate(row[at < 0 ? (by > 0 ? 0 : row.length - 1) : Math.min(Math.max(at + by, 0), row.length - 1)], { focus: true, scroll: true });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const found = link ? target(link) : null;
    const card = found?.matches(".card") ? found : event.target.closest(".card");
    if (card && (!link || found === card || link.matches(".card .number"))) {
      if (link) event.preventDefault();
      if (card.hidden) { speaker.value = act.value = ""; filter(); }
      return activate(card, { focus: true, scroll: Boolean(link) });
    }
    const span = event.target.closest(".text [data-s]");
    if (!span || String(getSelection())) return span || link || event.target.closest(".bar") ? undefined : activate(null);
    const innermost = span.dataset.s.split(" ").at(-1);
    activate(span.closest(".sheet").querySelector(`.card[data-number="${innermost}"]`));
  });
  document.addEventListener("focusin", (event) => {
    if (event.target.matches(".card") && event.target !== active) activate(event.target);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("select, input, textarea")) return;
    const steps = { j: 1, k: -1 };
    if (event.key in steps) { event.preventDefault(); step(steps[event.key]); }
    if (event.key === "Escape") { document.activeElement?.blur(); activate(null); }
    if (event.key === "Enter" && event.target.matches(".card")) activate(event.target, { scroll: true });
  });
  const follow = () => {
    const found = location.hash && document.getElementById(location.hash.slice(1));
    if (found && found.matches(".card")) activate(found, { focus: true, scroll: true });
  };
  for (const field of [speaker, act])
    field.addEventListener("change", () => {
      filter();
      const [first] = shown();
      if (first) (anchor(first) ?? first).scrollIntoView({ block: "nearest" });
    });
  addEventListener("hashchange", follow);
  wide.addEventListener("change", arrange);
  new ResizeObserver(arrange).observe(document.body);
  document.fonts?.ready.then(arrange);
  document.querySelector(".bar").hidden = false;
  filter();
  follow();
})();
