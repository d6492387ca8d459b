package io.keelson.query.row;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;

/** A row of the read model: the state of one aggregate after the event number {@link #revision}. */
@MappedSuperclass
public abstract class ProjectedRow {
    @Id
    private UUID id;

    private long revision;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant updatedAt;

    @Column(updatable = false)
    private String createdBy;

    /** For JPA, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    protected ProjectedRow() {}

    /** A row made by the first event of its aggregate. */
    protected ProjectedRow(Stamp stamp) {
        id = stamp.id();
        revision = stamp.sequence();
        createdAt = stamp.at();
        updatedAt = stamp.at();
        createdBy = stamp.actorId();
    }

    public UUID id() {
        return id;
    }

    /** Sequence number of the last event that this row shows. */
    public long revision() {
        return revision;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public String createdBy() {
        return createdBy;
    }

    /** Notes that the row now shows the event of this stamp. */
    void advanceTo(Stamp stamp) {
        revision = stamp.sequence();
        updatedAt = stamp.at();
    }
}
