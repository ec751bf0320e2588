-- A wrong scan of a count is taken back: the scan stays, and who took it back and when stands beside it. A label whose exhibit
-- belongs to a sealed file that whoever counts may not see is told for what it is, and nothing more of it.

create table exhibits.scan_taken_back (
  scan_id uuid constraint scan_taken_back_pk primary key constraint scan_taken_back_scan_fk references exhibits.stocktaking_scan (id),
  taken_back_at timestamptz not null,
  taken_back_by uuid not null constraint scan_taken_back_officer_fk references organisation.officer (id)
);
comment on table exhibits.scan_taken_back is 'Scans of a count that do not count: each taken back once, while the count was open, and never changed again.';
comment on column exhibits.scan_taken_back.scan_id is 'The scan.';
comment on column exhibits.scan_taken_back.taken_back_at is 'When.';
comment on column exhibits.scan_taken_back.taken_back_by is 'By whom.';
create trigger scan_taken_back_never_changed before update or delete on exhibits.scan_taken_back
  for each row execute function platform.refuse_change();
create trigger scan_taken_back_not_truncated before truncate on exhibits.scan_taken_back
  for each statement execute function platform.refuse_change();
create trigger stocktaking_scan_not_truncated before truncate on exhibits.stocktaking_scan
  for each statement execute function platform.refuse_change();

create function exhibits.take_back_in_open_count() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select 1 from exhibits.stocktaking_scan c join exhibits.stocktaking s on s.id = c.stocktaking_id
    where c.id = new.scan_id and s.closed_at is null) then
    raise exception 'a scan is taken back while its count is open' using errcode = 'DA002';
  end if;
  return new;
end $$;
comment on function exhibits.take_back_in_open_count() is 'What a closed count rests on stays as it was.';
create trigger scan_taken_back_in_time before insert on exhibits.scan_taken_back
  for each row execute function exhibits.take_back_in_open_count();

select platform.guard('exhibits.scan_taken_back');
create policy scan_taken_back_seen on exhibits.scan_taken_back for select to daira_app
  using (exists (select 1 from exhibits.stocktaking_scan c where c.id = scan_id));
create policy scan_taken_back_added on exhibits.scan_taken_back for insert to daira_app with check (
  taken_back_by = (select ctx.actor_id()) and (select ctx.permission()) = 'exhibit.count'
  and exists (select 1 from exhibits.stocktaking_scan c where c.id = scan_id));
grant select, insert on exhibits.scan_taken_back to daira_app;

alter table exhibits.stocktaking_scan add column of_sealed boolean not null default false
  constraint stocktaking_scan_sealed_unnamed check (not of_sealed or exhibit_id is null);
comment on column exhibits.stocktaking_scan.of_sealed is
  'The label belonged to a sealed file that whoever scanned it did not see: that much is kept, and not which.';

create function exhibits.is_of_sealed(p_label text) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select ctx.permission() = 'exhibit.count' and exists (
    select 1 from exhibits.exhibit e join casework.case_file c on c.id = e.case_id
    where e.label = p_label and c.sealed and c.destroyed_at is null and not casework.may_see(c.id))
$$;
comment on function exhibits.is_of_sealed(text) is
  'True where the label, read off a thing in a count, belongs to a sealed file that the reader may not see. Whoever has 128 random bits has the thing before them.';
revoke execute on function exhibits.is_of_sealed(text) from public;
grant execute on function exhibits.is_of_sealed(text) to daira_app;
