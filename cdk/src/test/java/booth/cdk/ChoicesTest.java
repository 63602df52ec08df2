package booth.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booth.cdk.Synthesized.Grant;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;

/** What an operator's choices and the build's results change in the template. */
class ChoicesTest {
    @TempDir
    private Path folder;

    @Test
    void settingsReachTheFunctionsThatReadThem() {
        var cloud = Synthesized.from(TestProject.in(folder)
                .stack(Map.of(
                        "frameFit",
                        "squash",
                        "imageModel",
                        "amazon.titan-image-generator-v1",
                        "imageDialect",
                        "titan",
                        "regions",
                        "us-west-2,ap-south-1",
                        "prompts",
                        List.of("sky", "building", "forest"),
                        "seed",
                        7,
                        "segmentMemoryMb",
                        3538,
                        "generateConcurrency",
                        9,
                        "retentionDays",
                        3)));
        assertThat(cloud.function("DetectHandler").property("/Environment/Variables/FRAME_FIT"))
                .isEqualTo("squash");
        assertThat(cloud.function("SegmentHandler").property("/MemorySize")).isEqualTo("3538");
        JsonNode environment = cloud.function("GenerateHandler").properties().at("/Environment/Variables");
        assertThat(environment.path("IMAGE_MODEL").asText()).isEqualTo("amazon.titan-image-generator-v1");
        assertThat(environment.path("IMAGE_DIALECT").asText()).isEqualTo("titan");
        assertThat(environment.path("REGIONS").asText()).isEqualTo("us-west-2,ap-south-1");
        assertThat(environment.path("PROMPTS").asText()).isEqualTo("[\"sky\",\"building\",\"forest\"]");
        assertThat(environment.path("SEED").asText()).isEqualTo("7");
        assertThat(cloud.grantsOf("GenerateHandler"))
                .filteredOn(grant -> grant.action().equals("bedrock:InvokeModel"))
                .extracting(Grant::resource)
                .containsExactlyInAnyOrder(
                        "arn:AWS::Partition:bedrock:us-west-2::foundation-model/amazon.titan-image-generator-v1",
                        "arn:AWS::Partition:bedrock:ap-south-1::foundation-model/amazon.titan-image-generator-v1",
                        "arn:AWS::Partition:bedrock:us-west-2::foundation-model/stability.stable-image-core-v1:1");
        assertThat(cloud.all("AWS::Lambda::EventSourceMapping"))
                .extracting(mapping -> mapping.property("/ScalingConfig/MaximumConcurrency"))
                .contains("9");
        assertThat(cloud.all("AWS::S3::Bucket"))
                .extracting(bucket -> bucket.properties().findValuesAsText("ExpirationInDays"))
                .containsExactlyInAnyOrder(List.of("1"), List.of("3", "3", "1", "1", "1", "1", "1", "1"));
    }

