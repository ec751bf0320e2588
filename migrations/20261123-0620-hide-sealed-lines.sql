-- A line that led to a sealed case goes the way of the case: it exists for those on the case's list (safeguard G9).

create index line_by_origin on intake.line (origin_line_id) where origin_line_id is not null;

create function intake.is_hidden(p_line uuid, p_case uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  with recursive followed as (
    select p_line as id, p_case as case_id
    union all
    select l.id, l.case_id from intake.line l join followed f on l.origin_line_id = f.id
  )
  select exists (
    select 1 from followed f join casework.case_file c on c.id = f.case_id
    where c.sealed and not c.id = any (casework.open_seals()))
$$;
comment on function intake.is_hidden(uuid, uuid) is
  'True where the line, or the line it became in another unit, belongs to a sealed case that does not exist for the officer of this transaction.';

drop policy in_reach on intake.line;
create policy in_reach on intake.line to daira_app
  using (((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[]))
    and ((case_id is null and state <> 'passed-on') or not intake.is_hidden(id, case_id)))
  with check ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[]));

do $$
declare target text;
begin
  foreach target in array array['entry', 'receipt', 'reminder'] loop
    execute format('drop policy in_reach on intake.%I', target);
    execute format('create policy with_its_line on intake.%I to daira_app
      using (exists (select 1 from intake.line l where l.id = line_id))
      with check (exists (select 1 from intake.line l where l.id = line_id))', target);
  end loop;
end $$;

drop policy of_either_side on intake.transfer;
create policy of_either_side on intake.transfer for select to daira_app using (
  ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[]) or to_unit_id = any ((select ctx.units())::uuid[]))
  and (state <> 'accepted' or not intake.is_hidden(line_id, null)));
