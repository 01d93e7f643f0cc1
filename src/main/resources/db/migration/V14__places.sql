-- Channels, people and workspaces that the bot cannot reach any more; no row means that all is well.
create table gone (
    -- As people.Address writes it; workspace:ID for a workspace.
    place text primary key,
    -- archived, removed, deleted, deactivated, shut_out, uninstalled
    how text not null,
    since bigint not null,
    -- When to look again whether it is back.
    look_at bigint not null
);
create index gone_look on gone (look_at);

-- What was to go to a channel while it was gone, and goes there once it is back.
create table held_back (
    delivery text primary key references delivery (id),
    place text not null
);
create index held_back_at on held_back (place);

create index person_inactive on person (id) where active = 0;
