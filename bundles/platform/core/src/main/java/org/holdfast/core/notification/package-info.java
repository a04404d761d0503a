/** What people are reminded of: in the console, and by mail. Rooms hand over what stands; nothing here names a person. */
@NullMarked
package org.holdfast.core.notification;

import org.jspecify.annotations.NullMarked;
