package io.keelson.query.tenant;

import io.keelson.query.read.RowRepository;

interface TenantRepository extends RowRepository<TenantEntity> {}
