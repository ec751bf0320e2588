-- Custody: places and cells, who is held, every fact of that time, alarms, what the prosecutor saw.

create schema custody;
comment on schema custody is 'People held: places, cells, the register, every fact of the time in custody, alarms.';
grant usage on schema custody to daira_app, daira_worker;

create table custody.place (
  id uuid constraint place_pk primary key,
  unit_id uuid not null constraint place_unit_fk references organisation.unit (id),
  area text not null,
  code text not null,
  name_ar text not null,
  name_fr text not null,
  prosecutor_unit_id uuid not null constraint place_prosecutor_fk references organisation.unit (id),
  founded_at timestamptz not null,
  founded_by uuid not null constraint place_founder_fk references organisation.officer (id),
  constraint place_code_once unique (unit_id, code)
);
comment on table custody.place is 'A place where people are held; each has its own books.';
comment on column custody.place.id is 'UUIDv7.';
comment on column custody.place.unit_id is 'Unit that runs it.';
comment on column custody.place.area is 'Stable code of its wilaya.';
comment on column custody.place.code is 'Short code, part of the series of its books.';
comment on column custody.place.name_ar is 'Name in Arabic.';
comment on column custody.place.name_fr is 'Name in French.';
comment on column custody.place.prosecutor_unit_id is 'Prosecutor''s office that signs and visits its books.';
comment on column custody.place.founded_at is 'When it was entered.';
comment on column custody.place.founded_by is 'By whom.';

create table custody.cell (
  id uuid constraint cell_pk primary key,
  place_id uuid not null constraint cell_place_fk references custody.place (id),
  unit_id uuid not null constraint cell_unit_fk references organisation.unit (id),
  area text not null,
  code text not null,
  use text not null constraint cell_use_known check (use in ('men', 'women', 'boys', 'girls', 'anyone')),
  capacity integer not null constraint cell_capacity_positive check (capacity > 0),
  closed_at timestamptz,
  closed_reason text,
  version integer not null default 1,
  constraint cell_code_once unique (place_id, code),
  constraint cell_closed_has_reason check ((closed_at is null) = (closed_reason is null))
);
comment on table custody.cell is 'A room of a place of custody.';
comment on column custody.cell.id is 'UUIDv7.';
comment on column custody.cell.place_id is 'The place.';
comment on column custody.cell.unit_id is 'Unit that runs the place.';
comment on column custody.cell.area is 'Stable code of its wilaya.';
comment on column custody.cell.code is 'What stands on its door.';
comment on column custody.cell.use is 'For whom it is.';
comment on column custody.cell.capacity is 'How many people at most; more are marked, not refused.';
comment on column custody.cell.closed_at is 'Since when it is out of use; null while it is in use.';
comment on column custody.cell.closed_reason is 'Why.';
comment on column custody.cell.version is 'Counts the changes.';

