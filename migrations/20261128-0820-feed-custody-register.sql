-- The feed of the register: every line, entry and signature once, in one order without gaps. And the prosecutor of a place reads
-- its books whole, whichever prosecutors a single custody names.

create table custody.feed_item (
  place_id uuid not null constraint feed_item_place_fk references custody.place (id),
  book text not null constraint feed_item_book_known check (book in ('adults', 'minors', 'identity', 'sentences', 'warrants')),
  position bigint not null constraint feed_item_position_positive check (position > 0),
  custody_id uuid not null constraint feed_item_custody_fk references custody.custody (id),
  unit_id uuid not null constraint feed_item_unit_fk references organisation.unit (id),
  area text not null,
  what text not null constraint feed_item_what_known check (what in ('line', 'entry', 'signature')),
  entry_id uuid,
  constraint feed_item_pk primary key (place_id, book, position),
  constraint feed_item_once unique nulls not distinct (custody_id, what, entry_id),
  constraint feed_item_entry_named check ((what = 'entry') = (entry_id is not null))
);
comment on table custody.feed_item is 'The order in which a book was written, for the national and regional electronic register. What it points to may be destroyed by retention; its place stays.';
comment on column custody.feed_item.place_id is 'The place.';
comment on column custody.feed_item.book is 'Which of its books.';
comment on column custody.feed_item.position is 'Place in that book, from 1, without gaps, in the order of the commits.';
comment on column custody.feed_item.custody_id is 'The line.';
comment on column custody.feed_item.unit_id is 'Unit that holds the person.';
comment on column custody.feed_item.area is 'Stable code of its wilaya.';
comment on column custody.feed_item.what is 'A new line, a fact of it, or its signature.';
comment on column custody.feed_item.entry_id is 'The fact.';

create function custody.add_to_feed() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  line custody.custody%rowtype;
  kind text;
  fact uuid;
begin
  if tg_table_name = 'entry' then
    select * into strict line from custody.custody c where c.id = new.custody_id;
    kind := 'entry';
    fact := new.id;
  else
    line := new;
    kind := case tg_op when 'INSERT' then 'line' else 'signature' end;
  end if;
  -- Until the commit nobody else writes to this book: whoever reads a position has read all before it.
  perform pg_advisory_xact_lock(hashtextextended('custody.feed ' || line.place_id || ' ' || line.book, 0));
  insert into custody.feed_item (place_id, book, position, custody_id, unit_id, area, what, entry_id)
  select line.place_id, line.book, coalesce(max(f.position), 0) + 1, line.id, line.unit_id, line.area, kind, fact
  from custody.feed_item f where f.place_id = line.place_id and f.book = line.book;
  return null;
end $$;
comment on function custody.add_to_feed() is 'Gives a line, an entry or a signature its place in the feed, in the transaction that writes it.';

-- What was written before the feed was there, in the order in which it was taken down.
insert into custody.feed_item (place_id, book, position, custody_id, unit_id, area, what, entry_id)
select w.place_id, w.book, row_number() over (partition by w.place_id, w.book order by w.at, w.number, w.rank, w.seq),
  w.custody_id, w.unit_id, w.area, w.what, w.entry_id
from (
  select c.place_id, c.book, c.number, c.id as custody_id, c.unit_id, c.area, c.recorded_at as at, 1 as rank, 0 as seq, 'line' as what, null::uuid as entry_id
  from custody.custody c
  union all
  select c.place_id, c.book, c.number, c.id, c.unit_id, c.area, e.recorded_at, 2, e.seq, 'entry', e.id
  from custody.entry e join custody.custody c on c.id = e.custody_id
  union all
  select c.place_id, c.book, c.number, c.id, c.unit_id, c.area, c.signed_at, 3, 0, 'signature', null
  from custody.custody c where c.signed_at is not null
) w;

create trigger feed_item_never_changed before update or delete on custody.feed_item for each row execute function platform.refuse_change();
create trigger feed_item_not_truncated before truncate on custody.feed_item for each statement execute function platform.refuse_change();
create trigger custody_fed after insert on custody.custody for each row execute function custody.add_to_feed();
create trigger custody_signature_fed after update on custody.custody for each row
  when (old.signed_at is null and new.signed_at is not null) execute function custody.add_to_feed();
create trigger entry_fed after insert on custody.entry for each row execute function custody.add_to_feed();

select platform.guard('custody.feed_item');
create policy feed_item_seen on custody.feed_item for select to daira_app using (custody.may_see(custody_id));
grant select on custody.feed_item to daira_app;

do $$
declare
  seen constant text := $sql$ (destroyed_at is null and ((select ctx.reaches_all())
    or unit_id = any ((select ctx.units())::uuid[]) or place_unit_id = any ((select ctx.units())::uuid[])
    or prosecutor_unit_ids && (select ctx.units())::uuid[]
    or place_id in (select p.id from custody.place p where p.prosecutor_unit_id = any ((select ctx.units())::uuid[]))
    or ((select ctx.reaches_own()) and officer_id = (select ctx.actor_id())))) $sql$;
begin
  execute 'alter policy custody_seen on custody.custody using ' || seen;
  execute format(
    'create or replace function custody.may_see(p_custody uuid) returns boolean language sql stable security definer set search_path = pg_catalog as %L',
    'select exists (select 1 from custody.custody where id = p_custody and ' || seen || ')');
end $$;
