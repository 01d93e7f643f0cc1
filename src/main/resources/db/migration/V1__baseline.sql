-- All tables, by subject. Times are epoch milliseconds, days are ISO dates, ids are text; one set of SQL for SQLite and
-- PostgreSQL. Nothing has been released yet, so there is nothing to migrate from; what comes later has files of its own.

-- ========== People and teams ==========

create table person (
    id text primary key,
    name text not null,
    zone text not null,
    kind text not null,
    active integer not null,
    seen_at bigint not null
);
create index person_inactive on person (id) where active = 0;

create table team (
    id text primary key,
    channel text not null unique,
    name text not null,
    school text not null,
    zone text not null,
    meeting_day text not null,
    meeting_time text not null,
    checkin_weeks integer not null,
    summary_day text not null,
    summary_time text not null,
    summary_on integer not null,
    created_at bigint not null,
    created_by text not null
);

-- One row for each time that somebody belongs to a team; left_at is null while the person does.
create table membership (
    id text primary key,
    team text not null references team (id),
    person text not null references person (id),
    role text not null,
    joined_at bigint not null,
    -- Since when the person has this role; what was placed before is not for their eyes.
    role_at bigint not null,
    left_at bigint
);
create unique index membership_now on membership (team, person) where left_at is null;
create index membership_of_person on membership (person) where left_at is null;

-- People of the channel whom the coach keeps out of the team.
create table left_out (
    team text not null references team (id),
    person text not null,
    primary key (team, person)
);

-- Leaders who are in their team's channel and read what is posted there; the team is told once of each coming.
create table channel_reader (
    team text not null references team (id),
    person text not null references person (id),
    since bigint not null,
    -- null until the team is told
    announced_at bigint,
    -- null until the members have had their time to answer
    counted_at bigint,
    primary key (team, person)
);
create index channel_reader_new on channel_reader (since) where announced_at is null;

-- When each team's members are next compared with the people of its channel.
create table roster_sync (
    team text primary key references team (id),
    due_at bigint not null
);
create index roster_sync_due on roster_sync (due_at);

-- The last change of each team's settings; whoever saves names the number that the form was opened on.
create table team_edit (
    team text primary key references team (id),
    number integer not null,
    person text not null,
    at bigint not null
);

-- What a person wants of the bot; nobody has a row who never changed anything.
create table preference (
    person text primary key,
    -- The first day on which check-ins come again, as yyyy-mm-dd in the zone of whoever asks; null while not paused.
    paused_until text,
    changed_at bigint not null,
    -- Both null or none; as yyyy-mm-dd, both days included.
    away_from text,
    away_until text,
    -- Both null or none; as hh:mm in the person's zone.
    quiet_from text,
    quiet_to text
);

