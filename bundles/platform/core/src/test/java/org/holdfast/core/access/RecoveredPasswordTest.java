package org.holdfast.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.holdfast.launcher.keys.OneTimePassword;
import org.junit.jupiter.api.Test;

class RecoveredPasswordTest {
    @Test
    void aPasswordMadeWhileTheServerWasStoppedOpensTheLogInAndNoOtherDoes() {
        OneTimePassword made = OneTimePassword.random();
        PasswordHashes hashes = new PasswordHashes();

        assertThat(hashes.fits(made.text().toCharArray(), made.hash())).isTrue();
        assertThat(hashes.fits((made.text() + "x").toCharArray(), made.hash())).isFalse();
        assertThat(hashes.fits(OneTimePassword.random().text().toCharArray(), made.hash()))
                .isFalse();
    }
}
