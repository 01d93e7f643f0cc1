package dev.stagecoach.app;

import java.time.Instant;

import dev.stagecoach.chat.Events;
import dev.stagecoach.chat.Presence;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Roster;
import dev.stagecoach.people.UnreachableReason;

/** Hands on what happens in the workspace: people to the roster, channels that come and go to whoever
 * keeps an eye on them, visits to the Home tab. */
public final class WorkspaceEvents implements Events {
    private final Roster roster;
    private final Presence presence;
    private final HomeTab home;

    public WorkspaceEvents(Roster roster, Presence presence, HomeTab home) {
        this.roster = roster;
        this.presence = presence;
        this.home = home;
    }

    @Override
    public void joined(ChannelId channel, PersonId person, Instant now) {
        roster.joined(channel, person, now);
        home.refreshChanged();
    }

    @Override
    public void left(ChannelId channel, PersonId person, Instant now) {
        roster.left(channel, person, now);
        home.refreshChanged();
    }

    @Override
    public void personChanged(PersonId person, Instant now) {
        roster.personChanged(person, now);
        home.refreshChanged();
    }

    @Override
    public void channelGone(ChannelId channel, UnreachableReason how, Instant now) {
        presence.gone(channel, how, now);
    }

    @Override
    public void channelBack(ChannelId channel, Instant now) {
        presence.back(channel, now);
    }

    @Override
    public void channelUnarchived(ChannelId channel, Instant now) {
        presence.perhapsBack(channel, now);
    }

    @Override
    public void channelMoved(ChannelId from, ChannelId to, Instant now) {
        presence.moved(from, to, now);
    }

    @Override
    public void shutOut(String workspace, UnreachableReason how, Instant now) {
        presence.shutOut(workspace, how, now);
    }

    @Override
    public void homeOpened(PersonId person, Instant now) {
        home.opened(person);
    }
}