create table custody.custody (
  id uuid constraint custody_pk primary key,
  case_id uuid not null constraint custody_case_fk references casework.case_file (id),
  participant_id uuid constraint custody_participant_fk references casework.participant (id) deferrable initially deferred,
  unit_id uuid not null constraint custody_unit_fk references organisation.unit (id),
  area text not null,
  place_id uuid not null constraint custody_place_fk references custody.place (id),
  place_unit_id uuid not null constraint custody_place_unit_fk references organisation.unit (id),
  prosecutor_unit_ids uuid[] not null default '{}',
  book text not null constraint custody_book_known check (book in ('adults', 'minors', 'identity', 'sentences', 'warrants')),
  year integer not null,
  number bigint not null,
  reference text not null,
  measure text not null constraint custody_measure_known
    check (measure in ('custody', 'minor-retention', 'identity-check', 'sentence-hold', 'warrant-hold')),
  inquiry text not null constraint custody_inquiry_known check (inquiry in ('flagrant', 'preliminary', 'rogatory')),
  age text not null constraint custody_age_known check (age in ('adult', 'minor', 'doubtful', 'under-12')),
  sex text constraint custody_sex_known check (sex in ('female', 'male')),
  grounds text[] not null default '{}',
  arrested_at timestamptz not null,
  placed_at timestamptz not null,
  outside_district boolean not null,
  offences jsonb not null,
  officer_id uuid not null constraint custody_officer_fk references organisation.officer (id),
  quality_at_act jsonb not null,
  key_id uuid not null constraint custody_key_fk references platform.data_key (id),
  subject bytea not null,
  recorded_at timestamptz not null,
  from_paper boolean not null,
  marks text[] not null default '{}',
  entry_count integer not null default 0,
  deadline_at timestamptz,
  ended_at timestamptz,
  end_kind text,
  signed_at timestamptz,
  signed_by uuid constraint custody_signer_fk references organisation.officer (id),
  signing jsonb,
  destroyed_at timestamptz,
  version integer not null default 1,
  constraint custody_person_until_destroyed check (participant_id is not null or destroyed_at is not null),
  constraint custody_number_once unique (place_id, book, year, number),
  constraint custody_ended_how check ((ended_at is null) = (end_kind is null)),
  constraint custody_signed_whole check ((signed_at is null) = (signed_by is null) and (signed_at is null) = (signing is null))
);
comment on table custody.custody is 'One person held once: a line of the book of a place. What happened in that time is in entry.';
comment on column custody.custody.id is 'UUIDv7.';
comment on column custody.custody.case_id is 'The case.';
comment on column custody.custody.participant_id is 'The person''s link to the case; null once destroyed.';
comment on column custody.custody.unit_id is 'Unit whose officer holds the person.';
comment on column custody.custody.area is 'Stable code of the wilaya of that unit.';
comment on column custody.custody.place_id is 'Where the person is held.';
comment on column custody.custody.place_unit_id is 'Unit that runs that place.';
comment on column custody.custody.prosecutor_unit_ids is 'Competent prosecutors'' offices, the one that was told first.';
comment on column custody.custody.book is 'Adults, minors, or another hold: each is a book of its own.';
comment on column custody.custody.year is 'Year in legal time.';
comment on column custody.custody.number is 'Line of the book, without gaps.';
comment on column custody.custody.reference is 'Book, year and line as people write them.';
comment on column custody.custody.measure is 'What the person is held for.';
comment on column custody.custody.inquiry is 'Legal frame of the inquiry.';
comment on column custody.custody.age is 'Age on the day of the offence, as known now.';
comment on column custody.custody.sex is 'For cells and searches.';
comment on column custody.custody.grounds is 'Codes of the country''s closed list of grounds.';
comment on column custody.custody.arrested_at is 'Hour of the arrest: the clock starts here.';
comment on column custody.custody.placed_at is 'Hour of the decision to hold.';
comment on column custody.custody.outside_district is 'Arrested outside the judicial district of the officer who holds.';
comment on column custody.custody.offences is 'Offences as the clock knows them: since when, which flags. Codes alone.';
comment on column custody.custody.officer_id is 'Officer who decided to hold.';
comment on column custody.custody.quality_at_act is 'Rank, unit and quality of that officer at the time: codes.';
comment on column custody.custody.key_id is 'Key of this custody alone.';
comment on column custody.custody.subject is 'Who is held as stated at placement, place of arrest: JSON, encrypted.';
comment on column custody.custody.recorded_at is 'When it was taken down.';
comment on column custody.custody.from_paper is 'Taken over from a paper book.';
comment on column custody.custody.marks is 'What was remarked when it was opened: codes.';
comment on column custody.custody.entry_count is 'How many entries it has; the next takes the number after.';
comment on column custody.custody.deadline_at is 'Deadline by what is proven, at the last change; null where nobody may be held so.';
comment on column custody.custody.ended_at is 'When it ended.';
comment on column custody.custody.end_kind is 'How.';
comment on column custody.custody.signed_at is 'When the line was signed.';
comment on column custody.custody.signed_by is 'By which officer, stepped up.';
comment on column custody.custody.signing is 'Whether the person signed, quality of the officer: codes.';
comment on column custody.custody.destroyed_at is 'When retention emptied it; the line keeps its number.';
comment on column custody.custody.version is 'Counts the changes.';
create index custody_open_by_place on custody.custody (place_id, arrested_at) where ended_at is null;
create index custody_open_by_unit on custody.custody (unit_id, arrested_at) where ended_at is null;
create index custody_by_place on custody.custody (place_id, placed_at desc);
create index custody_by_case on custody.custody (case_id);
create index custody_by_participant on custody.custody (participant_id);
create index custody_by_prosecutor on custody.custody using gin (prosecutor_unit_ids);

