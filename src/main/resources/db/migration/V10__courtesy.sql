-- Whose business a message is; unknown for what was planned before this was kept.
alter table delivery add column team text not null default 'unknown';
