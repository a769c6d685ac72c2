// The page as Chromium shows it: for each link and image whether it can be seen, and the visible text on both sides.
// A box counts as unseen when it cannot be scrolled to, is clipped or scaled to at most a pixel, has an opacity of at
// most 0.05, or its letters have no size.
() => {
  const SKIPPED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'IFRAME', 'SVG', 'TEXTAREA', 'SELECT', 'OBJECT',
    'AUDIO', 'VIDEO', 'CANVAS']);
  const HOLLOW = new Set(['METER', 'PROGRESS']);  // what is in them is for old browsers
  // An element without a box of its own, but with boxes in it, is shown where its parent is.
  const boxed = (element) => getComputedStyle(element).display === 'contents' && element.parentElement
    ? boxed(element.parentElement) : element;
  const shown = (element) => getComputedStyle(element).visibility === 'visible'
    && boxed(element).checkVisibility({opacityProperty: true});
  const folded = (element) => element.tagName === 'DETAILS' && !element.open;
  const unreachable = (box) => box.width > 0 || box.height > 0
    ? box.right + scrollX <= 0 || box.bottom + scrollY <= 0 : box.right + scrollX < 0 || box.bottom + scrollY < 0;
  const faint = (style) => Number(style.opacity) <= 0.05 || /opacity\(0(\.0\d*)?\)/.test(style.filter);
  const breaksLine = (element) => boxed(element).checkVisibility()
    && (element.tagName === 'BR' || !/^(inline|contents|none|ruby)/.test(getComputedStyle(element).display));
  // Sizes, overflow, transforms and skipped contents are a matter of boxes: inline text has none.
  const shrunk = (element, style, box) => {
    const inLine = style.display === 'contents' || (/^(inline|ruby)$/.test(style.display) && element.tagName !== 'IMG');
    if (element === document.body || inLine) return false;
    const hidesOverflow = style.overflowX !== 'visible' || style.overflowY !== 'visible';
    const matrix = new DOMMatrix(style.transform === 'none' ? '' : style.transform);
    const scaled = style.scale.split(' ').some((part) => parseFloat(part) === 0);
    const width = Math.min(box.width, element.clientWidth), height = Math.min(box.height, element.clientHeight);
    return (hidesOverflow && (width <= 1 || height <= 1)) || style.contentVisibility === 'hidden'
      || matrix.a * matrix.d === matrix.b * matrix.c || scaled;
  };
  // Whether a clip leaves nothing is asked by pointing at the box: hits respect every shape.
  const clippedAway = (element, style, box) => {
    const clips = style.clipPath !== 'none' || (style.clip !== 'auto' && ['absolute', 'fixed'].includes(style.position));
    if (!clips || box.width * box.height === 0) return false;
    element.scrollIntoView({block: 'center', inline: 'center'});
    const {x, y, width, height} = element.getBoundingClientRect();
    const steps = Array.from({length: 16}, (_, step) => (step + 0.5) / 16);
    return !steps.some((down) => steps.some((across) => {
      const hits = document.elementsFromPoint(x + across * width, y + down * height);
      return hits.some((hit) => element.contains(hit));
    }));
  };
  // Scripts do not run here, but they do where people read: what styles hide from browsers without them is left in sight.
  for (const {sheet} of document.querySelectorAll('noscript style')) {
    for (const {style} of sheet ? sheet.cssRules : []) {
      if (style && (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0')) style.cssText = '';
    }
  }
  const found = [];
  let text = '';
  const read = (parent, cut) => {
    const style = getComputedStyle(parent);
    const rect = parent.getBoundingClientRect();
    const gone = cut || HOLLOW.has(parent.tagName) || faint(style) || shrunk(parent, style, rect) || clippedAway(parent, style, rect);
    const drawn = shown(parent) && !gone;
    const seen = drawn && parseFloat(style.fontSize) > 1;
    const breaks = breaksLine(parent);
    if (breaks) text += '\n';
    const carrier = parent.tagName === 'A' && /^https?:$/.test(parent.protocol) ? ['a', parent.href]
      : parent.tagName === 'IMG' && /^https?:/.test(parent.src) ? ['img', parent.src] : null;
    const box = parent.getBoundingClientRect();
    const words = document.createRange();
    words.selectNodeContents(parent);
    const inside = words.getBoundingClientRect();
    // A box may be wider than its words, which stand elsewhere; a logo moves its words out of it on purpose.
    const isLost = inside.width * inside.height > 0 && unreachable(inside) && parseFloat(style.textIndent) >= 0;
    const reached = !unreachable(box) && !isLost;
    const at = carrier && {kind: carrier[0], url: carrier[1], seen: (parent.tagName === 'IMG' ? drawn : seen) && reached, start: text.length,
      box: [box.x, box.y, box.width, box.height], text: parent.textContent.trim().slice(0, 60)};
    if (at) found.push(at);
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        if (!seen || folded(parent) || !node.data.trim()) { if (seen) text += ' '; continue; }
        const range = document.createRange();
        range.selectNodeContents(node);
        if (!unreachable(range.getBoundingClientRect())) text += node.data;
      } else if (node.nodeType === Node.ELEMENT_NODE && !SKIPPED.has(node.tagName.toUpperCase())) {
        read(node, gone);
      } else if (node.nodeType === Node.ELEMENT_NODE && node.tagName !== 'NOSCRIPT' && breaksLine(node)) {
        text += '\n';
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
