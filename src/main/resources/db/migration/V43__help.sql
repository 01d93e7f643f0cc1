-- Requests for a coach's help. What is asked is the tool "help", filled in under the same id; it goes when the request
-- is withdrawn.
create table help_request (
    id text primary key,
    team text not null references team (id),
    person text not null,
    -- OPEN, TAKEN, DONE, WITHDRAWN
    state text not null,
    -- Who takes it, from TAKEN on.
    coach text,
    asked_at bigint not null,
    changed_at bigint not null
);
create index help_request_of_team on help_request (team, state, asked_at);
