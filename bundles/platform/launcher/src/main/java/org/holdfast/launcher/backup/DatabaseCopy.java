package org.holdfast.launcher.backup;

import java.nio.file.Path;
import java.util.Collection;
import org.holdfast.launcher.shred.Shredded;

/** Copies the two databases of a server out and in, in the database's own way. */
interface DatabaseCopy {

    /** Returns the word for the manifest: a backup of one database is not put into another. */
    String name();

    /**
     * Copies a database into a file, complete and as of one moment, while the server may go on.
     *
     * @param kind which of the two
     * @param target the file to write
     */
    void dump(BackupKind kind, Path target);

    /** Returns whether there is nothing that would be replaced. */
    boolean isEmpty();

    /**
     * Puts the copies in place. What they replace is kept aside.
     *
     * @param folder the folder in which {@link CopyCheck} has prepared them: for each kind a folder by its code
     * @param data copy of the main database
     * @param keys copy of the wrapped keys
     */
    void replace(Path folder, Path data, Path keys);

    /**
     * Destroys keys in the store of wrapped keys that is in place.
     *
     * @param shredded whose
     */
    void shred(Collection<Shredded> shredded);
}
