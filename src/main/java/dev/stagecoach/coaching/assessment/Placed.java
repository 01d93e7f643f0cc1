package dev.stagecoach.coaching.assessment;

import dev.stagecoach.guide.Side;
import dev.stagecoach.people.PersonId;

/** Where one person placed one side of a practice, without the note, which stays its author's. */
record Placed(PersonId person, String practice, Side side, Choice choice) {}
