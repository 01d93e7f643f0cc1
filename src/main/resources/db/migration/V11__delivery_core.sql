-- How the message meets its reader's day, where not as its kind does: NUDGE, REQUEST, REPORT or ECHO.
alter table delivery add column manner text;
-- The message that this one repeats, or that its reader has put off.
alter table delivery add column follows text references delivery (id);
-- Several messages may go out as one; then this is the first of them, whose id is the mark of them all.
alter table delivery add column lead text references delivery (id);
-- 1: this message has used one of its reader's nudges of the week in which attempt_at lies.
alter table delivery add column spent integer not null default 0;
create index delivery_lead on delivery (lead) where lead is not null;
create index delivery_lead_at on delivery (channel, ts) where lead is not null;
create index delivery_spent on delivery (address, attempt_at) where spent = 1;
create index delivery_of_address on delivery (address, due_at);
create index delivery_of_team on delivery (team, due_at);
create index delivery_failed on delivery (due_at) where state = 'failed';
