package io.keelson.query.operation;

import io.keelson.query.read.RowRepository;

interface OperationRepository extends RowRepository<OperationEntity> {}
