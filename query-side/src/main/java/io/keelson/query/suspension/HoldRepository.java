package io.keelson.query.suspension;

import io.keelson.query.read.RowRepository;

interface HoldRepository extends RowRepository<HoldEntity> {}
