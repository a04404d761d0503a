package org.holdfast.launcher.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.holdfast.launcher.config.HttpsSettings;
import org.holdfast.launcher.https.HttpsProvider;
import org.holdfast.launcher.start.StartFailure;

/** How Payara's own listener for HTTPS is set up: the names are those of its {@code domain.xml}. */
final class HttpsListener {
    private static final String NETWORK = "configs.config.server-config.network-config.";
    private static final String LISTENER = NETWORK + "network-listeners.network-listener.https-listener.";
    private static final String PROTOCOL = NETWORK + "protocols.protocol.https-listener.";
    private static final String SSL = PROTOCOL + "ssl.";
    private static final String NICKNAME = " cert-nickname=\"s1as\"";

    private HttpsListener() {}

    /** Returns the values to set, in their order. */
    static Map<String, String> values(HttpsSettings https) {
        Map<String, String> values = new LinkedHashMap<>();
        // The plain form of Grizzly, which asks Java for the managers by the names given here; the usual one of Payara
        // reads its own key store once.
        values.put(SSL + "classname", "org.glassfish.grizzly.config.ssl.JSSEImplementation");
        values.put(SSL + "key-algorithm", HttpsProvider.ALGORITHM);
        values.put(SSL + "trust-algorithm", HttpsProvider.ALGORITHM);
        values.put(SSL + "tls13-enabled", "true");
        values.put(SSL + "tls12-enabled", String.valueOf(https.tls12()));
        if (https.clients().authorities().isPresent()) {
            values.put(SSL + "client-auth", https.clients().neededForAll() ? "need" : "want");
        }
        // What renegotiation there was ended with TLS 1.3 (RFC 8446, 4.1.2).
        values.put(SSL + "renegotiate-on-client-auth-want", "false");
        // A session that is taken up again shows no certificate: for a short time only, so that a renewed certificate
        // is seen and an authority that was taken away counts.
        values.put(SSL + "tls-session-timeout", "300");
        // One protocol less to attack; the console's files come in a dozen requests and stay in the browser.
        values.put(PROTOCOL + "http.http2-enabled", "false");
        values.put(LISTENER + "address", https.host());
        values.put(LISTENER + "port", String.valueOf(https.port()));
        values.put(LISTENER + "enabled", "true");
        return values;
    }

    /**
     * Takes the name of one entry of Payara's own key store out of its settings, which would be looked for at each handshake.
     * No command of the server takes a value away.
     *
     * @param domain its {@code domain.xml}
     * @throws StartFailure where it has no such name
     */
    static void forgetNickname(Path domain) throws IOException {
        String settings = Files.readString(domain, StandardCharsets.UTF_8);
        if (!settings.contains(NICKNAME)) {
            throw new StartFailure("failure.applicationServerSetting", "cert-nickname");
        }
        Files.writeString(domain, settings.replace(NICKNAME, ""), StandardCharsets.UTF_8);
    }
}
