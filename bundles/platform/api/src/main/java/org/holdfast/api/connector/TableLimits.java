package org.holdfast.api.connector;

/**
 * What reading a file may cost, so that a hostile file cannot take the server down.
 *
 * @param maxCellCharacters longest cell; a longer one is a problem of its row
 * @param maxColumns most columns
 * @param maxUnpackedBytes most bytes after unpacking
 */
public record TableLimits(int maxCellCharacters, int maxColumns, long maxUnpackedBytes) {

    /** Limits that fit the import files: 32,767 characters a cell (as in a spreadsheet), 200 columns, 8 GiB. */
    public static final TableLimits IMPORT = new TableLimits(32_767, 200, 8L << 30);

    /** Checks that all are positive. */
    public TableLimits {
        if (maxCellCharacters < 1 || maxColumns < 1 || maxUnpackedBytes < 1) {
            throw new IllegalArgumentException("Limits are positive");
        }
    }
}
