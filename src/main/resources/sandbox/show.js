/** Bringing into view what somebody has just done. */

const GAP = 12;

/** From its top on, with as much of what follows as there is room for. */
export function showFrom(box, element) {
  box.scrollTop += element.getBoundingClientRect().top - box.getBoundingClientRect().top - GAP;
}

/** Moves as little as shows the stretch between two elements; what is too tall is shown from its top on. */
export function show(box, first, last = first) {
  const outer = box.getBoundingClientRect();
  const above = first.getBoundingClientRect().top - outer.top - GAP;
  const below = last.getBoundingClientRect().bottom - outer.bottom + GAP;
  if (above < 0 || below > 0) box.scrollTop += above < 0 ? above : Math.min(above, below);
}

/** Which blocks are others than before; the first of them, or -1. */
export function firstChange(before, after) {
  const old = before.map((block) => JSON.stringify(block));
  const at = after.findIndex((block, index) => JSON.stringify(block) !== old[index]);
  return at >= 0 || before.length === after.length ? at : Math.max(0, after.length - 1);
}