    @Test
    void howAllPicturesShallBePaintedReachesTheGenerateFunction() {
        var cloud = Synthesized.from(TestProject.in(folder)
                .stack(Map.of("negativePrompt", "text, watermark", "cfgScale", "8", "quality", "standard")));
        JsonNode environment = cloud.function("GenerateHandler").properties().at("/Environment/Variables");
        assertThat(environment.path("NEGATIVE_PROMPT").asText()).isEqualTo("text, watermark");
        assertThat(environment.path("CFG_SCALE").asText()).isEqualTo("8.0");
        assertThat(environment.path("QUALITY").asText()).isEqualTo("standard");
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "us-gov", "eu", "apac", "jp", "au", "ca"})
    void anInferenceProfileOfAnyGeographyIsGrantedWithTheModelsItRoutesTo(String geography) {
        assertThat(modelsGranted(geography + ".stability.some-model-v1:0", "xx-one-1,xx-two-1"))
                .containsExactlyInAnyOrder(
                        "arn:AWS::Partition:bedrock:xx-one-1:AWS::AccountId:inference-profile/" + geography
                                + ".stability.some-model-v1:0",
                        "arn:AWS::Partition:bedrock:xx-two-1:AWS::AccountId:inference-profile/" + geography
                                + ".stability.some-model-v1:0",
                        "arn:AWS::Partition:bedrock:xx-one-1::foundation-model/stability.some-model-v1:0",
                        "arn:AWS::Partition:bedrock:xx-two-1::foundation-model/stability.some-model-v1:0");
    }

    @Test
    void aGlobalInferenceProfileIsGrantedWithTheModelOfNoRegion() {
        assertThat(modelsGranted("global.stability.some-model-v1:0", "us-west-2"))
                .containsExactlyInAnyOrder(
                        "arn:AWS::Partition:bedrock:us-west-2:AWS::AccountId:inference-profile/global.stability.some-model-v1:0",
                        "arn:AWS::Partition:bedrock:us-west-2::foundation-model/stability.some-model-v1:0",
                        "arn:AWS::Partition:bedrock:::foundation-model/stability.some-model-v1:0");
    }

    private List<String> modelsGranted(String model, String regions) {
        return Synthesized.from(TestProject.in(folder).stack(Map.of("imageModel", model, "regions", regions)))
                .grantsOf("GenerateHandler")
                .stream()
                .filter(grant -> grant.action().equals("bedrock:InvokeModel"))
                .map(Grant::resource)
                .filter(resource -> !resource.contains("stable-image-core"))
                .toList();
    }

    @Test
    void gardensArePaintedByEndpointsWhereSomeAreNamed() {
        var cloud = Synthesized.from(TestProject.in(folder)
                .stack(Map.of("gardenDialect", "stable-diffusion", "gardenEndpoints", "SD-one, sd-two")));

        var environment = cloud.function("GenerateHandler").properties().at("/Environment/Variables");
        assertThat(environment.path("GARDEN_DIALECT").asText()).isEqualTo("stable-diffusion");
        assertThat(environment.path("SD_ENDPOINTS").asText()).isEqualTo("SD-one,sd-two");
        assertThat(cloud.grantsOf("GenerateHandler"))
                .extracting(Grant::resource)
                .contains(
                        "arn:AWS::Partition:sagemaker:AWS::Region:AWS::AccountId:endpoint/sd-one",
                        "arn:AWS::Partition:sagemaker:AWS::Region:AWS::AccountId:endpoint/sd-two")
                .noneMatch(resource -> resource.contains("stable-image-core"));
    }

    @Test
    void severalSamEndpointsAreNamedAndEachIsGranted() {
        var cloud = Synthesized.from(TestProject.in(folder).stack(Map.of("samEndpoint", "SAM-one, sam-two")));
        assertThat(cloud.function("SegmentHandler").property("/Environment/Variables/SAM_ENDPOINT"))
                .isEqualTo("SAM-one,sam-two");
        assertThat(cloud.grantsOf("SegmentHandler"))
                .filteredOn(grant -> grant.action().startsWith("sagemaker:"))
                .extracting(Grant::resource)
                .containsExactlyInAnyOrder(
                        "arn:AWS::Partition:sagemaker:AWS::Region:AWS::AccountId:endpoint/sam-one",
                        "arn:AWS::Partition:sagemaker:AWS::Region:AWS::AccountId:endpoint/sam-two");
    }

    @Test
    void aSamEndpointTakesThePlaceOfTheWeights() {
        var cloud = Synthesized.from(TestProject.in(folder).stack(Map.of("samEndpoint", "SAM-vit-h")));
        var segment = cloud.function("SegmentHandler");
        assertThat(segment.property("/Environment/Variables/SAM_ENDPOINT")).isEqualTo("SAM-vit-h");
        assertThat(segment.properties().at("/Environment/Variables").has("MODELS_DIR"))
                .isFalse();
        assertThat(segment.properties().has("Layers")).isFalse();
        assertThat(cloud.machine().property("/DefinitionSubstitutions/SamRuns")).isEqualTo("elsewhere");
        assertThat(cloud.grantsOf("SegmentHandler"))
                .noneMatch(grant -> grant.resource().endsWith(".sam2"));
        assertThat(cloud.all("AWS::Lambda::LayerVersion"))
                .singleElement()
                .satisfies(layer -> assertThat(layer.id()).contains("PeopleWeights"));
        assertThat(cloud.grantsOf("SegmentHandler"))
                .filteredOn(grant -> grant.action().startsWith("sagemaker:"))
                .extracting(grant -> grant.action() + " " + grant.resource())
                .containsExactly(
                        "sagemaker:InvokeEndpoint arn:AWS::Partition:sagemaker:AWS::Region:AWS::AccountId:endpoint/sam-vit-h");
    }

    @Test
    void theLayerHoldsTheTwoFilesOfSamAndNothingElse() throws Exception {
        var cloud = Synthesized.from(TestProject.in(folder).stack(Map.of()));
        String asset = cloud.all("AWS::Lambda::LayerVersion")
                .get(0)
                .property("/Content/S3Key")
                .replace(".zip", "");
        Path layer = folder.resolve("cdk.out").resolve("asset." + asset);
        try (Stream<Path> files = Files.walk(layer)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> layer.relativize(file).toString()))
                    .containsExactlyInAnyOrder(
                            "models/sam2_hiera_tiny_encoder.with_runtime_opt.ort",
                            "models/sam2_hiera_tiny_decoder_pr1.onnx");
        }
        assertThat(cloud.function("SegmentHandler").property("/Environment/Variables/MODELS_DIR"))
                .isEqualTo("/opt/models");
        assertThat(cloud.grants()).extracting(Grant::action).noneMatch(action -> action.startsWith("sagemaker:"));
    }

    @Test
    void aMissingJarNamesItsModule() throws Exception {
        TestProject project = TestProject.in(folder);
        Files.delete(folder.resolve("tasks/merge-mask/target/merge-mask-lambda.jar"));
        assertThatThrownBy(() -> project.stack(Map.of()))
                .hasMessageContaining("merge-mask-lambda.jar is missing. Build the module tasks/merge-mask first");
    }

    @Test
    void missingModelsNameTheirModule() throws Exception {
        TestProject project = TestProject.in(folder);
        Files.delete(folder.resolve("vision/models/sam2_hiera_tiny_decoder_pr1.onnx"));
        assertThatThrownBy(() -> project.stack(Map.of()))
                .hasMessageContaining("sam2_hiera_tiny_decoder_pr1.onnx is missing. Build the module vision first");
    }

    @Test
    void aSegmentFunctionTooHeavyForLambdaIsNotDeployed() throws Exception {
        TestProject project = TestProject.in(folder);
        try (var jar =
                new ZipOutputStream(Files.newOutputStream(folder.resolve("tasks/segment/target/segment-lambda.jar")))) {
            jar.setLevel(Deflater.BEST_SPEED);
            jar.putNextEntry(new ZipEntry("natives-of-every-platform"));
            for (int megabyte = 0; megabyte < 251; megabyte++) jar.write(new byte[1 << 20]);
        }
        var errors = Annotations.fromStack(project.stack(Map.of())).findError("*", Match.anyValue());
        assertThat(errors)
                .singleElement()
                .satisfies(error ->
                        assertThat(String.valueOf(error.getEntry().getData())).contains("251 MB unpacked"));
    }
}
