package booth.generate;

import booth.aws.RetryableErrors;
import booth.core.Busy;
import booth.core.Json;
import booth.core.Refused;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClientBuilder;
import software.amazon.awssdk.services.bedrockruntime.model.AccessDeniedException;
import software.amazon.awssdk.services.bedrockruntime.model.ModelErrorException;
import software.amazon.awssdk.services.bedrockruntime.model.ModelNotReadyException;
import software.amazon.awssdk.services.bedrockruntime.model.ModelTimeoutException;
import software.amazon.awssdk.services.bedrockruntime.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrockruntime.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;

/** One image model in one region of Bedrock. It is asked once a call: the SDK retries nothing that may be billed. */
final class BedrockRegion implements ModelPlace {
    private static final String NO_ACCESS =
            "Subscribe the account to it once (docs/configuration.md, Access to the image model) and see that the"
                    + " function's role may call it there; then replay the job.";
    private static final String NO_MODEL =
            "Look whether Bedrock still offers it there and set imageModel and regions to what it offers; then replay"
                    + " the job.";

    /** Of its validation errors those that are about the model's id; all others are about the request. */
    private static final Pattern NAMES_NO_MODEL =
            Pattern.compile("model identifier is invalid|on-demand throughput isn.t supported");

    private final String region;
    private final String model;
    private final BedrockRuntimeClient bedrock;

    /**
     * @param attempt how long the model may take
     * @param builder for credentials and endpoints other than the usual ones
     */
    BedrockRegion(String region, String model, Duration attempt, BedrockRuntimeClientBuilder builder) {
        this.region = region;
        this.model = model;
        this.bedrock = builder.region(Region.of(region))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(2))
                        .socketTimeout(attempt.plusSeconds(1))) // the SDK's own clock shall be the one that strikes
                .overrideConfiguration(override ->
                        override.apiCallAttemptTimeout(attempt).retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    /**
     * Sends a request without a scene, which the model refuses and nobody pays.
     *
     * @throws ModelUnavailable as {@link #invoke} does; so the function's log says so when it is deployed
     */
    @Override
    public void prime() {
        try {
            invoke(new byte[] {'{', '}'});
        } catch (Refused e) {
            return; // as expected
        }
    }

    @Override
    public JsonNode invoke(byte[] request) {
        try {
            byte[] answer = bedrock.invokeModel(call -> call.modelId(model)
                            .contentType("application/json")
                            .accept("application/json")
                            .body(SdkBytes.fromByteArrayUnsafe(request)))
                    .body()
                    .asByteArrayUnsafe();
            if (answer.length == 0) throw new EOFException("The answer has no body.");
            return Json.MAPPER.readTree(answer);
        } catch (AccessDeniedException e) {
            throw unavailable(e, NO_ACCESS);
        } catch (ResourceNotFoundException e) {
            throw unavailable(e, NO_MODEL);
        } catch (ValidationException e) {
            if (NAMES_NO_MODEL.matcher(sentence(e)).find()) throw unavailable(e, NO_MODEL);
            throw new Refused("MODEL_REFUSED", sentence(e), e);
        } catch (SdkException e) {
            if (passes(e)) throw new Busy(this + " is busy: " + sentence(e), e);
            throw new IllegalStateException(this + " cannot be used: " + sentence(e), e);
        } catch (UncheckedIOException | EOFException | JsonEOFException e) { // which the JDK's client may let pass
            throw new Busy(this + " broke off its answer", e);
        } catch (IOException e) {
            throw new IllegalStateException(this + " did not answer with JSON", e);
        }
    }

    @Override
    public String toString() {
        return "The image model " + model + " in " + region;
    }

    /** What every service answers, and what Bedrock answers with statuses of its own while a model loads, stumbles or is full. */
    private static boolean passes(SdkException e) {
        return RetryableErrors.passes(e)
                || e instanceof ModelNotReadyException
                || e instanceof ModelErrorException
                || e instanceof ModelTimeoutException
                || e instanceof ServiceQuotaExceededException;
    }

    private ModelUnavailable unavailable(SdkException e, String remedy) {
        return new ModelUnavailable(this + " cannot be used: " + sentence(e) + " " + remedy, e);
    }

    private static String sentence(SdkException e) {
        AwsErrorDetails details = e instanceof AwsServiceException answer ? answer.awsErrorDetails() : null;
        String said = details == null ? e.getMessage() : details.errorMessage();
        return said == null ? e.getClass().getSimpleName() : said;
    }
}
