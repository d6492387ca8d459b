package io.keelson.query.setting;

import io.keelson.query.read.RowRepository;

interface SettingRepository extends RowRepository<SettingEntity> {}
