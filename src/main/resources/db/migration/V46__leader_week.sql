-- The weekly question to a leader about the own goal; one for each person, however many teams that person leads.
create table leader_week (
    person text primary key,
    team text not null references team (id),
    -- Null while the leader does not want to be asked.
    next_at bigint,
    -- When it was asked last; null before the first time.
    asked_at bigint
);
create index leader_week_next on leader_week (next_at);
