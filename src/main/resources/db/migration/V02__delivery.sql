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
    attempts integer not null,
    -- While sending: when the attempt began, and when its claim lapses.
    attempt_at bigint,
    claimed_until bigint,
    -- Once sent: where it stands.
    channel text,
    ts text,
    sent_at bigint,
    -- Why it is late, skipped or failed, in words people understand.
    reason text,
    -- 1 where a sent message is to be written again with its present content.
    stale integer not null
);
create index delivery_open on delivery (due_at, id) where state in ('due', 'sending');
create index delivery_stale on delivery (id) where stale = 1;
