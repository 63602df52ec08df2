package booth.cdk;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FunctionsTest {
    private final Synthesized cloud = Synthesized.byDefault();

    @Test
    void everyFunctionIsJava25OnArmWithSnapStartTracingAndALogThatEnds() {
        assertThat(cloud.functions()).hasSize(13).allSatisfy(function -> {
            assertThat(function.property("/Runtime")).isEqualTo("java25");
            assertThat(function.property("/Architectures/0")).isEqualTo("arm64");
            assertThat(function.property("/SnapStart/ApplyOn")).isEqualTo("PublishedVersions");
            assertThat(function.property("/TracingConfig/Mode")).isEqualTo("Active");
            var log = cloud.one(function.property("/LoggingConfig/LogGroup"));
            assertThat(log.properties().path("RetentionInDays").asInt()).isEqualTo(14);
        });
        assertThat(cloud.functions())
                .extracting(function -> function.property("/Role"))
                .doesNotHaveDuplicates();
    }

    @Test
    void eachFunctionLogsWhereItsNameSaysAndAsItPrints() {
        assertThat(cloud.functions())
                .extracting(function ->
                        cloud.one(function.property("/LoggingConfig/LogGroup")).property("/LogGroupName"))
                .containsExactlyInAnyOrder(
                        "/photo-booth/PhotoBooth/Detect",
                        "/photo-booth/PhotoBooth/Segment",
                        "/photo-booth/PhotoBooth/MergeMask",
                        "/photo-booth/PhotoBooth/Generate",
                        "/photo-booth/PhotoBooth/GenerateDeadLetters",
                        "/photo-booth/PhotoBooth/Notify",
                        "/photo-booth/PhotoBooth/FileLanded",
                        "/photo-booth/PhotoBooth/ExecutionStatusChanged",
                        "/photo-booth/PhotoBooth/Intake",
                        "/photo-booth/PhotoBooth/Callback",
                        "/photo-booth/PhotoBooth/Api",
                        "/photo-booth/PhotoBooth/Stream",
                        "/photo-booth/PhotoBooth/Push");
        assertThat(cloud.functions())
                .extracting(function -> function.property("/LoggingConfig/LogFormat"))
                .containsOnly("");
    }

    @Test
    void eachFunctionMayWriteItsOwnLogAndNoOther() {
        assertThat(cloud.functions())
                .allSatisfy(function -> assertThat(
                                cloud.grantsOf(function.property("/Handler").replaceAll(".*\\.", "")))
                        .filteredOn(grant -> grant.action().startsWith("logs:"))
                        .extracting(Synthesized.Grant::resource)
                        .containsOnly(function.property("/LoggingConfig/LogGroup")));
    }

    @Test
    void eachFunctionKnowsExactlyWhatItsHandlerReads() {
        var notify = Set.of("JOBS_BUCKET", "TOPIC_ARN", "STREAM_QUEUE_URL", "CALLBACK_QUEUE_URL");
        assertThat(cloud.functions().stream()
                        .collect(Collectors.toMap(
                                function -> function.property("/Handler"),
                                function ->
                                        Synthesized.names(function.properties().at("/Environment/Variables")))))
                .isEqualTo(Map.ofEntries(
                        entry("booth.detect.DetectHandler", Set.of("UPLOADS_BUCKET", "JOBS_BUCKET")),
                        entry("booth.segment.SegmentHandler", Set.of("JOBS_BUCKET", "MODELS_DIR")),
                        entry("booth.mergemask.MergeMaskHandler", Set.of("JOBS_BUCKET")),
                        entry(
                                "booth.generate.GenerateHandler",
                                Set.of(
                                        "JOBS_BUCKET",
                                        "GENERATION_QUEUE_URL",
                                        "IMAGE_MODEL",
                                        "IMAGE_DIALECT",
                                        "REGIONS",
                                        "PROMPTS",
                                        "SEED")),
                        entry("booth.generate.DeadLetterHandler", Set.of()),
                        entry("booth.notify.NotifyHandler", notify),
                        entry("booth.notify.FileLandedHandler", Set.of("JOBS_BUCKET", "STREAM_QUEUE_URL")),
                        entry(
                                "booth.notify.PushHandler",
                                Set.of("JOBS_BUCKET", "STREAM_QUEUE_URL", "STREAM_ENDPOINT", "LINK_SECONDS")),
                        entry("booth.api.stream.StreamHandler", Set.of("JOBS_BUCKET", "STREAM_QUEUE_URL")),
                        entry("booth.notify.ExecutionStatusChangedHandler", notify),
                        entry(
                                "booth.callback.CallbackHandler",
                                Set.of("JOBS_BUCKET", "CALLBACK_QUEUE_URL", "LINK_SECONDS")),
                        entry(
                                "booth.intake.IntakeHandler",
                                Set.of("UPLOADS_BUCKET", "JOBS_BUCKET", "STATE_MACHINE_ARN", "STREAM_QUEUE_URL")),
                        entry(
                                "booth.api.ApiHandler",
                                Set.of(
                                        "UPLOADS_BUCKET",
                                        "JOBS_BUCKET",
                                        "STATE_MACHINE_ARN",
                                        "STREAM_QUEUE_URL",
                                        "LINK_SECONDS",
                                        "LEGACY_ROUTES",
                                        "RETENTION_DAYS"))));
    }
}
