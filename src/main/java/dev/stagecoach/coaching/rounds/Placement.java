package dev.stagecoach.coaching.rounds;

import dev.stagecoach.guide.Side;
import dev.stagecoach.people.PersonId;

/** Where one person placed one side of a practice, without the note, which stays its author's. */
record Placement(PersonId person, String practice, Side side, Choice choice) {}