create table custody.entry (
  id uuid constraint entry_pk primary key,
  custody_id uuid not null constraint entry_custody_fk references custody.custody (id),
  unit_id uuid not null constraint entry_unit_fk references organisation.unit (id),
  area text not null,
  seq integer not null constraint entry_seq_positive check (seq > 0),
  kind text not null,
  at timestamptz not null,
  until timestamptz,
  recorded_at timestamptz not null,
  recorded_by uuid not null constraint entry_recorder_fk references organisation.officer (id),
  paper_page text,
  paper_line text,
  corrects_id uuid constraint entry_corrects_fk references custody.entry (id),
  of_id uuid constraint entry_of_fk references custody.entry (id),
  codes jsonb not null,
  marks text[] not null default '{}',
  key_id uuid not null constraint entry_key_fk references platform.data_key (id),
  detail bytea not null,
  constraint entry_seq_once unique (custody_id, seq),
  constraint entry_times check (until is null or until >= at)
);
comment on table custody.entry is 'One fact of the time in custody. Never changed: what is wrong is put right by another entry.';
comment on column custody.entry.id is 'UUIDv7.';
comment on column custody.entry.custody_id is 'The custody.';
comment on column custody.entry.unit_id is 'Unit that holds the person.';
comment on column custody.entry.area is 'Stable code of its wilaya.';
comment on column custody.entry.seq is 'Order in which they were taken down, without gaps.';
comment on column custody.entry.kind is 'What happened.';
comment on column custody.entry.at is 'When it was.';
comment on column custody.entry.until is 'When it ended, where that was known at once.';
comment on column custody.entry.recorded_at is 'When it was taken down.';
comment on column custody.entry.recorded_by is 'By whom.';
comment on column custody.entry.paper_page is 'Page of the paper book it was taken over from.';
comment on column custody.entry.paper_line is 'Line of that page.';
comment on column custody.entry.corrects_id is 'The entry it puts right.';
comment on column custody.entry.of_id is 'The entry it ends, proves or reports.';
comment on column custody.entry.codes is 'What is not personal, for clocks, cells and lists.';
comment on column custody.entry.marks is 'What was remarked when it was taken down: codes.';
comment on column custody.entry.key_id is 'Key of the custody.';
comment on column custody.entry.detail is 'Names and words as JSON, encrypted.';
create index entry_by_time on custody.entry (custody_id, at);

create table custody.alarm (
  id uuid constraint alarm_pk primary key,
  custody_id uuid not null constraint alarm_custody_fk references custody.custody (id),
  unit_id uuid not null constraint alarm_unit_fk references organisation.unit (id),
  area text not null,
  what text not null constraint alarm_what_known check (what in ('deadline', 'welfare')),
  hours_before numeric(6, 2) not null,
  about_at timestamptz not null,
  due_at timestamptz not null,
  raised_at timestamptz,
  dropped_at timestamptz,
  constraint alarm_once unique (custody_id, what, hours_before, about_at),
  constraint alarm_raised_or_dropped check (raised_at is null or dropped_at is null)
);
comment on table custody.alarm is 'An alarm that is due at an hour, was raised, or was dropped because the deadline moved. A raised one stays for ever.';
comment on column custody.alarm.id is 'UUIDv7.';
comment on column custody.alarm.custody_id is 'The custody.';
comment on column custody.alarm.unit_id is 'Unit that holds the person.';
comment on column custody.alarm.area is 'Stable code of its wilaya.';
comment on column custody.alarm.what is 'deadline: the end of the time allowed; welfare: a look in was missed.';
comment on column custody.alarm.hours_before is 'Hours before the deadline; 0 is the deadline itself.';
comment on column custody.alarm.about_at is 'The deadline, or the hour at which someone was to look in.';
comment on column custody.alarm.due_at is 'When it is to be raised.';
comment on column custody.alarm.raised_at is 'When it was.';
comment on column custody.alarm.dropped_at is 'When it fell away before it was raised.';
create index alarm_due on custody.alarm (due_at) where raised_at is null and dropped_at is null;
create index alarm_by_custody on custody.alarm (custody_id);

