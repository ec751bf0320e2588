-- How long a seat stays open without its officer stands in one place, and an officer sees where the own sessions are.

alter table identity.session add column address text;
alter table identity.session add column browser text;
comment on column identity.session.address is 'Network address the sign-in came from; null where no browser signed in.';
comment on column identity.session.browser is 'Browser and system, in a few words, for the officer to know the desk again.';
create policy presence_of_own_sessions on identity.presence for select to daira_app using (
  exists (select 1 from identity.session s where s.id = session_id and s.officer_id = (select ctx.actor_id())));

create function identity.lock_after(p_seat text) returns interval language sql immutable set search_path = pg_catalog as $$
  select case p_seat when 'shared-desk' then interval '3 minutes' when 'own-desk' then interval '15 minutes' end
$$;
comment on function identity.lock_after(text) is 'How long a seat stays open without a sign of its officer; null where it does not lock by itself.';

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
     and (found_session.locked_at is not null or p_now - seen > identity.lock_after(found_session.seat)) then
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
