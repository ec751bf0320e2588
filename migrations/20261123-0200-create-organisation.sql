-- Units, officers and what they may do.

create schema organisation;
comment on schema organisation is 'Units with their history, officers, postings, judicial-police qualities, roles.';
grant usage on schema organisation to daira_app, daira_worker;

create table organisation.unit (
  id uuid constraint unit_pk primary key,
  code text not null constraint unit_code_once unique,
  kind text not null,
  parent_id uuid constraint unit_parent_fk references organisation.unit (id),
  area text not null,
  name_ar text not null,
  name_fr text not null,
  name_en text,
  place text,
  latitude double precision,
  longitude double precision,
  founded_on date,
  closed_on date,
  switches jsonb not null default '{}',
  version integer not null default 1
);
comment on table organisation.unit is 'A unit as it stands today; its history is unit_event.';
comment on column organisation.unit.id is 'UUIDv7.';
comment on column organisation.unit.code is 'Stable code of the country''s data, e.g. ma.rabat.d1; never reused.';
comment on column organisation.unit.kind is 'Kind of unit in the country''s data; prosecutors'' offices are of kind parquet.';
comment on column organisation.unit.parent_id is 'The unit above.';
comment on column organisation.unit.area is 'Stable code of the wilaya.';
comment on column organisation.unit.name_ar is 'Name in Arabic.';
comment on column organisation.unit.name_fr is 'Name in French.';
comment on column organisation.unit.name_en is 'Name in English, where it has one.';
comment on column organisation.unit.place is 'Town or commune.';
comment on column organisation.unit.latitude is 'Approximate, WGS 84.';
comment on column organisation.unit.longitude is 'Approximate, WGS 84.';
comment on column organisation.unit.founded_on is 'First day, where known.';
comment on column organisation.unit.closed_on is 'First day on which it is no more.';
comment on column organisation.unit.switches is 'Systems switched on: {system: {stage, from}}; settings such as on-screen signing.';
comment on column organisation.unit.version is 'Counts the changes; a stale edit is refused.';

create table organisation.unit_event (
  id uuid constraint unit_event_pk primary key,
  unit_id uuid not null constraint unit_event_unit_fk references organisation.unit (id),
  type text not null,
  happened_on text,
  precision text not null constraint unit_event_precision_known check (precision in ('day', 'month', 'year', 'unknown')),
  data jsonb not null,
  source text not null,
  confidence text not null,
  recorded_at timestamptz not null
);
comment on table organisation.unit_event is 'Founded, upgraded, renamed, moved, switched on, closed: what replays into the tree of any day.';
comment on column organisation.unit_event.id is 'UUIDv7.';
comment on column organisation.unit_event.unit_id is 'The unit.';
comment on column organisation.unit_event.type is 'What happened to it.';
comment on column organisation.unit_event.happened_on is 'Date to the precision known: 2024, 2024-05 or 2024-05-16; null where not known.';
comment on column organisation.unit_event.precision is 'How precisely the date is known.';
comment on column organisation.unit_event.data is 'What changed.';
comment on column organisation.unit_event.source is 'Where this is known from.';
comment on column organisation.unit_event.confidence is 'How sure it is.';
comment on column organisation.unit_event.recorded_at is 'When it was taken down.';

create table organisation.unit_closure (
  ancestor_id uuid not null constraint unit_closure_ancestor_fk references organisation.unit (id),
  descendant_id uuid not null constraint unit_closure_descendant_fk references organisation.unit (id),
  depth integer not null,
  valid_from date not null,
  valid_to date,
  constraint unit_closure_pk primary key (ancestor_id, descendant_id, valid_from)
);
comment on table organisation.unit_closure is 'Who stands above whom, with dates; a unit stands above itself at depth 0.';
comment on column organisation.unit_closure.ancestor_id is 'The unit above.';
comment on column organisation.unit_closure.descendant_id is 'The unit below.';
comment on column organisation.unit_closure.depth is 'Steps between them.';
comment on column organisation.unit_closure.valid_from is 'First day.';
comment on column organisation.unit_closure.valid_to is 'First day on which it no longer holds; null while it holds.';
create index unit_closure_downwards on organisation.unit_closure (ancestor_id) where valid_to is null;
create index unit_closure_upwards on organisation.unit_closure (descendant_id) where valid_to is null;

create table organisation.rank (
  code text constraint rank_pk primary key,
  position integer not null,
  corps text not null,
  label_ar text not null,
  label_fr text not null,
  label_en text not null,
  source text not null
);
comment on table organisation.rank is 'Ranks, from the country''s data.';
comment on column organisation.rank.code is 'Stable code.';
comment on column organisation.rank.position is 'Order, 1 the highest.';
comment on column organisation.rank.corps is 'Civil or uniform.';
comment on column organisation.rank.label_ar is 'In Arabic.';
comment on column organisation.rank.label_fr is 'In French.';
comment on column organisation.rank.label_en is 'In English.';
comment on column organisation.rank.source is 'Text and article.';

