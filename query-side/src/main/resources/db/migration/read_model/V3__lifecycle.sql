-- What holds for an instance beside its status, its backups, and where it served last; null means nothing out of the
-- ordinary, none, and not known.
alter table read_model.instance add column condition jsonb, add column backups jsonb, add column address text;

-- What an operation changes of its instance: a list of fields with their values before and after; null means nothing.
alter table read_model.operation add column changes jsonb;
