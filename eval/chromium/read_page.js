// The page as Chromium shows it: for each link and image whether it can be seen, and the visible text on both sides.
// A box counts as unseen when it cannot be scrolled to, is clipped to at most a pixel, or its letters have no size.
() => {
  const SKIPPED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'IFRAME', 'SVG', 'TEXTAREA', 'SELECT', 'OBJECT']);
  const shown = (element) => element.checkVisibility({opacityProperty: true, visibilityProperty: true});
  const unreachable = (box) => (box.width > 0 || box.height > 0) && (box.right + scrollX <= 0 || box.bottom + scrollY <= 0);
  const found = [];
  let text = '';
  const read = (parent, clipped) => {
    const style = getComputedStyle(parent);
    const rect = parent.getBoundingClientRect();
    const hidesOverflow = style.overflowX !== 'visible' || style.overflowY !== 'visible';
    const cut = clipped || (hidesOverflow && !['inline', 'contents'].includes(style.display)
      && parent !== document.body && (rect.width <= 1 || rect.height <= 1));
    const seen = shown(parent) && !cut && parseFloat(style.fontSize) > 1;
    const breaks = !(style.display.startsWith('inline') || style.display === 'contents') || parent.tagName === 'BR';
    if (breaks) text += '\n';
    const carrier = parent.tagName === 'A' && /^https?:$/.test(parent.protocol) ? ['a', parent.href]
      : parent.tagName === 'IMG' && /^https?:/.test(parent.src) ? ['img', parent.src] : null;
    const at = carrier && {kind: carrier[0], url: carrier[1], seen: seen && !unreachable(rect), start: text.length,
      box: [rect.x, rect.y, rect.width, rect.height], text: parent.textContent.trim().slice(0, 60)};
    if (at) found.push(at);
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        if (!seen || !node.data.trim()) { if (seen) text += ' '; continue; }
        const range = document.createRange();
        range.selectNodeContents(node);
        if (!unreachable(range.getBoundingClientRect())) text += node.data;
      } else if (node.nodeType === Node.ELEMENT_NODE && !SKIPPED.has(node.tagName.toUpperCase())) {
        read(node, cut);
      }
    }
    if (at) at.end = text.length;
    if (breaks) text += '\n';
  };
  if (document.body) read(document.body, false);
  const REACH = 20000;  // empty lines of a page can be long: white space is folded before words are counted
  const near = (from, to) => text.slice(from, to).replace(/\s+/g, ' ');
  return found.map(({start, end, ...rest}) =>
    ({...rest, left: near(Math.max(0, start - REACH), start).slice(-600), right: near(end, end + REACH).slice(0, 600)}));
}
