/** What buttons are called: the words on them and, where another on the page says the same, what they are about. */
import { createContext } from 'preact';

/** From a button's JSON to its name; a button that is not there is called what stands on it. */
export const Names = createContext(new Map());

const LONGEST = 60;

/**
 * @param things `{blocks, when}` for each message, or the one view
 * @param reader for the people and channels that are mentioned
 */
export function namesOf(things, reader) {
  const buttons = things.flatMap(({ blocks, when }) => buttonsIn(blocks ?? [], reader).map((each) => ({ ...each, when })));
  let names = buttons.map((each) => ({ ...each, name: each.words }));
  names = apart(names, (each) => each.lead && `${each.words}: ${each.lead}`);
  names = apart(names, (each) => each.head && each.head !== each.lead && `${each.name}, ${each.head}`);
  names = apart(names, (each) => each.when && `${each.name}, ${each.when}`);
  names = apart(names, (each, index) => `${each.name}, number ${index + 1}`);
  return new Map(names.filter((each) => each.name !== each.words).map((each) => [each.element, each.name]));
}

/** Gives longer names to those that are called the same. */
function apart(buttons, longer) {
  const same = Map.groupBy(buttons, (each) => each.name);
  return buttons.map((each) => {
    const group = same.get(each.name);
    return group.length < 2 ? each : { ...each, name: longer(each, group.indexOf(each)) || each.name };
  });
}

function buttonsIn(blocks, reader) {
  let lead = '';
  let head = '';
  const found = [];
  for (const block of blocks) {
    lead = firstLine(wordsOf(block), reader) || lead;
    if (block.type === 'header') head = lead;
    const elements = block.type === 'actions' ? block.elements : [block.accessory];
    for (const element of elements) {
      if (element?.type === 'button') found.push({ element, words: element.text.text, lead, head });
    }
  }
  return found;
}

function wordsOf(block) {
  switch (block.type) {
    case 'header': return block.text.text;
    case 'section': return block.text?.text ?? block.fields?.[0]?.text ?? '';
    case 'rich_text': return block.elements.map(richWords).join('\n');
    case 'image': return block.title?.text ?? block.alt_text ?? '';
    default: return '';
  }
}

const richWords = (part) => (part.elements ? part.elements.map(richWords).join('') : part.text ?? (part.user_id ? `<@${part.user_id}>` : ''));

function firstLine(words, { people, channels }) {
  const plain = words
    .replace(/<@(\w+)(\|[^>]*)?>/g, (_, id) => people.get(id)?.name ?? 'somebody')
    .replace(/<#(\w+)(\|[^>]*)?>/g, (_, id) => `#${channels.get(id)?.name ?? 'a channel'}`)
    .replace(/<[^|>]*\|([^>]*)>/g, '$1').replace(/<([^>]*)>/g, '$1')
    .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
    .replace(/[*_~`]/g, '').trim();
  const line = plain.split(/\n|\.(?=\s|$)/)[0].trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).replace(/\s+\S*$/, '')} …`;
}
