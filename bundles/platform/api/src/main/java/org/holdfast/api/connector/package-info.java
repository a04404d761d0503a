/** Reading data from outside, and ending the accounts that people have there. */
@Export
@Version("1.1.0")
package org.holdfast.api.connector;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
