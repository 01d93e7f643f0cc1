/** Lists that are one tab stop: Tab comes to the list, the arrow keys move within it. */
import { useLayoutEffect, useRef } from 'preact/hooks';

const CONTROLS = 'button, a[href], input, select, textarea';
const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** For rows of buttons; give the props to what holds them. The tab stop is where one is, or was. */
export function useRoving(selector) {
  const ref = useRef(null);
  const items = () => [...ref.current.querySelectorAll(selector)].filter((each) => !each.disabled);

  function settle(wished) {
    const all = items();
    const stop = wished ?? all.find((each) => each === document.activeElement)
      ?? all.find((each) => each.hasAttribute('aria-current')) ?? all[0];
    for (const each of all) each.tabIndex = each === stop ? 0 : -1;
  }

  useLayoutEffect(() => settle());

  function onKeyDown(event) {
    const all = items();
    const to = target(event.key, all.indexOf(event.target), all.length);
    if (to === null || !all.includes(event.target)) return;
    all[to].focus();
    event.preventDefault();
  }

  return { ref, onKeyDown, onFocusIn: (event) => items().includes(event.target) && settle(event.target) };
}

/** The messages of a log: one of them is the tab stop, and only what stands in that one comes after it. */
export function roveMessages(box) {
  let current = null;
  /** The message that has the focus; what a click replaces takes the focus with it, and it comes back here. */
  let held = null;
  const articles = () => [...box.querySelectorAll('article')];
  const named = (ts) => articles().find((each) => each.dataset.messageTs === ts);

  function settle() {
    const all = articles();
    const stop = named(current) ?? all.at(-1);
    for (const each of all) each.tabIndex = each === stop ? 0 : -1;
    for (const each of box.querySelectorAll(CONTROLS)) {
      if (each.closest('dialog, [role=menu]')) continue;
      if (each.closest('article') === stop) each.removeAttribute('tabindex');
      else each.tabIndex = -1;
    }
    if (held && document.activeElement === document.body) (named(held) ?? stop)?.focus({ preventScroll: true });
  }

  function came(event) {
    held = event.target.closest('article')?.dataset.messageTs ?? null;
    if (held === null || held === current) return;
    current = held;
    settle();
  }

  const went = ({ target: left }) => setTimeout(() => {
    if (left.isConnected && !box.contains(document.activeElement)) held = null;
  });

  function pressed(event) {
    const from = event.target.closest('article');
    if (!from || event.defaultPrevented || event.target.closest('input, select, textarea, [role=menu], dialog')) return;
    if (event.key === 'Escape') return from.focus();
    const all = articles();
    const to = target(event.key, all.indexOf(from), all.length);
    if (to === null || event.key === 'ArrowLeft' || event.key === 'ArrowRight') return;
    all[to].focus();
    event.preventDefault();
  }

  const watcher = new MutationObserver(settle);
  watcher.observe(box, { childList: true, subtree: true });
  box.addEventListener('focusin', came);
  box.addEventListener('focusout', went);
  box.addEventListener('keydown', pressed);
  settle();
  return () => watcher.disconnect();
}

/** Where a key leads from one of so many; null where it leads nowhere. */
function target(key, at, count) {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = STEPS[key];
  return step ? Math.min(Math.max(at + step, 0), count - 1) : null;
}

/** Where the focus goes when what had it is gone: the message one was at, or the Home tab. */
export function land() {
  const place = ['.log article[tabindex="0"]', '.home-scroll', '.log'].map((each) => document.querySelector(each)).find(Boolean);
  place?.focus({ preventScroll: true });
}
