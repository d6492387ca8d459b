package io.keelson.query.transfer;

import io.keelson.query.read.RowRepository;

interface DataTransferRepository extends RowRepository<DataTransferEntity> {}
