-- What a team is asked, whom, and how often.
create table checkin_schedule (
    id text primary key,
    team text not null references team (id),
    question_set text not null,
    -- As delivery.Recurrence writes it, read in the team's zone.
    recurrence text not null,
    -- 1 for the one schedule that came with the team's settings; edited says whether a coach has changed it since.
    automatic integer not null,
    edited integer not null,
    -- Who paused it: coach or settings; null while it runs.
    paused_by text,
    next_due bigint not null,
    created_at bigint not null,
    removed_at bigint
);
create index checkin_schedule_due on checkin_schedule (next_due) where paused_by is null and removed_at is null;
create index checkin_schedule_of_team on checkin_schedule (team, created_at) where removed_at is null;
create unique index checkin_schedule_automatic on checkin_schedule (team) where automatic = 1;

-- The chosen people of a schedule; without any, the whole team is asked.
create table checkin_chosen (
    schedule text not null references checkin_schedule (id),
    person text not null,
    primary key (schedule, person)
);

-- One asking. The slot is the local date, so nobody is asked twice a day by one schedule.
create table checkin_occasion (
    id text primary key,
    schedule text not null references checkin_schedule (id),
    team text not null references team (id),
    question_set text not null,
    slot text not null,
    asked_at bigint not null,
    -- When a summary took the answers in; from then on they stay as they are.
    closed_at bigint,
    unique (schedule, slot)
);
create index checkin_occasion_of_team on checkin_occasion (team, asked_at);
create index checkin_occasion_open on checkin_occasion (asked_at) where closed_at is null;

create table checkin_asked (
    occasion text not null references checkin_occasion (id),
    person text not null,
    -- open, answered, skipped
    state text not null,
    snoozes integer not null,
    snoozed_until bigint,
    -- 1 where the author shows the typed lines to the team.
    shown integer not null,
    changed_at bigint not null,
    primary key (occasion, person)
);
create index checkin_asked_open on checkin_asked (person, occasion) where state = 'open';

create table checkin_answer (
    occasion text not null,
    person text not null,
    question text not null,
    value text not null,
    -- Which row of the visibility matrix it falls under.
    kind text not null,
    primary key (occasion, person, question),
    foreign key (occasion, person) references checkin_asked (occasion, person)
);
