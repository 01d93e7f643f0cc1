-- How far a piece of evidence carries: keys of the guide's impact levels and of its learning cycle's phases, a link, and
-- the goal that it belongs to. All may be empty.
alter table evidence add column impact text not null default '';
alter table evidence add column phase text not null default '';
alter table evidence add column link text not null default '';
alter table evidence add column goal text not null default '';
-- Sorts of evidence are keys of the guide from now on, in small letters.
update evidence set type = lower(type);
