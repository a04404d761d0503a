package org.holdfast.launcher.bundles;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.holdfast.api.CalledDirectly;
import org.holdfast.api.ErrorCode;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.TimeLimit;
import org.holdfast.launcher.registry.CapabilityGoneException;
import org.holdfast.launcher.registry.RegistryError;
import org.holdfast.launcher.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the host and an object of a bundle: refuses calls to what is gone, limits their time, counts faults,
 * and gives the bundle its own context class loader. Objects of API interfaces that a call returns are guarded alike.
 */
final class CallGuard implements InvocationHandler {
    private static final String API = "org.holdfast.api.";

    private final InstalledBundle bundle;
    private final Object target;
    private final Class<?> type;
    private final BundleCalls calls;
    private final boolean direct;

    private CallGuard(InstalledBundle bundle, Object target, Class<?> type, BundleCalls calls) {
        this.bundle = bundle;
        this.target = target;
        this.type = type;
        this.calls = calls;
        this.direct = type.isAnnotationPresent(CalledDirectly.class);
    }

    static <T> T guard(InstalledBundle bundle, Object target, Class<T> type, BundleCalls calls) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, new CallGuard(bundle, target, type, calls)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments);
        }
        if (!bundle.callable()) {
            throw new CapabilityGoneException(bundle.name());
        }
        try {
            // The caller's thread keeps its own context class loader: it serves others, and what it starts is its own.
            Object result =
                    direct ? method.invoke(target, arguments) : timed(method, () -> method.invoke(target, arguments));
            return guarded(method, result);
        } catch (InvocationTargetException e) {
            throw judged(method, e.getCause() == null ? e : e.getCause());
        }
    }

    private @Nullable Object timed(Method method, Callable<@Nullable Object> call) throws InvocationTargetException {
        Future<@Nullable Object> future = calls.submit(bundle, call);
        int seconds = seconds(method);
        try {
            return future.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            calls.fault(bundle, Message.of("bundleReason.callTimedOut", name(method), seconds), true);
            throw new HoldfastException(
                    RegistryError.CAPABILITY_TIMED_OUT,
                    "Bundle " + bundle.name() + " did not answer within " + seconds
                            + " s and is quarantined. A thread of it may still run: restart the server when"
                            + " convenient.",
                    e);
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new HoldfastException(
                    RegistryError.CAPABILITY_FAILED, "The call of " + name(method) + " was interrupted.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InvocationTargetException inner) {
                throw inner;
            }
            throw new InvocationTargetException(e.getCause());
        }
    }

    /** What the API allows a service to throw is an answer; anything else is a fault of the bundle. */
    private Throwable judged(Method method, Throwable thrown) {
        boolean expected =
                thrown instanceof HoldfastException failure && failure.code().category() != ErrorCode.Category.INTERNAL;
        boolean answer = expected || thrown instanceof IllegalArgumentException;
        if (answer || List.of(method.getExceptionTypes()).contains(thrown.getClass())) {
            return thrown;
        }
        // The message of a foreign exception may hold personal data: only its type is kept.
        String kind = thrown.getClass().getName();
        calls.fault(
                bundle,
                Message.of("bundleReason.callFailed", name(method), kind),
                thrown instanceof VirtualMachineError);
        return new HoldfastException(
                RegistryError.CAPABILITY_FAILED,
                "Bundle " + bundle.name() + " failed in " + name(method) + " with " + kind
                        + ". Three faults within ten minutes quarantine it.");
    }

    private @Nullable Object guarded(Method method, @Nullable Object result) {
        Class<?> returned = method.getReturnType();
        boolean ofApi = returned.isInterface() && returned.getName().startsWith(API) && !returned.isSealed();
        return result == null || !ofApi ? result : guard(bundle, result, returned, calls);
    }

    private int seconds(Method method) {
        TimeLimit limit = method.getAnnotation(TimeLimit.class);
        if (limit == null) {
            limit = type.getAnnotation(TimeLimit.class);
        }
        return limit == null ? TimeLimit.DEFAULT_SECONDS : limit.seconds();
    }

    private String name(Method method) {
        return type.getSimpleName() + "." + method.getName();
    }

    private @Nullable Object ofObject(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> type.getSimpleName() + " of bundle " + bundle.name();
        };
    }
}
