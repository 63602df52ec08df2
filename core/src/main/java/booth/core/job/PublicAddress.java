package booth.core.job;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * Which addresses belong to the public Internet. Whoever names an address that we are to call must not reach through us
 * what is reachable from inside only: metadata services, loopback, private networks.
 *
 * <p>Source: IANA IPv4 and IPv6 Special-Purpose Address Registries.
 */
public final class PublicAddress {
    private record Block(int[] start, int bits) {
        static Block v4(int a, int b, int c, int bits) {
            return new Block(new int[] {a, b, c, 0}, bits);
        }

        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) return false;
            }
            return true;
        }
    }

    private static final Block[] NOT_PUBLIC_V4 = {
        Block.v4(0, 0, 0, 8), // this network
        Block.v4(10, 0, 0, 8), // private use
        Block.v4(100, 64, 0, 10), // shared between carriers and their customers
        Block.v4(127, 0, 0, 8), // loopback
        Block.v4(169, 254, 0, 16), // link-local, cloud metadata
        Block.v4(172, 16, 0, 12), // private use
        Block.v4(192, 0, 0, 24), // protocol assignments
        Block.v4(192, 0, 2, 24), // documentation
        Block.v4(192, 88, 99, 24), // relays of 6to4
        Block.v4(192, 168, 0, 16), // private use
        Block.v4(198, 18, 0, 15), // benchmarks
        Block.v4(198, 51, 100, 24), // documentation
        Block.v4(203, 0, 113, 24), // documentation
        Block.v4(224, 0, 0, 3) // multicast, reserved, broadcast
    };
    /** Of IPv6 only global unicast is public, without what tunnels IPv4 or serves documentation. */
    private static final Block GLOBAL_V6 = new Block(new int[] {0x20}, 3);

    private static final Block[] NOT_PUBLIC_V6 = {
        new Block(new int[] {0x20, 0x01, 0x00}, 23), // protocol assignments, Teredo
        new Block(new int[] {0x20, 0x01, 0x0d, 0xb8}, 32), // documentation
        new Block(new int[] {0x20, 0x02}, 16), // 6to4
        new Block(new int[] {0x3f, 0xff, 0x00}, 20) // documentation
    };

    private PublicAddress() {}

    /** An IPv4 address in IPv6's clothes counts as what it is. */
    public static boolean test(InetAddress address) {
        byte[] bytes = address.getAddress(); // the JDK has unwrapped ::ffff:a.b.c.d already
        if (address instanceof Inet6Address)
            return GLOBAL_V6.holds(bytes) && Arrays.stream(NOT_PUBLIC_V6).noneMatch(block -> block.holds(bytes));
        return Arrays.stream(NOT_PUBLIC_V4).noneMatch(block -> block.holds(bytes));
    }
}
