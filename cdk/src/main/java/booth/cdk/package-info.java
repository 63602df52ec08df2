/** The pipeline as one CloudFormation stack: small constructs, each named after what it is. */
@NullMarked
package booth.cdk;

import org.jspecify.annotations.NullMarked;