create table custody.alarm_ack (
  id uuid constraint alarm_ack_pk primary key,
  alarm_id uuid not null constraint alarm_ack_alarm_fk references custody.alarm (id),
  custody_id uuid not null constraint alarm_ack_custody_fk references custody.custody (id),
  unit_id uuid not null constraint alarm_ack_unit_fk references organisation.unit (id),
  area text not null,
  officer_id uuid not null constraint alarm_ack_officer_fk references organisation.officer (id),
  capacity text not null constraint alarm_ack_capacity_known check (capacity in ('officer', 'head', 'prosecutor', 'keeper', 'other')),
  at timestamptz not null,
  note text,
  constraint alarm_ack_once unique (alarm_id, officer_id)
);
comment on table custody.alarm_ack is 'Who took note of an alarm, by name.';
comment on column custody.alarm_ack.id is 'UUIDv7.';
comment on column custody.alarm_ack.alarm_id is 'The alarm.';
comment on column custody.alarm_ack.custody_id is 'The custody.';
comment on column custody.alarm_ack.unit_id is 'Unit that holds the person.';
comment on column custody.alarm_ack.area is 'Stable code of its wilaya.';
comment on column custody.alarm_ack.officer_id is 'Who took note.';
comment on column custody.alarm_ack.capacity is 'As what.';
comment on column custody.alarm_ack.at is 'When.';
comment on column custody.alarm_ack.note is 'What was said to it; nothing personal.';

create table custody.visa (
  id uuid constraint visa_pk primary key,
  place_id uuid not null constraint visa_place_fk references custody.place (id),
  unit_id uuid not null constraint visa_unit_fk references organisation.unit (id),
  area text not null,
  book text not null,
  month text not null,
  officer_id uuid not null constraint visa_officer_fk references organisation.officer (id),
  at timestamptz not null,
  lines integer not null,
  digest bytea not null,
  remark text
);
comment on table custody.visa is 'The prosecutor saw a month of a book.';
comment on column custody.visa.id is 'UUIDv7.';
comment on column custody.visa.place_id is 'The place.';
comment on column custody.visa.unit_id is 'Unit that runs it.';
comment on column custody.visa.area is 'Stable code of its wilaya.';
comment on column custody.visa.book is 'Which book.';
comment on column custody.visa.month is 'Which month, YYYY-MM in legal time.';
comment on column custody.visa.officer_id is 'Prosecutor who saw it, stepped up.';
comment on column custody.visa.at is 'When.';
comment on column custody.visa.lines is 'How many lines it had.';
comment on column custody.visa.digest is 'SHA-256 over those lines and their entries as they stood.';
comment on column custody.visa.remark is 'What the prosecutor remarked.';
create index visa_by_place on custody.visa (place_id, book, month);

create table custody.day_list (
  id uuid constraint day_list_pk primary key,
  place_id uuid not null constraint day_list_place_fk references custody.place (id),
  unit_id uuid not null constraint day_list_unit_fk references organisation.unit (id),
  area text not null,
  prosecutor_unit_id uuid not null constraint day_list_prosecutor_fk references organisation.unit (id),
  day date not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  lines integer not null,
  sent_at timestamptz not null,
  sent_by uuid constraint day_list_sender_fk references organisation.officer (id),
  acknowledged_at timestamptz,
  acknowledged_by uuid constraint day_list_reader_fk references organisation.officer (id),
  constraint day_list_once unique (place_id, day),
  constraint day_list_acknowledged check ((acknowledged_at is null) = (acknowledged_by is null))
);
comment on table custody.day_list is 'The list of those placed in the last twenty-four hours, as it went to the prosecutor.';
comment on column custody.day_list.id is 'UUIDv7.';
comment on column custody.day_list.place_id is 'The place.';
comment on column custody.day_list.unit_id is 'Unit that runs it.';
comment on column custody.day_list.area is 'Stable code of its wilaya.';
comment on column custody.day_list.prosecutor_unit_id is 'Prosecutor''s office it goes to.';
comment on column custody.day_list.day is 'Day in legal time.';
comment on column custody.day_list.from_at is 'First instant it covers.';
comment on column custody.day_list.to_at is 'First instant after.';
comment on column custody.day_list.lines is 'How many people are on it.';
comment on column custody.day_list.sent_at is 'When it was sent.';
comment on column custody.day_list.sent_by is 'By whom; null where the day''s job sent it.';
comment on column custody.day_list.acknowledged_at is 'When the prosecutor took note.';
comment on column custody.day_list.acknowledged_by is 'Who.';

