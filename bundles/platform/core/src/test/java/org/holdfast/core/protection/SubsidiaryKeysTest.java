package org.holdfast.core.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.holdfast.api.protection.KeyPath;
import org.holdfast.api.protection.WrappedKey;
import org.junit.jupiter.api.Test;

class SubsidiaryKeysTest {
    private static final UUID SUBSIDIARY = new UUID(1, 1);
    private static final UUID PERSON = new UUID(2, 2);

    private final WrappedKey own = key("own", SUBSIDIARY, 1);
    private final WrappedKey next = key("next", SUBSIDIARY, 2);
    private final SubsidiaryKeys keys = new SubsidiaryKeys(
            SUBSIDIARY,
            Map.of(SUBSIDIARY, KeyPath.ofSubsidiary(own), PERSON, KeyPath.ofPerson(own, key("person", PERSON, 3))),
            null);

    @Test
    void aKeyThatIsDestroyedIsHandedBackInItsLastWrapToBeForgotten() {
        WrappedKey anew = key("person", PERSON, 4);
        keys.rewrapped(next, anew);

        assertThat(keys.remove(PERSON)).contains(anew);
        assertThat(keys.remove(PERSON)).isEmpty();
    }

    @Test
    void aWrapThatWasMadeBeforeTheKeyWasDestroyedDoesNotBringItBack() {
        WrappedKey anew = key("own", SUBSIDIARY, 5);
        keys.remove(PERSON);

        keys.rewrapped(next, key("person", PERSON, 4));
        keys.rewrapped(anew);

        assertThat(keys.of(PERSON)).isNull();
        assertThat(keys.own()).isSameAs(anew);
    }

    private static WrappedKey key(String id, UUID owner, int bytes) {
        return new WrappedKey(id, owner.toString(), new byte[] {(byte) bytes});
    }
}
