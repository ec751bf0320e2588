-- A session opened without a second factor, or with a password someone else chose, may repair that and nothing else.

alter table identity.session add column restricted boolean not null default false;
comment on column identity.session.restricted is
  'True until the officer has confirmed a second factor and chosen a password: only self.session, self.enrol and self.sign-out hold.';
alter table identity.credential add column pin_failed_count integer not null default 0;
comment on column identity.credential.pin_failed_count is 'Wrong PINs in a row; the fifth ends the session.';

create or replace function identity.enter(p_token_hash bytea, p_permission text, p_command uuid, p_now timestamptz)
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

  if found_session.restricted and p_permission not in ('self.session', 'self.enrol', 'self.sign-out') then
    answer.status := 'denied';
    perform identity.set_context(who.id, found_session.id, who.unit_id, p_permission, p_command, p_now, '{}', false, false);
    return answer;
  end if;
  -- What opens the account is not to be changed at a desk whose officer has left it.
  if (p_permission not like 'self.%' or p_permission in ('self.enrol', 'self.step-up')) and not found_session.restricted
     and (found_session.locked_at is not null
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

-- In a real installation set-up is over as soon as anyone has signed in.
create or replace function identity.enter_set_up(p_permission text, p_command uuid, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select 1 from organisation.role_grant g where g.reason <> 'set-up') then return false; end if;
  if exists (select 1 from identity.session) and exists (select 1 from platform.installation i where i.mode = 'real') then
    return false;
  end if;
  perform identity.set_context(null, null, null, p_permission, p_command, p_now, '{}', true, false);
  return true;
end $$;
