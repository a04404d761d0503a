package org.holdfast.launcher.config;

/**
 * How often may be called, as the settings say. 0 for no limit.
 *
 * @param addressPerMinute calls in a minute from one address, of those that need no sign-on or are refused
 * @param sessionPerMinute calls in a minute of one session
 * @param tokenPerMinute calls in a minute with one token
 */
public record LimitSettings(int addressPerMinute, int sessionPerMinute, int tokenPerMinute) {
    private static final int MOST = 1_000_000;

    /**
     * Reads and checks the settings.
     *
     * @param configuration the server's settings
     * @return what they say
     */
    public static LimitSettings of(Configuration configuration) {
        return new LimitSettings(
                configuration.number(Setting.LIMIT_ADDRESS, 0, MOST),
                configuration.number(Setting.LIMIT_SESSION, 0, MOST),
                configuration.number(Setting.LIMIT_TOKEN, 0, MOST));
    }
}
