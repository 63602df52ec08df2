/**
 * The model services of AWS as the embedded cloud has them: Rekognition, a SageMaker endpoint with SAM, and Bedrock's
 * image editors. The wire is AWS's; behind it are the models of {@code booth.vision} and, in place of an image
 * generator, the painter.
 */
@NullMarked
package booth.local.ai;

import org.jspecify.annotations.NullMarked;
