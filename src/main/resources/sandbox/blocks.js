/** Slack's blocks, as they stand in messages, on the Home tab and in modals. */
import { h } from 'preact';
import { useContext } from 'preact/hooks';
import { Surface } from './reader.js';
import { Element } from './inputs.js';
import { RichText, Words } from './richtext.js';
import { fileAddress } from './api.js';

/** All blocks of one thing, from top to bottom; `surface` comes from `useSurface`. */
export function Blocks({ blocks, surface, scope }) {
  return h(Surface.Provider, { value: surface },
    h('div', { class: 'blocks' }, blocks.map((block, index) =>
      h(Block, { key: block.block_id ?? index, block, scope }))));
}

function Block({ block, scope }) {
  switch (block.type) {
    case 'header': return h('h3', { class: 'block-header', dir: 'auto' }, block.text.text);
    case 'section': return h(Section, { block });
    case 'rich_text': return h(RichText, { block });
    case 'context': return h('div', { class: 'context' }, block.elements.map(small));
    case 'divider': return h('hr', null);
    case 'actions': return h('div', { class: 'actions' }, block.elements.map((element) =>
      h(Element, { key: element.action_id, block, element })));
    case 'image': return h(Picture, { block });
    case 'input': return h(Input, { block, scope });
    default: return h('p', { class: 'unknown' }, `(A block of the type ${block.type} is not shown here.)`);
  }
}

function Section({ block }) {
  return h('div', { class: 'section' },
    h('div', { class: 'section-words' },
      block.text && h('div', { class: 'text', dir: 'auto' }, h(Words, { text: block.text })),
      block.fields && h('div', { class: 'fields' }, block.fields.map((field, index) =>
        h('div', { key: index, class: 'text', dir: 'auto' }, h(Words, { text: field }))))),
    block.accessory && h('div', { class: 'accessory' }, block.accessory.type === 'image'
      ? h('img', { class: 'thumb', src: sourceOf(block.accessory), alt: block.accessory.alt_text })
      : h(Element, { block, element: block.accessory })));
}

const small = (element, index) => (element.type === 'image'
  ? h('img', { key: index, class: 'tiny', src: sourceOf(element), alt: element.alt_text })
  : h('span', { key: index, class: 'text', dir: 'auto' }, h(Words, { text: element })));

const sourceOf = (image) => (image.slack_file ? fileAddress(image.slack_file.id) : image.image_url);

function Picture({ block }) {
  const address = sourceOf(block);
  return h('figure', null,
    block.title && h('figcaption', null, block.title.text),
    h('a', { href: address, target: '_blank', rel: 'noopener', 'aria-label': `Open the picture: ${block.alt_text}` },
      h('img', { src: address, alt: block.alt_text })));
}

/** An input with its label, hint and error, tied together for screen readers. */
function Input({ block, scope }) {
  const { errors } = useContext(Surface);
  const error = errors[block.block_id];
  const id = `${scope}-${block.block_id}`;
  const described = [error && `${id}-error`, block.hint && `${id}-hint`].filter(Boolean).join(' ');
  const grouped = ['radio_buttons', 'checkboxes'].includes(block.element.type);
  const named = {
    id, 'aria-describedby': described || undefined, 'aria-invalid': error ? 'true' : undefined,
    'aria-required': block.optional || grouped ? undefined : 'true',
  };
  const label = [block.label.text, block.optional && h('span', { class: 'quiet' }, ' (optional)')];
  return h('div', { class: error ? 'input wrong' : 'input', 'data-block': block.block_id },
    h(grouped ? 'div' : 'label', { class: 'input-label', id: `${id}-label`, for: grouped ? undefined : id, dir: 'auto' }, label),
    h(Element, { block, element: block.element, named }),
    error && h('p', { class: 'error', id: `${id}-error`, 'data-error': block.block_id }, error),
    block.hint && h('p', { class: 'hint', id: `${id}-hint`, dir: 'auto' }, block.hint.text));
}
