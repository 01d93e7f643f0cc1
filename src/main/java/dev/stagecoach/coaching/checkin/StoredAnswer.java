package dev.stagecoach.coaching.checkin;

import dev.stagecoach.people.DataKind;

/** One answer as it is stored; {@code kind} says which row of the visibility matrix it falls under. */
record StoredAnswer(String question, String value, DataKind kind) {}
