package io.keelson.query.version;

import io.keelson.query.read.RowRepository;

interface VersionRepository extends RowRepository<VersionEntity> {}
