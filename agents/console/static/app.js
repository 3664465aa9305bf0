// The console. Everything from outside becomes text nodes; nothing is ever parsed as markup.
"use strict";

const POLL_MS = 2000;
const BEHIND_SECONDS = 30;
const DEAD = ["too-large", "undecodable", "timed-out", "crashed", "invalid", "failed"];
const BANDS = [
  ["enriched", "enriched", ["enriched"]],
  ["other", "other articles", ["other"]],
  ["duplicate", "duplicates", ["duplicate"]],
  ["dropped", "no article", ["not-html", "no-text", "not-article"]],
  ["dead", "dead letters", DEAD],
];
const FACTS = { moves: "move", figures: "figure", compliance: "compliance" };
const $ = (id) => document.getElementById(id);
const shown = new Map();
let articles = [];
let steps = [];
let heard = 0;

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.map((child) => (child instanceof Node ? child : document.createTextNode(String(child ?? "–")))));
  return made;
}

function drawing(name, attributes = {}, text) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

// Draws a part of the page only when what it shows has changed, so that focus and scrolling stay.
function onChange(id, data, draw) {
  const now = JSON.stringify(data);
  if (shown.get(id) === now) return;
  shown.set(id, now);
  draw($(id), data);
}

const count = (number) => (number ?? 0).toLocaleString("en");
const seconds = (value) => {
  if (value === null || value === undefined) return "–";
  if (value < 0.0995) return `${(value * 1000).toFixed(value < 0.00995 ? 1 : 0)} ms`;
  if (value < 120) return `${value.toFixed(value < 10 ? 2 : 0)} s`;
  if (value < 7200) return `${Math.round(value / 60)} min`;
  return value < 172800 ? `${Math.round(value / 3600)} h` : `${Math.round(value / 86400)} days`;
};
const clock = (moment) => (moment ? new Date(typeof moment === "number" ? moment * 1000 : moment).toLocaleTimeString("en-GB") : "–");
// How long ago: a time of day says nothing of a source that was last heard of on Tuesday.
function age(at) {
  const past = Math.max(0, (Date.now() - at) / 1000);
  const words = past < 60 ? `${Math.floor(past)} s` : past < 5400 ? `${Math.round(past / 60)} min` : past < 129600 ? `${Math.round(past / 3600)} h` : `${Math.round(past / 86400)} days`;
  return `${words} ago`;
}
function ago(moment) {
  if (!moment) return "–";
  const at = new Date(typeof moment === "number" ? moment * 1000 : moment);
  return element("time", { datetime: at.toISOString(), title: at.toLocaleString("en-GB") }, age(at));
}
const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);

function table(place, columns, rows, empty) {
  if (!rows.length) {
    place.replaceChildren(element("caption", { class: "empty" }, empty));
    return;
  }
  const head = element("tr", {}, ...columns.map(([title, , how]) => element("th", typeof how === "string" ? { class: how } : {}, title)));
  const body = rows.map((row) =>
    element("tr", {}, ...columns.map(([, value, how]) => {
      const style = typeof how === "function" ? how(row) : how;
      return element("td", style ? { class: style } : {}, value(row));
    })));
  place.replaceChildren(element("thead", {}, head), element("tbody", {}, ...body));
}

function drawNumbers(place, state) {
  const workers = state.workers;
  const rate = sum(workers.map((one) => one.pages_per_second));
  const lag = sum(workers.map((one) => sum(Object.values(one.lag))));
  const oldest = Math.max(0, ...workers.map((one) => one.oldest_page_age_seconds));
  const p95 = Math.max(0, ...workers.map((one) => one.latency_seconds.page?.p95 ?? 0));
  const bad = state.sources.filter((one) => one.state !== "healthy").length;
  const dead = sum(state.history.map((step) => sum(DEAD.map((name) => Math.max(0, step.pages[name] ?? 0)))));
  const numbers = [
    [rate.toFixed(rate < 10 ? 1 : 0), "pages a second"],
    [count(sum(workers.map((one) => one.pages))), "pages done"],
    [count(lag), "pages waiting"],
    [lag ? seconds(oldest) : "0 s", "oldest waiting page"],
    [p95 ? seconds(p95) : "–", "p95 of a page"],
    [count(dead), "dead letters, 20 min", dead ? "bad" : ""],
    [bad ? `${bad} of ${count(state.source_count)}` : count(state.source_count), bad ? "sources in trouble" : state.source_count ? "sources, all healthy" : "sources yet", bad ? "warn" : ""],
    [count(workers.length), workers.length === 1 ? "worker" : "workers"],
  ];
  place.replaceChildren(...numbers.map(([value, name, style = ""]) => element("div", { class: "number" }, element("b", { class: style }, value), element("span", {}, name))));
}