-- A fact is never changed; a line changes only as its life goes on.
create trigger entry_never_changed before update on custody.entry for each row execute function platform.refuse_change();
create trigger entry_not_truncated before truncate on custody.entry for each statement execute function platform.refuse_change();
create trigger alarm_ack_never_changed before update or delete on custody.alarm_ack for each row execute function platform.refuse_change();
create trigger visa_never_changed before update or delete on custody.visa for each row execute function platform.refuse_change();

create function custody.keep_order() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare last integer;
begin
  select coalesce(max(e.seq), 0) into last from custody.entry e where e.custody_id = new.custody_id;
  if new.seq <> last + 1 then
    raise exception 'entry % of a custody that has %', new.seq, last using errcode = 'DA002';
  end if;
  return new;
end $$;
comment on function custody.keep_order() is 'Entries are numbered without gaps.';
create trigger entry_in_order before insert on custody.entry for each row execute function custody.keep_order();

create function custody.keep_line() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  may_change constant text[] := array['prosecutor_unit_ids', 'age', 'offences', 'entry_count', 'deadline_at', 'ended_at', 'end_kind',
    'signed_at', 'signed_by', 'signing', 'version'];
begin
  if tg_op = 'DELETE' then
    raise exception 'a line of the register is never deleted' using errcode = 'DA002';
  end if;
  if new.destroyed_at is not null and old.destroyed_at is null then
    return new;
  end if;
  if old.signed_at is not null and new.signed_at is distinct from old.signed_at then
    raise exception 'a line is signed once' using errcode = 'DA002';
  end if;
  if (to_jsonb(old) - may_change) <> (to_jsonb(new) - may_change) then
    raise exception 'a line of the register never changes in what it said at placement' using errcode = 'DA002';
  end if;
  return new;
end $$;
comment on function custody.keep_line() is 'What was said at placement stays; only the life of the line goes on.';
create trigger custody_kept before update or delete on custody.custody for each row execute function custody.keep_line();
create trigger custody_not_truncated before truncate on custody.custody for each statement execute function platform.refuse_change();

create function custody.keep_alarm() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'DELETE' or old.raised_at is not null then
    raise exception 'an alarm that was raised stays' using errcode = 'DA002';
  end if;
  return new;
end $$;
comment on function custody.keep_alarm() is 'No alarm is deleted, none that was raised is changed.';
create trigger alarm_kept before update or delete on custody.alarm for each row execute function custody.keep_alarm();

select platform.guard('custody.custody');
-- Whoever runs the cells sees whom they hold, a sealed case or not: a person in a cell is fed and watched. The case stays hidden.
do $$
declare
  seen constant text := $sql$ (destroyed_at is null and ((select ctx.reaches_all())
    or unit_id = any ((select ctx.units())::uuid[]) or place_unit_id = any ((select ctx.units())::uuid[])
    or prosecutor_unit_ids && (select ctx.units())::uuid[]
    or ((select ctx.reaches_own()) and officer_id = (select ctx.actor_id())))) $sql$;
begin
  execute 'create policy custody_seen on custody.custody for select to daira_app using ' || seen;
  execute 'create policy custody_changed on custody.custody for update to daira_app using ' || seen || ' with check ' || seen;
  execute format(
    'create function custody.may_see(p_custody uuid) returns boolean language sql stable security definer set search_path = pg_catalog as %L',
    'select exists (select 1 from custody.custody where id = p_custody and ' || seen || ')');
end $$;
comment on function custody.may_see(uuid) is 'True where the officer of this transaction may see the custody; what policy custody_seen says.';
create policy custody_opened on custody.custody for insert to daira_app with check (
  casework.may_see(case_id) and ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[])));
