-- A lost authenticator takes two persons: one asks, another approves, and each holds half of the code.

alter table organisation.role_grant add column granted_at timestamptz;
alter table organisation.role_grant alter column granted_at set default ctx.instant();
comment on column organisation.role_grant.granted_at is 'When it was given, whatever its first instant; null where it was given before this was noted.';

create table identity.recovery (
  id uuid constraint recovery_pk primary key,
  officer_id uuid not null constraint recovery_officer_fk references organisation.officer (id),
  unit_id uuid not null constraint recovery_unit_fk references organisation.unit (id),
  area text not null,
  reason text not null,
  state text not null constraint recovery_state_known check (state in ('asked', 'approved', 'rejected', 'objected', 'expired')),
  asked_by uuid not null constraint recovery_asker_fk references organisation.officer (id),
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  first_half bytea,
  decided_by uuid constraint recovery_decider_fk references organisation.officer (id),
  decided_at timestamptz,
  constraint recovery_not_for_oneself check (asked_by <> officer_id),
  constraint recovery_two_persons check (state <> 'approved' or (decided_by <> asked_by and decided_by <> officer_id)),
  constraint recovery_decided check ((state = 'asked') = (decided_at is null)),
  constraint recovery_half_while_asked check ((state = 'asked') = (first_half is not null))
);
comment on table identity.recovery is 'Means of access that were lost: who asked for new ones, who approved.';
comment on column identity.recovery.id is 'UUIDv7.';
comment on column identity.recovery.officer_id is 'Whose means of access they are.';
comment on column identity.recovery.unit_id is 'The officer''s unit when it was asked.';
comment on column identity.recovery.area is 'Stable code of the wilaya at that time.';
comment on column identity.recovery.reason is 'Why, in the words of who asked.';
comment on column identity.recovery.state is 'asked, approved, rejected by the second person, objected to by the officer, or expired.';
comment on column identity.recovery.asked_by is 'Who asked; holds the first half of the code.';
comment on column identity.recovery.asked_at is 'When.';
comment on column identity.recovery.expires_at is 'Not approved after.';
comment on column identity.recovery.first_half is 'First half of the code under the master key, until it is decided.';
comment on column identity.recovery.decided_by is 'Who approved (and holds the second half), rejected or objected; null where it expired.';
comment on column identity.recovery.decided_at is 'When.';
create unique index recovery_one_at_a_time on identity.recovery (officer_id) where state = 'asked';
select platform.guard('identity.recovery');
create policy recovery_seen on identity.recovery for select to daira_app using (
  officer_id = (select ctx.actor_id())
  or ((select ctx.permission()) in ('credential.reset', 'credential.approve') and organisation.officer_in_reach(officer_id)));
create policy recovery_asked on identity.recovery for insert to daira_app with check (
  (select ctx.permission()) = 'credential.reset' and organisation.officer_in_reach(officer_id)
  and state = 'asked' and asked_by = (select ctx.actor_id()) and asked_at = (select ctx.instant()));
create policy recovery_expired on identity.recovery for update to daira_app
  using ((select ctx.permission()) = 'credential.reset' and state = 'asked' and expires_at <= (select ctx.instant()) and organisation.officer_in_reach(officer_id))
  with check (state = 'expired');
create policy recovery_objected on identity.recovery for update to daira_app
  using ((select ctx.permission()) = 'self.enrol' and state = 'asked' and officer_id = (select ctx.actor_id()))
  with check (state = 'objected' and decided_by = (select ctx.actor_id()));
grant select, insert, update (state, first_half, decided_by, decided_at) on identity.recovery to daira_app;

