package org.holdfast.core.protection;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.holdfast.api.protection.KeyRing;

/** A key ring that tells when it is asked. */
final class WatchedRing {
    private WatchedRing() {}

    /**
     * Returns a ring that answers as another does.
     *
     * @param before takes name and arguments of a method before it is called
     * @param after takes the name of a method that has answered
     */
    static KeyRing of(KeyRing ring, BiConsumer<String, List<Object>> before, Consumer<String> after) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            before.accept(method.getName(), arguments == null ? List.of() : Arrays.asList(arguments));
            try {
                Object answer = method.invoke(ring, arguments);
                after.accept(method.getName());
                return answer;
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        };
        return (KeyRing)
                Proxy.newProxyInstance(KeyRing.class.getClassLoader(), new Class<?>[] {KeyRing.class}, handler);
    }
}
