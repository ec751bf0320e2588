-- A protected person who takes another role keeps the identity behind the alias, which the officer who changes it may not see.

create function casework.carry_protection(p_from uuid, p_to uuid) returns void language sql security definer set search_path = pg_catalog as $$
  insert into casework.protected_person (participant_id, case_id, unit_id, area, person_id)
  select p_to, h.case_id, h.unit_id, h.area, h.person_id
  from casework.protected_person h
  join casework.participant old on old.id = h.participant_id
  join casework.participant new on new.id = p_to and new.case_id = old.case_id and new.alias = old.alias
  where h.participant_id = p_from and ctx.permission() = 'case.change' and casework.may_see(h.case_id)
$$;
comment on function casework.carry_protection(uuid, uuid) is
  'Puts the person behind an alias behind the same alias in another role, without showing who it is.';
