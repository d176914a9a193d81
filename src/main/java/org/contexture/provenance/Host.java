package org.contexture.provenance;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The name of this computer. */
public final class Host {
    private Host() {}

    public static String name() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown"; // a name is a courtesy in timings, no result depends on it
        }
    }
}
