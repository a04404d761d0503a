package org.holdfast.core.protection.basis;

import java.util.UUID;

/**
 * What the use of data about the people of a subsidiary rests on has changed: bases, rule book, assessment, notices, or
 * whether scoring is stopped. A CDI event, fired once the change is committed.
 *
 * @param subsidiaryId the subsidiary
 */
public record BasesChanged(UUID subsidiaryId) {}
