-- sent, asking (sent, with the question which rhythm the person wants), rested (not sent: every second one only).
alter table checkin_asked add column turn text not null default 'sent';
-- When somebody who has not answered is asked once more; null where that is done or not to be.
alter table checkin_asked add column repeat_at bigint;
-- When to see whether a later message about this stands, so that the earlier ones are written anew; null for nothing.
alter table checkin_asked add column follow_at bigint;
create index checkin_asked_repeat on checkin_asked (repeat_at) where repeat_at is not null;
create index checkin_asked_follow on checkin_asked (follow_at) where follow_at is not null;
create index checkin_asked_of_person on checkin_asked (person, occasion);

-- The rhythm that a person chose when asked: every, second. Nobody has a row who never chose.
create table checkin_choice (
    person text primary key,
    choice text not null,
    chosen_at bigint not null
);

-- When each team is next looked at, whether it has gone quiet.
create table quiet_watch (
    team text primary key references team (id),
    look_at bigint not null
);
create index quiet_watch_due on quiet_watch (look_at);
insert into quiet_watch (team, look_at) select id, 0 from team;
