/** Buttons that stand in blocks, with the question that is asked first where there is one. */
import { h } from 'preact';
import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Names } from './names.js';
import { Surface } from './reader.js';
import { Words } from './richtext.js';
import { land } from './roving.js';

export function ActionButton({ block, element }) {
  const surface = useContext(Surface);
  const names = useContext(Names);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);

  async function go() {
    setAsking(false);
    setBusy(true);
    const { type, action_id, value, text } = element;
    await surface.click({ type, block_id: block.block_id, action_id, value, text });
    setBusy(false);
  }

  function clicked() {
    if (busy) return;
    if (element.url) open(element.url, '_blank', 'noopener');
    if (element.confirm) setAsking(true);
    else go();
  }

  return h('span', { class: 'action' },
    h('button', {
      type: 'button', class: `button ${element.style ?? ''}`, 'data-action': element.action_id,
      'aria-label': element.accessibility_label ?? names.get(element), 'aria-busy': busy, onClick: clicked,
    }, element.text.text),
    asking && h(Confirm, {
      confirm: element.confirm,
      onYes: go,
      onNo: () => setAsking(false),
    }));
}

/** What to do when a dialog goes: closing it gives the focus back to where it was, or near it where that is gone. */
export const closing = (dialog) => () => {
  dialog.close();
  if (document.activeElement === document.body) land();
};

/** A short question over everything else; Escape answers no. */
export function Confirm({ confirm, onYes, onNo }) {
  const dialog = useRef(null);
  useLayoutEffect(() => {
    dialog.current.showModal();
    dialog.current.querySelector('.deny').focus();
    return closing(dialog.current);
  }, []);
  const no = (event) => (event.preventDefault(), event.stopPropagation(), onNo());
  return h('dialog', {
    ref: dialog, class: 'confirm', role: 'alertdialog', 'aria-modal': 'true', 'aria-label': confirm.title.text,
    onCancel: no, onClose: onNo,
  },
  h('h2', null, confirm.title.text),
  h('div', { class: 'confirm-text' }, h(Words, { text: confirm.text })),
  h('div', { class: 'dialog-foot' },
    h('button', { type: 'button', class: 'button deny', onClick: onNo }, confirm.deny?.text ?? 'Cancel'),
    h('button', {
      type: 'button', class: `button ${confirm.style === 'danger' ? 'danger' : 'primary'} solid`, onClick: onYes,
    }, confirm.confirm.text)));
}
