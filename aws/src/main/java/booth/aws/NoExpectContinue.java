package booth.aws;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Sends bodies without asking first. The SDK asks {@code Expect: 100-continue} before every put to S3, which costs a
 * round trip and pays only for bodies far larger than a picture; and a connection that breaks while it waits for the
 * answer comes out as an error the SDK does not retry.
 */
final class NoExpectContinue implements ExecutionInterceptor {
    private static final String EXPECT = "Expect";

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        SdkHttpRequest request = context.httpRequest();
        return request.firstMatchingHeader(EXPECT).isPresent()
                ? request.toBuilder().removeHeader(EXPECT).build()
                : request;
    }
}
