package io.keelson.job.outbound;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a request goes, written in the one way that every program reads alike. Whatever some parser could take for another
 * host is refused by its spelling: credentials, other digits than those of ASCII, decimal, octal, hexadecimal or shortened
 * IPv4 addresses, IPv4 addresses inside of IPv6 ones.
 *
 * @param scheme {@code http} or {@code https}
 * @param host name in lower case, or a literal address without brackets
 * @param literal the address when {@code host} is one, or null
 * @param uri the whole address, with neither credentials nor fragment
 */
public record OutboundTarget(
        String scheme, String host, int port, @Nullable InetAddress literal, URI uri) {
    private static final int LONGEST = 2_048;
    private static final int LONGEST_HOST = 253;
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");
    // A name whose last label is a number is an IPv4 address to browsers and C libraries.
    private static final Pattern NUMERIC = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)");
    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");

    /**
     * Reads an absolute address.
     *
     * @throws OutboundFailure TARGET_REFUSED when it is not written in the one accepted way
     */
    public static OutboundTarget parse(String text) throws OutboundFailure {
        if (text.length() > LONGEST) {
            throw refused("it has %d characters; at most %d are allowed".formatted(text.length(), LONGEST));
        }
        if (!VISIBLE.matcher(text).matches()) {
            throw refused(
                    "it may hold visible ASCII characters only; write host names in punycode and encode the rest");
        }
        return of(uri(text));
    }

    /** Where a redirect leads. */
    OutboundTarget resolve(String location) throws OutboundFailure {
        if (!VISIBLE.matcher(location).matches()) {
            throw refused("the redirect may hold visible ASCII characters only");
        }
        return parse(uri.resolve(uri(location)).toString());
    }

    /** Whether both are served by the same place, so that what is secret to one is known to the other. */
    boolean sameOrigin(OutboundTarget other) {
        return scheme.equals(other.scheme) && host.equals(other.host) && port == other.port;
    }

    boolean secure() {
        return "https".equals(scheme);
    }

    private static OutboundTarget of(URI uri) throws OutboundFailure {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!"http".equals(scheme) && !"https".equals(scheme)) {
            throw refused("it must begin with http:// or https://");
        }
        String authority = uri.getRawAuthority();
        if (authority == null || authority.indexOf('@') >= 0 || uri.getRawUserInfo() != null) {
            throw refused("it must name a host, without user name or password before it");
        }
        String host = uri.getHost();
        if (host == null) {
            throw refused("its host is not written as a name, an IPv4 or an IPv6 address");
        }
        int usual = "https".equals(scheme) ? 443 : 80;
        int port = uri.getPort() < 0 ? usual : uri.getPort();
        if (port < 1 || port > HIGHEST_PORT) {
            throw refused("its port must be 1 to " + HIGHEST_PORT);
        }
        if (host.startsWith("[")) {
            InetAddress literal = ipv6(host.substring(1, host.length() - 1));
            return new OutboundTarget(scheme, literal.getHostAddress(), port, literal, withoutFragment(uri));
        }
        String name = name(host.toLowerCase(Locale.ROOT));
        InetAddress literal = IPV4.matcher(name).matches() ? InetAddress.ofLiteral(name) : null;
        return new OutboundTarget(scheme, name, port, literal, withoutFragment(uri));
    }

    private static String name(String host) throws OutboundFailure {
        if (IPV4.matcher(host).matches()) {
            return host;
        }
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (NUMERIC.matcher(name).matches()) {
            throw refused("its host is a number; write an IPv4 address as four decimal numbers without leading zeros");
        }
        if (name.length() > LONGEST_HOST || !NAME.matcher(name).matches()) {
            throw refused("its host is no valid name");
        }
        return name;
    }

    private static InetAddress ipv6(String text) throws OutboundFailure {
        // A zone names an interface of this machine, and a dotted end is an IPv4 address in disguise.
        if (text.indexOf('%') >= 0 || text.indexOf('.') >= 0) {
            throw refused("its IPv6 address may have neither a zone nor an IPv4 address in it");
        }
        try {
            InetAddress address = InetAddress.ofLiteral(text);
            if (address instanceof Inet6Address) {
                return address;
            }
        } catch (IllegalArgumentException malformed) {
            throw new OutboundFailure(OutboundFailure.Kind.TARGET_REFUSED, "its IPv6 address is malformed", malformed);
        }
        throw refused("its IPv6 address is an IPv4 address in disguise");
    }

    private static URI uri(String text) throws OutboundFailure {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            throw new OutboundFailure(
                    OutboundFailure.Kind.TARGET_REFUSED, "it is no valid address: " + malformed.getReason(), malformed);
        }
    }

    private static URI withoutFragment(URI uri) {
        String text = uri.toString();
        int fragment = text.indexOf('#');
        return fragment < 0 ? uri : URI.create(text.substring(0, fragment));
    }

    private static OutboundFailure refused(String why) {
        return new OutboundFailure(OutboundFailure.Kind.TARGET_REFUSED, why);
    }
}
