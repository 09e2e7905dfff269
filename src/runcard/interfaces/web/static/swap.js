// Puts a newer page over the one that is shown, region by region, without moving what is in use.

// What each region looked like when the server made it, before a clock of it was counted.
const asMade = new WeakMap();
for (const region of document.querySelectorAll("[data-live]")) asMade.set(region, region.outerHTML);

/** Replace each marked region that differs; words being typed and the focus stay where they are. */
export function swapRegions(newer) {
  const anchor = whatIsLookedAt();
  for (const region of document.querySelectorAll("[data-live]")) {
    if (region.isConnected && !region.parentElement.closest("[data-live]")) swap(region, newer);
  }
  for (const region of newer.querySelectorAll("main [data-live]")) {
    if (!document.getElementById(region.id)) insert(region, newer);
  }
  keepInPlace(anchor);
  document.title = newer.title;
}

function swap(region, newer) {
  const fresh = newer.getElementById(region.id);
  if (!fresh) {
    if (!isInUse(region)) region.remove();
    return;
  }
  if (fresh.outerHTML === asMade.get(region)) return;
  if (region.ariaLive) return addNewest(region, fresh);
  if (isInUse(region)) {
    for (const inner of region.querySelectorAll("[data-live]")) swap(inner, newer);
    return;
  }
  const [focus, opened] = [focusIn(region), openedIn(region)];
  const placed = document.importNode(fresh, true);
  region.replaceWith(placed);
  asMade.set(placed, fresh.outerHTML);
  opened.forEach((index) => placed.querySelectorAll("details")[index]?.setAttribute("open", ""));
  refocus(placed, focus);
}

// A list that is read aloud grows at its top; what stands there is not said again.
function addNewest(list, fresh) {
  const added = [...fresh.children].filter((each) => !document.getElementById(each.id));
  list.prepend(...added.map((each) => document.importNode(each, true)));
  asMade.set(list, fresh.outerHTML);
}

// A region that was not there before, such as the review, goes behind its elder sister.
function insert(region, newer) {
  const elder = region.previousElementSibling;
  const place = elder?.id && document.getElementById(elder.id);
  const younger = region.nextElementSibling;
  const before = younger?.id && document.getElementById(younger.id);
  if (place) place.after(document.importNode(region, true));
  else if (before) before.before(document.importNode(region, true));
}

// A form that was refused keeps its words, although the server sent them as they stand.
function isInUse(region) {
  if (region.querySelector(".banner.alarm")) return true;
  const fields = [...region.querySelectorAll("input:not([type=hidden]), textarea, select")];
  return fields.some((field) => field === document.activeElement || isChanged(field));
}

function isChanged(field) {
  if (field.tagName !== "SELECT") return field.value !== field.defaultValue;
  const chosen = [...field.options].findIndex((option) => option.defaultSelected);
  return field.selectedIndex !== Math.max(chosen, 0);
}

function openedIn(region) {
  const all = [...region.querySelectorAll("details")];
  return all.map((each, index) => (each.open ? index : -1)).filter((index) => index >= 0);
}

// What has the focus is found again by its place among its like, and by its words.
function focusIn(region) {
  const active = document.activeElement;
  if (!region.contains(active) || active === region) return null;
  const like = [...region.querySelectorAll(active.tagName)];
  return { tag: active.tagName, words: active.textContent, index: like.indexOf(active) };
}

function refocus(region, focus) {
  if (!focus) return;
  const like = [...region.querySelectorAll(focus.tag)];
  const same = like.find((each) => each.textContent === focus.words) ?? like[focus.index];
  if (same) same.focus({ preventScroll: true });
  else {
    region.tabIndex = -1;
    region.focus({ preventScroll: true });
  }
}

function whatIsLookedAt() {
  const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  const named = document.activeElement?.closest("main [id]") ?? middle?.closest("main [id]");
  return named ? { id: named.id, top: named.getBoundingClientRect().top } : null;
}

function keepInPlace(anchor) {
  const now = anchor && document.getElementById(anchor.id)?.getBoundingClientRect().top;
  if (typeof now === "number" && now !== anchor.top) scrollBy(0, now - anchor.top);
}
