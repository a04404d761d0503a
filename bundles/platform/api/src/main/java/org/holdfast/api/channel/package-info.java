/** Carrying reminders to accounts elsewhere: messengers, short messages. */
@Export
@Version("1.0.0")
package org.holdfast.api.channel;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