-- Whoever approves must have been trusted with it for three days, in a posting of their own: an administrator cannot
-- appoint the second person for the occasion. The first three days of a house are its founders'.
create function identity.may_approve_recovery(p_officer uuid, p_asked_by uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select ctx.permission() = 'credential.approve' and ctx.actor_id() not in (p_officer, p_asked_by) and exists (
    select 1 from organisation.role_grant g
    join organisation.role_permission rp on rp.role_code = g.role_code and rp.permission = 'credential.approve'
    join organisation.officer o on o.id = p_officer
    where g.officer_id = ctx.actor_id() and g.reason <> 'acting'
      and g.starts_at <= ctx.instant() and (g.ends_at is null or g.ends_at > ctx.instant())
      and (g.granted_by is null or coalesce(g.granted_at, g.starts_at) <= ctx.instant() - interval '3 days'
        or g.granted_at <= (select i.created_at + interval '3 days' from platform.installation i))
      and (rp.scope = 'all'
        or (rp.scope = 'area' and (select a.area from organisation.unit a where a.id = g.unit_id)
          = (select b.area from organisation.unit b where b.id = o.unit_id))
        or (rp.scope = 'unit' and exists (
          select 1 from organisation.unit_closure c where c.ancestor_id = g.unit_id and c.descendant_id = o.unit_id
            and c.valid_from <= ctx.instant()::date and (c.valid_to is null or c.valid_to > ctx.instant()::date)))))
$$;
comment on function identity.may_approve_recovery(uuid, uuid) is
  'Whether the actor of this transaction may approve what another asked for an officer: a third person, by a posting of three days or more.';
revoke execute on function identity.may_approve_recovery(uuid, uuid) from public;
grant execute on function identity.may_approve_recovery(uuid, uuid) to daira_app;

create policy recovery_decided on identity.recovery for update to daira_app
  using ((select ctx.permission()) = 'credential.approve' and state = 'asked' and organisation.officer_in_reach(officer_id))
  with check (decided_by = (select ctx.actor_id()) and decided_at = (select ctx.instant())
    and (state = 'rejected' or (state = 'approved' and expires_at > (select ctx.instant()) and identity.may_approve_recovery(officer_id, asked_by))));

create function identity.recovered_here(p_officer uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select ctx.permission() = 'credential.approve' and exists (
    select 1 from identity.recovery r where r.officer_id = p_officer and r.state = 'approved'
      and r.decided_by = ctx.actor_id() and r.decided_at = ctx.instant())
$$;
comment on function identity.recovered_here(uuid) is 'Whether this very transaction approved new means of access for the officer.';
revoke execute on function identity.recovered_here(uuid) from public;
grant execute on function identity.recovered_here(uuid) to daira_app;

-- What opens an account changes by its officer, at the door, or by an approval in the same transaction; enrolling adds only.
drop policy credential_door on identity.credential;
create policy credential_door on identity.credential to daira_app
  using ((select ctx.permission()) = 'session.open' or officer_id = (select ctx.actor_id()))
  with check ((select ctx.permission()) = 'session.open' or officer_id = (select ctx.actor_id()));
create policy credential_enrolled on identity.credential for insert to daira_app
  with check ((select ctx.permission()) = 'officer.change' and organisation.officer_in_reach(officer_id));
create policy credential_found_for_recovery on identity.credential for select to daira_app using (identity.recovered_here(officer_id));
create policy credential_recovered on identity.credential for update to daira_app
  using (identity.recovered_here(officer_id)) with check (identity.recovered_here(officer_id));
drop policy authenticator_door on identity.authenticator;
create policy authenticator_door on identity.authenticator to daira_app
  using ((select ctx.permission()) = 'session.open' or officer_id = (select ctx.actor_id()))
  with check ((select ctx.permission()) = 'session.open' or officer_id = (select ctx.actor_id()));
create policy authenticator_enrolled on identity.authenticator for insert to daira_app
  with check ((select ctx.permission()) = 'officer.change' and organisation.officer_in_reach(officer_id));
create policy authenticator_found_for_recovery on identity.authenticator for select to daira_app using (identity.recovered_here(officer_id));
create policy authenticator_recovered on identity.authenticator for update to daira_app
  using (identity.recovered_here(officer_id)) with check (identity.recovered_here(officer_id));
drop policy session_door on identity.session;
create policy session_door on identity.session to daira_app
  using ((select ctx.permission()) = 'session.open' or officer_id = (select ctx.actor_id())
    or ((select ctx.permission()) in ('officer.change', 'officer.post', 'credential.reset', 'credential.approve') and organisation.officer_in_reach(officer_id)))
  with check ((select ctx.permission()) = 'session.open' or officer_id = (select ctx.actor_id())
    or ((select ctx.permission()) in ('officer.change', 'officer.post', 'credential.reset', 'credential.approve') and organisation.officer_in_reach(officer_id)));
