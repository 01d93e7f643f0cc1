-- Days on which a school's teams hear nothing: holidays, breaks, testing weeks.
create table school_days (
    id text primary key,
    -- The school's name as it is compared: lower case, letters and digits with single blanks between them.
    school text not null,
    -- HOLIDAY, BREAK, TESTING
    kind text not null,
    -- yyyy-mm-dd, both days included.
    first_day text not null,
    last_day text not null,
    name text not null,
    -- 1 where a file beside the bot's settings says so: the file is the truth, and each start reads it again.
    from_file integer not null,
    added_at bigint not null,
    unique (school, first_day, last_day, name)
);

-- A calendar that somebody has uploaded and not saved yet.
create table school_days_draft (
    id text primary key,
    school text not null,
    person text not null,
    made_at bigint not null
);
create table school_days_found (
    draft text not null references school_days_draft (id),
    place integer not null,
    kind text not null,
    first_day text not null,
    last_day text not null,
    name text not null,
    primary key (draft, place)
);

-- A team's hours and limits; nobody has a row who never changed anything.
create table team_hours (
    team text primary key references team (id),
    quiet_from text not null,
    quiet_to text not null,
    quiet_weekends integer not null,
    nudges_per_week integer not null,
    repeat_once integer not null,
    changed_at bigint not null
);

-- Kinds of messages that a person does not want.
create table preference_stop (
    person text not null,
    kind text not null,
    primary key (person, kind)
);
insert into preference_stop (person, kind) select person, 'CHECKINS' from preference where checkins = 0;
alter table preference drop column checkins;

-- Both null or none; as yyyy-mm-dd, both days included.
alter table preference add column away_from text;
alter table preference add column away_until text;
-- Both null or none; as hh:mm in the person's zone.
alter table preference add column quiet_from text;
alter table preference add column quiet_to text;
