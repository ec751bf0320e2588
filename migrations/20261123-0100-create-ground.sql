-- The ground every module stands on: the context of a transaction, the guard of a table, commands, counters, keys.

create extension if not exists pg_trgm;
create extension if not exists btree_gist;

create schema ctx;
comment on schema ctx is 'Who acts in this transaction, under which permission, and how far it reaches. Transaction-local.';
grant usage on schema ctx to daira_app, daira_worker;

create function ctx.actor_id() returns uuid language sql stable as
  $$ select nullif(current_setting('daira.actor_id', true), '')::uuid $$;
create function ctx.session_id() returns uuid language sql stable as
  $$ select nullif(current_setting('daira.session_id', true), '')::uuid $$;
create function ctx.actor_unit_id() returns uuid language sql stable as
  $$ select nullif(current_setting('daira.actor_unit_id', true), '')::uuid $$;
create function ctx.permission() returns text language sql stable as
  $$ select nullif(current_setting('daira.permission', true), '') $$;
create function ctx.command_id() returns uuid language sql stable as
  $$ select nullif(current_setting('daira.command_id', true), '')::uuid $$;
create function ctx.instant() returns timestamptz language sql stable as
  $$ select nullif(current_setting('daira.instant', true), '')::timestamptz $$;
create function ctx.units() returns uuid[] language sql stable as
  $$ select coalesce(nullif(current_setting('daira.units', true), ''), '{}')::uuid[] $$;
create function ctx.reaches_all() returns boolean language sql stable as
  $$ select coalesce(nullif(current_setting('daira.reaches_all', true), ''), 'false')::boolean $$;
create function ctx.reaches_own() returns boolean language sql stable as
  $$ select coalesce(nullif(current_setting('daira.reaches_own', true), ''), 'false')::boolean $$;
comment on function ctx.units() is 'Units in which the permission of this transaction holds; wrap in (select ...) inside a policy, so that it is computed once a query.';

create schema audit;
comment on schema audit is 'The log: what was done, read and refused. Rows are only ever added.';
grant usage on schema audit to daira_app, daira_worker;

create table audit.event (
  id uuid constraint event_pk primary key,
  kind text not null constraint event_kind_known check (kind in ('command', 'read', 'refusal', 'system')),
  type text not null,
  actor_id uuid,
  actor_unit_id uuid,
  session_id uuid,
  command_id uuid,
  xact xid8 not null default pg_current_xact_id(),
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  unit_id uuid,
  area text,
  purpose_kind text constraint event_purpose_kind_known check (purpose_kind in ('case', 'register', 'call', 'custody', 'request', 'duty', 'reason')),
  purpose_id uuid,
  subjects jsonb not null default '[]',
  codes jsonb not null default '{}',
  detail_hash bytea not null,
  detail_key_id uuid not null,
  detail bytea not null,
  constraint event_command_has_id check (kind <> 'command' or command_id is not null)
);
comment on table audit.event is 'One row a command, a sensitive read or a refusal.';
comment on column audit.event.id is 'UUIDv7.';
comment on column audit.event.kind is 'command: something was changed; read: something sensitive was shown; refusal: something was refused; system: a job acted.';
comment on column audit.event.type is 'What happened, as module.noun.past, e.g. case.opened.';
comment on column audit.event.actor_id is 'The officer; null only for the system and for refused sign-ins.';
comment on column audit.event.actor_unit_id is 'Unit of the officer''s posting at that moment.';
comment on column audit.event.session_id is 'The session it came through.';
comment on column audit.event.command_id is 'Idempotency key of the command.';
comment on column audit.event.xact is 'Transaction that wrote it; what the guard of every table looks for.';
comment on column audit.event.occurred_at is 'When it happened, as stated.';
comment on column audit.event.recorded_at is 'When it was taken down.';
comment on column audit.event.unit_id is 'Unit of the record concerned.';
comment on column audit.event.area is 'Stable code of the wilaya of the record concerned.';
comment on column audit.event.purpose_kind is 'The work in hand that explains a look-up, or reason where it was asked for.';
comment on column audit.event.purpose_id is 'Identifier of that work.';
comment on column audit.event.subjects is 'Records concerned: [{type, id}], the first is the main one.';
comment on column audit.event.codes is 'What is not personal: states, codes, numbers of things.';
comment on column audit.event.detail_hash is 'SHA-256 of salt and canonical detail; the leaf of the Merkle log holds it.';
comment on column audit.event.detail_key_id is 'Key under which detail is encrypted; shredded at retention.';
comment on column audit.event.detail is 'Salt and personal detail, encrypted together (AES-256-GCM): with the key shredded, neither is left to guess from.';
create unique index event_one_a_command on audit.event (command_id) where kind in ('command', 'system');
create index event_by_subject on audit.event using gin (subjects jsonb_path_ops);
create index event_by_actor on audit.event (actor_id, recorded_at desc);
create index event_by_unit on audit.event (unit_id, recorded_at desc);

create table audit.pending (
  event_id uuid constraint pending_pk primary key constraint pending_event_fk references audit.event (id)
);
comment on table audit.pending is 'Committed events that have no place in the Merkle log yet; the sequencer empties it.';
comment on column audit.pending.event_id is 'The event.';

