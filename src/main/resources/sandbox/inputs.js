/** The inputs that stand in blocks. Each shows the state the surface holds and hands changes back to it. */
import { h } from 'preact';
import { useContext } from 'preact/hooks';
import { Reader, Surface } from './reader.js';
import { ActionButton } from './button.js';
import { upload } from './api.js';
import { Picker } from './picker.js';

/** `named` carries the id and the aria attributes that tie the input to its label, hint and error. */
export function Element({ block, element, named = {} }) {
  const given = { block, element, named };
  switch (element.type) {
    case 'button': return h(ActionButton, given);
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input': return h(TextInput, given);
    case 'radio_buttons': return h(Choices, { ...given, kind: 'radio' });
    case 'checkboxes': return h(Choices, { ...given, kind: 'checkbox' });
    case 'static_select': return h(Select, given);
    case 'users_select': return h(PersonSelect, given);
    case 'multi_static_select': return h(ManyOptions, given);
    case 'multi_users_select': return h(ManyPeople, given);
    case 'datepicker': return h(Native, { ...given, kind: 'date', field: 'selected_date' });
    case 'timepicker': return h(Native, { ...given, kind: 'time', field: 'selected_time' });
    case 'file_input': return h(FileInput, given);
    default: return h('span', { class: 'unknown' }, `(${element.type} is not shown here)`);
  }
}

const unnamed = (element) =>
  ({ 'aria-label': element.accessibility_label ?? element.placeholder?.text ?? element.action_id });

const naming = (named, element) => (named.id ? named : unnamed(element));

function TextInput({ block, element, named }) {
  const surface = useContext(Surface);
  const state = surface.stateOf(block, element);
  const number = element.type === 'number_input';
  const when = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
  const next = (words) => ({ type: element.type, value: words === '' ? null : words });

  function typed(event) {
    const tell = block.dispatch_action && when.includes('on_character_entered');
    surface[tell ? 'choose' : 'change'](block, element, next(event.currentTarget.value));
  }

  function pressed(event) {
    if (event.key !== 'Enter' || element.multiline || !block.dispatch_action || !when.includes('on_enter_pressed')) return;
    event.preventDefault();
    surface.choose(block, element, next(event.currentTarget.value));
  }

  const shared = {
    ...naming(named, element), class: 'field', dir: 'auto', value: state.value ?? '', onInput: typed, onKeyDown: pressed,
    placeholder: element.placeholder?.text, 'data-focus': element.focus_on_load, autocomplete: 'off',
  };
  if (element.multiline) return [h('textarea', { ...shared, rows: 4 }), h(Counter, { element, state })];
  const inputmode = number ? (element.is_decimal_allowed ? 'decimal' : 'numeric') : undefined;
  return [
    h('input', { ...shared, type: 'text', inputmode, class: number ? 'field short' : 'field' }),
    h(Counter, { element, state }),
  ];
}

/** How much room is left, once it gets tight. */
function Counter({ element, state }) {
  if (!element.max_length) return null;
  const left = element.max_length - (state.value ?? '').length;
  if (left > Math.max(20, element.max_length / 10)) return null;
  return h('span', { class: left < 0 ? 'counter over' : 'counter', 'aria-live': 'polite' },
    left < 0 ? `${-left} too many` : `${left} left`);
}

function Choices({ block, element, named, kind }) {
  const surface = useContext(Surface);
  const state = surface.stateOf(block, element);
  const many = kind === 'checkbox';
  const chosen = many ? state.selected_options : [state.selected_option].filter(Boolean);
  const isOn = (option) => chosen.some((each) => each.value === option.value);

  function toggled(option, on) {
    const rest = element.options.filter((each) => (each === option ? on : isOn(each)));
    surface.choose(block, element, many
      ? { type: element.type, selected_options: rest }
      : { type: element.type, selected_option: option });
  }

  const group = named.id
    ? { id: named.id, tabIndex: -1, 'aria-labelledby': `${named.id}-label`, 'aria-describedby': named['aria-describedby'] }
    : unnamed(element);
  return h('div', { ...group, class: 'choices', role: many ? 'group' : 'radiogroup' }, element.options.map((option) =>
    h('label', { key: option.value, class: isOn(option) ? 'choice on' : 'choice' },
      h('input', {
        type: kind, name: `${block.block_id}/${element.action_id}`, value: option.value, checked: isOn(option),
        'aria-invalid': named['aria-invalid'], onChange: (event) => toggled(option, event.currentTarget.checked),
      }),
      h('span', { class: 'choice-words', dir: 'auto' }, option.text.text,
        option.description && h('span', { class: 'choice-detail' }, option.description.text)))));
}

