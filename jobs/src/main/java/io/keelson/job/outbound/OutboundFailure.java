package io.keelson.job.outbound;

import org.jspecify.annotations.Nullable;

/** Why a request to the outside got no answer. */
public final class OutboundFailure extends Exception {
    private final Kind kind;

    OutboundFailure(Kind kind, String message) {
        this(kind, message, null);
    }

    OutboundFailure(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** What stood in the way; each says whether the same request can succeed later. */
    public enum Kind {
        /** The address is not written in the accepted way, or leads inside. Nothing was sent. */
        TARGET_REFUSED(false),
        /** The request itself cannot be sent: a forbidden header, an unknown secret. Nothing was sent. */
        REQUEST_REFUSED(false),
        /** The name has no address, or the name service did not answer. Nothing was sent. */
        HOST_UNKNOWN(true),
        /** The certificate is not that of the host. Nothing was sent. */
        CERTIFICATE_REFUSED(false),
        /** No connection, or it broke; whether the request arrived is unknown. */
        CONNECTION_FAILED(true),
        /** No whole answer in time; whether the request arrived is unknown. */
        TIMED_OUT(true),
        /** More redirects than were asked for, or one from https to http. */
        REDIRECT_REFUSED(false);

        private final boolean retryable;

        Kind(boolean retryable) {
            this.retryable = retryable;
        }

        public boolean retryable() {
            return retryable;
        }
    }
}