create table organisation.officer (
  id uuid constraint officer_pk primary key,
  service_number text not null constraint officer_service_number_once unique,
  name_ar text not null,
  name_latin text not null,
  rank_code text not null constraint officer_rank_fk references organisation.rank (code),
  sex text not null constraint officer_sex_known check (sex in ('female', 'male')),
  unit_id uuid not null constraint officer_unit_fk references organisation.unit (id),
  post text not null,
  state text not null default 'active' constraint officer_state_known check (state in ('active', 'suspended', 'left')),
  version integer not null default 1
);
comment on table organisation.officer is 'Staff with a sign-in: officers, prosecutors and their clerks, inspectors.';
comment on column organisation.officer.id is 'UUIDv7.';
comment on column organisation.officer.service_number is 'Number by which the officer signs in.';
comment on column organisation.officer.name_ar is 'Name in Arabic.';
comment on column organisation.officer.name_latin is 'Name in Latin letters.';
comment on column organisation.officer.rank_code is 'Present rank.';
comment on column organisation.officer.sex is 'Art. 60: a woman searches women.';
comment on column organisation.officer.unit_id is 'Present posting; the history is posting.';
comment on column organisation.officer.post is 'What the officer does there, a code.';
comment on column organisation.officer.state is 'A suspended officer keeps no session and signs nothing.';
comment on column organisation.officer.version is 'Counts the changes.';
create index officer_by_unit on organisation.officer (unit_id);

create table organisation.posting (
  id uuid constraint posting_pk primary key,
  officer_id uuid not null constraint posting_officer_fk references organisation.officer (id),
  unit_id uuid not null constraint posting_unit_fk references organisation.unit (id),
  post text not null,
  rank_code text not null constraint posting_rank_fk references organisation.rank (code),
  starts_at timestamptz not null,
  ends_at timestamptz,
  constraint posting_period check (ends_at is null or ends_at > starts_at)
);
comment on table organisation.posting is 'Where an officer served from when to when.';
comment on column organisation.posting.id is 'UUIDv7.';
comment on column organisation.posting.officer_id is 'The officer.';
comment on column organisation.posting.unit_id is 'The unit.';
comment on column organisation.posting.post is 'What the officer does there.';
comment on column organisation.posting.rank_code is 'Rank held then.';
comment on column organisation.posting.starts_at is 'First instant.';
comment on column organisation.posting.ends_at is 'First instant after it; null while it lasts.';
create index posting_by_officer on organisation.posting (officer_id, starts_at);

create table organisation.quality (
  id uuid constraint quality_pk primary key,
  officer_id uuid not null constraint quality_officer_fk references organisation.officer (id),
  quality text not null,
  decision_ref text not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  kind text not null constraint quality_kind_known check (kind in ('held', 'suspended')),
  constraint quality_period check (ends_at is null or ends_at > starts_at)
);
comment on table organisation.quality is 'Judicial-police quality as decided, and its suspensions; the quality at the time of an act is copied onto the act.';
comment on column organisation.quality.id is 'UUIDv7.';
comment on column organisation.quality.officer_id is 'The officer.';
comment on column organisation.quality.quality is 'Code in the country''s data.';
comment on column organisation.quality.decision_ref is 'Decision that gives or suspends it.';
comment on column organisation.quality.starts_at is 'First instant.';
comment on column organisation.quality.ends_at is 'First instant after it.';
comment on column organisation.quality.kind is 'held, or suspended for that time.';
create index quality_by_officer on organisation.quality (officer_id, starts_at);

create table organisation.role (
  code text constraint role_pk primary key,
  label_ar text not null,
  label_fr text not null,
  label_en text not null
);
comment on table organisation.role is 'Roles: bundles of permissions.';
comment on column organisation.role.code is 'Stable code.';
comment on column organisation.role.label_ar is 'In Arabic.';
comment on column organisation.role.label_fr is 'In French.';
comment on column organisation.role.label_en is 'In English.';

create table organisation.role_permission (
  role_code text not null constraint role_permission_role_fk references organisation.role (code),
  permission text not null,
  scope text not null constraint role_permission_scope_known check (scope in ('own', 'unit', 'area', 'all')),
  constraint role_permission_pk primary key (role_code, permission)
);
comment on table organisation.role_permission is 'What a role may do and how far from the unit of its grant that holds.';
comment on column organisation.role_permission.role_code is 'The role.';
comment on column organisation.role_permission.permission is 'Permission, as routes name it.';
comment on column organisation.role_permission.scope is 'own: one''s own records; unit: the unit and those below; area: the wilaya; all: the country.';