const optionsOf = (element) => element.options ?? (element.option_groups ?? []).flatMap((group) => group.options);

const choice = (option) => h('option', { value: option.value }, option.text.text);

function Select({ block, element, named }) {
  const surface = useContext(Surface);
  const state = surface.stateOf(block, element);
  const pick = (event) => surface.choose(block, element, {
    type: element.type,
    selected_option: optionsOf(element).find((option) => option.value === event.currentTarget.value) ?? null,
  });
  return h('select', {
    ...naming(named, element), class: 'field select', value: state.selected_option?.value ?? '', onChange: pick,
  },
  h('option', { value: '' }, element.placeholder?.text ?? 'Choose one'),
  element.option_groups
    ? element.option_groups.map((group) => h('optgroup', { label: group.label.text }, group.options.map(choice)))
    : element.options.map(choice));
}

function PersonSelect({ block, element, named }) {
  const surface = useContext(Surface);
  const { people } = useContext(Reader);
  const state = surface.stateOf(block, element);
  const pick = (event) =>
    surface.choose(block, element, { type: element.type, selected_user: event.currentTarget.value || null });
  return h('select', {
    ...naming(named, element), class: 'field select', value: state.selected_user ?? '', onChange: pick,
  },
  h('option', { value: '' }, element.placeholder?.text ?? 'Choose a person'),
  present(people).map((person) => h('option', { value: person.id }, person.name)));
}

const present = (people) => [...people.values()].filter((person) => !person.deleted);

function ManyOptions({ block, element, named }) {
  const surface = useContext(Surface);
  const chosen = surface.stateOf(block, element).selected_options;
  const all = optionsOf(element);
  return h(Picker, {
    named: naming(named, element),
    placeholder: element.placeholder?.text ?? 'Choose some',
    max: element.max_selected_items,
    all: all.map((option) => ({ id: option.value, words: option.text.text, detail: option.description?.text })),
    chosen: chosen.map((option) => option.value),
    onChange: (ids) => surface.choose(block, element, {
      type: element.type, selected_options: ids.map((id) => all.find((option) => option.value === id)),
    }),
  });
}

function ManyPeople({ block, element, named }) {
  const surface = useContext(Surface);
  const { people } = useContext(Reader);
  const chosen = surface.stateOf(block, element).selected_users;
  const known = chosen.filter((id) => !people.has(id)).map((id) => ({ id, words: id }));
  return h(Picker, {
    named: naming(named, element),
    placeholder: element.placeholder?.text ?? 'Choose people',
    max: element.max_selected_items,
    all: [...present(people).map((person) => ({ id: person.id, words: person.name, detail: person.title })), ...known],
    chosen,
    onChange: (ids) => surface.choose(block, element, { type: element.type, selected_users: ids }),
  });
}

function FileInput({ block, element, named }) {
  const surface = useContext(Surface);
  const { me } = useContext(Reader);
  const state = surface.stateOf(block, element);

  async function picked(event) {
    const chosen = [...event.currentTarget.files].slice(0, element.max_files ?? 10);
    const files = await Promise.all(chosen.map((file) => upload(me.id, file)));
    surface.choose(block, element, { type: element.type, files });
  }

  const accept = element.filetypes?.map((ending) => `.${ending}`).join(',');
  return [
    h('input', {
      ...naming(named, element), type: 'file', class: 'field', accept, multiple: (element.max_files ?? 10) > 1,
      onChange: picked,
    }),
    state.files.length > 0
      && h('span', { class: 'choice-detail' }, state.files.map((file) => file.name).join(', ')),
  ];
}

function Native({ block, element, named, kind, field }) {
  const surface = useContext(Surface);
  const state = surface.stateOf(block, element);
  const picked = (event) =>
    surface.choose(block, element, { type: element.type, [field]: event.currentTarget.value || null });
  return h('input', {
    ...naming(named, element), type: kind, class: 'field short', value: state[field] ?? '', onChange: picked,
  });
}
