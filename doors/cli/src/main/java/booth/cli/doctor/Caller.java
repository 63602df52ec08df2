package booth.cli.doctor;

/**
 * Whose credentials these are.
 *
 * @param account twelve digits
 * @param region where the stack is or will be
 */
record Caller(String account, String arn, String region) {
    /** Of emulators, ours among them; no account of AWS's is called so. */
    private static final String NOBODY = "000000000000";

    boolean emulated() {
        return account.equals(NOBODY);
    }
}
