package io.keelson.query.instance;

import io.keelson.query.read.RowRepository;

interface InstanceRepository extends RowRepository<InstanceEntity> {}