-- Kinds of messages that a person does not want.
create table preference_stop (
    person text not null,
    kind text not null,
    primary key (person, kind)
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

-- A school: what its teams share. Two of one name may be there; a team that names one joins it when the school agrees.
create table school (
    id text primary key,
    workspace text not null,
    -- The name as it is compared: lower case, letters and digits with single blanks between them.
    name text not null
);
create index school_of_name on school (workspace, name);

-- At which school a team is. It reads what the school shares at once, and changes it once the school has agreed.
create table school_team (
    team text primary key references team (id),
    school text not null references school (id),
    -- null until a coach or leader of the school says that the team is one of its teams
    agreed_at bigint
);
create index school_team_of on school_team (school);

-- What somebody changed for all teams of a school, in words for the coaches of the others.
create table school_change (
    id text primary key,
    school text not null references school (id),
    team text not null,
    person text not null,
    words text not null,
    at bigint not null
);
create index school_change_of on school_change (school, at);

-- Days on which a school's teams hear nothing: holidays, breaks, testing weeks.
create table school_days (
    id text primary key,
    school text not null references school (id),
    -- HOLIDAY, BREAK, TESTING
    kind text not null,
    -- yyyy-mm-dd, both days included.
    first_day text not null,
    last_day text not null,
    name text not null,
    added_at bigint not null,
    unique (school, first_day, last_day, name)
);

-- The same, where a file beside the bot's settings says so: the file is the truth, and each start reads it again.
create table school_file_days (
    id text primary key,
    -- The name of the schools that it is for, as it is compared.
    school text not null,
    kind text not null,
    first_day text not null,
    last_day text not null,
    name text not null,
    unique (school, first_day, last_day, name)
);

-- What is wrong with a school's file beside the bot's settings, since the start that found it.
create table school_file_trouble (
    -- The schools' name as it is compared.
    school text not null,
    words text not null,
    since bigint not null,
    primary key (school, words)
);

-- A calendar that somebody has uploaded and not saved yet.
create table school_days_draft (
    id text primary key,
    team text not null references team (id),
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

-- ========== The outbox ==========

-- The outbox: one row for each message that is to reach one address, written before it is sent.
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
    rewrites integer not null default 0,
    -- Whose business the message is.
    team text not null,
    -- How the message meets its reader's day, where not as its kind does: NUDGE, REQUEST, REPORT or ECHO.
    manner text,
    -- When it goes out at the latest, however much its reader was asked for in the week; null where it can wait.
    latest_at bigint,
    -- The message that this one repeats, or that its reader has put off.
    follows text references delivery (id),
    -- Several messages may go out as one; then this is the first of them, whose id is the mark of them all.
    lead text references delivery (id),
    -- 1: this message has used one of its reader's nudges of the week in which attempt_at lies.
    spent integer not null default 0
);
create index delivery_due on delivery (try_at, due_at, id) where state = 'due';
create index delivery_due_at_address on delivery (address) where state = 'due';
create index delivery_sending on delivery (address, claimed_until) where state = 'sending';
create index delivery_stale on delivery (try_at, id) where stale = 1;
create index delivery_rewriting on delivery (claimed_until) where stale = 2;
create index delivery_parent on delivery (parent) where parent is not null;
create index delivery_planned on delivery (due_at, state);
create index delivery_lead on delivery (lead) where lead is not null;
create index delivery_lead_at on delivery (channel, ts) where lead is not null;
create index delivery_spent on delivery (address, attempt_at) where spent = 1;
create index delivery_of_address on delivery (address, due_at);
create index delivery_of_team on delivery (team, due_at);
create index delivery_failed on delivery (due_at) where state = 'failed';

-- Channels, people and workspaces that the bot cannot reach any more; no row means that all is well.
create table gone (
    -- As people.Address writes it; workspace:ID for a workspace.
    place text primary key,
    -- archived, removed, deleted, taken, deactivated, shut_out, uninstalled
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

-- Calls and events that have changed something, so that none does it twice. The row is written in the same
-- transaction as the change; a few days later it is removed.
create table handled (
    -- What Slack names the call by, and for a form a digest of what stood in it.
    call text primary key,
    person text not null,
    at bigint not null,
    -- 0 while a form waits to be handled: Slack has been told that it was taken.
    done integer not null,
    -- What was sent in, only while it waits.
    payload text,
    -- How it was answered, for its sender only; null where that is not kept, or not any more.
    answer text
);
create index handled_old on handled (at);
create index handled_answered on handled (at) where answer is not null;
create index handled_waiting on handled (at) where done = 0;

-- Written by whoever asks whether this database can be written; one row.
create table pulse (
    id integer primary key,
    beats bigint not null
);

-- ========== Check-ins ==========

-- What a team is asked, whom, and how often.
create table checkin_schedule (
    id text primary key,
    team text not null references team (id),
    question_set text not null,
    -- As outbox.Recurrence writes it, read in the team's zone.
    recurrence text not null,
    -- 1 for the one schedule that came with the team's settings; edited says whether a coach has changed it since.
    automatic integer not null,
    edited integer not null,
    -- Who paused it: coach or settings; null while it runs.
    paused_by text,
    -- The stage in which a coach wants these questions kept, though the guide has others for it.
    stays_in text,
    next_due bigint not null,
    created_at bigint not null,
    removed_at bigint
);
create index checkin_schedule_due on checkin_schedule (next_due) where paused_by is null and removed_at is null;
create index checkin_schedule_of_team on checkin_schedule (team, created_at) where removed_at is null;
create unique index checkin_schedule_automatic on checkin_schedule (team) where automatic = 1;

-- The chosen people of a schedule; without any, the whole team is asked.
create table checkin_chosen (
    schedule text not null references checkin_schedule (id),
    person text not null,
    primary key (schedule, person)
);

-- One asking. The slot is the local date, so nobody is asked twice a day by one schedule.
create table checkin_occasion (
    id text primary key,
    schedule text not null references checkin_schedule (id),
    team text not null references team (id),
    question_set text not null,
    slot text not null,
    asked_at bigint not null,
    -- When a summary took the answers in; from then on they stay as they are.
    closed_at bigint,
    unique (schedule, slot)
);
create index checkin_occasion_of_team on checkin_occasion (team, asked_at);
create index checkin_occasion_open on checkin_occasion (asked_at) where closed_at is null;

create table checkin_asked (
    occasion text not null references checkin_occasion (id),
    person text not null,
    -- open, answered, skipped
    state text not null,
    snoozes integer not null,
    snoozed_until bigint,
    -- 1 where the author shows the typed lines to the team.
    shown integer not null,
    changed_at bigint not null,
    -- sent, asking (sent, with the question which rhythm the person wants), rested (not sent: every second one only).
    turn text not null,
    -- When somebody who has not answered is asked once more; null where that is done or not to be.
    repeat_at bigint,
    -- When to see whether a later message about this stands, so that the earlier ones are written anew; null for nothing.
    follow_at bigint,
    primary key (occasion, person)
);
create index checkin_asked_open on checkin_asked (person, occasion) where state = 'open';
create index checkin_asked_repeat on checkin_asked (repeat_at) where repeat_at is not null;
create index checkin_asked_follow on checkin_asked (follow_at) where follow_at is not null;
create index checkin_asked_of_person on checkin_asked (person, occasion);

create table checkin_answer (
    occasion text not null,
    person text not null,
    question text not null,
    value text not null,
    -- Which row of the visibility matrix it falls under.
    kind text not null,
    primary key (occasion, person, question),
    foreign key (occasion, person) references checkin_asked (occasion, person)
);

-- The rhythm that a person chose when asked: every, second. Nobody has a row who never chose.
create table checkin_choice (
    person text primary key,
    choice text not null,
    chosen_at bigint not null
);

-- When each team is next looked at, whether it has gone quiet.
create table quiet_watch (
    team text primary key references team (id),
    look_at bigint not null
);
create index quiet_watch_due on quiet_watch (look_at);

-- ========== Self-assessment rounds ==========

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
    asked integer,
    -- Who sees what the round says, as it was when it was opened: confidential, open, joint.
    mode text not null
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

-- What a person notes for nobody else, on one side of a practice.
create table assessment_note (
    round text not null references assessment_round (id),
    person text not null,
    practice text not null,
    side text not null,
    note text not null,
    primary key (round, person, practice, side)
);

-- What a person says about a round as a whole, for nobody else: which class was in mind, and how sure the person is.
-- It goes into no figure.
create table assessment_frame (
    round text not null references assessment_round (id),
    person text not null,
    class_label text not null,
    -- low, mid, high; empty where nothing is said.
    confidence text not null,
    primary key (round, person)
);

create table assessment_dot (
    round text not null references assessment_round (id),
    person text not null,
    practice text not null,
    primary key (round, person, practice)
);

-- Pages of self-assessments that were sent in: a choice that was made on one before counts no more.
create table assessment_sent (
    opening text primary key,
    round text not null references assessment_round (id),
    person text not null,
    page integer not null
);
create index assessment_sent_by on assessment_sent (round, person);

-- What the team was shown, as it was shown: never counted again. A figure that may not be shown has no row here.
create table assessment_figure (
    round text not null references assessment_round (id),
    practice text not null,
    side text not null,
    -- Answers at each level from 1 up, with a blank between them; empty where all, or all but one, chose the same level,
    -- which is then not told.
    counts text not null,
    cannot_say integer not null,
    primary key (round, practice, side)
);

-- Who stands behind a figure that was shown, so that no later one can be held against it. The side of importance dots is
-- dots, and their practice is empty.
create table assessment_behind (
    round text not null references assessment_round (id),
    practice text not null,
    side text not null,
    person text not null,
    -- 1 where the person chose a level, 0 where they could not say yet.
    placed integer not null,
    primary key (round, practice, side, person)
);
create index assessment_behind_figure on assessment_behind (practice, side);

-- Figures that were not shown, and why: too_few, tells_too_much. Nothing of what was answered.
create table assessment_withheld (
    round text not null references assessment_round (id),
    practice text not null,
    side text not null,
    why text not null,
    primary key (round, practice, side)
);

create table assessment_importance (
    round text not null references assessment_round (id),
    practice text not null,
    -- 0 where all, or all but one, gave it one.
    dots integer not null,
    primary key (round, practice)
);

-- How the same people moved since an earlier round, counted once when the round closes. All five numbers are null
-- where too few placed it both times to say anything.
create table assessment_change (
    round text not null references assessment_round (id),
    practice text not null,
    side text not null,
    earlier text not null references assessment_round (id),
    up integer,
    same integer,
    down integer,
    -- People who placed it this time only, and the time before only.
    joined integer,
    gone integer,
    -- 1 where the middle of the same people lies below that of the time before.
    slipped integer not null,
    primary key (round, practice, side)
);

-- What leaders see of the answers of several teams of a school together; counted once, and never again.
create table assessment_pool (
    id text primary key,
    school text not null references school (id),
    practice text not null,
    side text not null,
    at bigint not null,
    teams integer not null,
    -- shared, lower, mixed, upper, or cells: 1-2:8 3-3:4 4-4:3
    told text not null
);
create index assessment_pool_of_school on assessment_pool (school, at);

-- Whose answers are in it, so that no later one can be held against it.
create table assessment_pool_person (
    pool text not null references assessment_pool (id),
    round text not null references assessment_round (id),
    person text not null,
    primary key (pool, person)
);

-- When each team is next looked at, whether a practice is due to be placed again.
create table reassessment_watch (
    team text primary key references team (id),
    look_at bigint not null
);
create index reassessment_watch_due on reassessment_watch (look_at);

-- What each member says to the question whether the team may see single placements; the author's alone. Only answers
-- given since the person joined count.
create table visibility_consent (
    team text not null references team (id),
    person text not null,
    -- 1 yes, 0 no
    open integer not null,
    answered_at bigint not null,
    primary key (team, person)
);

-- Whether a member minds that this leader reads in the channel; the author's alone. Only answers given since the person
-- joined count.
create table reader_consent (
    team text not null references team (id),
    leader text not null,
    person text not null,
    -- 1 fine, 0 rather not
    agrees integer not null,
    answered_at bigint not null,
    primary key (team, leader, person)
);

-- When the team was asked in its channel; no row where it was not.
create table visibility_asked (
    team text primary key references team (id),
    person text not null,
    at bigint not null
);

-- ========== Stages and goals ==========

-- A journey is a team taking up one practice; the team works on one of its journeys at a time.
create table journey (
    team text not null references team (id),
    practice text not null,
    stage text not null,
    started_at bigint not null,
    -- When the present stage began.
    since bigint not null,
    primary key (team, practice)
);

create table journey_focus (
    team text primary key references team (id),
    practice text not null
);

-- Choices of a practice (from_stage empty, or the same as to_stage) and moves between stages.
create table journey_move (
    id text primary key,
    team text not null references team (id),
    practice text not null,
    from_stage text not null,
    to_stage text not null,
    person text not null,
    reason text not null,
    at bigint not null,
    -- Who stood behind it beside its proposer: a coach, or a member where the team's only coach proposed it, or so many
    -- of so many members for a choice; null or 0 where it is not of that sort.
    countersigner text,
    seconder text,
    yes integer not null,
    members integer not null
);
create index journey_move_of_team on journey_move (team, at);

-- The wish to move a journey to another stage. A coach answers it, or a member where the team's only coach proposed
-- it; while one waits, its journey has no other.
create table journey_proposal (
    id text primary key,
    team text not null references team (id),
    practice text not null,
    from_stage text not null,
    to_stage text not null,
    person text not null,
    reason text not null,
    at bigint not null,
    -- open, countersigned, seconded, not_yet, taken_back, overtaken
    state text not null,
    -- Who answered and when, null while it waits; and the word that was said with it.
    answered_by text,
    answered_at bigint,
    word text not null
);
create unique index journey_proposal_open on journey_proposal (team, practice) where state = 'open';
create index journey_proposal_of_team on journey_proposal (team, at);

-- Somebody's wish that the team takes up a practice. The members say yes or no; a team has one open at a time.
create table practice_proposal (
    id text primary key,
    team text not null references team (id),
    practice text not null,
    reason text not null,
    person text not null,
    -- 1 where a coach proposed it, 0 a member
    of_coach integer not null,
    at bigint not null,
    -- When it is decided at the latest.
    closes_at bigint not null,
    -- open, chosen, not_chosen, taken_back, overtaken
    state text not null,
    -- Null while it is open; with how many of how many members had said yes then.
    ended_at bigint,
    yes integer not null,
    members integer not null
);
create unique index practice_proposal_open on practice_proposal (team) where state = 'open';
create index practice_proposal_due on practice_proposal (closes_at) where state = 'open';

-- What members say to it; a later word replaces an earlier one.
create table practice_vote (
    proposal text not null references practice_proposal (id),
    person text not null,
    -- 1 yes, 0 no
    yes integer not null,
    at bigint not null,
    primary key (proposal, person)
);

-- Gates of a stage that a coach has waived, with the reason that the team reads. A later reason replaces it.
create table gate_waiver (
    team text not null references team (id),
    practice text not null,
    stage text not null,
    gate text not null,
    person text not null,
    reason text not null,
    at bigint not null,
    primary key (team, practice, stage, gate)
);

-- What a team takes up after a practice; its latest word on each.
create table next_practice (
    team text not null references team (id),
    practice text not null,
    next text not null,
    reason text not null,
    person text not null,
    at bigint not null,
    primary key (team, practice)
);

create table goal (
    id text primary key,
    team text not null references team (id),
    practice text not null,
    -- The version that counts now; a save names the version it was written on.
    version integer not null,
    -- When the team saw it first; null while it is being written.
    published_at bigint,
    -- The first goal for a practice is 1; the one that follows a goal that was closed is the next.
    cycle integer not null,
    -- What the report on the goal before it says comes next; empty where nobody said so.
    idea text not null,
    unique (team, practice, cycle)
);

-- A goal whose work the team has ended, and how. A team has at most one goal for a practice that is not here.
create table goal_closing (
    goal text primary key references goal (id),
    -- REACHED, PARTLY, STOPPED
    result text not null,
    reason text not null,
    person text not null,
    at bigint not null
);

-- What the report said at that moment, so that it stays as it was.
create table goal_closing_line (
    goal text not null references goal_closing (goal),
    place integer not null,
    heading text not null,
    line text not null,
    primary key (goal, place)
);

-- Every state that a goal had; version 0 is the empty canvas. Days are ISO dates, empty where none was given.
create table goal_version (
    goal text not null references goal (id),
    version integer not null,
    person text not null,
    at bigint not null,
    reach text not null,
    side text not null,
    sentence text not null,
    baseline text not null,
    baseline_on text not null,
    baseline_source text not null,
    target text not null,
    target_on text not null,
    measure text not null,
    -- Who collects it, empty where nobody is named, and how often, by guide.Rhythm; empty where nothing is said.
    collector text not null,
    rhythm text not null,
    why text not null,
    obstacle text not null,
    support text not null,
    -- What a leader has promised for it, an item of a leader's log; empty where nothing is linked.
    promise text not null,
    -- The rungs of the ladder in the team's own words, from -2 to 2.
    ladder_below text not null,
    ladder_start text not null,
    ladder_hoped text not null,
    ladder_above text not null,
    ladder_far_above text not null,
    primary key (goal, version)
);

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

-- ========== Tools of the guide, filled in ==========

-- A tool of the guide, filled in by somebody. practice is empty where it belongs to none.
create table filled (
    id text primary key,
    team text not null references team (id),
    tool text not null,
    practice text not null,
    author text not null,
    -- The version of the guide that it was first filled in on.
    guide text not null,
    -- The version that counts now; a save names the version it was written on.
    version integer not null,
    made_at bigint not null,
    -- Since when others may read it who otherwise may not; null while it is its author's own.
    shared_at bigint
);
create index filled_of_team on filled (team, tool, practice, made_at);

create table filled_version (
    filled text not null references filled (id),
    version integer not null,
    person text not null,
    at bigint not null,
    primary key (filled, version)
);

-- What stands in a field; choices of many and counts take several places.
create table filled_entry (
    filled text not null references filled (id),
    version integer not null,
    field text not null,
    place integer not null,
    entry text not null,
    primary key (filled, version, field, place)
);

-- What somebody said about a session of the arc of learning: its owner, that it is prepared; a member, how the task
-- went. Of the members' words only counts leave the bot.
create table session_word (
    session text not null references filled (id),
    person text not null,
    about text not null,
    word text not null,
    at bigint not null,
    primary key (session, person, about)
);

-- What was counted for a growth measure, one count a day; counting again on the same day replaces it.
create table measure_count (
    measure text not null references filled (id),
    on_day text not null,
    person text not null,
    count_n integer not null,
    count_of integer not null,
    count_what text not null,
    at bigint not null,
    primary key (measure, on_day)
);

-- Days on which a coach says to have talked with the team about a practice; not with whom, nor about what.
create table coaching_contact (
    team text not null references team (id),
    practice text not null,
    on_day text not null,
    person text not null,
    at bigint not null,
    primary key (team, practice, on_day, person)
);

-- A try under way: the tool "try" filled in says what is changed, this how long it runs and how it ended.
create table try_run (
    filled text primary key references filled (id),
    -- 1 for the team's own, which everybody sees; else its owner decides who does.
    of_team integer not null,
    started_on text not null,
    -- After so many days of the school's calendar it is to be decided on.
    school_days integer not null,
    -- The try that this one adapts; empty for one that adapts none.
    adapts text not null,
    -- How it ended; empty and null while it is open.
    decision text not null,
    why text not null,
    decided_by text not null,
    decided_at bigint
);

-- What somebody counted or saw on the way.
create table try_note (
    id text primary key,
    filled text not null references filled (id),
    person text not null,
    at bigint not null,
    -- So many of so many, both or none.
    count_n integer,
    count_of integer,
    count_what text not null,
    words text not null
);
create index try_note_of_try on try_note (filled, at);

-- Somebody proposes that leaders may read the team's report, as it stands at that moment; another confirms it.
create table report_approval (
    id text primary key,
    filled text not null references filled (id),
    -- The version of what the team wrote.
    version integer not null,
    person text not null,
    at bigint not null,
    -- Empty and null until somebody else agrees.
    confirmed_by text not null,
    confirmed_at bigint
);
create index report_approval_of_report on report_approval (filled, at);

-- What the report said when it was proposed, so that leaders read what was approved and nothing that came later.
create table report_line (
    approval text not null references report_approval (id),
    place integer not null,
    heading text not null,
    line text not null,
    primary key (approval, place)
);

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

-- What became of what somebody promised: a leader in a goal or a log entry, or anybody of a team; no row while it is
-- open.
create table promise_outcome (
    -- The goal, the log entry or the promise.
    promised text primary key,
    -- KEPT, RELEASED
    state text not null,
    -- Why it was released; empty where there is nothing to say.
    word text not null,
    at bigint not null
);

-- When a team last asked its leaders for a goal and a log entry.
create table leader_request (
    team text primary key references team (id),
    asked_at bigint not null
);

-- The weekly question to a leader about the own goal; one for each person, however many teams that person leads.
create table leader_week (
    person text primary key,
    -- Where it was wished for; its time zone says when it is Friday.
    team text not null references team (id),
    -- Null while the leader does not want to be asked.
    next_at bigint,
    -- When it was asked last; null before the first time.
    asked_at bigint
);
create index leader_week_next on leader_week (next_at);

-- ========== Evidence, reflection, feedback ==========

create table evidence (
    id text primary key,
    team text not null references team (id),
    person text not null,
    practice text not null,
    type text not null,
    statement text not null,
    -- So many of so many, both or none.
    count_n integer,
    count_of integer,
    count_what text not null,
    cannot_show text not null,
    highlight integer not null,
    -- Who sees it: MINE its author alone, TEAM, or LEADERS as well, which its author alone decides.
    shown text not null,
    -- The message that it was saved from, as channel and ts; empty where there is none.
    from_channel text not null,
    from_ts text not null,
    logged_at bigint not null,
    -- How far a piece of evidence carries: keys of the guide's impact levels and of its learning cycle's phases, a link, and
    -- the goal that it belongs to. All may be empty.
    impact text not null,
    phase text not null,
    link text not null,
    goal text not null,
    -- Who saw it, by role, as the guide's form for evidence words it; empty where nothing is said.
    source text not null,
    -- When its author agreed that others see these words; null while only the author does.
    approved_at bigint
);
create index evidence_of_team on evidence (team, logged_at);

-- A prompt that was put before a person. prompt is empty for the free question.
create table reflection_served (
    id text primary key,
    team text not null references team (id),
    person text not null,
    prompt text not null,
    phase text not null,
    words text not null,
    served_at bigint not null,
    -- open, passed, answered
    state text not null
);
create index reflection_served_to on reflection_served (team, person, served_at);

-- One answer to one served prompt, its author's own; the words of the prompt are kept as they were asked.
create table reflection (
    id text primary key,
    served text not null unique,
    team text not null references team (id),
    person text not null,
    prompt text not null,
    answer text not null,
    written_at bigint not null,
    -- When its author shared it with the team; null while it is private.
    shared_at bigint
);
create index reflection_of_person on reflection (team, person, written_at);
create index reflection_shared on reflection (team, shared_at);

-- Feedback threads: one person's question to colleagues, in the turns of one of the guide's protocols.
create table feedback_thread (
    id text primary key,
    team text not null references team (id),
    practice text not null,
    -- The protocol's key in the guide.
    protocol text not null,
    presenter text not null,
    -- TEAM: everybody, in the channel; SOME: those in feedback_invited, privately.
    audience text not null,
    -- What the presenter has set out.
    goal text not null,
    tried text not null,
    evidence text not null,
    question text not null,
    -- OPEN, DONE (all turns are over), CLOSED (by the presenter, before that)
    state text not null,
    turn integer not null,
    turn_at bigint not null,
    -- When the turn ends at the latest; null where only the presenter ends it, and once the thread is over.
    until_at bigint,
    -- When the last of the others' turns ends at the latest.
    deadline_at bigint not null,
    opened_at bigint not null,
    ended_at bigint
);
create index feedback_thread_of_team on feedback_thread (team, state, opened_at);
create index feedback_thread_until on feedback_thread (until_at) where until_at is not null;

create table feedback_invited (
    thread text not null references feedback_thread (id),
    person text not null,
    primary key (thread, person)
);

-- What somebody said in a turn; no words: nothing to add.
create table feedback_said (
    thread text not null references feedback_thread (id),
    turn integer not null,
    person text not null,
    words text not null,
    at bigint not null,
    primary key (thread, turn, person)
);

create table feedback_decision (
    thread text primary key references feedback_thread (id),
    -- KEEP, CHANGE, TRY
    choice text not null,
    words text not null,
    on_day text not null,
    at bigint not null,
    -- Since when the team may read it in its summaries; null while the presenter has not said so.
    reported_at bigint,
    -- How it went: DONE, PARTLY, NOT_YET, DROPPED; null while nobody has said.
    outcome text,
    outcome_at bigint
);

-- ========== Visits ==========

-- A visit to somebody's room: offered by the host or asked for by the visitor, and taken by somebody else.
create table peer_visit (
    id text primary key,
    team text not null references team (id),
    practice text not null,
    -- OFFER: the person is the host; WISH: the person is the visitor.
    kind text not null,
    person text not null,
    -- Who took it; null while nobody has.
    partner text,
    -- The only one who may take it; null where everybody on the team may.
    asked text,
    -- The visit that this one returns; null where it returns none.
    returns text references peer_visit (id),
    look_for text not null,
    at bigint not null,
    -- OPEN, TAKEN, CANCELED
    state text not null,
    opened_at bigint not null,
    taken_at bigint,
    -- When the visitor said thank you.
    thanked_at bigint
);
create index peer_visit_of_team on peer_visit (team, state, at);

-- What one of the two saw and wonders; the other one reads it, and whoever its author lets.
create table peer_visit_note (
    visit text not null references peer_visit (id),
    person text not null,
    seen text not null,
    question text not null,
    at bigint not null,
    primary key (visit, person)
);

-- Whom the author of a note lets read it, beside the other of the two.
create table peer_visit_reader (
    visit text not null references peer_visit (id),
    author text not null,
    reader text not null,
    primary key (visit, author, reader)
);

-- A visitor asks the leaders for cover; they learn who and when.
create table peer_visit_cover (
    visit text primary key references peer_visit (id),
    person text not null,
    -- ASKED, ARRANGED, DECLINED, DROPPED (there is no such visit any more)
    state text not null,
    -- Who answered last.
    leader text,
    asked_at bigint not null
);

-- A few people walk through rooms with one look-for, and count.
create table learning_walk (
    id text primary key,
    team text not null references team (id),
    practice text not null,
    -- Who began it.
    person text not null,
    look_for text not null,
    at bigint not null,
    -- OPEN, CANCELED
    state text not null,
    opened_at bigint not null,
    -- Seen in so many of so many rooms; both or none.
    rooms_with integer,
    rooms integer,
    counted_at bigint
);
create index learning_walk_of_team on learning_walk (team, state, at);

create table learning_walker (
    walk text not null references learning_walk (id),
    person text not null,
    primary key (walk, person)
);

-- ========== Reading and scenes ==========

-- What somebody has read of what there is to read: a card of the introduction, the learning cycle, a resource. It is
-- the reader's own; teams see how many, never who.
create table reading_seen (
    person text not null,
    what text not null,
    at bigint not null,
    primary key (person, what)
);

-- What a school has filled in of the guide's resources, and the resources that it has added.
create table resource (
    school text not null references school (id),
    -- The guide's key, or an id of its own.
    id text not null,
    own integer not null,
    title text not null,
    why text not null,
    link text not null,
    minutes integer not null,
    -- Keys of the practices that it fits, with spaces between; empty for all.
    practices text not null,
    version integer not null,
    person text not null,
    at bigint not null,
    primary key (school, id)
);

-- A scene of the guide that somebody put to a team.
create table scene (
    id text primary key,
    team text not null references team (id),
    practice text not null,
    -- The scene's key in the guide.
    vignette text not null,
    opened_by text not null,
    opened_at bigint not null,
    closed_at bigint,
    -- Frozen when the scene closes: answers at each level from 1 up with a blank between them, and of how many members.
    counts text,
    cannot_say integer,
    asked integer,
    unique (team, vignette)
);
create index scene_of_practice on scene (team, practice, opened_at);

-- Where a member placed an open scene; 0 where they cannot say. It is theirs alone, and goes when the scene closes.
create table scene_placement (
    scene text not null references scene (id),
    person text not null,
    level integer not null,
    at bigint not null,
    primary key (scene, person)
);

-- ========== Help, promises, newcomers ==========

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

-- What somebody of a team has promised: a coach to the team, a member to the coach or the leaders.
create table promise (
    id text primary key,
    team text not null references team (id),
    person text not null,
    -- TEAM, COACH, LEADERS
    promised_to text not null,
    what text not null,
    due text,
    made_at bigint not null
);
create index promise_team on promise (team);

-- What a coach keeps in mind about a team; nobody else reads it.
create table coach_note (
    id text primary key,
    team text not null references team (id),
    author text not null,
    words text not null,
    made_at bigint not null
);
create index coach_note_team on coach_note (team, author, made_at);

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

-- ========== What is due ==========

-- When each team's people are next told what is due for them, where no check-in tells them.
create table due_schedule (
    team text primary key references team (id),
    tell_at bigint not null
);
create index due_schedule_at on due_schedule (tell_at);

-- What each person's last message of the week said was due, so that it is written anew when that has changed.
create table due_told (
    person text primary key,
    -- As yyyy-Www.
    week text not null,
    said text not null,
    -- So long it is kept up to date.
    until_at bigint not null
);

-- ========== Summaries ==========

-- When each team's next weekly summary is posted; a team without a row gets none.
create table summary_schedule (
    team text primary key references team (id),
    next_due bigint not null
);
create index summary_schedule_due on summary_schedule (next_due);

-- Who looked at what of whom, who was refused, and what coaches and leaders changed: added to, never changed.
create table access_log (
    id text primary key,
    at bigint not null,
    -- LOOKED, REFUSED or CHANGED
    act text not null,
    team text not null,
    person text not null,
    -- a kind of data, or an action's id
    what text not null,
    -- whose it was; empty where it was nobody's
    author text not null
);
create index access_log_author on access_log (author, at) where author <> '';
create index access_log_person on access_log (person, at);
-- ========== Retention ==========

-- How many rows of which table were deleted on a day because their time was over; nothing of what stood in them.
create table retention_count (
    on_day text not null,
    what text not null,
    how_many integer not null,
    at bigint not null,
    primary key (on_day, what)
);
