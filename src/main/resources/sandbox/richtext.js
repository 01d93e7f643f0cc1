/** Words on the screen: Slack's rich text and mrkdwn as elements, never as HTML. */
import { h } from 'preact';
import { useContext } from 'preact/hooks';
import { Reader } from './reader.js';
import { moment } from './moments.js';

const EMOJI = {
  wave: '👋', tada: '🎉', white_check_mark: '✅', heavy_check_mark: '✔️', warning: '⚠️', eyes: '👀', seedling: '🌱',
  bulb: '💡', memo: '📝', dart: '🎯', calendar: '📅', bell: '🔔', lock: '🔒', raised_hands: '🙌', thumbsup: '👍', '+1': '👍',
  large_green_circle: '🟢', large_yellow_circle: '🟡', red_circle: '🔴', white_circle: '⚪', sparkles: '✨', star: '⭐',
};

function Mention({ user }) {
  const { people, me } = useContext(Reader);
  const name = people.get(user)?.name ?? user;
  return h('span', { class: user === me.id ? 'mention mine' : 'mention' }, `@${name}`);
}

function Channel({ id }) {
  const { channels, open } = useContext(Reader);
  const channel = channels.get(id);
  if (!channel) return h('span', { class: 'mention' }, '#private channel');
  return h('button', { type: 'button', class: 'mention link', onClick: () => open(id) }, `#${channel.name}`);
}

function Moment({ seconds, format, fallback }) {
  const { me, now } = useContext(Reader);
  const date = new Date(seconds * 1000);
  const words = moment(date, format, me.tz, now) ?? fallback;
  return h('time', { dateTime: date.toISOString(), title: moment(date, '{date_long} {time}', me.tz, now) }, words);
}

function Link({ url, words }) {
  if (!/^(https?:|mailto:)/i.test(url)) return words ?? url;
  return h('a', { href: url, target: '_blank', rel: 'noreferrer noopener' }, words ?? url);
}

const wrap = (tag, on, inner) => (on ? h(tag, null, inner) : inner);

function styled(words, style = {}) {
  const inner = wrap('code', style.code, words);
  return wrap('s', style.strike, wrap('em', style.italic, wrap('strong', style.bold, inner)));
}

function element(part) {
  switch (part.type) {
    case 'text': return styled(part.text, part.style);
    case 'link': return h(Link, { url: part.url, words: part.text });
    case 'user': return h(Mention, { user: part.user_id });
    case 'channel': return h(Channel, { id: part.channel_id });
    case 'broadcast': return h('span', { class: 'mention' }, `@${part.range}`);
    case 'date': return h(Moment, { seconds: part.timestamp, format: part.format, fallback: part.fallback });
    case 'emoji': return emoji(part);
    default: return part.text ?? part.fallback ?? '';
  }
}

function emoji({ name, unicode }) {
  const sign = unicode ? String.fromCodePoint(...unicode.split('-').map((hex) => parseInt(hex, 16))) : EMOJI[name];
  return sign ? h('span', { role: 'img', 'aria-label': name }, sign) : `:${name}:`;
}

const inline = (parts) => parts.map(element);

function piece(part) {
  switch (part.type) {
    case 'rich_text_section': return h('div', { class: 'rich-line', dir: 'auto' }, inline(part.elements));
    case 'rich_text_quote': return h('blockquote', { dir: 'auto' }, inline(part.elements));
    case 'rich_text_preformatted': return h('pre', null, inline(part.elements));
    case 'rich_text_list': return h(
      part.style === 'ordered' ? 'ol' : 'ul',
      { class: `indent-${part.indent ?? 0}`, start: part.offset ? part.offset + 1 : undefined },
      part.elements.map((line) => h('li', { dir: 'auto' }, inline(line.elements))),
    );
    default: return null;
  }
}

export const RichText = ({ block }) => h('div', { class: 'rich' }, block.elements.map(piece));

/** A text object of either kind. */
export const Words = ({ text }) => (text.type === 'mrkdwn' ? h(Mrkdwn, { text: text.text }) : text.text);

/** Slack's mrkdwn: bold, italic, strike, code, mentions, links, dates; everything else stands as it is. */
export const Mrkdwn = ({ text }) => h('span', { class: 'mrkdwn', dir: 'auto' }, parse(text));

const MARKS = /```([\s\S]+?)```|`([^`\n]+)`|<([^<>\n]+)>|(?<![\w*])\*(?=\S)([^*\n]*[^*\s])\*(?![\w*])|(?<![\w_])_(?=\S)([^_\n]*[^_\s])_(?![\w_])|(?<![\w~])~(?=\S)([^~\n]*[^~\s])~(?![\w~])/g;

function parse(text) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(MARKS)) {
    parts.push(unescape(text.slice(from, match.index)), marked(match));
    from = match.index + match[0].length;
  }
  parts.push(unescape(text.slice(from)));
  return parts;
}

function marked([whole, block, code, angle, bold, italic, strike]) {
  if (block !== undefined) return h('pre', null, unescape(block));
  if (code !== undefined) return h('code', null, unescape(code));
  if (angle !== undefined) return special(angle) ?? unescape(whole);
  if (bold !== undefined) return h('strong', null, parse(bold));
  if (italic !== undefined) return h('em', null, parse(italic));
  return h('s', null, parse(strike));
}

/** What stands between angle brackets, or null where it is only something with angle brackets around it. */
function special(inner) {
  const [target, ...rest] = inner.split('|');
  const words = rest.length ? unescape(rest.join('|')) : undefined;
  if (/^@[UWB]\w*$/.test(target)) return h(Mention, { user: target.slice(1) });
  if (/^#[CG]\w*$/.test(target)) return h(Channel, { id: target.slice(1) });
  if (/^!(channel|here|everyone)$/.test(target)) return h('span', { class: 'mention' }, `@${target.slice(1)}`);
  if (/^(https?:|mailto:)/i.test(target)) return h(Link, { url: unescape(target), words });
  const date = target.match(/^!date\^(\d+)\^([^^]+)/);
  return date ? h(Moment, { seconds: Number(date[1]), format: date[2], fallback: words }) : null;
}

const unescape = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
