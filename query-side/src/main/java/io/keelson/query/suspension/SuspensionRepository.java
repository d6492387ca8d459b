package io.keelson.query.suspension;

import io.keelson.query.read.RowRepository;

interface SuspensionRepository extends RowRepository<SuspensionEntity> {}
