// Counts the clocks of a page, by the server's time, in the words the server uses.

const SOON = 5 * 60;
const MOODS = ["calm", "soon", "over"];
const announcement = document.getElementById("announce");
let skew = 0;
let announcedAt = 0;
let moodOfHead = null;

/** Take the server's time from a page that was just made. */
export function setTimeFrom(body) {
  if (body.dataset.now) skew = Date.parse(body.dataset.now) - Date.now();
}

/** `03:19:07` on the clock that the page uses. */
export function timeOfDay(moment = Date.now() + skew) {
  const zone = /([+-])(\d\d):(\d\d)$/.exec(document.body.dataset.now ?? "");
  const minutes = zone ? Number(zone[1] + "1") * (Number(zone[2]) * 60 + Number(zone[3])) : 0;
  return new Date(moment + minutes * 60000).toISOString().slice(11, 19);
}

function spoken(seconds) {
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) {
    const rest = seconds % 60;
    return `${Math.floor(seconds / 60)} min${rest ? ` ${rest} s` : ""}`;
  }
  if (seconds < 2 * 86400) {
    const rest = Math.floor(seconds / 60) % 60;
    const hours = Math.floor(seconds / 3600);
    return `${hours} h${rest ? ` ${String(rest).padStart(2, "0")} min` : ""}`;
  }
  return `${Math.floor(seconds / 86400)} days`;
}

function wordsFor(kind, left) {
  if (left === 0) return "now";
  const [comes, isPast] = kind === "monitoring" ? ["ends in", "over for"] : ["in", "overdue"];
  return left > 0 ? `${comes} ${spoken(left)}` : `${isPast} ${spoken(-left)}`;
}

function moodFor(kind, left) {
  if (left < 0) return "over";
  return left <= SOON && kind !== "monitoring" ? "soon" : "calm";
}

function show(clock) {
  const { due, kind } = clock.dataset;
  const left = Math.trunc((Date.parse(due) - Date.now() - skew) / 1000);
  const [words, mood] = [wordsFor(kind, left), moodFor(kind, left)];
  if (clock.textContent !== words) clock.textContent = words;
  const frame = clock.closest("[data-clock]");
  if (frame && !frame.classList.contains(mood)) {
    frame.classList.remove(...MOODS);
    frame.classList.add(mood);
  }
  const tone = clock.closest("[data-tone]");
  tone?.classList.toggle("warn", mood === "soon");
  tone?.classList.toggle("bad", mood === "over");
  return mood;
}

// Said when the head clock changes its mood, and never twice within a minute.
function announce(clock, mood) {
  const changed = moodOfHead !== null && mood !== moodOfHead && mood !== "calm";
  moodOfHead = mood;
  if (!changed || Date.now() - announcedAt < 60000) return;
  announcedAt = Date.now();
  const owed = clock.closest("[data-clock]").querySelector("dt")?.textContent ?? "";
  announcement.textContent = `${owed}: ${clock.textContent}`;
}

/** Count everything once. */
export function tick() {
  for (const clock of document.querySelectorAll("[data-due]")) {
    const mood = show(clock);
    if (clock.closest("#head")) announce(clock, mood);
  }
}

setTimeFrom(document.body);
tick();
setInterval(tick, 1000);
