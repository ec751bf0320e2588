-- Sessions and credentials, and the one door through which a transaction learns who acts and how far that reaches.

create schema identity;
comment on schema identity is 'Sign-in: credentials, second factors, sessions.';
grant usage on schema identity to daira_app, daira_worker;

create table identity.credential (
  officer_id uuid constraint credential_pk primary key constraint credential_officer_fk references organisation.officer (id),
  password_hash text not null,
  pin_hash text,
  must_change boolean not null default false,
  failed_count integer not null default 0,
  locked_until timestamptz,
  updated_at timestamptz not null
);
comment on table identity.credential is 'What an officer knows.';
comment on column identity.credential.officer_id is 'The officer.';
comment on column identity.credential.password_hash is 'Argon2id, PHC string.';
comment on column identity.credential.pin_hash is 'Argon2id; opens only a desk that locked itself.';
comment on column identity.credential.must_change is 'True after an administrator set the password.';
comment on column identity.credential.failed_count is 'Failures in a row.';
comment on column identity.credential.locked_until is 'No sign-in before.';
comment on column identity.credential.updated_at is 'Last change.';

create table identity.authenticator (
  id uuid constraint authenticator_pk primary key,
  officer_id uuid not null constraint authenticator_officer_fk references organisation.officer (id),
  kind text not null constraint authenticator_kind_known check (kind in ('totp', 'passkey')),
  label text not null,
  secret bytea,
  credential_id text constraint authenticator_credential_once unique,
  public_key bytea,
  counter bigint not null default 0,
  confirmed_at timestamptz,
  last_used_at timestamptz,
  removed_at timestamptz
);
comment on table identity.authenticator is 'What an officer has: authenticator applications and passkeys.';
comment on column identity.authenticator.id is 'UUIDv7.';
comment on column identity.authenticator.officer_id is 'The officer.';
comment on column identity.authenticator.kind is 'totp (RFC 6238) or passkey (WebAuthn).';
comment on column identity.authenticator.label is 'Name the officer gave it.';
comment on column identity.authenticator.secret is 'TOTP secret, encrypted under the installation''s master key.';
comment on column identity.authenticator.credential_id is 'WebAuthn credential id, base64url.';
comment on column identity.authenticator.public_key is 'WebAuthn public key, COSE.';
comment on column identity.authenticator.counter is 'WebAuthn signature counter, or the last TOTP step used: a code works once.';
comment on column identity.authenticator.confirmed_at is 'First successful use; before it, it opens nothing.';
comment on column identity.authenticator.last_used_at is 'Last use.';
comment on column identity.authenticator.removed_at is 'When it was reported lost or taken away.';
create index authenticator_by_officer on identity.authenticator (officer_id) where removed_at is null;

create table identity.session (
  id uuid constraint session_pk primary key,
  token_hash bytea not null constraint session_token_once unique,
  officer_id uuid not null constraint session_officer_fk references organisation.officer (id),
  seat text not null constraint session_seat_known check (seat in ('shared-desk', 'own-desk', 'command-room')),
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  locked_at timestamptz,
  stepped_up_at timestamptz
);
comment on table identity.session is 'Open and past sessions.';
comment on column identity.session.id is 'UUIDv7.';
comment on column identity.session.token_hash is 'SHA-256 of the cookie''s token; the token itself is nowhere.';
comment on column identity.session.officer_id is 'The officer.';
comment on column identity.session.seat is 'Decides after how long it locks.';
comment on column identity.session.opened_at is 'Sign-in.';
comment on column identity.session.ends_at is 'No use after: 12 hours.';
comment on column identity.session.ended_at is 'Signed out or ended by another.';
comment on column identity.session.locked_at is 'Locked for want of its officer; null while open.';
comment on column identity.session.stepped_up_at is 'Last fresh proof of identity.';
create index session_by_officer on identity.session (officer_id) where ended_at is null;

create table identity.presence (
  session_id uuid constraint presence_pk primary key constraint presence_session_fk references identity.session (id),
  seen_at timestamptz not null
);
comment on table identity.presence is 'When the officer of a session last typed, read back or badged. A heartbeat, no act: it needs no event.';
comment on column identity.presence.session_id is 'The session.';
comment on column identity.presence.seen_at is 'Last sign of presence.';

