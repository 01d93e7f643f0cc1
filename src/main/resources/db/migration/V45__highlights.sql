-- People of the team who are in a highlight: it is told to nobody else before each has agreed.
create table highlight_person (
    filled text not null,
    person text not null,
    -- AGREED, REFUSED; null while the person has not said
    answer text,
    answered_at bigint,
    primary key (filled, person)
);

-- Where something was told outside the school, by whoever told it.
create table highlight_told (
    filled text not null,
    place text not null,
    person text not null,
    at bigint not null,
    primary key (filled, place)
);

-- Who is beside somebody who joined a team later. The newcomer's row with the team's own id as newcomer names who looks
-- after newcomers while nobody is new.
create table induction_buddy (
    team text not null references team (id),
    newcomer text not null,
    buddy text not null,
    person text not null,
    at bigint not null,
    primary key (team, newcomer)
);

create table induction_done (
    team text not null references team (id),
    newcomer text not null,
    step text not null,
    person text not null,
    at bigint not null,
    primary key (team, newcomer, step)
);
