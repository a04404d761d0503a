package org.holdfast.launcher.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The vectors of transparency-dev/merkle: good proofs are accepted, forged ones are not. */
class MerkleVectorsTest {
    private static final Path VECTORS = Path.of(System.getenv().getOrDefault("HOLDFAST_TEST_DATA", "absent"))
            .resolve("vectors")
            .resolve("merkle");

    static boolean vectorsArePresent() {
        return Files.isDirectory(VECTORS);
    }

    @Test
    @EnabledIf("vectorsArePresent")
    void inclusionProofsAreJudgedAsTheVectorsSay() throws IOException {
        List<JsonNode> vectors = vectors("inclusion");

        assertThat(vectors).hasSizeGreaterThan(90);
        for (JsonNode vector : vectors) {
            MerkleProof.Place place = new MerkleProof.Place(
                    vector.path("leafIdx").asLong(), vector.path("treeSize").asLong());
            boolean accepted = MerkleProof.included(
                    place, bytes(vector.path("leafHash")), proof(vector), bytes(vector.path("root")));

            assertThat(accepted)
                    .as(vector.toString())
                    .isNotEqualTo(vector.path("wantErr").asBoolean());
        }
    }

    @Test
    @EnabledIf("vectorsArePresent")
    void consistencyProofsAreJudgedAsTheVectorsSay() throws IOException {
        List<JsonNode> vectors = vectors("consistency");

        assertThat(vectors).hasSizeGreaterThan(90);
        for (JsonNode vector : vectors) {
            boolean accepted = MerkleProof.consistent(
                    new MerkleProof.Tree(vector.path("size1").asLong(), bytes(vector.path("root1"))),
                    new MerkleProof.Tree(vector.path("size2").asLong(), bytes(vector.path("root2"))),
                    proof(vector));

            assertThat(accepted)
                    .as(vector.toString())
                    .isNotEqualTo(vector.path("wantErr").asBoolean());
        }
    }

    @Test
    void everyEntryOfEveryTreeHasAProofThatHolds() {
        List<byte[]> leaves = new ArrayList<>();
        MerkleFrontier tree = new MerkleFrontier();
        for (int size = 1; size <= 65; size++) {
            byte[] leaf = MerkleHash.leaf(new byte[] {(byte) size});
            leaves.add(leaf);
            tree.add(leaf);
            for (int index = 0; index < size; index++) {
                List<byte[]> proof = MerkleProof.inclusion(index, leaves);
                MerkleProof.Place place = new MerkleProof.Place(index, size);

                assertThat(MerkleProof.included(place, leaves.get(index), proof, tree.root()))
                        .isTrue();
                assertThat(MerkleProof.included(place, MerkleHash.leaf(new byte[] {-1}), proof, tree.root()))
                        .isFalse();
            }
        }
    }

    private static List<JsonNode> vectors(String kind) throws IOException {
        List<JsonNode> vectors = new ArrayList<>();
        try (Stream<Path> files = Files.walk(VECTORS.resolve(kind))) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".json")).toList()) {
                vectors.add(new ObjectMapper().readTree(Files.readAllBytes(file)));
            }
        }
        return vectors;
    }

    private static List<byte[]> proof(JsonNode vector) {
        List<byte[]> proof = new ArrayList<>();
        vector.path("proof").forEach(hash -> proof.add(bytes(hash)));
        return proof;
    }

    private static byte[] bytes(JsonNode node) {
        return Base64.getDecoder().decode(node.isNull() ? "" : node.asText());
    }
}