create function audit.queue_event() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into audit.pending (event_id) values (new.id);
  perform pg_notify('audit_pending', '');
  return null;
end $$;
create trigger event_queued after insert on audit.event for each row execute function audit.queue_event();

create function audit.require_event() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (
    select 1 from audit.event e
    where e.command_id = ctx.command_id() and e.kind in ('command', 'system') and e.xact = pg_current_xact_id()
  ) then
    raise exception 'a change of %.% without an audit event cannot be committed', tg_table_schema, tg_table_name
      using errcode = 'DA001';
  end if;
  return null;
end $$;
comment on function audit.require_event() is 'Deferred guard of every table: no mutation commits without the event of its command.';

create table audit.leaf (
  seq bigint constraint leaf_pk primary key,
  event_id uuid not null constraint leaf_event_once unique constraint leaf_event_fk references audit.event (id),
  leaf bytea not null,
  leaf_hash bytea not null
);
comment on table audit.leaf is 'Leaves of the Merkle log in its one order (RFC 9162).';
comment on column audit.leaf.seq is 'Position, from 0, without gaps.';
comment on column audit.leaf.event_id is 'The event it stands for.';
comment on column audit.leaf.leaf is 'Canonical bytes that were hashed: ids, codes and a salted hash, nothing personal.';
comment on column audit.leaf.leaf_hash is 'SHA-256(0x00 || leaf).';

create table audit.node (
  level integer not null,
  position bigint not null,
  hash bytea not null,
  constraint node_pk primary key (level, position)
);
comment on table audit.node is 'Roots of complete subtrees; proofs are computed from them.';
comment on column audit.node.level is 'Height above the leaves.';
comment on column audit.node.position is 'Place from the left at that height, from 0.';
comment on column audit.node.hash is 'SHA-256(0x01 || left || right).';

create table audit.checkpoint (
  size bigint constraint checkpoint_pk primary key,
  root bytea not null,
  note text not null,
  made_at timestamptz not null
);
comment on table audit.checkpoint is 'Signed statements of the log''s size and root.';
comment on column audit.checkpoint.size is 'Number of leaves.';
comment on column audit.checkpoint.root is 'Root hash at that size.';
comment on column audit.checkpoint.note is 'Signed note as handed out.';
comment on column audit.checkpoint.made_at is 'When it was signed.';

create table audit.cosignature (
  size bigint not null constraint cosignature_checkpoint_fk references audit.checkpoint (size),
  witness text not null,
  line text not null,
  received_at timestamptz not null,
  constraint cosignature_pk primary key (size, witness)
);
comment on table audit.cosignature is 'What witnesses on other machines added to a checkpoint.';
comment on column audit.cosignature.size is 'The checkpoint.';
comment on column audit.cosignature.witness is 'Name of the witness''s key.';
comment on column audit.cosignature.line is 'Its signature line.';
comment on column audit.cosignature.received_at is 'When it came in.';

