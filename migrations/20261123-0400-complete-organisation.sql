-- What country data and sign-in need beyond the first tables.

-- The guard asks whether an event exists, not whether the actor may read it: at the door nobody may read any yet.
create or replace function audit.require_event() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
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

alter table organisation.unit add column name_known boolean not null default true;
alter table organisation.unit add column source text not null default 'deployment';
alter table organisation.unit add column confidence text not null default 'HIGH';
alter table organisation.unit add column note text;
comment on column organisation.unit.name_known is 'False where no public source names the unit: the name is then a neutral one.';
comment on column organisation.unit.source is 'Code of the source in the country''s data, or deployment.';
comment on column organisation.unit.confidence is 'How sure the source is: HIGH, MED or LOW.';
comment on column organisation.unit.note is 'What a reader should know of it.';

alter table organisation.unit_event add column code text constraint unit_event_code_once unique;
alter table organisation.unit_event add column withdrawn_at timestamptz;
comment on column organisation.unit_event.code is 'Identifier in the country''s data; null where the house recorded it itself.';
comment on column organisation.unit_event.withdrawn_at is 'When a later version of the country''s data no longer held it; such an event does not replay.';
create index unit_event_by_unit on organisation.unit_event (unit_id);

-- Prosecutors, clerks and inspectors from outside the police hold no police rank.
alter table organisation.officer alter column rank_code drop not null;
alter table organisation.posting alter column rank_code drop not null;
create index officer_by_name on organisation.officer using gin (name_ar gin_trgm_ops, name_latin gin_trgm_ops);

create table organisation.reference (
  name text not null,
  version integer not null,
  data jsonb not null,
  valid_from timestamptz not null,
  constraint reference_pk primary key (name, version)
);
comment on table organisation.reference is 'Lists of the country''s organisation data that are read whole: kinds, systems, sources, courts, quality rules.';
comment on column organisation.reference.name is 'Which list.';
comment on column organisation.reference.version is 'Counts from 1; the highest is in use.';
comment on column organisation.reference.data is 'The list, in the shape of the country''s data.';
comment on column organisation.reference.valid_from is 'When this version came into use.';
select platform.guard('organisation.reference');
create policy readable on organisation.reference for select to daira_app, daira_worker using (true);
grant select on organisation.reference to daira_app, daira_worker;

create table organisation.absence (
  id uuid constraint absence_pk primary key,
  officer_id uuid not null constraint absence_officer_fk references organisation.officer (id),
  unit_id uuid not null constraint absence_unit_fk references organisation.unit (id),
  kind text not null constraint absence_kind_known check (kind in ('leave', 'sick', 'mission', 'training', 'suspension')),
  starts_at timestamptz not null,
  ends_at timestamptz,
  decision_ref text,
  acting_grant_id uuid constraint absence_grant_fk references organisation.role_grant (id),
  recorded_at timestamptz not null,
  constraint absence_period check (ends_at is null or ends_at > starts_at)
);
comment on table organisation.absence is 'Leave, missions and administrative suspensions; whoever stands in holds a role grant of reason acting.';
comment on column organisation.absence.id is 'UUIDv7.';
comment on column organisation.absence.officer_id is 'Who is away.';
comment on column organisation.absence.unit_id is 'The officer''s unit at that time.';
comment on column organisation.absence.kind is 'Why; a suspension also takes every judicial-police quality away while it lasts.';
comment on column organisation.absence.starts_at is 'First instant.';
comment on column organisation.absence.ends_at is 'First instant after it; null while not known.';
comment on column organisation.absence.decision_ref is 'Decision, for a suspension.';
comment on column organisation.absence.acting_grant_id is 'Grant of whoever stands in.';
comment on column organisation.absence.recorded_at is 'When it was taken down.';
create index absence_by_officer on organisation.absence (officer_id, starts_at);
select platform.guard('organisation.absence');
create policy readable on organisation.absence for select to daira_app using (true);
create policy worker_reads on organisation.absence for select to daira_worker using (true);
create policy absence_added on organisation.absence for insert to daira_app
  with check ((select ctx.permission()) in ('officer.change', 'absence.record') and organisation.officer_in_reach(officer_id));
create policy absence_ended on organisation.absence for update to daira_app
  using ((select ctx.permission()) in ('officer.change', 'absence.record') and organisation.officer_in_reach(officer_id));
grant select, insert, update on organisation.absence to daira_app;
grant select on organisation.absence to daira_worker;

-- Nobody hands on what is not theirs: beyond the administrators, a role may be granted only by someone who holds
-- every permission in it, at least as far. Nobody grants anything to themselves.
create function organisation.may_grant(p_role text, p_unit uuid, p_officer uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select (ctx.reaches_all() and (ctx.actor_id() is null or ctx.actor_id() <> p_officer)) or (
    ctx.actor_id() <> p_officer and p_unit = any (ctx.units()) and not exists (
      select 1 from organisation.role_permission wanted
      where wanted.role_code = p_role and not exists (
        select 1 from organisation.role_grant g
        join organisation.role_permission held on held.role_code = g.role_code and held.permission = wanted.permission
        where g.officer_id = ctx.actor_id() and g.starts_at <= ctx.instant() and (g.ends_at is null or g.ends_at > ctx.instant())
          and (held.scope = 'all'
            or (held.scope = 'area' and wanted.scope in ('own', 'unit', 'area')
              and (select u.area from organisation.unit u where u.id = g.unit_id) = (select u.area from organisation.unit u where u.id = p_unit))
            or (held.scope = 'unit' and wanted.scope in ('own', 'unit') and exists (
              select 1 from organisation.unit_closure c where c.ancestor_id = g.unit_id and c.descendant_id = p_unit
                and c.valid_from <= ctx.instant()::date and (c.valid_to is null or c.valid_to > ctx.instant()::date)))
            or (held.scope = 'own' and wanted.scope = 'own'))
      ))) $$;
comment on function organisation.may_grant(text, uuid, uuid) is
  'Whether the actor of this transaction may give that role at that unit to that officer.';
revoke execute on function organisation.may_grant(text, uuid, uuid) from public;
grant execute on function organisation.may_grant(text, uuid, uuid) to daira_app;

drop policy role_grant_added on organisation.role_grant;
create policy role_grant_added on organisation.role_grant for insert to daira_app with check (
  (select ctx.permission()) in ('role.grant', 'officer.change', 'officer.post', 'absence.record') and organisation.may_grant(role_code, unit_id, officer_id));
drop policy role_grant_ended on organisation.role_grant;
create policy role_grant_ended on organisation.role_grant for update to daira_app
  using ((select ctx.permission()) in ('role.grant', 'officer.change', 'officer.post', 'absence.record')
    and ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[])));
