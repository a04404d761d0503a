/** The meeting about a handover: when it is, its minutes, and who of leaver, successors and head has signed them. */
@NullMarked
package org.holdfast.core.knowledge.meeting;

import org.jspecify.annotations.NullMarked;
