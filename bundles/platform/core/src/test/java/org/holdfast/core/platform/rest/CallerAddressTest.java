package org.holdfast.core.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.holdfast.launcher.config.Network;
import org.junit.jupiter.api.Test;

class CallerAddressTest {
    private static final List<Network> LOCAL = List.of(Network.of("127.0.0.0/8").orElseThrow());

    @Test
    void aTrustedProxyTellsTheCallersAddress() {
        assertThat(CallerAddress.of("127.0.0.1", List.of("203.0.113.9"), LOCAL)).isEqualTo("203.0.113.9");
        assertThat(CallerAddress.of("127.0.0.1", List.of(), LOCAL)).isEqualTo("127.0.0.1");
    }

    @Test
    void whatTheCallerPutInFrontIsNotBelieved() {
        assertThat(CallerAddress.of("127.0.0.1", List.of("127.0.0.1, 203.0.113.9"), LOCAL))
                .isEqualTo("203.0.113.9");
        assertThat(CallerAddress.of("203.0.113.9", List.of("127.0.0.1"), LOCAL)).isEqualTo("203.0.113.9");
    }

    @Test
    void aProxyThatTellsNoAddressMakesTheCallerUnknownAndNotLocal() {
        assertThat(CallerAddress.of("127.0.0.1", List.of("unknown"), LOCAL)).isEmpty();
    }
}
