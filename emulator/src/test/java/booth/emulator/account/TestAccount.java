package booth.emulator.account;

/** The account of tests. */
public final class TestAccount {
    public static final Account LOCAL = new Account("000000000000", "us-east-1", "test", "test-secret");

    private TestAccount() {}
}
