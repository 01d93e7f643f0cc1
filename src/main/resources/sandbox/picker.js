/** Several of many: chips of what is chosen, and a box that filters the rest. */
import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** @param all `[{id, words, detail}]`; `chosen` and what `onChange` gets are ids in the order they were chosen. */
export function Picker({ all, chosen, onChange, placeholder, max, named }) {
  const [open, setOpen] = useState(false);
  const [filter, setFilter] = useState('');
  const [at, setAt] = useState(0);
  const box = useRef(null);
  const list = useRef(null);
  const full = max !== undefined && chosen.length >= max;
  const wordsOf = (id) => all.find((each) => each.id === id)?.words ?? id;
  const offered = full ? [] : all.filter((each) =>
    !chosen.includes(each.id) && `${each.words} ${each.detail ?? ''}`.toLowerCase().includes(filter.trim().toLowerCase()));
  const listId = `${named.id ?? named['aria-label']}-list`;
  const optionId = (index) => `${listId}-${index}`;

  useEffect(() => {
    if (open) list.current.scrollIntoView({ block: 'nearest' });
  }, [open]);

  function add(id) {
    onChange([...chosen, id]);
    setFilter('');
    setAt(0);
    setOpen(false);
    box.current.focus();
  }

  function remove(id) {
    onChange(chosen.filter((each) => each !== id));
    box.current.focus();
  }

  function move(step) {
    setOpen(true);
    setAt((offered.length + at + step) % Math.max(1, offered.length));
  }

  function pressed(event) {
    const keys = {
      ArrowDown: () => move(open ? 1 : 0),
      ArrowUp: () => move(-1),
      Enter: () => open && offered[at] && add(offered[at].id),
      Escape: () => setOpen(false),
    };
    if (event.key === 'Backspace' && filter === '' && chosen.length > 0) remove(chosen.at(-1));
    if (!keys[event.key] || (event.key === 'Escape' && !open)) return;
    event.preventDefault();
    event.stopPropagation();
    keys[event.key]();
  }

  function left(event) {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  }

  const option = (each, index) => h('li', {
    key: each.id, id: optionId(index), role: 'option', 'aria-selected': index === at, 'data-value': each.id,
    onMouseDown: (event) => event.preventDefault(), onMouseEnter: () => setAt(index), onClick: () => add(each.id),
  }, each.words, each.detail && h('span', { class: 'quiet' }, ` ${each.detail}`));

  return h('div', { class: 'picker', onFocusOut: left },
    h('div', { class: 'field chips', onClick: () => box.current.focus() },
      chosen.map((id) => h('span', { key: id, class: 'chip' }, wordsOf(id),
        h('button', { type: 'button', 'aria-label': `Remove ${wordsOf(id)}`, onClick: () => remove(id) }, '×'))),
      h('input', {
        ...named, ref: box, type: 'text', role: 'combobox', autocomplete: 'off', value: filter,
        placeholder: chosen.length ? '' : placeholder, 'aria-expanded': open, 'aria-controls': listId,
        'aria-autocomplete': 'list', 'aria-activedescendant': open && offered[at] ? optionId(at) : undefined,
        onInput: (event) => (setFilter(event.currentTarget.value), setAt(0), setOpen(true)),
        onClick: () => setOpen(true), onKeyDown: pressed,
      })),
    open && h('ul', { ref: list, id: listId, class: 'picker-list', role: 'listbox', 'aria-multiselectable': 'true' },
      offered.length ? offered.map(option)
        : h('li', { class: 'quiet none' }, full ? `You can choose at most ${max}.` : 'Nothing by that name.')));
}
