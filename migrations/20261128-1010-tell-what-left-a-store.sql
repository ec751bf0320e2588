-- What went from a store to another unit is no more seen with its case; that it left, to whom and when stays known where it lay.

create function exhibits.list_departures(p_unit uuid) returns table (movement_id uuid, reference text, from_place_id uuid, to_unit_id uuid,
  received_by uuid, occurred_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select m.id, e.reference, m.from_place_id, t.unit_id, m.received_by, m.occurred_at
  from exhibits.place f
    join exhibits.movement m on m.from_place_id = f.id
    join exhibits.place t on t.id = m.to_place_id
    join exhibits.exhibit e on e.id = m.exhibit_id
    join casework.case_file c on c.id = e.case_id
  where f.unit_id = p_unit and t.unit_id <> f.unit_id
    and ctx.permission() = 'exhibit.read' and (ctx.reaches_all() or p_unit = any (ctx.units()))
    and c.destroyed_at is null and (not c.sealed or casework.may_see(c.id))
  order by m.occurred_at desc, m.id desc limit 100
$$;
comment on function exhibits.list_departures(uuid) is
  'The last hundred movements out of the stores of a unit in reach into another unit: number, place, unit, officer, hour. Nothing of the case, and none of a sealed one.';
revoke execute on function exhibits.list_departures(uuid) from public;
grant execute on function exhibits.list_departures(uuid) to daira_app;
