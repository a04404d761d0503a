package org.holdfast.core.intake;

import java.util.UUID;

/**
 * A row that was written before what it refers to was there.
 *
 * @param subsidiaryId its subsidiary
 * @param childId the employee or department that was written
 * @param parentKey number of the superior or code of the parent
 * @param row the row
 */
record Link(UUID subsidiaryId, UUID childId, String parentKey, Cells row) {}
