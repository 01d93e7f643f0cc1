package dev.stagecoach.door;

import java.time.Instant;

import dev.stagecoach.chat.Events;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Roster;

/** Hands on what happens in the workspace: people to the roster, visits to the Home tab. */
public final class WorkspaceEvents implements Events {
    private final Roster roster;
    private final HomeTab home;

    public WorkspaceEvents(Roster roster, HomeTab home) {
        this.roster = roster;
        this.home = home;
    }

    @Override
    public void joined(ChannelId channel, PersonId person, Instant now) {
        roster.joined(channel, person, now);
    }

    @Override
    public void left(ChannelId channel, PersonId person, Instant now) {
        roster.left(channel, person, now);
    }

    @Override
    public void personChanged(PersonId person, Instant now) {
        roster.personChanged(person, now);
    }

    @Override
    public void homeOpened(PersonId person, Instant now) {
        home.opened(person);
    }
}
