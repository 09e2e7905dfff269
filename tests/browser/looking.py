"""What a careful reader of the page's own tree would object to; run inside the browser."""

# Each returns a list of sentences; an empty one is a page without objections.
OBJECTIONS = r"""
() => {
  const found = [];
  const name = (each) => (each.getAttribute("aria-label") ?? each.textContent).trim();
  const shown = (each) => each.checkVisibility({visibilityProperty: true, opacityProperty: true});
  const ids = [...document.querySelectorAll("[id]")].map((each) => each.id);
  ids.filter((id, at) => ids.indexOf(id) !== at).forEach((id) => found.push(`two are #${id}`));
  for (const field of document.querySelectorAll("input:not([type=hidden]), textarea, select"))
    if (!field.labels.length) found.push(`no label: ${field.outerHTML}`);
  for (const press of document.querySelectorAll("a, button, summary"))
    if (!name(press)) found.push(`no name: ${press.outerHTML}`);
  let level = 0;
  for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const deep = Number(heading.tagName[1]);
    if (deep > level + 1) found.push(`h${level} is followed by h${deep}: ${name(heading)}`);
    level = deep;
  }
  if (document.querySelectorAll("h1").length !== 1) found.push("not one h1");
  if (document.querySelectorAll("main").length !== 1) found.push("not one main");
  if (!document.documentElement.lang) found.push("no language");
  if (!document.title) found.push("no title");
  for (const part of document.querySelectorAll("[aria-labelledby], [aria-describedby]"))
    for (const id of `${part.getAttribute("aria-labelledby") ?? ""} ${
      part.getAttribute("aria-describedby") ?? ""}`.split(" ").filter(Boolean))
      if (!document.getElementById(id)) found.push(`nothing is #${id}`);
  for (const head of document.querySelectorAll("th"))
    if (!head.scope && !head.closest(".prose")) found.push(`no scope: ${name(head)}`);
  for (const list of document.querySelectorAll("ul, ol"))
    for (const child of list.children)
      if (child.tagName !== "LI") found.push(`${child.tagName} in a list`);
  for (const each of document.querySelectorAll("[style], style, script:not([src])"))
    found.push(`inline: ${each.outerHTML.slice(0, 80)}`);
  return found;
}
"""

FAINT = r"""
() => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => {
    const part = (c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const behind = (each) => {
    for (let at = each; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return rgba("white");
  };
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Set();
  while (words.nextNode()) {
    const holder = words.currentNode.parentElement;
    if (!words.currentNode.textContent.trim() || !holder.checkVisibility()) continue;
    const [a, b] = [rgba(getComputedStyle(holder).color), behind(holder)].map(light);
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const said = words.currentNode.textContent.trim();
    if (contrast < 4.5) found.add(`${contrast.toFixed(1)}: ${said}`);
  }
  return [...found];
}
"""

SMALL_TARGETS = r"""
() => [...document.querySelectorAll(".b, input:not([type=hidden]), textarea, select")]
  .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 44)
  .map((each) => `${each.getBoundingClientRect().height}: ${each.outerHTML.slice(0, 80)}`)
"""

# Whether the focused control has a ring, and whether anything lies over it.
FOCUSED = r"""
() => {
  const it = document.activeElement;
  const box = it.getBoundingClientRect();
  const over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return {
    key: it.outerHTML.slice(0, 120),
    words: it.textContent.trim(),
    ring: getComputedStyle(it).outlineWidth,
    isCovered: !(over && (it.contains(over) || over.contains(it))),
    isBody: it === document.body,
  };
}
"""