create table identity.challenge (
  id uuid constraint challenge_pk primary key,
  officer_id uuid,
  kind text not null,
  value text not null,
  expires_at timestamptz not null
);
comment on table identity.challenge is 'WebAuthn challenges and half-finished sign-ins; short-lived, no act.';
comment on column identity.challenge.id is 'UUIDv7.';
comment on column identity.challenge.officer_id is 'Whom it is for, where known.';
comment on column identity.challenge.kind is 'What it is for.';
comment on column identity.challenge.value is 'Random challenge, base64url.';
comment on column identity.challenge.expires_at is 'No use after.';

do $$
declare target text;
begin
  foreach target in array array['credential', 'authenticator', 'session'] loop
    perform platform.guard(('identity.' || target)::regclass);
  end loop;
  foreach target in array array['presence', 'challenge'] loop
    perform platform.guard(('identity.' || target)::regclass, false);
  end loop;
end $$;

-- Before sign-in nobody is known: the door runs under the permission `session.open`, which no role carries and
-- which only identity.enter_door() sets. After it, an officer sees only what is the officer's own.
create policy credential_door on identity.credential to daira_app
  using ((select ctx.permission()) = 'session.open' or officer_id = (select ctx.actor_id())
    or ((select ctx.permission()) in ('officer.change', 'credential.reset') and organisation.officer_in_reach(officer_id)))
  with check ((select ctx.permission()) = 'session.open' or officer_id = (select ctx.actor_id())
    or ((select ctx.permission()) in ('officer.change', 'credential.reset') and organisation.officer_in_reach(officer_id)));
create policy authenticator_door on identity.authenticator to daira_app
  using ((select ctx.permission()) = 'session.open' or officer_id = (select ctx.actor_id())
    or ((select ctx.permission()) in ('officer.change', 'credential.reset') and organisation.officer_in_reach(officer_id)))
  with check ((select ctx.permission()) = 'session.open' or officer_id = (select ctx.actor_id())
    or ((select ctx.permission()) in ('officer.change', 'credential.reset') and organisation.officer_in_reach(officer_id)));
create policy session_door on identity.session to daira_app
  using ((select ctx.permission()) = 'session.open' or officer_id = (select ctx.actor_id())
    or ((select ctx.permission()) in ('officer.change', 'officer.post', 'credential.reset') and organisation.officer_in_reach(officer_id)))
  with check ((select ctx.permission()) = 'session.open' or officer_id = (select ctx.actor_id())
    or ((select ctx.permission()) in ('officer.change', 'officer.post', 'credential.reset') and organisation.officer_in_reach(officer_id)));
create policy presence_own on identity.presence to daira_app
  using (session_id = (select ctx.session_id()) or (select ctx.permission()) = 'session.open')
  with check (session_id = (select ctx.session_id()) or (select ctx.permission()) = 'session.open');
create policy challenge_door on identity.challenge to daira_app
  using ((select ctx.permission()) = 'session.open' or officer_id = (select ctx.actor_id()))
  with check ((select ctx.permission()) = 'session.open' or officer_id = (select ctx.actor_id()));
create policy challenge_worker on identity.challenge to daira_worker using (true);
grant select, insert, update on identity.credential, identity.authenticator, identity.session to daira_app;
grant select, insert, update, delete on identity.presence, identity.challenge to daira_app;
grant select, delete on identity.challenge to daira_worker;

create function identity.set_context(
  p_actor uuid, p_session uuid, p_actor_unit uuid, p_permission text, p_command uuid, p_instant timestamptz,
  p_units uuid[], p_all boolean, p_own boolean
) returns void language sql as $$
  select set_config('daira.actor_id', coalesce(p_actor::text, ''), true),
         set_config('daira.session_id', coalesce(p_session::text, ''), true),
         set_config('daira.actor_unit_id', coalesce(p_actor_unit::text, ''), true),
         set_config('daira.permission', coalesce(p_permission, ''), true),
         set_config('daira.command_id', coalesce(p_command::text, ''), true),
         set_config('daira.instant', p_instant::text, true),
         set_config('daira.units', p_units::text, true),
         set_config('daira.reaches_all', p_all::text, true),
         set_config('daira.reaches_own', p_own::text, true);
  select null::void;
$$;

create type identity.entry as (
  status text, officer_id uuid, session_id uuid, unit_id uuid, area text, stepped_up_at timestamptz,
  units uuid[], reaches_all boolean, reaches_own boolean
);

create function identity.enter(p_token_hash bytea, p_permission text, p_command uuid, p_now timestamptz)
returns identity.entry language plpgsql security definer set search_path = pg_catalog as $$
declare
  found_session identity.session;
  seen timestamptz;
  who organisation.officer;
  answer identity.entry;
  day date := p_now::date;
