alter table organisation.reference add column origin text not null default 'country'
  constraint reference_origin_known check (origin in ('country', 'decision'));
comment on column organisation.reference.origin is 'country: loaded from the country''s folder; decision: proposed by one officer and approved by another.';

create table organisation.law_change (
  id uuid constraint law_change_pk primary key,
  name text not null,
  base_version integer not null,
  data jsonb not null,
  legal_basis text not null,
  state text not null constraint law_change_state_known check (state in ('proposed', 'approved', 'rejected')),
  proposed_by uuid not null constraint law_change_proposer_fk references organisation.officer (id),
  proposed_at timestamptz not null,
  decided_by uuid constraint law_change_decider_fk references organisation.officer (id),
  decided_at timestamptz,
  constraint law_change_two_persons check (decided_by is null or decided_by <> proposed_by),
  constraint law_change_decided check ((state = 'proposed') = (decided_by is null) and (decided_by is null) = (decided_at is null))
);
comment on table organisation.law_change is 'Changes of law data: one officer proposes, another decides.';
comment on column organisation.law_change.id is 'UUIDv7.';
comment on column organisation.law_change.name is 'Which list of organisation.reference.';
comment on column organisation.law_change.base_version is 'Version the proposal was made from; a later one makes it stale.';
comment on column organisation.law_change.data is 'The whole list as it is to stand.';
comment on column organisation.law_change.legal_basis is 'Text, article and publication it rests on.';
comment on column organisation.law_change.state is 'proposed, approved or rejected.';
comment on column organisation.law_change.proposed_by is 'Who proposed it.';
comment on column organisation.law_change.proposed_at is 'When.';
comment on column organisation.law_change.decided_by is 'Who decided; never who proposed.';
comment on column organisation.law_change.decided_at is 'When.';
select platform.guard('organisation.law_change');
create policy readable on organisation.law_change for select to daira_app using (
  (select ctx.permission()) in ('law.propose', 'law.approve') and (select ctx.reaches_all()));
create policy law_proposed on organisation.law_change for insert to daira_app with check (
  (select ctx.permission()) = 'law.propose' and (select ctx.reaches_all()) and proposed_by = (select ctx.actor_id()) and state = 'proposed');
create policy law_decided on organisation.law_change for update to daira_app
  using ((select ctx.permission()) = 'law.approve' and (select ctx.reaches_all()) and state = 'proposed' and proposed_by <> (select ctx.actor_id()))
  with check (decided_by = (select ctx.actor_id()));
grant select, insert, update on organisation.law_change to daira_app;

-- A new version comes into use only together with an approval by a second person in the same transaction.
create policy reference_by_decision on organisation.reference for insert to daira_app with check (
  origin = 'decision' and (select ctx.permission()) = 'law.approve' and exists (
    select 1 from organisation.law_change c
    where c.name = reference.name and c.data = reference.data and c.state = 'approved' and c.decided_by = (select ctx.actor_id())
      and c.decided_at = reference.valid_from));
grant insert on organisation.reference to daira_app;
