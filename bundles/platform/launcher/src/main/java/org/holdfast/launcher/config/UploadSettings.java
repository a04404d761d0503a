package org.holdfast.launcher.config;

/**
 * How much may be uploaded to be handed over, as the settings say.
 *
 * @param largestMegabytes largest file, in MiB
 * @param subsidiaryGigabytes how much the files of a subsidiary may come to together, in GiB
 * @param unfinishedDays after how many days without a further piece an unfinished upload is removed
 */
public record UploadSettings(int largestMegabytes, int subsidiaryGigabytes, int unfinishedDays) {
    private static final int MOST = 1_000_000;

    /**
     * Reads and checks the settings.
     *
     * @param configuration the server's settings
     * @return what they say
     */
    public static UploadSettings of(Configuration configuration) {
        return new UploadSettings(
                configuration.number(Setting.UPLOAD_LARGEST, 1, MOST),
                configuration.number(Setting.UPLOAD_QUOTA, 1, MOST),
                configuration.number(Setting.UPLOAD_DAYS, 1, 365));
    }
}
