package dev.stagecoach.storage;

/**
 * Stands at both sides of every commit. Nobody does in production; a simulation ends the process there. What is thrown
 * goes to whoever writes.
 */
public interface CommitListener {

    /** The transaction's work is done and not on disk; what is thrown undoes it. */
    void before();

    /** The change is on disk; what is thrown does not undo it. */
    void after();

    /** Nobody watches. */
    static CommitListener unwatched() {
        return new CommitListener() {
            @Override
            public void before() {
                // nobody watches
            }

            @Override
            public void after() {
                // nobody watches
            }
        };
    }
}