create policy custody_chartered on custody.custody as restrictive for insert to daira_app with check ((select registry.is_chartered('custody')));
create policy custody_job on custody.custody to daira_worker using (true) with check (true);
grant select, insert, update on custody.custody to daira_app;
grant select, update on custody.custody to daira_worker;

create function custody.hides_case(p_case uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from casework.case_file c where c.id = p_case and c.sealed) and not casework.may_see(p_case)
$$;
comment on function custody.hides_case(uuid) is
  'True where the case of a custody is sealed to the officer of this transaction: name and case are then left out. Asked only for custodies one may see.';

select platform.guard('custody.entry');
create policy entry_seen on custody.entry for select to daira_app using (custody.may_see(custody_id));
create policy entry_added on custody.entry for insert to daira_app with check (custody.may_see(custody_id) and recorded_by = (select ctx.actor_id()));
create policy entry_job on custody.entry to daira_worker using (true) with check (true);
grant select, insert on custody.entry to daira_app;
grant select, delete on custody.entry to daira_worker;

select platform.guard('custody.alarm');
create policy alarm_seen on custody.alarm for select to daira_app using (custody.may_see(custody_id));
create policy alarm_planned on custody.alarm for insert to daira_app with check (custody.may_see(custody_id) and raised_at is null);
create policy alarm_dropped on custody.alarm for update to daira_app using (custody.may_see(custody_id)) with check (raised_at is null);
create policy alarm_job on custody.alarm to daira_worker using (true) with check (true);
grant select, insert on custody.alarm to daira_app;
grant update (dropped_at) on custody.alarm to daira_app;
grant select, insert, update on custody.alarm to daira_worker;

select platform.guard('custody.alarm_ack');
create policy alarm_ack_seen on custody.alarm_ack for select to daira_app using (custody.may_see(custody_id));
create policy alarm_ack_added on custody.alarm_ack for insert to daira_app with check (custody.may_see(custody_id) and officer_id = (select ctx.actor_id()));
grant select, insert on custody.alarm_ack to daira_app;

-- Places stand in every officer's choice of where to hold; who is in them does not.
select platform.guard('custody.place');
create policy place_known on custody.place for select to daira_app using ((select ctx.actor_id()) is not null);
create policy place_founded on custody.place for insert to daira_app with check ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[]));
create policy place_job on custody.place to daira_worker using (true);
grant select, insert on custody.place to daira_app;
grant select on custody.place to daira_worker;
select platform.guard('custody.cell');
create policy cell_known on custody.cell for select to daira_app using ((select ctx.actor_id()) is not null);
create policy cell_added on custody.cell for insert to daira_app with check ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[]));
create policy cell_changed on custody.cell for update to daira_app using ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[]));
grant select, insert on custody.cell to daira_app;
grant update (closed_at, closed_reason, capacity, version) on custody.cell to daira_app;

do $$
declare
  seen constant text := $sql$ ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[])
    or exists (select 1 from custody.place p where p.id = place_id and p.prosecutor_unit_id = any ((select ctx.units())::uuid[]))) $sql$;
begin
  perform platform.guard('custody.visa');
  execute 'create policy visa_seen on custody.visa for select to daira_app using ' || seen;
  execute 'create policy visa_given on custody.visa for insert to daira_app with check (officer_id = (select ctx.actor_id()) and ' || seen || ')';
  perform platform.guard('custody.day_list');
  execute 'create policy day_list_seen on custody.day_list for select to daira_app using ' || seen;
  execute 'create policy day_list_sent on custody.day_list for insert to daira_app with check ' || seen;
  execute 'create policy day_list_acknowledged on custody.day_list for update to daira_app using ' || seen || ' with check ' || seen;
end $$;
create policy day_list_job on custody.day_list to daira_worker using (true) with check (true);
grant select, insert on custody.visa to daira_app;
grant select, insert on custody.day_list to daira_app;
grant update (acknowledged_at, acknowledged_by) on custody.day_list to daira_app;
grant select, insert on custody.day_list to daira_worker;

-- A line is numbered in the book of its place, which another unit may run: central cells, night duty.
create policy counter_of_a_book on platform.counter to daira_app
  using (series like 'custody:%' and (select ctx.permission()) = 'custody.open')
  with check (series like 'custody:%' and (select ctx.permission()) = 'custody.open');
