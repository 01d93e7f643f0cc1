-- The ledger: one row for each message that is to reach one address, written before it is sent.
create table delivery (
    id text primary key,
    -- What it is for; a second row with the same key is refused, so nothing is planned twice.
    unique_key text not null unique,
    kind text not null,
    address text not null,
    subject text not null,
    -- due, sending, sent, skipped, failed
    state text not null,
    due_at bigint not null,
    -- When to try next: due_at at first, later after a failed attempt, for a message as for its rewriting.
    try_at bigint not null,
    attempts integer not null,
    -- While sending or being rewritten: whose it is, when the attempt began, and when the claim lapses.
    claim text,
    attempt_at bigint,
    claimed_until bigint,
    -- Once sent: where it stands.
    channel text,
    ts text,
    sent_at bigint,
    -- Why it is late, skipped or failed, in words people understand.
    reason text,
    -- What stands in a message's thread is a row of its own; this is the message.
    parent text references delivery (id),
    -- A sent message: 0 is up to date, 1 is to be written again, 2 is being written again.
    stale integer not null,
    -- How often writing it again has failed.
    rewrites integer not null default 0
);
create index delivery_due on delivery (try_at, due_at, id) where state = 'due';
create index delivery_due_at_address on delivery (address) where state = 'due';
create index delivery_sending on delivery (address, claimed_until) where state = 'sending';
create index delivery_stale on delivery (try_at, id) where stale = 1;
create index delivery_rewriting on delivery (claimed_until) where stale = 2;
create index delivery_parent on delivery (parent) where parent is not null;
create index delivery_planned on delivery (due_at, state);
