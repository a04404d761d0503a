package org.holdfast.protection.aes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.holdfast.api.protection.WrappedKey;
import org.junit.jupiter.api.Test;

class KeyCacheTest {
    @Test
    void holdsTheLatestKeysAndNoMoreThanItsBound() {
        KeyCache cache = new KeyCache(320);
        UnwrappedKey latest = key();

        for (int i = 0; i < 5_000; i++) {
            cache.put(key());
        }
        cache.put(latest);

        assertThat(cache.size()).isBetween(160, 320);
        assertThat(cache.get(latest.id())).isSameAs(latest);
        assertThat(cache.get("unknown")).isNull();
    }

    @Test
    void aKeyInUseStaysWhileAnyNumberOfOthersPassesBy() {
        KeyCache cache = new KeyCache(320);
        UnwrappedKey used = key();
        cache.put(used);

        for (int i = 0; i < 5_000; i++) {
            cache.put(key());
            assertThat(cache.get(used.id())).isSameAs(used);
        }
    }

    @Test
    void aKeyThatIsToBeForgottenIsGoneWhetherItWasUsedOfLateOrNot() {
        KeyCache cache = new KeyCache(6_400);
        List<UnwrappedKey> all = Stream.generate(KeyCacheTest::key).limit(5_000).toList();
        all.forEach(cache::put);

        all.forEach(key -> cache.remove(key.id()));

        assertThat(cache.size()).isZero();
    }

    @Test
    void aKeyThatIsToBeForgottenIsNotHeldAndTheOthersAre() {
        KeyCache cache = new KeyCache(320);
        UnwrappedKey destroyed = key();
        UnwrappedKey other = key();
        cache.put(destroyed);
        cache.put(other);

        cache.remove(destroyed.id());

        assertThat(cache.get(destroyed.id())).isNull();
        assertThat(cache.get(other.id())).isSameAs(other);
    }

    private static UnwrappedKey key() {
        String id = UUID.randomUUID().toString();
        return new UnwrappedKey(
                new WrappedKey(id, "owner", new byte[0]),
                "parent",
                new byte[32],
                new Suite(),
                new AesSealingKey(1, new SecretKeySpec(new byte[32], "AES")));
    }
}
