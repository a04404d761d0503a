package org.holdfast.distribution;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** A stream of server-sent events, as a browser reads it. */
final class EventStream implements AutoCloseable {
    private final HttpResponse<InputStream> answer;
    private final BufferedReader lines;

    EventStream(HttpResponse<InputStream> answer) {
        this.answer = answer;
        this.lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    int status() {
        return answer.statusCode();
    }

    /** Reads lines up to the one that begins so, and returns its rest; fails at the stream's end. */
    String next(String beginning) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length()).strip();
            }
        }
        throw new IOException("The stream ended before " + beginning);
    }

    /** Reads until the server ends it. */
    void awaitEnd() throws IOException {
        while (lines.readLine() != null) {
            // Heartbeats and events of others pass by.
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** Reads a whole answer; of a stream, which does not end by itself, what comes first. Used once. */
    static final class Text implements BodyHandler<String> {
        private final First first = new First();

        @Override
        public BodySubscriber<String> apply(ResponseInfo info) {
            boolean stream =
                    info.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
            return stream ? first : BodySubscribers.ofString(StandardCharsets.UTF_8);
        }

        /** Leaves a stream once its answer is there: before that it would count as broken. */
        void hangUp() {
            if (first.subscription != null) {
                first.subscription.cancel();
            }
        }
    }

    /** Takes the first bytes and asks for no more. */
    private static final class First implements BodySubscriber<String> {
        private final CompletableFuture<String> text = new CompletableFuture<>();
        private volatile Subscription subscription;

        @Override
        public void onSubscribe(Subscription given) {
            subscription = given;
            given.request(1);
        }

        @Override
        public void onNext(List<ByteBuffer> bytes) {
            StringBuilder read = new StringBuilder();
            bytes.forEach(part -> read.append(StandardCharsets.UTF_8.decode(part)));
            text.complete(read.toString());
        }

        @Override
        public void onError(Throwable failure) {
            text.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            text.complete("");
        }

        @Override
        public CompletionStage<String> getBody() {
            return text;
        }
    }
}