function drawFlow(place, history) {
  const width = Math.max(280, place.clientWidth), height = 176, left = 38, bottom = 20, top = 8;
  const totals = history.map((step) => BANDS.map(([, , names]) => sum(names.map((name) => Math.max(0, step.pages[name] ?? 0))) / 10));
  const highest = Math.max(0.1, ...totals.map(sum));
  const picture = drawing("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": "Pages a second by outcome" });
  const room = height - bottom - top;
  for (const part of [0, 0.5, 1]) {
    const y = top + room * (1 - part);
    picture.append(drawing("line", { x1: left, x2: width, y1: y, y2: y, class: "grid" }));
    picture.append(drawing("text", { x: left - 6, y: y + 4, "text-anchor": "end" }, (highest * part).toFixed(highest < 1 ? 2 : highest < 10 ? 1 : 0)));
  }
  const step = (width - left) / history.length;
  totals.forEach((bands, index) => {
    let y = top + room;
    bands.forEach((value, band) => {
      const tall = (value / highest) * room;
      if (tall <= 0) return;
      y -= tall;
      picture.append(drawing("rect", { x: left + index * step, y, width: Math.max(1, step - 1), height: tall, class: BANDS[band][0] }));
    });
  });
  [[0, "start"], [history.length / 2, "middle"], [history.length - 1, "end"]].forEach(([index, anchor]) => {
    picture.append(drawing("text", { x: anchor === "end" ? width : left + index * step, y: height - 5, "text-anchor": anchor }, clock(history[Math.floor(index)].at)));
  });
  place.replaceChildren(picture);
}

function drawLegend() {
  $("legend").replaceChildren(...BANDS.map(([style, name]) => {
    const patch = drawing("svg", { viewBox: "0 0 10 10", "aria-hidden": "true" });
    patch.append(drawing("rect", { width: 10, height: 10, rx: 2, class: style }));
    return element("li", {}, patch, name);
  }));
}

const typeName = (type) => type.replaceAll("_", " ");

function drawArticles() {
  const type = $("type").value;
  const words = $("search").value.trim().toLowerCase();
  const found = articles.filter((one) =>
    (!type || one.type === type || one.types.includes(type)) &&
    (!words || `${one.headline ?? ""} ${one.host ?? ""}`.toLowerCase().includes(words)));
  onChange("articles", [found, type, words], (place) => {
    $("shown").textContent = `${found.length} of the last ${articles.length}`;
    place.replaceChildren(...found.map((one) => {
      const facts = one.facts === 1 ? "1 fact" : `${one.facts} facts`;
      const line = element("button", { type: "button" },
        element("span", { class: "tag" }, (one.types.length ? one.types : [one.type]).map(typeName).join(", ")),
        element("strong", {}, one.headline ?? "(no headline)"),
        element("span", { class: "small" }, `${one.host ?? "no address"} · ${one.facts ? `${facts} · ` : ""}`, ago(one.processed)));
      line.addEventListener("click", () => open(one.id));
      return element("li", {}, line);
    }));
    if (!found.length) place.append(element("li", { class: "empty" }, articles.length ? "No article fits the filter." : "No article yet."));
  });
}

// Offsets count code points. A mark ends where any span begins or ends, and names the rows that its words tell or complete.
function marked(text, spans) {
  const letters = Array.from(text);
  const cuts = [...new Set([0, letters.length, ...spans.flatMap(([start, end]) => [start, end])])]
    .filter((cut) => cut >= 0 && cut <= letters.length).sort((a, b) => a - b);
  const made = document.createDocumentFragment();
  cuts.slice(1).forEach((end, index) => {
    const start = cuts[index];
    const here = spans.filter(([from, to]) => from <= start && to >= end);
    const rows = (completing) => here.filter(([, , , completes]) => completes === completing).map(([, , row]) => row);
    const [evidence, context] = [rows(false), rows(true)].map((found) => ` ${[...new Set(found)].join(" ")} `);
    const words = letters.slice(start, end).join("");
    const about = { class: evidence.trim() ? "" : "context", "data-evidence": evidence, "data-context": context };
    made.append(here.length ? element("mark", about, words) : words);
  });
  return made;
}

