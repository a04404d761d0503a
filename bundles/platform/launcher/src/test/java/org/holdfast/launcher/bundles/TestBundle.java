package org.holdfast.launcher.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.EmbeddedResource;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.holdfast.api.TimeLimit;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;

/** A small bundle that a test writes, compiled by the JDK and packed by bnd as a vendor's would be. */
final class TestBundle {
    private static final List<Class<?>> COMPILED_AGAINST =
            List.of(TimeLimit.class, Bundle.class, Component.class, Logger.class);

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> resources = new LinkedHashMap<>();

    private TestBundle(String symbolicName) {
        headers.put("Bundle-SymbolicName", symbolicName);
        headers.put("Bundle-Version", "1.0.0");
    }

    static TestBundle named(String symbolicName) {
        return new TestBundle(symbolicName);
    }

    /** A bundle with one industry model whose {@code code()} is the given body. */
    static TestBundle withModel(String symbolicName, String componentAttributes, String codeBody) {
        return named(symbolicName).source("acme.Model", """
                package acme;
                import java.util.List;
                import org.holdfast.api.industry.FeatureDefinition;
                import org.holdfast.api.industry.IndustryModel;
                import org.holdfast.api.industry.Scorecard;
                import org.osgi.service.component.annotations.Component;
                @Component(%s)
                public class Model implements IndustryModel {
                    @Override public String code() { %s }
                    @Override public String version() { return Integer.toHexString(System.identityHashCode(this)); }
                    @Override public List<FeatureDefinition> features() { return List.of(); }
                    @Override public Scorecard scorecard() { throw new IllegalArgumentException("none"); }
                }
                """.formatted(componentAttributes, codeBody));
    }

    static TestBundle answering(String symbolicName, String code) {
        return withModel(symbolicName, "", "return \"" + code + "\";");
    }

    static TestBundle withActivator(String symbolicName, String startBody) {
        return named(symbolicName).header("Bundle-Activator", "acme.Start").source("acme.Start", """
                        package acme;
                        import org.osgi.framework.BundleActivator;
                        import org.osgi.framework.BundleContext;
                        public class Start implements BundleActivator {
                            @Override public void start(BundleContext context) throws Exception { %s }
                            @Override public void stop(BundleContext context) {}
                        }
                        """.formatted(
                        startBody));
    }

    TestBundle version(String version) {
        return header("Bundle-Version", version);
    }

    TestBundle header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    TestBundle source(String className, String source) {
        sources.put(className, source);
        return this;
    }

    TestBundle resource(String path, String content) {
        resources.put(path, content);
        return this;
    }

    Path writeTo(Path jar) {
        try (Builder builder = new Builder()) {
            Path classes = Files.createTempDirectory(jar.getParent(), "classes");
            compile(classes);
            headers.forEach(builder::setProperty);
            builder.setProperty("-noextraheaders", "true");
            if (!sources.isEmpty()) {
                builder.setProperty("Private-Package", "acme");
            } else {
                builder.setProperty("-resourceonly", "true");
            }
            builder.addClasspath(classes.toFile());
            for (Class<?> type : COMPILED_AGAINST) {
                builder.addClasspath(place(type));
            }
            packed(builder).write(jar.toFile());
            assertThat(builder.getErrors()).isEmpty();
            return jar;
        } catch (Exception e) {
            throw new AssertionError("the test's bundle could not be built", e);
        }
    }

    private Jar packed(Builder builder) throws Exception {
        Jar built = builder.build();
        for (Map.Entry<String, String> resource : resources.entrySet()) {
            built.putResource(
                    resource.getKey(), new EmbeddedResource(resource.getValue().getBytes(StandardCharsets.UTF_8), 0));
        }
        return built;
    }

    private void compile(Path classes) {
        if (sources.isEmpty()) {
            return;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String classPath = COMPILED_AGAINST.stream()
                .map(type -> place(type).getPath())
                .collect(Collectors.joining(File.pathSeparator));
        List<SimpleJavaFileObject> files = sources.entrySet().stream()
                .map(source -> fileOf(source.getKey(), source.getValue()))
                .toList();
        List<String> options =
                List.of("-proc:none", "--release", "17", "-d", classes.toString(), "-classpath", classPath);
        assertThat(compiler.getTask(null, null, null, options, null, files).call())
                .isTrue();
    }

    private static SimpleJavaFileObject fileOf(String className, String source) {
        URI address = URI.create("string:///" + className.replace('.', '/') + ".java");
        return new SimpleJavaFileObject(address, javax.tools.JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }

    private static File place(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(type.getName().toLowerCase(Locale.ROOT), e);
        }
    }
}
