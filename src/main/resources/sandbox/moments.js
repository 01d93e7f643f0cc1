/** Slack's date tokens, in the acting person's zone. */

const LONG = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
const SHORT = { day: 'numeric', month: 'short', year: 'numeric' };
const MIDDLE = { day: 'numeric', month: 'long', year: 'numeric' };
const NUMBERS = { year: 'numeric', month: '2-digit', day: '2-digit' };
const TIME = { hour: 'numeric', minute: '2-digit', hourCycle: 'h12' };

/** The format with its tokens filled, or null where the browser does not know the zone. */
export function moment(date, format, zone, now) {
  try {
    return format.replace(/\{(\w+)\}/g, (whole, token) => fill(token, date, zone, now) ?? whole);
  } catch {
    return null;
  }
}

function fill(token, date, zone, now) {
  const show = (options) => new Intl.DateTimeFormat('en-US', { ...options, timeZone: zone }).format(date);
  switch (token) {
    case 'date_num': return new Intl.DateTimeFormat('en-CA', { ...NUMBERS, timeZone: zone }).format(date);
    case 'date_slash': return show(NUMBERS);
    case 'date': return show(MIDDLE);
    case 'date_short': return show(SHORT);
    case 'date_long': return show(LONG);
    case 'date_pretty': return near(date, zone, now) ?? show(MIDDLE);
    case 'date_short_pretty': return near(date, zone, now) ?? show(SHORT);
    case 'date_long_pretty':
    case 'date_long_full': return near(date, zone, now) ?? show(LONG);
    case 'day_divider_pretty': return near(date, zone, now) ?? show({ weekday: 'long', day: 'numeric', month: 'long' });
    case 'time': return show(TIME);
    case 'time_secs': return show({ ...TIME, second: '2-digit' });
    case 'ago': return ago(date - now);
    default: return null;
  }
}

function near(date, zone, now) {
  const day = (instant) => {
    const words = new Intl.DateTimeFormat('en-CA', { ...NUMBERS, timeZone: zone }).format(instant);
    return Date.parse(`${words}T00:00:00Z`) / 86400000;
  };
  return { '-1': 'yesterday', 0: 'today', 1: 'tomorrow' }[day(date) - day(now)] ?? null;
}

function ago(milliseconds) {
  const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  const minutes = Math.round(milliseconds / 60000);
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
  if (Math.abs(minutes) < 1440) return relative.format(Math.round(minutes / 60), 'hour');
  return relative.format(Math.round(minutes / 1440), 'day');
}
