-- Who sees what the round says, as it was when it was opened: confidential, open, joint.
alter table assessment_round add column mode text not null default 'confidential';

-- How the same people moved since an earlier round, counted once when the round closes. All five numbers are null
-- where too few placed it both times to say anything.
create table assessment_change (
    round text not null references assessment_round (id),
    practice text not null,
    side text not null,
    earlier text not null references assessment_round (id),
    up integer,
    same integer,
    down integer,
    -- People who placed it this time only, and the time before only.
    joined integer,
    gone integer,
    -- 1 where the middle of the same people lies below that of the time before.
    slipped integer not null,
    primary key (round, practice, side)
);

-- When each team is next looked at, whether a practice is due to be placed again.
create table reassessment_watch (
    team text primary key references team (id),
    look_at bigint not null
);
create index reassessment_watch_due on reassessment_watch (look_at);
insert into reassessment_watch (team, look_at) select id, 0 from team;
