package io.keelson.query.read;

import io.keelson.query.row.ProjectedRow;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/** Reads rows of one kind; nothing is written through it. */
@NoRepositoryBean
public interface RowRepository<E extends ProjectedRow> extends Repository<E, UUID>, JpaSpecificationExecutor<E> {
    List<E> findAllById(Iterable<UUID> ids);
}