create table organisation.role_grant (
  id uuid constraint role_grant_pk primary key,
  officer_id uuid not null constraint role_grant_officer_fk references organisation.officer (id),
  role_code text not null constraint role_grant_role_fk references organisation.role (code),
  unit_id uuid not null constraint role_grant_unit_fk references organisation.unit (id),
  reason text not null constraint role_grant_reason_known check (reason in ('posting', 'acting', 'set-up')),
  starts_at timestamptz not null,
  ends_at timestamptz,
  granted_by uuid
);
comment on table organisation.role_grant is 'Which officer holds which role where, from when to when.';
comment on column organisation.role_grant.id is 'UUIDv7.';
comment on column organisation.role_grant.officer_id is 'The officer.';
comment on column organisation.role_grant.role_code is 'The role.';
comment on column organisation.role_grant.unit_id is 'The unit from which the scopes are measured.';
comment on column organisation.role_grant.reason is 'posting; acting for someone absent; set-up of the installation.';
comment on column organisation.role_grant.starts_at is 'First instant.';
comment on column organisation.role_grant.ends_at is 'First instant after it.';
comment on column organisation.role_grant.granted_by is 'Who granted it.';
create index role_grant_by_officer on organisation.role_grant (officer_id);

-- Who is who and where is no secret inside the house: reading is open, changing needs the permission's reach.
do $$
declare target text;
begin
  foreach target in array array['unit', 'unit_event', 'unit_closure', 'officer', 'posting', 'quality', 'role_grant'] loop
    perform platform.guard(('organisation.' || target)::regclass);
    execute format('create policy readable on organisation.%I for select to daira_app using (true)', target);
    execute format('create policy worker_reads on organisation.%I for select to daira_worker using (true)', target);
    execute format('grant select, insert, update on organisation.%I to daira_app', target);
    execute format('grant select on organisation.%I to daira_worker', target);
  end loop;
  foreach target in array array['rank', 'role', 'role_permission'] loop
    perform platform.guard(('organisation.' || target)::regclass, false);
    execute format('create policy readable on organisation.%I for select to daira_app, daira_worker using (true)', target);
    execute format('grant select on organisation.%I to daira_app, daira_worker', target);
  end loop;
end $$;
grant delete on organisation.unit_closure to daira_app;

create policy unit_added on organisation.unit for insert to daira_app with check ((select ctx.permission()) = 'unit.change' and (select ctx.reaches_all()));
create policy unit_changed on organisation.unit for update to daira_app
  using ((select ctx.permission()) = 'unit.change' and ((select ctx.reaches_all()) or id = any ((select ctx.units())::uuid[])));
create policy unit_event_added on organisation.unit_event for insert to daira_app
  with check ((select ctx.permission()) = 'unit.change' and ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[])));
create policy unit_closure_added on organisation.unit_closure for insert to daira_app with check ((select ctx.permission()) = 'unit.change');
create policy unit_closure_ended on organisation.unit_closure for update to daira_app using ((select ctx.permission()) = 'unit.change');
create policy unit_closure_removed on organisation.unit_closure for delete to daira_app using ((select ctx.permission()) = 'unit.change');
create policy officer_added on organisation.officer for insert to daira_app
  with check ((select ctx.permission()) = 'officer.change' and ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[])));
create policy officer_changed on organisation.officer for update to daira_app
  using ((select ctx.permission()) in ('officer.change', 'officer.post') and ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[])))
  with check ((select ctx.permission()) in ('officer.change', 'officer.post'));

create function organisation.officer_in_reach(officer uuid) returns boolean language sql stable security definer set search_path = pg_catalog as
  $$ select ctx.reaches_all() or exists (select 1 from organisation.officer o where o.id = officer and o.unit_id = any (ctx.units())) $$;
create policy posting_added on organisation.posting for insert to daira_app
  with check ((select ctx.permission()) in ('officer.change', 'officer.post') and organisation.officer_in_reach(officer_id));
create policy posting_ended on organisation.posting for update to daira_app
  using ((select ctx.permission()) in ('officer.change', 'officer.post') and organisation.officer_in_reach(officer_id));
create policy quality_added on organisation.quality for insert to daira_app
  with check ((select ctx.permission()) in ('officer.change', 'quality.change') and organisation.officer_in_reach(officer_id));
create policy quality_ended on organisation.quality for update to daira_app
  using ((select ctx.permission()) in ('officer.change', 'quality.change') and organisation.officer_in_reach(officer_id));
create policy role_grant_added on organisation.role_grant for insert to daira_app
  with check ((select ctx.permission()) in ('role.grant', 'officer.change') and ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[])));
create policy role_grant_ended on organisation.role_grant for update to daira_app
  using ((select ctx.permission()) in ('role.grant', 'officer.change') and ((select ctx.reaches_all()) or unit_id = any ((select ctx.units())::uuid[])));
