package org.holdfast.launcher.host;

import java.util.Optional;
import org.holdfast.launcher.config.LimitSettings;
import org.holdfast.launcher.config.UploadSettings;
import org.holdfast.launcher.https.Https;

/**
 * How calls come in.
 *
 * @param https HTTPS of this server; empty where it is off
 * @param limits how often may be called
 * @param uploads how much may be uploaded to be handed over
 */
public record Traffic(Optional<Https> https, LimitSettings limits, UploadSettings uploads) {}
