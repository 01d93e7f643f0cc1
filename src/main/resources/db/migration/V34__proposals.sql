-- The wish to move a journey to another stage. A coach answers it; while one waits, its journey has no other.
create table journey_proposal (
    id text primary key,
    team text not null references team (id),
    practice text not null,
    from_stage text not null,
    to_stage text not null,
    person text not null,
    reason text not null,
    at bigint not null,
    -- open, countersigned, not_yet, taken_back, overtaken
    state text not null,
    -- Who answered and when, null while it waits; and the word that was said with it.
    answered_by text,
    answered_at bigint,
    word text not null
);
create unique index journey_proposal_open on journey_proposal (team, practice) where state = 'open';
create index journey_proposal_of_team on journey_proposal (team, at);

-- The coach whose name stands under a move beside the proposer's; null where nobody countersigned.
alter table journey_move add column countersigner text;
