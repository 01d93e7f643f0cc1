/** What can be done with a message: shown on hover, on focus, and always where there is no mouse. */
import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export function Menu({ name, onReply, shortcuts, onShortcut }) {
  const [open, setOpen] = useState(false);
  const button = useRef(null);
  const list = useRef(null);
  useEffect(() => {
    if (open) list.current.querySelector('button')?.focus();
  }, [open]);

  function pressed(event) {
    const items = [...list.current.querySelectorAll('button')];
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
    if (to !== undefined) items[to % items.length].focus();
    else if (event.key === 'Escape') (setOpen(false), button.current.focus());
    else return;
    event.preventDefault();
  }

  function left(event) {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  }

  const choose = (shortcut) => (setOpen(false), button.current.focus(), onShortcut(shortcut.callback_id));
  return h('div', { class: open ? 'menu open' : 'menu', onFocusOut: left },
    onReply && h('button', { type: 'button', class: 'menu-button', 'aria-label': 'Reply in thread', title: 'Reply in thread', onClick: onReply }, '↩'),
    shortcuts.length > 0 && h('button', {
      type: 'button', ref: button, class: 'menu-button', 'aria-label': 'More actions', title: 'More actions',
      'aria-haspopup': 'menu', 'aria-expanded': open, onClick: () => setOpen(!open),
    }, '⋮'),
    open && h('ul', { ref: list, class: 'menu-list', role: 'menu', 'aria-label': `Actions on the message of ${name}`, onKeyDown: pressed },
      shortcuts.map((shortcut) => h('li', { key: shortcut.callback_id, role: 'none' }, h('button', {
        type: 'button', role: 'menuitem', tabIndex: -1, 'data-shortcut': shortcut.callback_id, onClick: () => choose(shortcut),
      }, shortcut.name)))));
}