// Start, end and row of each span of the field, and whether it only completes what the row's window says.
function supports(rows, field) {
  return rows.flatMap((row, number) => [[row.evidence, false], [row.context, true]].flatMap(([spans, completes]) =>
    spans.filter((span) => span.field === field).map((span) => [span.start, span.end, number, completes])));
}

// Shows which words one row comes from.
function point(number) {
  const marks = [...$("reading").querySelectorAll("mark")];
  for (const mark of marks) {
    mark.classList.toggle("chosen", mark.dataset.evidence.includes(` ${number} `));
    mark.classList.toggle("completing", mark.dataset.context.includes(` ${number} `));
  }
  marks.find((mark) => mark.classList.contains("chosen"))?.scrollIntoView({ block: "center", behavior: "smooth" });
}

function link(address) {
  return /^https?:\/\//i.test(address ?? "")
    ? element("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, address)
    : document.createTextNode(address ?? "no address");
}

const describe = (row) => Object.entries(row)
  .filter(([name, value]) => !["evidence", "context", "confidence"].includes(name) && value !== null && value !== false)
  .map(([name, value]) => `${typeName(name)}: ${value}`).join(" · ");

async function open(id) {
  const answer = await fetch(`/console/article.json?id=${encodeURIComponent(id)}`);
  const reading = $("reading");
  if (!answer.ok) {
    reading.replaceChildren(element("p", {}, "This article is no longer kept by the console."));
  } else {
    const article = await answer.json();
    const about = [article.published, article.language, article.publisher, article.authors.join(", ")].filter(Boolean).join(" · ");
    const facts = Object.entries(article.facts).flatMap(([kind, rows]) => rows.map((row) => [FACTS[kind] ?? kind, describe(row), row.confidence, row.evidence, row.context ?? []]));
    const rows = [...article.types.map((one) => ["type", typeName(one.name), one.score, one.evidence, []]), ...facts]
      .map(([what, said, score, evidence, context]) => ({ what, said, score, evidence, context }));
    const box = element("table", { class: "choose" });
    table(box, [["", (one) => one.what], ["as read", (one) => {
      const button = element("button", { type: "button", title: "show the words it comes from" }, one.said);
      button.addEventListener("click", () => point(rows.indexOf(one)));
      return button;
    }], ["sure", (one) => one.score.toFixed(2), "right"]], rows, "An article of no type we look for; nothing is read from it.");
    const text = element("div");
    const spans = supports(rows, "text");
    let begin = 0;
    for (const paragraph of article.text.split("\n")) {
      const length = Array.from(paragraph).length;
      const here = spans.filter(([start, end]) => start < begin + length && end > begin)
        .map(([start, end, ...about]) => [Math.max(0, start - begin), Math.min(length, end - begin), ...about]);
      text.append(element("p", {}, marked(paragraph, here)));
      begin += length + 1;
    }
    reading.replaceChildren(
      element("h2", {}, marked(article.headline ?? "(no headline)", supports(rows, "headline"))),
      element("p", { class: "small" }, link(article.url), about ? ` · ${about}` : ""), box, text);
  }
  if (!$("article").open) $("article").showModal();
  $("article").scrollTop = 0;
}

const BADGES = { healthy: "good", quiet: "bad", drifting: "warn" };

function draw(state) {
  const verdict = $("verdict");
  const oldest = Math.max(0, ...state.workers.map((one) => one.oldest_page_age_seconds));
  const behind = oldest > BEHIND_SECONDS; // no trouble yet, but not all well either
  verdict.className = !state.well ? "bad" : behind ? "warn" : "good";
  verdict.textContent = !state.well ? (state.problems.length === 1 ? "1 problem" : `${state.problems.length} problems`) : behind ? "behind" : "all is well";
  document.title = state.well ? "Rotative" : `(${state.problems.length}) Rotative`;
  $("problems").hidden = state.well;
  onChange("problems", state.problems, (place, problems) => place.replaceChildren(...problems.map((one) => element("li", {}, one))));
  onChange("numbers", state, drawNumbers);
  steps = state.history;
  onChange("flow", steps, drawFlow);
  articles = state.articles;
  const types = [...new Set(articles.flatMap((one) => [one.type, ...one.types]))].sort();
  onChange("type", types, (place) => {
    const chosen = place.value;
    place.replaceChildren(element("option", { value: "" }, "all types"), ...types.map((one) => element("option", { value: one }, typeName(one))));
    place.value = types.includes(chosen) ? chosen : "";
  });
  drawArticles();
  onChange("sources", state.sources, (place, rows) => table(place, [
    ["source", (one) => one.host],
    ["state", (one) => (one.drifting.length ? `${one.state}: ${one.drifting.join(", ")}` : one.state), (one) => BADGES[one.state]],
    ["pages", (one) => count(one.pages), "right"],
    ["yield", (one) => (one.yield === null ? "–" : `${Math.round(one.yield * 100)} %`), "right spare"],
    ["text", (one) => (one.median_text_chars === null ? "–" : count(Math.round(one.median_text_chars))), "right spare"],
    ["last page", (one) => ago(one.last_seen), "right"],
  ], rows, "No source yet."));
  onChange("workers", state.workers, (place, rows) => table(place, [
    ["worker", (one) => one.worker],
    ["pages/s", (one) => one.pages_per_second.toFixed(1), "right"],
    ["pages", (one) => count(one.pages), "right"],
    ["waiting", (one) => count(sum(Object.values(one.lag))), "right"],
    ["in flight", (one) => count(one.in_flight), "right spare"],
    ["memory", (one) => `${Math.round(one.memory_bytes / 1e6)} MB`, "right"],
  ], rows, "No report yet: one comes every ten seconds."));
  const stages = state.workers.flatMap((one) => Object.entries(one.latency_seconds).map(([stage, times]) => ({ stage, worker: one.worker, ...times })));
  onChange("latency", stages, (place, rows) => table(place, [
    ["stage", (one) => (state.workers.length > 1 ? `${one.stage} · ${one.worker}` : one.stage)],
    ["p50", (one) => seconds(one.p50), "right"], ["p95", (one) => seconds(one.p95), "right"], ["p99", (one) => seconds(one.p99), "right"],
  ], rows, "No page yet."));
  $("mend").hidden = !state.dead_letters.length;
  onChange("dead", state.dead_letters, (place, rows) => table(place, [
    ["reason", (one) => one.reason, () => "bad"], ["why", (one) => one.error, "whole"], ["page", (one) => one.url ?? "no address", "whole"],
    ["position", (one) => one.position, "right"], ["when", (one) => ago(one.time), "right"],
  ], rows, "None: every page came through."));
  onChange("alerts", state.alerts, (place, rows) => table(place, [
    ["alert", (one) => one.kind.replaceAll("-", " ")], ["", (one) => one.state, (one) => (one.state === "raised" ? "bad" : "good")],
    ["what", (one) => one.message, "whole"], ["when", (one) => ago(one.cleared ?? one.raised), "right"],
  ], rows, "None so far."));
}

async function poll() {
  try {
    const answer = await fetch("/console/state.json", { cache: "no-store" });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    draw(await answer.json());
    for (const one of document.querySelectorAll("time")) one.textContent = age(new Date(one.dateTime));
    heard = Date.now();
    $("age").textContent = `live · ${clock(heard / 1000)}`;
  } catch (error) {
    $("verdict").className = "bad";
    $("verdict").textContent = "the worker does not answer";
    $("age").textContent = heard ? `as of ${clock(heard / 1000)} (${error.message})` : error.message;
  }
  setTimeout(poll, document.hidden ? 5 * POLL_MS : POLL_MS);
}

window.addEventListener("resize", () => steps.length && drawFlow($("flow"), steps));
$("type").addEventListener("change", drawArticles);
$("search").addEventListener("input", drawArticles);
$("filters").addEventListener("submit", (event) => event.preventDefault());
$("close").addEventListener("click", () => $("article").close());
drawLegend();
poll();