begin
  perform identity.set_context(null, null, null, null, null, p_now, '{}', false, false);
  select * into found_session from identity.session s
    where s.token_hash = p_token_hash and s.ended_at is null and s.ends_at > p_now;
  if not found then answer.status := 'no-session'; return answer; end if;
  select * into who from organisation.officer o where o.id = found_session.officer_id;
  if who.state <> 'active' then answer.status := 'no-session'; return answer; end if;
  select p.seen_at into seen from identity.presence p where p.session_id = found_session.id;
  seen := coalesce(seen, found_session.opened_at);
  if found_session.seat <> 'command-room' and p_now - seen > interval '30 minutes' then
    answer.status := 'no-session'; return answer;
  end if;
  answer.officer_id := who.id;
  answer.session_id := found_session.id;
  answer.unit_id := who.unit_id;
  answer.stepped_up_at := found_session.stepped_up_at;
  select u.area into answer.area from organisation.unit u where u.id = who.unit_id;

  if p_permission not like 'self.%' and (found_session.locked_at is not null
     or (found_session.seat = 'shared-desk' and p_now - seen > interval '3 minutes')) then
    answer.status := 'locked'; return answer;
  end if;

  if p_permission like 'self.%' then
    answer.units := '{}'; answer.reaches_all := false; answer.reaches_own := true;
  else
    select coalesce(bool_or(rp.scope = 'all'), false), coalesce(bool_or(rp.scope = 'own'), false),
           coalesce(array_agg(distinct reach.unit_id) filter (where reach.unit_id is not null), '{}')
      into answer.reaches_all, answer.reaches_own, answer.units
      from organisation.role_grant g
      join organisation.role_permission rp on rp.role_code = g.role_code and rp.permission = p_permission
      left join lateral (
        select c.descendant_id as unit_id from organisation.unit_closure c
          where rp.scope = 'unit' and c.ancestor_id = g.unit_id and c.valid_from <= day and (c.valid_to is null or c.valid_to > day)
        union all
        select u.id from organisation.unit u
          where rp.scope = 'area' and u.area = (select a.area from organisation.unit a where a.id = g.unit_id)
      ) reach on true
      where g.officer_id = who.id and g.starts_at <= p_now and (g.ends_at is null or g.ends_at > p_now);
    if not (answer.reaches_all or answer.reaches_own or cardinality(answer.units) > 0) then
      answer.status := 'denied';
      perform identity.set_context(who.id, found_session.id, who.unit_id, p_permission, p_command, p_now, '{}', false, false);
      return answer;
    end if;
  end if;
  answer.status := 'ok';
  perform identity.set_context(who.id, found_session.id, who.unit_id, p_permission, p_command, p_now,
    answer.units, answer.reaches_all, answer.reaches_own);
  return answer;
end $$;
comment on function identity.enter(bytea, text, uuid, timestamptz) is
  'Opens a transaction for a session under one permission: checks the session, expands the grants, sets the context that every policy reads. Permissions self.* hold for every signed-in officer and work on a locked desk.';

create function identity.enter_door(p_command uuid, p_now timestamptz) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform identity.set_context(null, null, null, 'session.open', p_command, p_now, '{}', false, false);
end $$;
comment on function identity.enter_door(uuid, timestamptz) is 'Context of someone who is signing in and is nobody yet.';

create function identity.enter_set_up(p_permission text, p_command uuid, p_now timestamptz) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select 1 from organisation.role_grant g where g.reason <> 'set-up') then return false; end if;
  perform identity.set_context(null, null, null, p_permission, p_command, p_now, '{}', true, false);
  return true;
end $$;
comment on function identity.enter_set_up(text, uuid, timestamptz) is
  'Context of the first start: may do everything until the first officer has been granted a role by posting, and never again.';
grant execute on all functions in schema identity to daira_app;
grant execute on all functions in schema ctx to daira_app, daira_worker;
revoke execute on function identity.set_context(uuid, uuid, uuid, text, uuid, timestamptz, uuid[], boolean, boolean) from public;

create function identity.enter_job(p_job text, p_command uuid, p_now timestamptz) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform identity.set_context(null, null, null, 'job.' || p_job, p_command, p_now, '{}', true, false);
end $$;
comment on function identity.enter_job(text, uuid, timestamptz) is 'Context of a background job; only the worker''s role may call it.';
revoke execute on function identity.enter_job(text, uuid, timestamptz) from public;
revoke execute on function identity.enter_job(text, uuid, timestamptz) from daira_app;
grant execute on function identity.enter_job(text, uuid, timestamptz) to daira_worker;
