package org.holdfast.launcher.registry;

import org.holdfast.launcher.text.Message;

/**
 * A file of the bundles folder that is not loaded.
 *
 * @param file its name
 * @param reason why, as a sentence that names the file
 * @param code the same for programs, such as {@code bundleDistrust.notCounterSigned}
 */
public record RefusedFile(String file, Message reason, String code) {}
