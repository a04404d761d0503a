package org.holdfast.core.knowledge;

import org.holdfast.core.platform.rest.StatusCode;

/** Why something cannot be handed over. The names are part of the API. */
enum KnowledgeError implements StatusCode {
    /** Somebody else has changed it meanwhile. */
    HANDOVER_CHANGED(409),
    /** It is not in a state in which this can be done. */
    HANDOVER_STATE(409),
    /** The person stays: nothing is handed over any more. */
    HANDOVER_WITHDRAWN(409),
    /** Nobody has begun the handover list, and HR has not waived it. */
    HANDOVER_LIST_MISSING(409),
    /** Something mandatory was not accepted, and HR has not waived it. */
    HANDOVER_NOT_ACCEPTED(409),
    /** The minutes of the meeting are not signed by all, and HR has not waived it. */
    HANDOVER_MEETING_UNSIGNED(409),
    /** A meeting is accepted by signatures, and by nothing else. */
    HANDOVER_BY_SIGNATURES(409),
    /** Nobody is named who gets it. */
    HANDOVER_NO_RECIPIENT(409),
    /** It has files: they are removed before. */
    HANDOVER_HAS_FILES(409),
    /** A list has at most 200 items. */
    HANDOVER_LIST_FULL(409),
    /** The client speaks another version of the upload protocol. */
    UPLOAD_PROTOCOL(412),
    /** What was sent does not begin where the file ends so far. */
    UPLOAD_OFFSET(409),
    /** What arrived is not what was sent. */
    UPLOAD_CHECKSUM(460),
    /** The way of checking is not known. */
    UPLOAD_CHECKSUM_UNKNOWN(400),
    /** The file, or a piece that is checked, is larger than may be. */
    UPLOAD_TOO_LARGE(413),
    /** There is no room for the file. */
    UPLOAD_NO_ROOM(507),
    /** The sender went away; what has arrived is kept. */
    UPLOAD_CUT_OFF(400),
    /** Not all of the file has arrived yet. */
    UPLOAD_UNFINISHED(409),
    /** An item has at most 50 files. */
    UPLOAD_TOO_MANY(409),
    /** The part of the file that was asked for is not there. */
    RANGE_NOT_THERE(416);

    private final int status;

    KnowledgeError(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Category category() {
        return Category.USER;
    }
}
