package dev.stagecoach.outbox;

import java.time.Instant;
import java.util.Optional;

/**
 * What a row of the outbox has to do with others, and with its reader's day.
 *
 * @param parent the row of the message in whose thread this one belongs
 * @param lead the row of the message that this one went out with, where that is not its own
 * @param follows the row of the message that this one repeats, or that its reader has put off
 * @param policy how it meets its reader's day, where not as its kind does
 * @param latest when it goes out even though the week's budget is spent
 */
record MessageLinks(Optional<String> parent, Optional<String> lead, Optional<String> follows,
        Optional<SendPolicy> policy, Optional<Instant> latest) {}
