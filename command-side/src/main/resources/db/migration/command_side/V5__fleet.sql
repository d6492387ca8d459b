-- Where an instance is being moved to, and where its data may rest then; null while it stays. Until the move is over, a
-- tenant's residency must permit both places.
alter table command_side.instance add column moving_to text, add column moving_residency text;

-- Where a backup rests and whose data it holds. Those of before rest where their instance is.
alter table command_side.backup add column region text, add column tenant text;
update command_side.backup b set region = i.region, tenant = i.tenant from command_side.instance i where i.id = b.instance;
