/** What can be done with a message: shown on hover, on focus, and always where there is no mouse. */
import { h } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

export function Menu({ name, when, onReply, shortcuts, onShortcut }) {
  const items = [...(onReply ? [{ name: 'Reply in thread', go: onReply }] : []), ...shortcuts.map((shortcut) =>
    ({ ...shortcut, go: () => onShortcut(shortcut.callback_id) }))];
  const [open, setOpen] = useState(false);
  const button = useRef(null);
  const list = useRef(null);
  useLayoutEffect(() => {
    if (open) list.current.classList.toggle('up', reachesBelow(list.current));
  }, [open]);
  useEffect(() => {
    if (open) list.current.querySelector('button')?.focus({ preventScroll: true });
  }, [open]);

  function pressed(event) {
    const buttons = [...list.current.querySelectorAll('button')];
    const at = buttons.indexOf(document.activeElement);
    const last = buttons.length - 1;
    const to = { ArrowDown: at + 1, ArrowUp: at + last, Home: 0, End: last }[event.key];
    if (to !== undefined) buttons[to % buttons.length].focus();
    else if (event.key === 'Escape') (setOpen(false), button.current.focus());
    else return;
    event.preventDefault();
  }

  function left(event) {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  }

  const choose = (item) => (setOpen(false), button.current.focus(), item.go());
  return h('div', { class: open ? 'menu open' : 'menu', onFocusOut: left },
    onReply && h('button', { type: 'button', class: 'menu-button', 'aria-label': `Reply in thread: ${name}, ${when}`, title: 'Reply in thread', onClick: onReply }, '↩'),
    items.length > 0 && h('button', {
      type: 'button', ref: button, class: 'menu-button', 'aria-label': `More actions: ${name}, ${when}`, title: 'More actions',
      'aria-haspopup': 'menu', 'aria-expanded': open, onClick: () => setOpen(!open),
    }, '⋮'),
    open && h('ul', { ref: list, class: 'menu-list', role: 'menu', 'aria-label': `Actions on the message of ${name}`, onKeyDown: pressed },
      items.map((item) => h('li', { key: item.name, role: 'none' }, h('button', {
        type: 'button', role: 'menuitem', tabIndex: -1, 'data-shortcut': item.callback_id, onClick: () => choose(item),
      }, item.name)))));
}

/** Whether the list does not fit between its button and the end of the messages. */
const reachesBelow = (list) =>
  list.getBoundingClientRect().bottom > (list.closest('.log')?.getBoundingClientRect().bottom ?? innerHeight);
