package org.holdfast.core.offboarding.events;

import java.util.random.RandomGenerator;
import org.holdfast.core.platform.database.Database;

/**
 * The database as a server sees it that dies in the midst of its work: at some call, before, within or just after its transaction, and
 * then for good.
 */
final class MortalDatabase implements Database {
    private final Database living;
    private final RandomGenerator random;
    private int calls;

    MortalDatabase(Database living, RandomGenerator random, int calls) {
        this.living = living;
        this.random = random;
        this.calls = calls;
    }

    /** The server is dead. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public <T> T call(Work<T> work) {
        calls--;
        if (calls < 0 || (calls == 0 && random.nextInt(3) == 0)) {
            throw new Killed();
        }
        boolean within = calls == 0 && random.nextBoolean();
        T result = living.call(connection -> {
            T found = work.on(connection);
            if (within) {
                throw new Killed();
            }
            return found;
        });
        if (calls <= 0) {
            throw new Killed();
        }
        return result;
    }

    @Override
    public void afterCommit(Runnable action) {
        living.afterCommit(action);
    }
}
