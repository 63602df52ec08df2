/** The pages of {@code doors/web}, as CloudFront serves them on AWS. */
@NullMarked
package booth.local.web;

import org.jspecify.annotations.NullMarked;
