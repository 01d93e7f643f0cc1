/** What is due for a person, said once a week within their budget, so that nothing waits on the Home tab unseen. */
@NullMarked
package dev.stagecoach.coaching.due;

import org.jspecify.annotations.NullMarked;
