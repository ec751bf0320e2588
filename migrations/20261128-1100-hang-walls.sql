-- A screen on the wall: a seat that shows the cells of one place and does nothing else.

alter table identity.session drop constraint session_seat_known;
alter table identity.session add constraint session_seat_known check (seat in ('shared-desk', 'own-desk', 'command-room', 'wall'));
alter table identity.session add column wall_place_id uuid constraint session_wall_place_fk references custody.place (id);
alter table identity.session add constraint session_wall_has_place check ((seat = 'wall') = (wall_place_id is not null));
comment on column identity.session.wall_place_id is 'Of a screen on the wall: the one place of custody whose cells it shows.';

create function ctx.wall_place_id() returns uuid language sql stable as
  $$ select nullif(current_setting('daira.wall_place_id', true), '')::uuid $$;
comment on function ctx.wall_place_id() is 'The place to which the screen that asks is bound; null for every other seat. Wrap in (select ...) inside a policy.';

create function identity.wall_permissions() returns text[] language sql immutable set search_path = pg_catalog as $$
  select array['custody.board', 'self.seat', 'self.sign-out']
$$;
comment on function identity.wall_permissions() is 'All that a screen on the wall may ask: the board, whose screen it is, and its own end. Nothing of it changes anything else.';

alter type identity.entry add attribute wall_place_id uuid;

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
  perform set_config('daira.wall_place_id', '', true);
  select * into found_session from identity.session s
    where s.token_hash = p_token_hash and s.ended_at is null and s.ends_at > p_now;
  if not found then answer.status := 'no-session'; return answer; end if;
  select * into who from organisation.officer o where o.id = found_session.officer_id;
  if who.state <> 'active' then answer.status := 'no-session'; return answer; end if;
  select p.seen_at into seen from identity.presence p where p.session_id = found_session.id;
  seen := coalesce(seen, found_session.opened_at);
  if found_session.seat not in ('command-room', 'wall') and p_now - seen > interval '30 minutes' then
    answer.status := 'no-session'; return answer;
  end if;
  answer.officer_id := who.id;
  answer.session_id := found_session.id;
  answer.unit_id := who.unit_id;
  answer.stepped_up_at := found_session.stepped_up_at;
  select u.area into answer.area from organisation.unit u where u.id = who.unit_id;

  if found_session.seat = 'wall' then
    answer.wall_place_id := found_session.wall_place_id;
    perform set_config('daira.wall_place_id', found_session.wall_place_id::text, true);
  end if;

  if (found_session.restricted and p_permission not in ('self.seat', 'self.session', 'self.enrol', 'self.sign-out'))
     or (found_session.seat = 'wall' and not p_permission = any (identity.wall_permissions())) then
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

-- The second wall: a screen sees its own place, and of it what custody_seen already gave the officer who started it.
do $$
declare
  target text;
  own_place constant text := '((select ctx.wall_place_id()) is null or %I = (select ctx.wall_place_id()))';
begin
  execute format('create policy place_of_the_wall on custody.place as restrictive for all to daira_app using ' || own_place, 'id');
  foreach target in array array['cell', 'custody', 'visa', 'day_list'] loop
    execute format('create policy %I on custody.%I as restrictive for all to daira_app using ' || own_place,
      target || '_of_the_wall', target, 'place_id');
  end loop;
  foreach target in array array['entry', 'alarm', 'alarm_ack'] loop
    execute format('create policy %I on custody.%I as restrictive for all to daira_app using ((select ctx.wall_place_id()) is null
      or exists (select 1 from custody.custody c where c.id = custody_id))', target || '_of_the_wall', target);
  end loop;
end $$;

-- Whoever passes reads the wall: it stands on no list of a sealed case, whoever started it (ADR 11).
create or replace function custody.hides_case(p_case uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from casework.case_file c where c.id = p_case and c.sealed)
    and (ctx.wall_place_id() is not null or not casework.may_see(p_case))
$$;
grant execute on function ctx.wall_place_id() to daira_app, daira_worker;
grant execute on function identity.wall_permissions() to daira_app;