-- Row-level security that binds the owner too, the event guard, and a way through for the owner's own functions.
create function platform.guard(target regclass, requires_event boolean default true) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy owner_functions on %s to daira_owner using (true) with check (true)', target);
  if requires_event then
    execute format(
      'create constraint trigger requires_event after insert or update or delete on %s
       deferrable initially deferred for each row execute function audit.require_event()', target);
  end if;
end $$;
comment on function platform.guard(regclass, boolean) is 'Puts a table behind both walls; every table of every module calls it.';

select platform.guard('audit.event', false);
create policy event_added_by_its_actor on audit.event for insert to daira_app
  with check (actor_id is not distinct from ctx.actor_id());
create policy event_in_reach on audit.event for select to daira_app using (
  (select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[]) or actor_id = (select ctx.actor_id()));
create policy event_worker on audit.event to daira_worker using (true) with check (true);
grant select, insert on audit.event to daira_app, daira_worker;

select platform.guard('audit.pending', false);
create policy pending_worker on audit.pending to daira_worker using (true) with check (true);
grant select, delete on audit.pending to daira_worker;

do $$
declare target text;
begin
  foreach target in array array['audit.leaf', 'audit.node', 'audit.checkpoint', 'audit.cosignature'] loop
    perform platform.guard(target::regclass, false);
    execute format('create policy log_is_public on %s for select to daira_app using (true)', target);
    execute format('create policy log_worker on %s to daira_worker using (true) with check (true)', target);
    execute format('grant select on %s to daira_app', target);
    execute format('grant select, insert on %s to daira_worker', target);
  end loop;
end $$;

grant usage on schema platform to daira_app, daira_worker;
comment on schema platform is 'What every module needs: migrations, commands, counters, keys, the installation itself.';

create table platform.installation (
  id integer constraint installation_pk primary key default 1 constraint installation_single check (id = 1),
  mode text not null constraint installation_mode_known check (mode in ('training', 'real')),
  country text not null,
  log_origin text not null,
  created_at timestamptz not null
);
comment on table platform.installation is 'What this database is: training or real, for ever.';
comment on column platform.installation.id is 'Always 1: there is one row.';
comment on column platform.installation.mode is 'Set at the first start; a trigger refuses to change it.';
comment on column platform.installation.country is 'Folder of country data in use.';
comment on column platform.installation.log_origin is 'Origin line of the Merkle log''s checkpoints.';
comment on column platform.installation.created_at is 'First start.';
create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% rows are never changed or removed', tg_table_schema, tg_table_name using errcode = 'DA002';
end $$;
create trigger installation_for_ever before update or delete on platform.installation for each row execute function platform.refuse_change();
create trigger event_never_changed before update or delete on audit.event for each row execute function platform.refuse_change();
create trigger leaf_never_changed before update or delete on audit.leaf for each row execute function platform.refuse_change();
create trigger checkpoint_never_changed before update or delete on audit.checkpoint for each row execute function platform.refuse_change();
select platform.guard('platform.installation', false);
create policy installation_public on platform.installation for select to daira_app, daira_worker using (true);
grant select on platform.installation to daira_app, daira_worker;

create table platform.command (
  id uuid constraint command_pk primary key,
  type text not null,
  actor_id uuid,
  input_hash bytea not null,
  result jsonb,
  done_at timestamptz not null
);
comment on table platform.command is 'Commands that were carried out, so that a repeated one is answered and not repeated.';
comment on column platform.command.id is 'Idempotency key, UUIDv7, made by the client.';
comment on column platform.command.type is 'Which use case.';
comment on column platform.command.actor_id is 'Who sent it.';
comment on column platform.command.input_hash is 'SHA-256 of the canonical input: the same key with another input is refused.';
comment on column platform.command.result is 'What was answered: ids and numbers, nothing personal.';
comment on column platform.command.done_at is 'When.';
select platform.guard('platform.command');
create policy command_of_its_actor on platform.command to daira_app
  using (actor_id is not distinct from ctx.actor_id()) with check (actor_id is not distinct from ctx.actor_id());
create policy command_worker on platform.command to daira_worker using (true) with check (true);
grant select, insert on platform.command to daira_app, daira_worker;

create table platform.counter (
  series text not null,
  unit_id uuid not null,
  year integer not null,
  last_value bigint not null,
  constraint counter_pk primary key (series, unit_id, year)
);
comment on table platform.counter is 'Numbers without gaps: the row is locked by the transaction that takes one, and a roll-back gives it back.';
comment on column platform.counter.series is 'What is numbered, e.g. register, case, pv.';
comment on column platform.counter.unit_id is 'The unit that numbers.';
comment on column platform.counter.year is 'Year of the series in the country''s legal time.';
comment on column platform.counter.last_value is 'Last number given.';
select platform.guard('platform.counter');
create policy counter_in_reach on platform.counter to daira_app
  using ((select ctx.reaches_all()) or (select ctx.reaches_own()) or unit_id = any ((select ctx.units())::uuid[]))
  with check ((select ctx.reaches_all()) or (select ctx.reaches_own()) or unit_id = any ((select ctx.units())::uuid[]));
create policy counter_worker on platform.counter to daira_worker using (true) with check (true);
grant select, insert, update on platform.counter to daira_app, daira_worker;

create table platform.data_key (
  id uuid constraint data_key_pk primary key,
  subject_type text not null,
  subject_id uuid not null,
  wrapped bytea,
  created_at timestamptz not null,
  shredded_at timestamptz,
  constraint data_key_one_a_subject unique (subject_type, subject_id),
  constraint data_key_gone_when_shredded check ((wrapped is null) = (shredded_at is not null))
);
comment on table platform.data_key is 'A key a record: what is encrypted under it ends with it.';
comment on column platform.data_key.id is 'UUIDv7.';
comment on column platform.data_key.subject_type is 'Kind of record the key belongs to.';
comment on column platform.data_key.subject_id is 'The record.';
comment on column platform.data_key.wrapped is 'The key, wrapped by the installation''s master key; null once shredded.';
comment on column platform.data_key.created_at is 'When it was made.';
comment on column platform.data_key.shredded_at is 'When retention destroyed it.';
select platform.guard('platform.data_key', false);
create policy data_key_use on platform.data_key to daira_app using (true) with check (wrapped is not null);
create policy data_key_worker on platform.data_key to daira_worker using (true) with check (true);
grant select, insert on platform.data_key to daira_app;
grant select, insert, update on platform.data_key to daira_worker;

create table platform.country_data (
  name text not null,
  version text not null,
  hash bytea not null,
  loaded_at timestamptz not null,
  constraint country_data_pk primary key (name, version)
);
comment on table platform.country_data is 'Which version of the country''s data was loaded when.';
comment on column platform.country_data.name is 'Data set, e.g. offences.';
comment on column platform.country_data.version is 'Version as the country states it.';
comment on column platform.country_data.hash is 'SHA-256 of the canonical rows.';
comment on column platform.country_data.loaded_at is 'When it was loaded.';
select platform.guard('platform.country_data', false);
create policy country_data_public on platform.country_data for select to daira_app, daira_worker using (true);
grant select on platform.country_data to daira_app, daira_worker;
