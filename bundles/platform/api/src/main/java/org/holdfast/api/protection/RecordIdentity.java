package org.holdfast.api.protection;

import java.util.Objects;

/**
 * Which record a sealed value belongs to. It is bound into the seal, so that a value moved to another row, column,
 * person or subsidiary no longer opens.
 *
 * @param table the table
 * @param column the column
 * @param rowId the row
 * @param subjectId the person or subsidiary the record is about
 * @param schemaVersion version of the plain record's form
 */
public record RecordIdentity(String table, String column, String rowId, String subjectId, int schemaVersion) {

    /** Checks that everything is there. */
    public RecordIdentity {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(rowId, "rowId");
        Objects.requireNonNull(subjectId, "subjectId");
    }
}
