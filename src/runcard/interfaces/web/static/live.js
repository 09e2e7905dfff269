// Keeps a page true: hears that something changed, asks for the page again, and swaps what differs.

import { swapRegions } from "./swap.js"; // first: it keeps what the clocks will change
import { setTimeFrom, tick, timeOfDay } from "./clocks.js";

// The server beats every 5 s; three missed beats and the page is not to be trusted.
const SILENCE = 15000;
// A server that restarts is back within this; no banner for it.
const PATIENCE = 3000;
const connection = document.getElementById("connection");
const banner = document.getElementById("stale");
// A refused form shows the page at the form's address; the page has one of its own.
const { events, page } = document.body.dataset;
let seen = document.body.dataset.after;
const madeAt = Date.now();
let heardAt = madeAt;
let source;
let isHeld = false;
let isWanted = false;
let isAsking = false;

function connect() {
  source?.close();
  source = new EventSource(`${events}?after=${encodeURIComponent(seen)}`);
  source.addEventListener("open", heard);
  source.addEventListener("beat", heard);
  source.addEventListener("trouble", () => source.close());
  for (const kind of ["entry", "board", "phone"]) {
    source.addEventListener(kind, (news) => {
      seen = news.lastEventId || seen;
      heard();
      refresh();
    });
  }
}

function heard() {
  heardAt = Date.now();
  if (!banner.hidden) refresh();
  say(true);
}

function say(isLive) {
  if (connection) {
    connection.hidden = false;
    connection.className = isLive ? "live" : "warn";
    const words = isLive ? "Live" : `Reconnecting, last news ${lastHeard()}`;
    if (connection.textContent !== words) connection.textContent = words;
  }
  if (!isLive && banner.hidden) {
    const lost = document.createElement("span");
    lost.className = "warn";
    lost.textContent = `Connection lost at ${lastHeard()}.`;
    banner.replaceChildren(lost, " What you see is from then; what you type stays in its field.");
  }
  banner.hidden = isLive;
}

function lastHeard() {
  return timeOfDay(Date.parse(document.body.dataset.now) + heardAt - madeAt);
}

function watch() {
  const silence = Date.now() - heardAt;
  const isOpen = source.readyState === EventSource.OPEN;
  if (silence > SILENCE || (!isOpen && silence > PATIENCE)) say(false);
  if (source.readyState === EventSource.CLOSED || silence > 2 * SILENCE) {
    if (silence % 4000 < 1000) connect();
  }
}

/** Ask for this page again; not under a finger that is just pressing. */
async function refresh() {
  isWanted = true;
  if (isAsking || isHeld) return;
  isAsking = true;
  while (isWanted && !isHeld) {
    isWanted = false;
    await askOnce();
  }
  isAsking = false;
}

async function askOnce() {
  try {
    const answer = await fetch(page + location.search, { cache: "no-store" });
    if (!answer.ok) return;
    const newer = new DOMParser().parseFromString(await answer.text(), "text/html");
    setTimeFrom(newer.body);
    swapRegions(newer);
    tick();
    document.dispatchEvent(new Event("runcard:swapped"));
  } catch {
    // The banner says it; the next event or beat asks again.
  }
}

addEventListener("pointerdown", () => { isHeld = true; });
for (const end of ["pointerup", "pointercancel", "blur"]) {
  addEventListener(end, () => {
    isHeld = false;
    if (isWanted) setTimeout(refresh, 300);
  });
}
addEventListener("pageshow", (shown) => { if (shown.persisted) { connect(); refresh(); } });
connect();
setInterval(watch, 1000);
