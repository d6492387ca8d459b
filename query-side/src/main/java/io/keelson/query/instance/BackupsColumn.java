package io.keelson.query.instance;

import io.keelson.query.row.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

@Converter
@Immutable
class BackupsColumn extends JsonColumn<BackupList> {
    BackupsColumn() {
        super(BackupList.class);
    }
}
