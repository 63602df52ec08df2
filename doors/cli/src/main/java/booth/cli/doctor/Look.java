package booth.cli.doctor;

import booth.core.Busy;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * One look at an account. Where it is not allowed or comes to nothing the finding says so; the other looks go on.
 *
 * @param check what is looked at, as findings call it
 * @param needs the permissions it takes
 */
record Look(String check, String needs) {
    private static final Set<Integer> DENIED = Set.of(401, 403);

    List<Finding> at(Supplier<List<Finding>> look) {
        try {
            return look.get();
        } catch (AwsServiceException e) {
            return List.of(denied(e) ? notAllowed() : unanswered(sentence(e)));
        } catch (Busy e) {
            return List.of(unanswered(String.valueOf(e.getMessage())));
        } catch (SdkClientException e) {
            return List.of(Finding.fail(
                    check,
                    "nothing answers: " + firstLine(e),
                    "see that the region's name is right and that the network lets you there"));
        }
    }

    private Finding notAllowed() {
        return Finding.warn(
                check, "could not look: needs " + needs, "let your user or role have it, or ask somebody who has");
    }

    private Finding unanswered(String why) {
        return Finding.warn(check, "could not look: " + why, "call booth doctor again");
    }

    private static boolean denied(AwsServiceException e) {
        return DENIED.contains(e.statusCode()) || code(e).contains("AccessDenied");
    }

    /** AWS's name of an error, or nothing. */
    static String code(AwsServiceException e) {
        return e.awsErrorDetails() == null
                ? ""
                : String.valueOf(e.awsErrorDetails().errorCode());
    }

    /** What AWS said. */
    static String sentence(AwsServiceException e) {
        return e.awsErrorDetails() == null
                ? firstLine(e)
                : code(e) + ": " + e.awsErrorDetails().errorMessage();
    }

    static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
