-- Where somebody says that the team stands on its goal's ladder; agreed once another person has confirmed it.
create table ladder_stand (
    id text primary key,
    goal text not null references goal (id),
    rung integer not null,
    line text not null,
    person text not null,
    at bigint not null,
    -- Empty and null until somebody else agrees.
    confirmed_by text not null,
    confirmed_at bigint
);
create index ladder_stand_of_goal on ladder_stand (goal, at);
