package org.holdfast.core.surveys;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.holdfast.core.platform.bytes.ByteSink;
import org.holdfast.core.platform.bytes.ByteSource;
import org.jspecify.annotations.Nullable;

/** The plain record of all answers of a round. They are shuffled at each writing, so that no place in it tells who came when. */
final class AnswerBox {
    static final int VERSION = 1;
    private static final Random DICE = new SecureRandom();
    private static final int BYTES_AN_ANSWER = 12;

    private AnswerBox() {}

    static byte[] write(List<Answer> answers) {
        List<Answer> shuffled = new ArrayList<>(answers);
        Collections.shuffle(shuffled, DICE);
        // Departments and needs are few: each stands once at the head.
        Map<String, Integer> words = new LinkedHashMap<>();
        for (Answer answer : shuffled) {
            place(words, unit(answer));
            answer.keeps().forEach(need -> place(words, need));
            answer.leaves().forEach(need -> place(words, need));
        }
        ByteSink out = new ByteSink(64 + BYTES_AN_ANSWER * shuffled.size());
        out.unsigned(words.size());
        words.keySet().forEach(out::text);
        out.unsigned(shuffled.size());
        for (Answer answer : shuffled) {
            out.unsigned(place(words, unit(answer)));
            out.single(answer.named() ? 1 : 0);
            out.unsigned(answer.scores().size());
            answer.scores().forEach(out::single);
            needs(out, words, answer.keeps());
            needs(out, words, answer.leaves());
        }
        return out.toBytes();
    }

    static List<Answer> read(byte[] plain) {
        ByteSource in = new ByteSource(plain);
        List<String> words = new ArrayList<>();
        for (int left = (int) in.unsigned(); left > 0; left--) {
            words.add(in.text());
        }
        List<Answer> answers = new ArrayList<>();
        for (int left = (int) in.unsigned(); left > 0; left--) {
            String unit = words.get((int) in.unsigned());
            boolean named = in.single() == 1;
            List<Integer> scores = new ArrayList<>();
            for (int items = (int) in.unsigned(); items > 0; items--) {
                scores.add(in.single());
            }
            answers.add(new Answer(unit(unit), named, scores, needs(in, words), needs(in, words)));
        }
        return answers;
    }

    private static int place(Map<String, Integer> words, String word) {
        return words.computeIfAbsent(word, fresh -> words.size());
    }

    private static void needs(ByteSink out, Map<String, Integer> words, List<String> needs) {
        out.unsigned(needs.size());
        needs.forEach(need -> out.unsigned(place(words, need)));
    }

    private static List<String> needs(ByteSource in, List<String> words) {
        List<String> needs = new ArrayList<>();
        for (int left = (int) in.unsigned(); left > 0; left--) {
            needs.add(words.get((int) in.unsigned()));
        }
        return needs;
    }

    private static String unit(Answer answer) {
        UUID unit = answer.unitId();
        return unit == null ? "" : unit.toString();
    }

    private static @Nullable UUID unit(String text) {
        return text.isEmpty() ? null : UUID.fromString(text);
    }
}
