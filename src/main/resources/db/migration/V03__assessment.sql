-- Self-assessment. A rating, a note and a dot belong to their author; what the team sees are the figures.
create table assessment_round (
    id text primary key,
    team text not null references team (id),
    -- Keys of the practices in question, in order, with a blank between them.
    practices text not null,
    guide_version text not null,
    -- open, closed
    state text not null,
    opened_at bigint not null,
    opened_by text not null,
    closes_at bigint not null,
    closed_at bigint,
    -- Frozen when the round closes: how many took part, of how many.
    took_part integer,
    asked integer
);
create unique index assessment_round_open on assessment_round (team) where state = 'open';
create index assessment_round_due on assessment_round (closes_at) where state = 'open';
create index assessment_round_of_team on assessment_round (team, opened_at);

-- Who has been asked; somebody who joins while the round is open is asked then.
create table assessment_invite (
    round text not null references assessment_round (id),
    person text not null,
    -- When the person came to the end of the form.
    finished_at bigint,
    primary key (round, person)
);

create table assessment_rating (
    round text not null references assessment_round (id),
    person text not null,
    practice text not null,
    side text not null,
    -- 0 where the person cannot say yet; never counted as a number.
    level integer not null,
    rated_at bigint not null,
    primary key (round, person, practice, side)
);

create table assessment_note (
    round text not null references assessment_round (id),
    person text not null,
    practice text not null,
    note text not null,
    primary key (round, person, practice)
);

create table assessment_dot (
    round text not null references assessment_round (id),
    person text not null,
    practice text not null,
    primary key (round, person, practice)
);

-- What the team was shown, as it was shown: never counted again. A figure that too few stand behind has no row.
create table assessment_figure (
    round text not null references assessment_round (id),
    practice text not null,
    side text not null,
    -- Answers at each level from 1 up, with a blank between them.
    counts text not null,
    cannot_say integer not null,
    primary key (round, practice, side)
);

create table assessment_importance (
    round text not null references assessment_round (id),
    practice text not null,
    dots integer not null,
    primary key (round, practice)
);
