-- Calls and events that have changed something, so that none does it twice. The row is written in the same
-- transaction as the change; a few days later it is removed.
create table handled (
    -- What Slack names the call by, and for a form a digest of what stood in it.
    call text primary key,
    person text not null,
    at bigint not null,
    -- 0 while a form waits to be handled: Slack has been told that it was taken.
    done integer not null,
    -- What was sent in, only while it waits.
    payload text,
    -- How it was answered, for its sender only; null where that is not kept, or not any more.
    answer text
);
create index handled_old on handled (at);
create index handled_answered on handled (at) where answer is not null;
create index handled_waiting on handled (at) where done = 0;

-- The last change of each team's settings; whoever saves names the number that the form was opened on.
create table team_edit (
    team text primary key references team (id),
    number integer not null,
    person text not null,
    at bigint not null
);

-- Pages of self-assessments that were sent in: a choice that was made on one before counts no more.
create table assessment_sent (
    opening text primary key,
    round text not null references assessment_round (id),
    person text not null,
    page integer not null
);
create index assessment_sent_by on assessment_sent (round, person);
